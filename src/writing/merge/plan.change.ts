import type { ManagedTransaction } from 'neo4j-driver';
import { heldAt } from '../../graph/query/visible.cypher.js';
import { type FieldError, type FieldPath, userError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import type { Draft } from '../../model/record/draft.js';
import type { ReferencedRecord } from '../../model/record/referenced-records.js';
import { problemsInGraph, referencedRecords } from '../change/check-draft.js';
import { type Conflict, conflictsOf } from './conflicts.rules.js';
import { type Decision, decisionBetween } from './decisions.change.js';
import { findingsAbout } from './findings.change.js';
import { claimsOf, contentKey, type LiveClaim, type RestatedClaim, restate } from './restating.change.js';

/** What a merge would do and why it cannot: worked out whole before anything is written, and shown by the preview as it is. */

/** A claim of the record that is merged away, and the claim of the other that says the same: it is not stated twice. */
interface DuplicateClaim {
  readonly original: LiveClaim;
  readonly standsAs: string;
}

export interface Plan {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  /** The lowest rank of access that sees the one that goes. */
  readonly level: number;
  readonly restated: readonly RestatedClaim[];
  readonly duplicates: readonly DuplicateClaim[];
  /** The findings about the one that goes. */
  readonly findings: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** A negative decision that stands between the two. */
  readonly decision: Decision | undefined;
  /** What hinders the merge, each by itself. */
  readonly problems: readonly FieldError[];
}

export type Mergeable = 'Person' | 'Unit';

export interface Pair {
  /** The one that goes. */
  readonly from: string;
  /** The one that stays. */
  readonly into: string;
  /** What both must be; left out, either kind will do. */
  readonly kind?: Mergeable | undefined;
}

/** The plan of a merge by what the graph held at an instant; `place` is where its input stands. */
export async function planMerge(tx: ManagedTransaction, pair: Pair, at: string, place: FieldPath): Promise<Plan> {
  const { from, into } = pair;
  const id = `merge-${contentHash([from, into, at]).slice(0, 16)}`;
  const referenced = await referencedRecords(tx, [from, into], at);
  const [going, staying] = [referenced.get(from), referenced.get(into)];
  const unfit = await unfitFor(tx, pair, { going, staying, at }, place);
  const nothing = { id, from, into, level: 0, restated: [], duplicates: [], findings: [], conflicts: [] };
  if (!going || unfit.length > 0) return { ...nothing, decision: undefined, problems: unfit };

  const [claims, there] = [await claimsOf(tx, from, at), await claimsOf(tx, into, at)];
  const claimsThere = there.filter(({ links }) => !links.some(({ to }) => to === from));
  const { restated, duplicates } = restateAll(claims, claimsThere, { id, from, into });
  return {
    ...nothing,
    level: going.level,
    restated,
    duplicates,
    findings: await findingsAbout(tx, from, at),
    conflicts: conflictsOf(
      restated.map(({ original, node, edges }) => ({ ...original, properties: node.properties, links: edges })),
      claimsThere,
    ),
    decision: await decisionBetween(tx, from, into, at),
    problems: await broken(tx, restated, { into, at }, [...place, 'from']),
  };
}

/**
 * Each claim once: what the remaining record states already, or what another claim has brought, is not stated again.
 */
function restateAll(
  claims: readonly LiveClaim[],
  liveClaims: readonly LiveClaim[],
  { id, from, into }: { readonly id: string; readonly from: string; readonly into: string },
): Pick<Plan, 'restated' | 'duplicates'> {
  const idByContent = new Map(liveClaims.map((claim) => [contentKey(claim), claim.id]));
  const restated: RestatedClaim[] = [];
  const duplicates: DuplicateClaim[] = [];
  for (const [line, original] of claims.entries()) {
    const fresh = restate(original, from, into, id, line);
    const key = contentKey({ kind: original.kind, properties: fresh.node.properties, links: fresh.edges });
    const standsAs = idByContent.get(key);
    if (standsAs !== undefined) duplicates.push({ original, standsAs });
    else {
      idByContent.set(key, fresh.node.id);
      restated.push(fresh);
    }
  }
  return { restated, duplicates };
}

/** What the graph held of the two at an instant. */
interface Ends {
  readonly going: ReferencedRecord | undefined;
  readonly staying: ReferencedRecord | undefined;
  readonly at: string;
}

/** What no claim would heal: a merge of what is not there, of two kinds, of a body, or into what fewer may see. */
async function unfitFor(
  tx: ManagedTransaction,
  { from, into, kind }: Pair,
  { going, staying, at }: Ends,
  place: FieldPath,
): Promise<FieldError[]> {
  const [out, to] = [
    [...place, 'from'],
    [...place, 'into'],
  ];
  if (from === into)
    return [userError('BAD_INPUT', to, 'Expected two different ids; got the same twice.', { got: into })];
  const missing = [
    ...(kindIn(going, kind) ? [] : [await absent(tx, out, from, kind)]),
    ...(kindIn(staying, kind) ? [] : [await absent(tx, to, into, kind)]),
  ];
  if (missing.length > 0 || !going || !staying) return missing;
  const [one, other] = [kindIn(going, kind), kindIn(staying, kind)];
  if (one !== other)
    return [userError('BAD_INPUT', to, `Expected two of one kind; ${from} is a ${one}, ${into} is a ${other}.`)];
  const body = going.labels.includes('Body') ? await asBody(tx, from, at) : undefined;
  if (body !== undefined)
    return [
      userError(
        'UNSUPPORTED',
        out,
        `${from} is a body too, and ${body} refers to it as such; a body is not merged away. Merge the other way round, or leave the two apart.`,
      ),
    ];
  if (staying.level > going.level)
    return [
      userError(
        'INVARIANT',
        to,
        `More readers may see ${from} than ${into}, and the merge would show them that id. Merge the other way round.`,
      ),
    ];
  return [];
}

function kindIn(referenced: ReferencedRecord | undefined, kind: Mergeable | undefined): Mergeable | undefined {
  return (kind ? [kind] : (['Person', 'Unit'] as const)).find((label) => referenced?.labels.includes(label));
}

/** Why nothing can be merged under an id: it has gone into another, or was never there. */
async function absent(
  tx: ManagedTransaction,
  field: FieldPath,
  id: string,
  kind: Mergeable | undefined,
): Promise<FieldError> {
  const { records } = await tx.run(
    "MATCH (:Entity {id: $id})<-[:FROM]-(m:Merge {state: 'MERGED'}) RETURN m.into AS into, m.id AS merge",
    { id },
  );
  const [missingRow] = records;
  if (missingRow)
    return userError(
      'RETRACTED',
      field,
      `${id} was merged into ${missingRow.get('into')} by ${missingRow.get('merge')}. Merge that one, or undo the merge first.`,
    );
  return userError('NOT_FOUND', field, `There is no ${kind?.toLowerCase() ?? 'person or unit'} ${id}.`, { got: id });
}

/** A record that refers to an entity as a body, or by a plain link that only a finding about it may have. */
async function asBody(tx: ManagedTransaction, id: string, at: string): Promise<string | undefined> {
  const { records } = await tx.run(
    `MATCH (:Entity {id: $id})<-[link]-(n:Record)
     WHERE ${heldAt('n', '$at')} AND type(link) IN ['PUBLISHED_BY', 'BY', 'PART', 'WHOLE'] RETURN n.id AS id ORDER BY id LIMIT 1`,
    { id, at },
  );
  return records[0]?.get('id');
}

/** The invariants that restated claims would break and the claims themselves do not. */
async function broken(
  tx: ManagedTransaction,
  restatedClaims: readonly RestatedClaim[],
  { into, at }: { readonly into: string; readonly at: string },
  field: FieldPath,
): Promise<FieldError[]> {
  const after: Draft = {
    nodes: restatedClaims.map(({ node }) => node),
    edges: restatedClaims.flatMap(({ edges }) => edges),
  };
  const before: Draft = {
    nodes: after.nodes,
    edges: restatedClaims.flatMap(({ original, edges, node }) =>
      original.links.map((link) => ({ ...link, from: node.id, origin: edges[0]?.origin ?? node.origin })),
    ),
  };
  const problemsBefore = new Set(
    (await problemsInGraph(tx, before, at)).map(({ line, reason }) => `${line} ${reason}`),
  );
  const fresh = (await problemsInGraph(tx, after, at)).filter(
    ({ line, reason }) => !problemsBefore.has(`${line} ${reason}`),
  );
  const ids = new Map(restatedClaims.map(({ node, original }) => [node.id, original.id]));
  return fresh.map(({ file, reason }) => {
    const originalReason = [...ids].reduce((text, [id, original]) => text.replaceAll(id, original), reason);
    return userError('INVARIANT', field, `${file} would break a rule as a claim of ${into}: ${originalReason}.`);
  });
}
