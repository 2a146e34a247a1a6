// Each change asks which merges bear its instant.
CREATE INDEX merge_at IF NOT EXISTS FOR (n:Merge) ON (n.at);
CREATE INDEX merge_undone IF NOT EXISTS FOR (n:Merge) ON (n.undoneAt);
