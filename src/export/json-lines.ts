import { createHash } from 'node:crypto';
import { type About, canonical, type Page } from './export.rules.js';

/** Our own dump: a manifest, one record on each line, and a trailer that vouches for the bytes before it. */

const FORMAT = 'accountability-graph/records';
const VERSION = 1;

export interface Manifest extends About {
  readonly format: string;
  readonly version: number;
  readonly clearance: 'PUBLIC';
  /** Of each kind, and of all. */
  readonly counts: Readonly<Record<string, number>>;
  readonly records: number;
}

/** What stands at the head of a dump, and what it holds. */
export function manifestOf(about: About, counts: Readonly<Record<string, number>>): Manifest {
  const records = Object.values(counts).reduce((sum, number) => sum + number, 0);
  return { format: FORMAT, version: VERSION, clearance: 'PUBLIC', ...about, counts, records };
}

/** The lines of a dump. The trailer's hash is over all bytes before its line, line feeds included. */
export async function* jsonLines(manifest: Manifest, pages: AsyncIterable<Page>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  const told = (values: readonly unknown[]) => {
    const text = values.map((value) => `${canonical(value)}\n`).join('');
    hash.update(text);
    lines += values.length;
    return text;
  };
  yield told([manifest]);
  for await (const { records } of pages)
    yield told(records.map(({ id, labels, properties, links }) => ({ id, labels, properties, links })));
  yield `${canonical({ lines, sha256: hash.digest('hex') })}\n`;
}
