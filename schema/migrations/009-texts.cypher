// The titles and summaries of incidents, findings and reports, and the facts that stand in for them. src/model/record/search-fields.ts says what is stored.
CREATE FULLTEXT INDEX texts IF NOT EXISTS FOR (n:Incident|Finding|Report|Fact) ON EACH [n.searchText] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
