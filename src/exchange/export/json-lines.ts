import { createHash } from 'node:crypto';
import { ACCESS_LEVELS } from '../../model/access.rules.js';
import { canonical } from '../../model/hash.js';
import type { ReadingRights } from '../../model/lens.js';
import type { About, ExportPage, ExportRecord } from './export.rules.js';
import type { Selection } from './selection.js';

/** Our own dump: a manifest, one record on each line, and a trailer with the hash of all bytes before it. */

const FORMAT = 'accountability-graph/records';
const VERSION = 1;

export interface ExportManifest extends About {
  readonly format: string;
  readonly version: number;
  /** The highest access level of what it may show. */
  readonly clearance: string;
  /** Where the feed of changes goes on from it; none where a lens narrows it. */
  readonly cursor: string | null;
  /** Of each kind, and of all. */
  readonly counts: Readonly<Record<string, number>>;
  readonly records: number;
}

/** The highest level that a reader reaches in any dataset. */
const highestLevel = ({ clearance, grants }: ReadingRights) =>
  ACCESS_LEVELS.findLast((level) => [clearance, ...Object.values(grants)].some((levels) => levels.includes(level))) ??
  '';

/** What stands at the head of a dump, and what it holds. */
export function manifestOf(
  { about, view, cursor }: Pick<Selection, 'about' | 'view' | 'cursor'>,
  counts: Readonly<Record<string, number>>,
): ExportManifest {
  const records = Object.values(counts).reduce((sum, number) => sum + number, 0);
  return { format: FORMAT, version: VERSION, clearance: highestLevel(view), cursor, ...about, counts, records };
}

/** What a dump says of a record. */
export const recordLine = ({ id, labels, properties, links, referents }: ExportRecord) => ({
  id,
  labels,
  properties,
  links,
  ...(referents && { referents }),
});

/** The lines of a dump. The trailer's hash is over all bytes before its line, line feeds included. */
export async function* jsonLines(manifest: ExportManifest, pages: AsyncIterable<ExportPage>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  const listing = (values: readonly unknown[]) => {
    const text = values.map((value) => `${canonical(value)}\n`).join('');
    hash.update(text);
    lines += values.length;
    return text;
  };
  yield listing([manifest]);
  for await (const { records } of pages) yield listing(records.map(recordLine));
  yield `${canonical({ lines, sha256: hash.digest('hex') })}\n`;
}
