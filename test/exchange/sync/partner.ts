import { createHash } from 'node:crypto';

/** What a partner does to keep a copy: as `docs/sync.md` tells it, and with nothing of ours. */

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const linesOf = (text: string) => text.split('\n').slice(0, -1);

/** A copy: the line of each record by its id. */
export type Copy = ReadonlyMap<string, string>;

/** The copy that a snapshot holds, with its manifest before it and its trailer behind it. */
export function copyOf(snapshot: string): Copy {
  const records = linesOf(snapshot).slice(1, -1);
  return new Map(records.map((line) => [JSON.parse(line).id, line]));
}

/** Takes the answer of `GET /changes` into a copy; what is cut off changes nothing. */
export function fold(copy: Copy, feed: string): { copy: Copy; manifest: string; cursor: string } {
  const changes = linesOf(feed);
  const last = JSON.parse(changes.pop() ?? '{}');
  if (last.lines !== changes.length || last.sha256 !== sha256(changes.map((line) => `${line}\n`).join('')))
    throw new Error('The feed is not whole.');
  const next = new Map(copy);
  for (const change of changes) {
    const { op, id } = JSON.parse(change);
    if (op === 'DEL') next.delete(id);
    else next.set(id, change.slice(change.indexOf('"record":') + '"record":'.length, -1));
  }
  return { copy: next, manifest: JSON.stringify(last.manifest), cursor: last.cursor };
}

/** The snapshot of a copy: its manifest, its lines by id, its trailer. */
export function snapshotOf(copy: Copy, manifest: string): string {
  const records = [...copy].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  const text = [manifest, ...records].map((line) => `${line}\n`).join('');
  return `${text}${JSON.stringify({ lines: records.length + 1, sha256: sha256(text) })}\n`;
}
