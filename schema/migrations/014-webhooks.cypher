// What is remembered of a webhook, for all processes that answer for one graph.
CREATE CONSTRAINT webhook_name IF NOT EXISTS FOR (n:Webhook) REQUIRE n.name IS UNIQUE;
