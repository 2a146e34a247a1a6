import type { CypherStatement } from '../../graph/graph.js';
import type { Listing } from '../../graph/query/listing.js';
import { versionFor } from '../../graph/query/visible.cypher.js';

/** What editors read beside the records. No lens and no clearance goes in: nobody else gets this far. */

/** The journal, the latest entry first. */
export const JOURNAL: Listing = {
  name: 'journal',
  match: 'MATCH (n:JournalEntry)',
  where: 'n.at <= $view.recordedBy',
  orders: { LATEST: { key: 'n.sequence', descending: true } },
  row: 'n {.sequence, .at, .actor, .action, .reason, .subjects, .content, .digest, .previous, .hash, id: toString(n.sequence)}',
};

const PROPOSAL = 'n {.id, .state, .action, .content, .reason, .by, .at, .decidedBy, .decidedAt, .decision, .entry}';

/** Proposals, the latest first. */
export const PROPOSALS: Listing = {
  name: 'proposals',
  match: 'MATCH (n:Proposal)',
  where: 'n.at <= $view.recordedBy',
  orders: { LATEST: { key: 'n.at', descending: true } },
  filters: { state: 'n.state = $filter.state' },
  row: PROPOSAL,
};

export const PROPOSAL_BY_ID: CypherStatement = {
  name: 'Proposal by id',
  text: `UNWIND $about.ids AS id MATCH (n:Proposal {id: id}) RETURN id, ${PROPOSAL} AS row`,
};

/** A dataset whether or not it holds anything yet. */
export const DATASET_BY_ID: CypherStatement = {
  name: 'Dataset by id',
  text: `UNWIND $about.ids AS id MATCH (n:Dataset {id: id})
RETURN id, n {.id, .title, .description, .licence, .attribution, .redistribute, version: COLLECT { MATCH (n)-[:HAD]->(v:DatasetVersion) WHERE ${versionFor('v', 'n')} RETURN v.version ORDER BY v.at DESC LIMIT 1 }[0]} AS row`,
};
