// Every node with an id is a Record too, so an id is unique across all kinds and `node(id)` is one lookup.
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT unit_id IF NOT EXISTS FOR (n:Unit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT body_id IF NOT EXISTS FOR (n:Body) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT location_id IF NOT EXISTS FOR (n:Location) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT incident_id IF NOT EXISTS FOR (n:Incident) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT finding_id IF NOT EXISTS FOR (n:Finding) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT legal_code IF NOT EXISTS FOR (n:LegalCode) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE;

// What lists are ordered and filtered by.
CREATE INDEX name_sort IF NOT EXISTS FOR (n:Name) ON (n.sortKey);
CREATE INDEX claim_dataset IF NOT EXISTS FOR (n:Claim) ON (n.dataset);
CREATE INDEX incident_first IF NOT EXISTS FOR (n:Incident) ON (n.firstMin);
CREATE INDEX finding_published IF NOT EXISTS FOR (n:Finding) ON (n.publishedMin);
CREATE INDEX finding_type IF NOT EXISTS FOR (n:Finding) ON (n.type);
CREATE INDEX report_published IF NOT EXISTS FOR (n:Report) ON (n.publishedMin);
CREATE INDEX unit_kind IF NOT EXISTS FOR (n:Unit) ON (n.kind);
CREATE INDEX location_kind IF NOT EXISTS FOR (n:Location) ON (n.kind);
CREATE INDEX posting_first IF NOT EXISTS FOR (n:Posting) ON (n.firstMin);
CREATE POINT INDEX location_point IF NOT EXISTS FOR (n:Location) ON (n.point);

// The text that search reads: every spelling of a name, see src/shared/romanisation.ts.
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Name) ON EACH [n.searchText] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
