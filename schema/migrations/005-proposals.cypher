// Changes that wait for an editor.
CREATE CONSTRAINT proposal_id IF NOT EXISTS FOR (n:Proposal) REQUIRE n.id IS UNIQUE;
CREATE INDEX proposal_at IF NOT EXISTS FOR (n:Proposal) ON (n.at);
