// What was redacted at an instant, for the feed of changes; and the claims that were made of one, which hold the same.
CREATE INDEX record_redacted IF NOT EXISTS FOR (n:Record) ON (n.redactedAt);
CREATE INDEX superseded_redacted IF NOT EXISTS FOR (n:Superseded) ON (n.redactedAt);
CREATE INDEX claim_corrects IF NOT EXISTS FOR (n:Claim) ON (n.corrects);
