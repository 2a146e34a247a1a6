// What an incident, a finding or a report stated before it was corrected: a node of its own, without the label Record, under the same id.
DROP CONSTRAINT incident_id IF EXISTS;
DROP CONSTRAINT finding_id IF EXISTS;
DROP CONSTRAINT report_id IF EXISTS;
CREATE INDEX incident_by_id IF NOT EXISTS FOR (n:Incident) ON (n.id);
CREATE INDEX finding_by_id IF NOT EXISTS FOR (n:Finding) ON (n.id);
CREATE INDEX report_by_id IF NOT EXISTS FOR (n:Report) ON (n.id);
CREATE CONSTRAINT superseded_key IF NOT EXISTS FOR (n:Superseded) REQUIRE n.supersededKey IS UNIQUE;
CREATE INDEX superseded_recorded IF NOT EXISTS FOR (n:Superseded) ON (n.recordedAt);
CREATE INDEX superseded_retracted IF NOT EXISTS FOR (n:Superseded) ON (n.retractedAt);
