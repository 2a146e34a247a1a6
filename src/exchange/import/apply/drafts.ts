import { type DraftEdge, Drafter, type DraftNode } from '../../../model/record/draft.js';
import { FILES } from '../../../model/record/record-shapes.js';
import type { ImportedRecord } from '../record/imported-record.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** Records of an import as the nodes and edges that they become, each with its place in the files. */

/** The nodes and edges of one record. */
export interface Piece {
  readonly origin: Origin;
  readonly nodes: readonly Omit<DraftNode, 'origin'>[];
  readonly edges: readonly Omit<DraftEdge, 'origin'>[];
}

/** Drafts records one by one. A record without the shape of its record type is an ERROR with its place. */
export async function* piecesOf(
  dataset: string,
  records: AsyncIterable<ImportedRecord>,
  report: ImportReport,
): AsyncGenerator<Piece> {
  const drafter = new Drafter(dataset);
  for await (const { recordType, record, origin } of records) {
    const parsed = FILES[recordType].safeParse(record);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        report.error(
          origin,
          `${issue.path.join('.')}: ${issue.message}`,
          recordText(record, issue.path),
          NOT_OUR_SHAPE,
        );
      continue;
    }
    const place = { file: origin.file, line: origin.row };
    const { nodes, edges } = drafter.take(recordType, { record: parsed.data as never, origin: place });
    if (nodes.length > 0 || edges.length > 0) yield { origin, nodes: nodes.map(bare), edges: edges.map(bare) };
  }
}

const NOT_OUR_SHAPE = 'The record does not have the shape of its record type.';

function bare<T extends { readonly origin: unknown }>({ origin: _origin, ...rest }: T): Omit<T, 'origin'> {
  return rest;
}

function recordText(record: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    record,
  );
  return value === undefined ? '' : JSON.stringify(value);
}
