import { basename } from 'node:path';
import { Drafter } from '../../../model/record/draft.js';
import { FILES, INCIDENT_CLAIMS } from '../../../model/record/record-shapes.js';
import type { BroughtRedirect } from '../apply/brought-redirects.js';
import type { Piece } from '../apply/drafts.js';
import type { PieceSource } from '../apply/import-files.js';
import type { ConversionOptions } from '../record/conversion.js';
import { passageKey } from '../record/imported-record.js';
import { ImportReport, type Origin } from '../report/import-report.js';
import { type DumpLine, dumpRecords, requiredIn } from './dump-lines.js';
import { shapeOf } from './shape.js';

/**
 * One dataset of our own dump (`GET /export/records.jsonl`), with the ids that its records have there. It is read twice:
 * first to learn which entities the dataset names, then to give its records.
 */
export function recordsSource(files: Readonly<Record<string, string>>, options: ConversionOptions): PieceSource {
  const report = new ImportReport(files);
  const redirects: BroughtRedirect[] = [];
  const file = files.records ?? '';
  const required = () => requiredIn(file, options.dataset);
  return { pieces: piecesIn(file, options.dataset, report, redirects), report, redirects, required };
}

async function* piecesIn(
  path: string,
  dataset: string,
  report: ImportReport,
  redirects: BroughtRedirect[],
): AsyncGenerator<Piece> {
  const entities = await entitiesOf(path, dataset, report);
  if (report.failed) return;
  const paragraphs = new Map<string, string>();
  const drafter = new Drafter(dataset, paragraphs);
  for await (const { origin, line } of dumpRecords(path, report)) {
    const own = line.labels.includes('Entity') ? entities.has(line.id) : line.properties.dataset === dataset;
    if (!own) continue;
    for (const { id, access } of line.referents ?? []) redirects.push({ from: id, into: line.id, access, origin });
    for (const [key, sha256] of passagesIn(line)) paragraphs.set(key, sha256);
    const piece = pieceOf(drafter, line, origin, report);
    if (piece) yield piece;
  }
}

/** The hashes of the paragraphs that a record cites. */
const passagesIn = ({ links }: DumpLine): [key: string, sha256: string][] =>
  links.flatMap(({ type, properties: { document, paragraph, passageSha256 } }) =>
    type === 'CITES' && typeof passageSha256 === 'string' ? [[passageKey(document, paragraph), passageSha256]] : [],
  );

/** The entities that the dataset gives a name: an entity belongs to no dataset, but is seen by its names. */
async function entitiesOf(path: string, dataset: string, report: ImportReport): Promise<Set<string>> {
  const named = new Set<string>();
  const datasets = new Set<string>();
  for await (const { line } of dumpRecords(path, report)) {
    if (typeof line.properties.dataset === 'string') datasets.add(line.properties.dataset);
    if (line.properties.dataset !== dataset || !line.labels.includes('Name')) continue;
    for (const { type, to } of line.links) if (type === 'OF') named.add(to);
  }
  if (!datasets.has(dataset) && !report.failed)
    report.error(
      { file: basename(path), row: 1 },
      `one of the datasets of the dump: ${[...datasets].join(', ')}`,
      dataset,
      NO_SUCH_DATASET,
    );
  return named;
}

const NO_SUCH_DATASET = 'The dump holds no record of this dataset.';

function pieceOf(drafter: Drafter, line: DumpLine, origin: Origin, report: ImportReport): Piece | undefined {
  const shaped = shapeOf(line);
  if (!shaped) {
    report.error(origin, 'labels that we know', line.labels.join(', '), 'There are no records of this kind.');
    return undefined;
  }
  const place = { file: origin.file, line: origin.row };
  const { recordType, record, unknown } = shaped;
  if (unknown.length > 0) {
    report.error(origin, 'fields that we know', unknown.join(', '), 'The record says what we have no field for.');
    return undefined;
  }
  const parsed =
    recordType === 'incident-claims' ? INCIDENT_CLAIMS.safeParse(record) : FILES[recordType].safeParse(record);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      report.error(
        origin,
        `${path.join('.')}: ${message}`,
        line.id,
        'The record does not have the shape of its record type.',
      );
    return undefined;
  }
  const located = { record: parsed.data as never, origin: place };
  const draft = recordType === 'incident-claims' ? drafter.takeClaims(located) : drafter.take(recordType, located);
  const [node] = draft.nodes;
  if (!node) {
    report.warning(origin, 'a record that says something new', line.id, 'Another record of the dump says the same.');
    return undefined;
  }
  report.count(recordType);
  // The record keeps the id that it has there, also where the dump shows less of it than its id was made from.
  const renamed = (id: string) => (id === node.id ? line.id : id);
  const { origin: _origin, ...own } = node;
  return {
    origin,
    nodes: [{ ...own, id: line.id }],
    edges: draft.edges.map(({ type, from, to, properties }) => ({ type, from: renamed(from), to, properties })),
  };
}
