// What was written or retracted at an instant, for the feed of changes and the undoing of an import.
CREATE INDEX record_recorded IF NOT EXISTS FOR (n:Record) ON (n.recordedAt);
CREATE INDEX record_retracted IF NOT EXISTS FOR (n:Record) ON (n.retractedAt);
CREATE INDEX record_restored IF NOT EXISTS FOR (n:Restored) ON (n.id);

// The books: one clock, one journal, the imports.
CREATE CONSTRAINT clock_id IF NOT EXISTS FOR (n:Clock) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT journal_sequence IF NOT EXISTS FOR (n:JournalEntry) REQUIRE n.sequence IS UNIQUE;
CREATE CONSTRAINT import_batch_id IF NOT EXISTS FOR (n:ImportBatch) REQUIRE n.id IS UNIQUE;
