import type { Graph } from '../../../graph/graph.js';
import type { Draft } from '../../../model/record/draft.js';
import { problemsOf } from '../../../model/record/invariants.js';
import { sentence } from '../../../model/words.js';
import { codesIn, referencedRecords } from '../../../writing/change/check-draft.js';
import { publishedThrough } from '../../../writing/change/clock.js';
import { type HashedNode, hashed, type Stored, states, stored } from '../../../writing/change/write-records.js';
import type { ImportReport } from '../report/import-report.js';
import type { EditionComparison } from './edition-comparison.js';
import type { SeenIds } from './seen-ids.js';
import type { Spool } from './spool.js';

/** Holds the pieces of an import against the invariants and against the graph, and says what writing them would do. */

/** What writing would do to records. */
export interface Effect {
  created: number;
  /** Held already, with the same content. */
  unchanged: number;
  /** Taken back by an import or an undoing of one, and brought back by this one. */
  restored: number;
  /** Retracted or corrected by an editor: it stays so. */
  left: number;
  /** By kind: what is created. */
  readonly kinds: Record<string, number>;
}

/** What stands under an id for all to see: what an interrupted import has left behind does not count. */
const published = (found: Stored | undefined, through: string) =>
  found && found.recordedAt <= through ? found : undefined;

/** What an import does with a record, given what stands under its id. */
export function fateOf(
  node: HashedNode,
  found: Stored | undefined,
): 'created' | 'unchanged' | 'restored' | 'left' | 'refused' {
  if (!found) return 'created';
  if (!states(found, node.hash)) return 'refused';
  if (found.hash !== node.hash) return 'left';
  if (found.retractedAt === null || found.retraction === 'MERGED') return 'unchanged';
  return found.retraction === 'EDITED' || found.retraction === 'REDACTED' ? 'left' : 'restored';
}

/** Reads all pieces once, part by part; every problem goes to the report. */
export async function checkPieces(
  graph: Graph,
  spool: Spool,
  seenIds: SeenIds,
  report: ImportReport,
  comparison?: EditionComparison,
): Promise<Effect> {
  const codes = await graph.write('import: codes', codesIn);
  seenIds.learn(await graph.write('import: known', (tx) => referencedRecords(tx, seenIds.missing())));
  const through = await publishedThrough(graph);
  const effect: Effect = { created: 0, unchanged: 0, restored: 0, left: 0, kinds: {} };
  for await (const part of spool.parts()) {
    for (const { file, line, reason } of problemsOf(part, codes, seenIds)) {
      if (seenIds.repeated.has(`${file}:${line}`) && reason.startsWith('the id ')) continue;
      report.error({ file, row: line }, 'a record that breaks no rule', '', sentence(reason));
    }
    const fresh = await assess(graph, part, through, effect, report);
    await comparison?.compare(fresh, part.edges);
  }
  await comparison?.end();
  return effect;
}

/** Counts what writing a part would do, and gives the records that would be new to readers. */
async function assess(
  graph: Graph,
  part: Draft,
  through: string,
  effect: Effect,
  report: ImportReport,
): Promise<HashedNode[]> {
  const fresh: HashedNode[] = [];
  const nodes = hashed(part);
  const ids = nodes.map(({ id }) => id);
  const found = await graph.write('import: stored', (tx) => stored(tx, ids));
  for (const node of nodes) {
    const { id, origin } = node;
    const place = { file: origin.file, row: origin.line };
    const fate = fateOf(node, published(found.get(id), through));
    if (fate === 'refused') {
      report.error(place, 'the content that is in the graph, or a new id', id, NEVER_OVERWRITTEN);
      continue;
    }
    effect[fate] += 1;
    if (fate === 'created' || fate === 'restored') fresh.push(node);
    if (fate === 'created') effect.kinds[kindOf(node)] = (effect.kinds[kindOf(node)] ?? 0) + 1;
    if (fate === 'left')
      report.warning(
        place,
        'a statement in force',
        id,
        found.get(id)?.hash === node.hash ? STAYS_RETRACTED : STAYS_CORRECTED,
      );
  }
  return fresh;
}

const STAYS_RETRACTED = 'An editor retracted it; it stays retracted.';
const STAYS_CORRECTED = 'An editor corrected it; it stays as corrected.';
const NEVER_OVERWRITTEN =
  'It is in the graph with other content, and what was recorded is never overwritten; import the whole edition with --whole, correct it there, or give the new content a new id.';

const kindOf = ({ labels }: HashedNode) => labels.find((label) => !['Record', 'Claim', 'Entity'].includes(label)) ?? '';
