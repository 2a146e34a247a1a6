import type { ManagedTransaction } from 'neo4j-driver';
import { type FieldError, type FieldPath, Refusal, refusal, userError } from '../../model/errors.js';
import { type Draft, Drafter } from '../../model/record/draft.js';
import type { RecordProblem } from '../../model/record/located-records.js';
import { valueAt } from '../../model/record/shape-errors.js';
import { sentence } from '../../model/words.js';
import { problemsInGraph } from '../change/check-draft.js';
import { passagesOf } from './citations.js';
import type { ParsedRecord } from './parse-record-input.js';

/** Drafts a record and checks it against the invariants, together with what the graph holds. */

/** Throws a `Refusal` with everything that is wrong. */
export async function draftRecord(tx: ManagedTransaction, parsedRecord: ParsedRecord, dataset: string): Promise<Draft> {
  const { documents, paragraphs } = await passagesOf(tx, parsedRecord.citations, parsedRecord.place);
  const drafter = new Drafter(dataset, paragraphs, documents);
  const origin = { file: parsedRecord.kind, line: 1, path: [] };
  const draft =
    parsedRecord.file === 'incident-claims'
      ? drafter.takeClaims({ record: parsedRecord.record, origin })
      : drafter.take(parsedRecord.file, { record: parsedRecord.record as never, origin });
  const problems = await problemsInGraph(tx, draft);
  if (problems.length > 0) throw new Refusal(problems.map((problem) => problemError(problem, parsedRecord)));
  return draft;
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
