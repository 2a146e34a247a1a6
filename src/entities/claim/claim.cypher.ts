import type { CypherStatement } from '../../graph/graph.js';
import { nodesById, recordsById } from '../../graph/query/by-id.cypher.js';
import { coverOf, overrules } from '../../graph/query/cover.cypher.js';
import { CLAIM_FIELDS, statementCounts } from '../../graph/query/ends.cypher.js';
import { type Listing, leadsTo } from '../../graph/query/listing.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { changedAt } from '../../graph/query/version.cypher.js';
import {
  citationsHeld,
  claimCounts,
  contentsOf,
  everHeld,
  kindOf,
  linkHeld,
  mayKnow,
  mayRead,
  nameOf,
  visible,
} from '../../graph/query/visible.cypher.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import type { ClaimKind } from '../../model/vocabulary.js';

/** Edges that together say which relation a claim is about, and the property that tells its kind. */
interface Relation {
  readonly edges: readonly [string, string];
  readonly kind: string;
}

const RELATIONS: { readonly [K in ClaimKind]?: Relation } = {
  Posting: { edges: ['OF', 'AT'], kind: 'role' },
  CommandLink: { edges: ['SUBORDINATE', 'SUPERIOR'], kind: 'kind' },
  Positioning: { edges: ['OF', 'AT'], kind: 'kind' },
};

/** Links to people, units, bodies and places whose names lists of claims are most asked for. */
const NAMED_ENDS: { readonly [K in ClaimKind]?: readonly string[] } = {
  Posting: ['OF', 'AT'],
  CommandLink: ['SUBORDINATE', 'SUPERIOR'],
  Positioning: ['OF', 'AT'],
  Attribution: ['TO', 'BY'],
  Affiliation: ['PART', 'WHOLE'],
};

/** What the ends of a claim are called, as far as the reader may know of them: `Batch` then need not ask for it. */
function namedEnds(kind: ClaimKind, parent: string): string[] {
  const links = (NAMED_ENDS[kind] ?? []).filter((link) => link !== parent);
  if (links.length === 0) return [];
  return [
    `ends: COLLECT {
    MATCH (n)-[:${links.join('|')}]->(end:Entity)
    WITH DISTINCT end, ${nameOf('end')} AS called WHERE called IS NOT NULL
    RETURN {id: end.id, name: called, labels: labels(end)}
  }`,
  ];
}

/** The row of a claim among those that hang on an entity by an edge. */
const listedRow = (kind: ClaimKind, edge: string) => claimRow(kind, namedEnds(kind, edge));

/** The row of a claim of that kind, as a Cypher map over `n`, with more entries; `cover` must be bound. */
export function claimRow(kind: ClaimKind, more: readonly string[] = []): string {
  const recorded = ['.id', `label: '${kind}'`, '.dataset', '.recordedAt', '.retractedAt', '.corrects'];
  const fieldList = fieldEntries({ ...CLAIM, ...CLAIM_FIELDS[kind] });
  const cover = RELATIONS[kind] ? ['cover: cover'] : [];
  const entries = [
    ...recorded,
    `changedAt: ${changedAt('n')}`,
    ...fieldList,
    ...cover,
    `citations: ${citationsHeld('n')}`,
    ...more,
  ];
  return `n {${entries.join(', ')}}`;
}

/** Where another claim that counts, about the same relation, states an end (or start) that beats this one's assumption. */
function overruled(kind: ClaimKind, claim: string, day: string): string {
  const relation = RELATIONS[kind];
  if (!relation) return 'false';
  const [from, to] = relation.edges;
  return `EXISTS {
    MATCH (a)<-[:${from}]-(${claim})-[:${to}]->(b), (a)<-[:${from}]-(other:${kind})-[:${to}]->(b)
    WHERE other <> ${claim} AND other.${relation.kind} = ${claim}.${relation.kind} AND ${claimCounts('other')} AND ${overrules('other', claim, day)}
  }`;
}

/** True where the claim holds on the day, at least for some reading or by an assumption that nothing overrules. */
export const holdsOn = (kind: ClaimKind, claim: string, day: string) =>
  `(${coverOf(claim, day)} IN ['CITED', 'IMPRECISE'] OR (${coverOf(claim, day)} = 'ASSUMED' AND NOT ${overruled(kind, claim, day)}))`;

/** Keeps the claims that cover the day `$on` as asked and that no other overrules, and binds how, as `cover`. */
export const coverClause = (kind: ClaimKind) => `WITH n, ${coverOf('n')} AS cover
  WHERE cover IN $cover AND NOT (cover IN ['ASSUMED', 'OPEN'] AND ${overruled(kind, 'n', '$on')})`;

/**
 * The same where a day may be asked for. Without one, the text does not look for claims that overrule: Neo4j would look
 * for them first, and for each claim at a unit at all others there.
 */
const coverIf = (isDated: boolean, kind: ClaimKind) =>
  isDated && RELATIONS[kind] ? coverClause(kind) : 'WITH n, null AS cover';

const DATED_ORDERS = { FIRST: { key: 'n.firstMin' }, FIRST_DESC: { key: 'n.firstMin', descending: true } };
const PLAIN_ORDERS = { RECORDED: { key: 'n.recordedAt' } };

