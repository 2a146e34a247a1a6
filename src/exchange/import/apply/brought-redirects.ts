import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../../graph/graph.js';
import { rankOf } from '../../../model/access.rules.js';
import { contentHash } from '../../../model/hash.js';
import { hashed, writeNodes } from '../../../writing/change/write-records.js';
import { redirectsOf } from '../../../writing/merge/follow-redirects.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** The ids that a dump says were merged into its records: they lead on here too. */

export interface BroughtRedirect {
  readonly from: string;
  readonly into: string;
  /** The lowest access level that may know the id that was merged away. */
  readonly access: string;
  readonly origin: Origin;
}

const LIVE_NAMES = `UNWIND $ids AS id MATCH (n:Name)-[:OF]->(:Entity {id: id}) WHERE n.retractedAt IS NULL
RETURN id, collect(n.id) AS names`;

/**
 * Those that are new here. An id under which this graph has a record by itself stays what it is, and is told: whether the
 * two are the same, an editor decides. `isGoing` says whether the import takes a claim back.
 */
export async function newRedirects(
  graph: Graph,
  brought: readonly BroughtRedirect[],
  isGoing: (id: string) => boolean,
  report: ImportReport,
): Promise<BroughtRedirect[]> {
  if (brought.length === 0) return [];
  const { redirects, aliveIds } = await graph.write('import: redirects', async (tx) => {
    const { records } = await tx.run(LIVE_NAMES, { ids: brought.map(({ from }) => from) });
    const named = records.filter((record) => record.get('names').some((name: string) => !isGoing(name)));
    return {
      redirects: await redirectsOf(
        tx,
        brought.flatMap(({ from, into }) => [from, into]),
      ),
      aliveIds: new Set(named.map((record) => record.get('id'))),
    };
  });
  return brought.filter(({ from, into, origin }) => {
    const there = redirects.get(from);
    if (there !== undefined && there !== (redirects.get(into) ?? into))
      report.warning(origin, `${from} merged into ${into}`, `${from} merged into ${there}`, LEADS_ELSEWHERE);
    if (there === undefined && aliveIds.has(from))
      report.warning(origin, `${from} merged into ${into}`, `${from} as a record by itself`, STANDS);
    return there === undefined && !aliveIds.has(from);
  });
}

const LEADS_ELSEWHERE = 'The id leads elsewhere in this graph, and stays so.';
const STANDS = 'The dump says that the two are one. Merge them here too, if they are.';

/** Who brings the redirects, when and why. */
interface Signature {
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  readonly dataset: string;
}

/** Writes redirects as merges of the import, which leave no claims to restate. */
export async function writeRedirects(
  tx: ManagedTransaction,
  { at, actor, reason, dataset }: Signature,
  redirects: readonly BroughtRedirect[],
): Promise<void> {
  const ids = redirects.map(({ from }) => from);
  const { records } = await tx.run('MATCH (n:Record) WHERE n.id IN $ids RETURN n.id AS id', { ids });
  const existing = new Set(records.map((record) => record.get('id')));
  const nodes = redirects.filter(({ from }) => !existing.has(from)).map(({ from }) => entityOf(from));
  await writeNodes(tx, hashed({ nodes, edges: [] }), at);
  const merges = redirects.map(({ from, into, access }) => ({
    id: `merge-${contentHash([from, into, at]).slice(0, 16)}`,
    ...{ from, into, at, by: actor, reason, dataset, state: 'MERGED', originals: [], standIns: [] },
    level: neo4j.int(rankOf(access)),
  }));
  await tx.run(
    `UNWIND $merges AS merge MATCH (a:Entity {id: merge.from}), (b:Entity {id: merge.into})
     CREATE (a)<-[:FROM]-(m:Merge)-[:INTO]->(b) SET m = merge`,
    { merges },
  );
}

const entityOf = (id: string) => ({
  id,
  labels: ['Record', 'Entity', id.startsWith('person-') ? 'Person' : 'Unit'],
  properties: {},
  origin: { file: id, line: 1 },
});
