// Merges and negative decisions, and what duplicates are looked for by.
CREATE CONSTRAINT merge_id IF NOT EXISTS FOR (n:Merge) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT not_same_id IF NOT EXISTS FOR (n:NotSame) REQUIRE n.id IS UNIQUE;
CREATE INDEX identifier_value IF NOT EXISTS FOR (n:Identifier) ON (n.value);
CREATE INDEX claim_restates IF NOT EXISTS FOR (n:Claim) ON (n.restates);