/** The list of claims of a kind that hang on an entity by an edge, such as the postings at a unit; with a day, of those that hold on it. */
export function claimListing(
  kind: ClaimKind,
  edge: string,
  isDated: boolean,
  filters: Readonly<Record<string, string>> = {},
): Listing {
  return {
    name: `${kind}.${edge}`,
    match: `MATCH (:Record {id: parent})<-[:${edge}]-(n:${kind})`,
    where: statementCounts(kind, 'n', [edge]),
    bind: coverIf(isDated, kind),
    orders: RELATIONS[kind] ? DATED_ORDERS : PLAIN_ORDERS,
    filters,
    row: listedRow(kind, edge),
  };
}

/** The same, all at once, for lists that are short by nature. */
export function claimList(kind: ClaimKind, edge: string, isDated: boolean): CypherStatement {
  return {
    name: `${kind}.${edge} all`,
    text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (:Record {id: id})<-[:${edge}]-(n:${kind})
  WHERE ${statementCounts(kind, 'n', [edge])}
  ${coverIf(isDated, kind)}
  WITH n, cover ORDER BY n.${RELATIONS[kind] ? 'firstMin' : 'recordedAt'}, n.id
  RETURN collect(${listedRow(kind, edge)}) AS rows
}
RETURN id, rows`,
  };
}

/** Claims by id; with a day, only those that hold on it. */
export function claimById(kind: ClaimKind, isDated: boolean): CypherStatement {
  return {
    name: `${kind} by id`,
    text: `UNWIND $about.ids AS id ${nodesById('n', 'Claim', 'id', kind)} WHERE ${statementCounts(kind, 'n')}
${coverIf(isDated, kind)}
RETURN n.id AS id, ${claimRow(kind)} AS row`,
  };
}

/** Those of these claims that the reader may know of, even if they were retracted. */
export const VISIBLE_EVER: CypherStatement = {
  name: 'claims ever visible',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Claim')}
WHERE ${everHeld('n')}
  AND EXISTS { (n)-[:CITES]->(report:Report) WHERE ${mayRead('report')} }
RETURN id, {id: id} AS row`,
};

/** What these records said and say, in the order of time, as far as the reader may know of it. */
export const VERSIONS: CypherStatement = {
  name: 'versions of records',
  text: `UNWIND $about.ids AS id ${recordsById('id')}
RETURN id, COLLECT {
  MATCH ${contentsOf('n', 'content')}
  WHERE ${everHeld('content')}
    AND (content:Report OR EXISTS { (content)-[:CITES]->(report:Report) WHERE ${mayRead('report')} })
  RETURN {recordedAt: content.recordedAt, supersededAt: CASE WHEN content:Superseded AND content.retractedAt <= $view.recordedBy THEN content.retractedAt END}
  ORDER BY content.recordedAt
} AS rows`,
};

/** The kinds of the records with these ids. */
export const RECORD_LABELS: CypherStatement = {
  name: 'labels of records',
  text: `UNWIND $about.ids AS id ${recordsById('id')}
MATCH ${contentsOf('n', 'held')} WHERE ${visible('held')}
RETURN id, {label: ${kindOf('held')}} AS row`,
};

export const POSTING_FILTERS = {
  roles: 'n.role IN $filter.roles',
  from: "n.lastMax >= $filter.from OR n.lastHardness <> 'END'",
  to: "n.firstMin <= $filter.to OR n.firstHardness <> 'START'",
};
export const KIND_FILTERS = { kinds: 'n.kind IN $filter.kinds' };
export const MODE_FILTERS = { modes: 'n.mode IN $filter.modes' };

/** All demands, and those that lead to a record by an edge. */
export const DEMANDS: Listing = {
  name: 'demands',
  match: 'MATCH (n:Demand)',
  where: statementCounts('Demand', 'n'),
  bind: 'WITH n, null AS cover',
  orders: { ON: { key: 'n.onMin' }, ON_DESC: { key: 'n.onMin', descending: true } },
  idFilters: ['addressees', 'concerns'],
  filters: {
    by: leadsTo(`(n)-[:BY]->(body:Body) WHERE body.id IN $filter.by AND ${mayKnow('body')}`),
    kinds: KIND_FILTERS.kinds,
    addressees: leadsTo(
      `(n)-[link:ADDRESSED_TO]->(end:Record) WHERE end.id IN $filter.addressees AND ${mayKnow('end')} AND ${linkHeld('link')}`,
    ),
    concerns: leadsTo(
      `(n)-[link:CONCERNS]->(end:Record) WHERE end.id IN $filter.concerns AND ${visible('end')} AND ${linkHeld('link')}`,
    ),
    from: 'n.onMax >= $filter.from',
    to: 'n.onMax <= $filter.to',
    dataset: 'n.dataset = $filter.dataset',
  },
  row: claimRow('Demand'),
};
export const demandsAlong = (edge: 'BY' | 'ADDRESSED_TO' | 'CONCERNS'): Listing => ({
  ...DEMANDS,
  name: `demands ${edge}`,
  match: `MATCH (n:Demand)-[link:${edge}]->(:Record {id: parent})`,
  where: `${DEMANDS.where} AND ${linkHeld('link')}`,
});
