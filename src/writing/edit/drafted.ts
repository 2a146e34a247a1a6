import type { ManagedTransaction } from 'neo4j-driver';
import { type Path, Refusal, refusal, type UserError, userError } from '../../model/errors.js';
import { type Draft, Drafter } from '../../model/record/draft.js';
import type { Problem } from '../../model/record/located-records.js';
import { valueAt } from '../../model/record/shape-errors.js';
import { sentence } from '../../model/words.js';
import { problemsInGraph } from '../change/check.js';
import type { Asked } from './asked.js';
import { passagesOf } from './citations.js';

/** Drafts a record that was asked for, and holds it against the invariants together with what stands in the graph. */

/** Throws a `Refusal` with everything that is wrong. */
export async function drafted(tx: ManagedTransaction, asked: Asked, dataset: string): Promise<Draft> {
  const { documents, paragraphs } = await passagesOf(tx, asked.citations, asked.place);
  const drafter = new Drafter(dataset, paragraphs, documents);
  const origin = { file: asked.kind, line: 1, path: [] };
  const draft =
    asked.file === 'incident-claims'
      ? drafter.takeClaims({ record: asked.record, origin })
      : drafter.take(asked.file, { record: asked.record as never, origin });
  const problems = await problemsInGraph(tx, draft);
  if (problems.length > 0) throw new Refusal(problems.map((problem) => problemError(problem, asked)));
  return draft;
}

/** What breaks an invariant, as an error of a field. */
export function problemError(problem: Problem, { place, given }: Pick<Asked, 'place' | 'given'>): UserError {
  const { path = [], field, to, reason } = problem;
  const [, expected, got] = /^expected (.+); got (.+)$/.exec(reason) ?? [];
  const way = field !== undefined ? [...path, field] : to !== undefined ? wayTo(to, given, path) : path;
  return userError('INVARIANT', place(way), sentence(reason), { ...(expected && { expected }), got: got ?? to });
}

/** The way to the field that names an id or code: within the claim that the link is of, else anywhere in the record. */
function wayTo(id: string, given: unknown, path: Path): Path {
  const inside = find(id, valueAt(given, path)) ?? undefined;
  return inside ? [...path, ...inside] : (find(id, given) ?? path);
}

function find(id: string, value: unknown): Path | undefined {
  if (typeof value === 'string') return value === id || value.replace(/\s+/g, '') === id ? [] : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const way = find(id, inner);
    if (way) return [Array.isArray(value) ? Number(name) : name, ...way];
  }
  return undefined;
}

/** Throws a `Refusal` where there is no such dataset. */
export async function datasetThere(tx: ManagedTransaction, id: string, at: Path): Promise<void> {
  const { records } = await tx.run('MATCH (d:Dataset {id: $id}) RETURN d.id', { id });
  if (records.length === 0)
    throw refusal('NOT_FOUND', at, `There is no dataset ${id}.`, { expected: 'the id of a dataset', got: id });
}
