// Keys of the API, and who read what is not public.
CREATE CONSTRAINT api_key_id IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_key_name IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT read_entry_id IF NOT EXISTS FOR (n:ReadEntry) REQUIRE n.id IS UNIQUE;
CREATE INDEX read_entry_at IF NOT EXISTS FOR (n:ReadEntry) ON (n.at);
