import type { CypherStatement } from '../../graph/graph.js';
import { coverOf, overrules } from '../../graph/query/cover.cypher.js';
import type { Listing } from '../../graph/query/listing.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { changedAt } from '../../graph/query/version.cypher.js';
import { citationsOf, claimCounts, kindOf, visible } from '../../graph/query/visible.cypher.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import type { Fields } from '../../model/record/fields/field.js';
import { NESTED_CLAIMS, OWN_FIELDS } from '../../model/record/fields/kinds.js';
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

/** What a claim of each kind says, with the record that it is about where that one may hold it inside. */
const FIELDS: Readonly<Record<ClaimKind, Fields>> = {
  ...OWN_FIELDS,
  ...Object.fromEntries(
    Object.values(NESTED_CLAIMS).map(({ label, owner }) => [label, { ...OWN_FIELDS[label], ...owner }]),
  ),
  Fact: { ...OWN_FIELDS.Fact, ...NESTED_CLAIMS.facts.owner },
};

/** The row of a claim of that kind, as a Cypher map over `n`; `cover` must be bound. */
export function claimRow(kind: ClaimKind): string {
  const recorded = ['.id', `label: '${kind}'`, '.dataset', '.recordedAt', '.retractedAt', '.corrects'];
  const fieldList = fieldEntries({ ...CLAIM, ...FIELDS[kind] });
  const cover = RELATIONS[kind] ? ['cover: cover'] : [];
  const entries = [
    ...recorded,
    `changedAt: ${changedAt('n')}`,
    ...fieldList,
    ...cover,
    `citations: ${citationsOf('n')}`,
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

/** Binds `cover` for the day `$on` (null: no day asked) and keeps the claims whose cover is asked for and that no other overrules. */
export function coverClause(kind: ClaimKind): string {
  if (!RELATIONS[kind]) return 'WITH n, null AS cover';
  return `WITH n, CASE WHEN $on IS NULL THEN null ELSE ${coverOf('n')} END AS cover
  WHERE $on IS NULL OR (cover IN $cover AND NOT (cover IN ['ASSUMED', 'OPEN'] AND ${overruled(kind, 'n', '$on')}))`;
}

const DATED_ORDERS = { FIRST: { key: 'n.firstMin' }, FIRST_DESC: { key: 'n.firstMin', descending: true } };
const PLAIN_ORDERS = { RECORDED: { key: 'n.recordedAt' } };

/** The list of claims of a kind that hang on an entity by an edge, such as the postings at a unit. */
export function claimListing(kind: ClaimKind, edge: string, filters: Readonly<Record<string, string>> = {}): Listing {
  return {
    name: `${kind}.${edge}`,
    match: `MATCH (:Record {id: parent})<-[:${edge}]-(n:${kind})`,
    where: claimCounts('n'),
    bind: coverClause(kind),
    orders: RELATIONS[kind] ? DATED_ORDERS : PLAIN_ORDERS,
    filters,
    row: claimRow(kind),
  };
}

/** All claims of a kind that hang on an entity by an edge, for lists that are short by nature. */
export function claimList(kind: ClaimKind, edge: string): CypherStatement {
  return {
    name: `${kind}.${edge} all`,
    text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (:Record {id: id})<-[:${edge}]-(n:${kind})
  WHERE ${claimCounts('n')}
  ${coverClause(kind)}
  WITH n, cover ORDER BY n.${RELATIONS[kind] ? 'firstMin' : 'recordedAt'}, n.id
  RETURN collect(${claimRow(kind)}) AS rows
}
RETURN id, rows`,
  };
}

/** Claims by id; with a day asked (`$on`), only those that hold on it. */
export function claimById(kind: ClaimKind): CypherStatement {
  return {
    name: `${kind} by id`,
    text: `UNWIND $about.ids AS id MATCH (n:${kind} {id: id}) WHERE ${claimCounts('n')}
${coverClause(kind)}
RETURN n.id AS id, ${claimRow(kind)} AS row`,
  };
}

/** Those of these claims that the reader may know of, even if they were retracted. */
export const VISIBLE_EVER: CypherStatement = {
  name: 'claims ever visible',
  text: `UNWIND $about.ids AS id MATCH (n:Claim {id: id})
WHERE n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy
  AND EXISTS { (n)-[:CITES]->(report:Report) WHERE report.access IN $view.clearance }
RETURN id, {id: id} AS row`,
};

/** The kinds of the records with these ids. */
export const RECORD_LABELS: CypherStatement = {
  name: 'labels of records',
  text: `UNWIND $about.ids AS id MATCH (n:Record {id: id}) WHERE ${visible('n')}
RETURN id, {label: ${kindOf('n')}} AS row`,
};

export const POSTING_FILTERS = {
  roles: 'n.role IN $filter.roles',
  from: "n.lastMax >= $filter.from OR n.lastHardness <> 'END'",
  to: "n.firstMin <= $filter.to OR n.firstHardness <> 'START'",
};
export const KIND_FILTERS = { kinds: 'n.kind IN $filter.kinds' };
export const MODE_FILTERS = { modes: 'n.mode IN $filter.modes' };
