import { type DraftEdge, Drafter, type DraftNode } from '../../../model/record/draft.js';
import { FILES } from '../../../model/record/record-shapes.js';
import type { FromExport, ImportedRecord } from '../record/imported-record.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** Records of an import as the nodes and edges that they become, each with its place in the files. */

/** The nodes and edges of one record. */
export interface Piece {
  readonly origin: Origin;
  readonly nodes: readonly Omit<DraftNode, 'origin'>[];
  readonly edges: readonly Omit<DraftEdge, 'origin'>[];
  /** The id under which another dataset states the claim in it, as an export of ours says. */
  readonly foreignClaimId?: string;
}

/** Drafts records one by one. A record without the shape of its record type is an ERROR with its place. */
export async function* piecesOf(
  dataset: string,
  records: AsyncIterable<ImportedRecord>,
  report: ImportReport,
): AsyncGenerator<Piece> {
  const passages = new Map<string, string>();
  const drafter = new Drafter(dataset, passages);
  for await (const { recordType, record, origin, fromExport } of records) {
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
    for (const [passage, hash] of fromExport?.passages ?? []) passages.set(passage, hash);
    const { nodes, edges } = drafter.take(recordType, { record: parsed.data as never, origin: place });
    const piece = { origin, nodes: nodes.map(bare), edges: edges.map(bare) };
    if (nodes.length > 0 || edges.length > 0) yield fromExport ? exportedPiece(piece, fromExport) : piece;
  }
}

function exportedPiece(piece: Piece, { claimId, foreignClaimId }: FromExport): Piece {
  if (claimId) return withClaimId(piece, claimId);
  return foreignClaimId ? { ...piece, foreignClaimId } : piece;
}

/** A piece whose claim has the id under which the graph has it, which may be made from more than an export shows. */
function withClaimId(piece: Piece, claimId: string): Piece {
  const ownId = piece.nodes.find(({ labels }) => labels.includes('Claim'))?.id;
  const renamed = (id: string) => (id === ownId ? claimId : id);
  return {
    ...piece,
    nodes: piece.nodes.map((node) => ({ ...node, id: renamed(node.id) })),
    edges: piece.edges.map((edge) => ({ ...edge, from: renamed(edge.from) })),
  };
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
