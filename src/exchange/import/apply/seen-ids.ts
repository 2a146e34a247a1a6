import { entityRank, rankOf, statementRank } from '../../../model/access.rules.js';
import type { ReferencedRecord, ReferencedRecords } from '../../../model/record/referenced-records.js';
import { essentials } from '../../../writing/change/referenced-rows.js';
import type { ImportReport, Origin } from '../report/import-report.js';
import type { Piece } from './drafts.js';

type Node = Piece['nodes'][number];
type Edge = Piece['edges'][number];

/**
 * What a first reading of all pieces remembers: of each record that others may refer to, as little as the invariants ask.
 * Claims are referred to by nothing, so an import of any size fits.
 */
export class SeenIds implements ReferencedRecords {
  private readonly own = new Map<string, Omit<ReferencedRecord, 'level'> & { readonly place: string }>();
  private readonly graph = new Map<string, ReferencedRecord>();
  /** What an entity or statement is seen by: its own level, and the reports cited. */
  private readonly visibilities = new Map<string, { readonly own: number; readonly reports: readonly string[] }[]>();
  private readonly referred = new Set<string>();
  private readonly claims = new Set<string>();

  /**
   * `withClaims` remembers the ids of claims as well, to tell later what was stated; `repeated` are the places that declare
   * what was declared before.
   */
  constructor(
    private readonly withClaims = false,
    readonly repeated: Set<string> = new Set(),
  ) {}

  /** One for the same pieces under other ids: nothing is remembered but which places repeat others. */
  emptied(): SeenIds {
    return new SeenIds(this.withClaims, this.repeated);
  }

  /** Whether a record is among the pieces. */
  states(id: string): boolean {
    return this.claims.has(id) || this.own.has(id);
  }

  /** Remembers ids that the files state, though no piece has them any more. */
  noteStated(ids: readonly string[]): void {
    if (this.withClaims) for (const id of ids) this.claims.add(id);
  }

  /** Remembers a piece. A record that was declared before is an ERROR of the report. */
  add(piece: Piece, report?: ImportReport): void {
    for (const node of piece.nodes) {
      if (!node.labels.includes('Claim')) this.declare(node, piece, report);
      else if (this.withClaims) this.claims.add(node.id);
    }
    for (const edge of piece.edges) this.refer(edge, piece);
  }

  private declare(node: Node, { origin, edges }: Piece, report?: ImportReport): void {
    const earlier = this.own.get(node.id);
    if (earlier) {
      this.repeated.add(`${origin.file}:${origin.row}`);
      const message = `The id ${node.id} is already used at ${earlier.place}.`;
      report?.error(origin, 'a unique id', node.id, message);
    }
    this.own.set(node.id, { ...essentials(node), place: placeOf(origin) });
    if (node.labels.includes('Entity')) return;
    const reports = node.labels.includes('Report') ? [node.id] : citedBy(node.id, edges);
    this.seenBy(node.id, rankOf(node.properties.access), reports);
  }

  private refer({ type, from, to }: Edge, { nodes, edges }: Piece): void {
    if (type !== 'CLASSIFIES' && !this.own.has(to)) this.referred.add(to);
    const name = type === 'OF' ? nodes.find(({ id, labels }) => id === from && labels.includes('Name')) : undefined;
    if (name) this.seenBy(to, rankOf(name.properties.access), citedBy(from, edges));
  }

  /** Leaves entities to the graph, which has them with other content. */
  leave(ids: Iterable<string>): void {
    for (const id of ids) {
      this.own.delete(id);
      this.referred.add(id);
    }
  }

  /** The ids that the pieces refer to and none of them declares, and those of entities that they say more of. */
  missing(): string[] {
    return [...this.referred].filter((id) => !this.own.has(id));
  }

  /** Adds what the graph knows of records that the pieces do not declare. */
  learn(records: ReadonlyMap<string, ReferencedRecord>): void {
    for (const [id, one] of records) this.graph.set(id, one);
  }

  get(id: string): ReferencedRecord | undefined {
    const own = this.own.get(id);
    const elsewhere = this.graph.get(id);
    if (!own) return elsewhere && { ...elsewhere, level: Math.min(elsewhere.level, this.levelOf(id)) };
    return { ...own, level: this.levelOf(id) };
  }

  private seenBy(id: string, own: number, reports: readonly string[]): void {
    const visibilities = this.visibilities.get(id) ?? [];
    visibilities.push({ own, reports });
    this.visibilities.set(id, visibilities);
  }

  private levelOf(id: string): number {
    const visibilities = this.visibilities.get(id) ?? [];
    return entityRank(visibilities.map(({ own, reports }) => statementRank(own, this.ranksOf(reports))));
  }

  /** A report that is not there is a problem of its own, and hides nothing. */
  private ranksOf(reports: readonly string[]): number[] {
    return reports.map((id) => {
      const report = this.own.get(id) ?? this.graph.get(id);
      return report ? rankOf(report.properties.access) : 0;
    });
  }
}

const placeOf = ({ file, row, column }: Origin) => `${file}:${row}${column ? ` (${column})` : ''}`;

const citedBy = (id: string, edges: Piece['edges']) =>
  edges.filter(({ from, type }) => from === id && type === 'CITES').map(({ to }) => to);
