import { createHash } from 'node:crypto';
import type { Context } from '../../context.js';
import { canonical } from '../../model/hash.js';
import { withFirstPiece } from '../export/export.js';
import { manifestOf, recordLine } from '../export/json-lines.js';
import type { RecordChange } from './changes.rules.js';
import { countsOf } from './counts.js';
import { type ChangesInput, type Feed, openFeed } from './open-feed.js';

/**
 * The feed of changes as JSON lines: one for each record that a client must write, replace or drop, by id, and a last one
 * with the cursor and the manifest of the snapshot that it then holds. Without that last line the answer is not whole.
 * What changed is read by change-pages.ts.
 */

/** Opens the lines: what is wrong with the request is thrown before the first of them. */
export async function openChanges(
  context: Context,
  input: ChangesInput,
  pageSize?: number,
): Promise<AsyncIterable<string>> {
  return withFirstPiece(linesOf(context, await openFeed(context, input, pageSize)));
}

async function* linesOf(context: Context, { selection, pages, after }: Feed): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const changes of pages.all(after)) {
    if (changes.length === 0) continue;
    const text = changes.map((change) => `${canonical(withLine(change))}\n`).join('');
    hash.update(text);
    lines += changes.length;
    yield text;
  }
  const manifest = manifestOf(selection, await countsOf(context.reader, selection));
  yield `${canonical({ cursor: manifest.cursor, lines, manifest, sha256: hash.digest('hex') })}\n`;
}

/** The record is the line of the export, and by its name the last member: its bytes can be cut out as they stand. */
const withLine = (change: RecordChange) =>
  change.op === 'DEL' ? change : { ...change, record: recordLine(change.record) };
