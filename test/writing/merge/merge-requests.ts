import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { Reader } from '../../../src/graph/graph.js';
import type { Clearance } from '../../../src/model/lens.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { edit, graph } from '../../support/graph.js';

/** Merges and unmerges as an editor does, and what readers are given before and after. */

const ERRORS = 'entry { action reason subjects } userErrors { field code message }';
const MERGED = `merge { id from into state at } entity { id name } ${ERRORS}`;
const UNDONE = `merge { id state undoneAt } entity { id name } restored left { original standIn } stays ${ERRORS}`;

interface MergeOptions {
  readonly seenAt?: string;
  readonly despiteDecision?: boolean;
  readonly reason?: string;
}

/** The whole payload of a merge. */
export async function merge(kind: 'person' | 'unit', from: string, into: string, options: MergeOptions = {}) {
  const input = { from, into, reason: 'The same, by both biographies.', ...options };
  const data = await edit(`mutation ($input: MergeInput!) { done: ${kind}Merge(input: $input) { ${MERGED} } }`, {
    input,
  });
  return data.done;
}

/** The id of a merge that must go well. */
export async function merged(
  kind: 'person' | 'unit',
  from: string,
  into: string,
  options: MergeOptions = {},
): Promise<string> {
  const { merge: made, userErrors } = await merge(kind, from, into, options);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return made.id;
}

export async function undo(mergeId: string) {
  const input = { mergeId, reason: 'Two after all.' };
  return (await edit(`mutation ($input: MergeUndoInput!) { done: mergeUndo(input: $input) { ${UNDONE} } }`, { input }))
    .done;
}

export async function notSame(a: string, b: string) {
  const input = { a, b, reason: 'Born in different years.' };
  const source = `mutation ($input: NotSameInput!) { done: notSame(input: $input) { decision { id a b reason by } ${ERRORS} } }`;
  return (await edit(source, { input })).done;
}

export async function preview(from: string, into: string) {
  const source = `query ($from: ID!, $into: ID!) { done: mergePreview(from: $from, into: $into) {
    seenAt from { id name } into { id name } claims { kind count ids } alreadyStated findings
    conflicts { kind message claimIds } decision { a b reason } userErrors { field code message } } }`;
  return (await edit(source, { from, into })).done;
}

/** What a reader with a clearance may ask with. */
export const contextFor = async (clearance: Clearance) =>
  new Context(new Reader(graph()), clearance, await publishedThrough(graph()));

/** An export as a reader gets it. */
export async function exportText(name: string, clearance: Clearance, parameters: Record<string, string> = {}) {
  const opened = await openExport(await contextFor(clearance), name, parameters);
  let text = '';
  for await (const part of opened?.text ?? []) text += part;
  return text;
}

/** The lines of all records as a reader exports them, without the manifest and the trailer. */
export async function recordLines(clearance: Clearance, parameters: Record<string, string> = {}): Promise<string[]> {
  const text = await exportText('records.jsonl', clearance, parameters);
  return text.trimEnd().split('\n').slice(1, -1);
}

/** What a record says in an export, by its id. */
export async function exported(id: string, clearance: Clearance, parameters: Record<string, string> = {}) {
  const lines = await recordLines(clearance, parameters);
  return lines.map((line) => JSON.parse(line)).find((record) => record.id === id);
}

/** The properties of a node, past every lens. */
export async function nodeOf(id: string) {
  const [row] = await graph().read(
    { name: 'node', text: 'MATCH (n:Record {id: $id}) RETURN properties(n) AS properties' },
    { id },
  );
  return row?.properties as Record<string, unknown> | undefined;
}
