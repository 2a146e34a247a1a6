import type { ManagedTransaction } from 'neo4j-driver';
import { type FieldError, type FieldPath, Refusal, refusal, userError } from '../../model/errors.js';
import { END_OF_TIME } from '../../model/lens.js';
import { type Draft, Drafter } from '../../model/record/draft.js';
import type { RecordProblem } from '../../model/record/located-records.js';
import { valueAt } from '../../model/record/shape-errors.js';
import { sentence } from '../../model/words.js';
import { problemsInGraph, referredTo } from '../change/check-draft.js';
import { mergedAwayIn, redirected, redirectsOf, statedOf, statementKey } from '../merge/follow-redirects.js';
import { passagesOf } from './citations.js';
import type { ParsedRecord } from './parse-record-input.js';

/** Drafts a record and checks it against the invariants, together with what the graph holds. */

/** A record as it is to be written. */
export interface DraftedRecord extends Draft {
  /** Where it is taken otherwise than the input says, in sentences. */
  readonly warnings: readonly string[];
  /** Claims that the record that is left has already, by the ids that they would have: the ids that they have. */
  readonly standsAs: ReadonlyMap<string, string>;
}

/** Throws a `Refusal` with everything that is wrong. What names a person or unit that was merged away goes to the one that is left. */
export async function draftRecord(
  tx: ManagedTransaction,
  parsedRecord: ParsedRecord,
  dataset: string,
): Promise<DraftedRecord> {
  const { documents, paragraphs } = await passagesOf(tx, parsedRecord.citations, parsedRecord.place);
  const drafter = new Drafter(dataset, paragraphs, documents);
  const origin = { file: parsedRecord.kind, line: 1, path: [] };
  const asWritten =
    parsedRecord.file === 'incident-claims'
      ? drafter.takeClaims({ record: parsedRecord.record, origin })
      : drafter.take(parsedRecord.file, { record: parsedRecord.record as never, origin });
  const { draft, ...followed } = await withIdsLeft(tx, asWritten, parsedRecord);
  const problems = await problemsInGraph(tx, draft);
  if (problems.length > 0) throw new Refusal(problems.map((problem) => problemError(problem, parsedRecord)));
  return { ...draft, ...followed };
}

async function withIdsLeft(tx: ManagedTransaction, asWritten: Draft, { place, provided }: ParsedRecord) {
  const redirects = await redirectsOf(tx, [...asWritten.nodes.map(({ id }) => id), ...referredTo(asWritten)]);
  const declared = asWritten.nodes.find(({ id }) => redirects.has(id));
  if (declared)
    throw refusal(
      'TAKEN',
      place(['id']),
      `${declared.id} was merged into ${redirects.get(declared.id)}. Add what is said of it there.`,
      { expected: 'an unused id', got: declared.id },
    );
  const mergedAway = mergedAwayIn(asWritten, redirects);
  const warnings = mergedAway.map(
    (id) =>
      `${place(pathTo(id, provided, [])).join('.')}: ${id} was merged into ${redirects.get(id)}; the record says it of ${redirects.get(id)}.`,
  );
  const draft = redirected(asWritten, redirects);
  const left = new Set(mergedAway.map((id) => redirects.get(id) ?? id));
  const claims = await statedOf(tx, left, END_OF_TIME);
  const standsAs = draft.nodes.flatMap((node) => {
    const there = node.labels.includes('Claim') ? claims.get(statementKey(node, draft.edges)) : undefined;
    return there ? [[node.id, there.id] as const] : [];
  });
  return { draft, warnings, standsAs: new Map(standsAs) };
}

/** What breaks an invariant, as an error of a field. */
export function problemError(
  problem: RecordProblem,
  { place, provided }: Pick<ParsedRecord, 'place' | 'provided'>,
): FieldError {
  const { path = [], field, to, reason } = problem;
  const [, expected, got] = /^expected (.+); got (.+)$/.exec(reason) ?? [];
  const errorPath = field !== undefined ? [...path, field] : to !== undefined ? pathTo(to, provided, path) : path;
  return userError('INVARIANT', place(errorPath), sentence(reason), { ...(expected && { expected }), got: got ?? to });
}

/** The way to the field that names an id or code: within the claim that the link is of, else anywhere in the record. */
function pathTo(id: string, provided: unknown, path: FieldPath): FieldPath {
  const inside = find(id, valueAt(provided, path)) ?? undefined;
  return inside ? [...path, ...inside] : (find(id, provided) ?? path);
}

function find(id: string, value: unknown): FieldPath | undefined {
  if (typeof value === 'string') return value === id || value.replace(/\s+/g, '') === id ? [] : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const rest = find(id, inner);
    if (rest) return [Array.isArray(value) ? Number(name) : name, ...rest];
  }
  return undefined;
}

/** Throws a `Refusal` where there is no such dataset. */
export async function datasetThere(tx: ManagedTransaction, id: string, at: FieldPath): Promise<void> {
  const { records } = await tx.run('MATCH (d:Dataset {id: $id}) RETURN d.id', { id });
  if (records.length === 0)
    throw refusal('NOT_FOUND', at, `There is no dataset ${id}.`, { expected: 'the id of a dataset', got: id });
}
