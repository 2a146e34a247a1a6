import type { Reader } from '../../graph/graph.js';
import { SteadyRows } from '../../graph/query/steady-rows.js';
import type { View } from '../../model/lens.js';
import { type RecordRow, recordOf } from '../export/export.loader.js';
import { type ChangeScope, changesIn, countIn, WIDTH } from './changes.cypher.js';
import type { Changes, RecordChange } from './changes.rules.js';

/** How many records one statement goes through. */
const PAGE_SIZE = 1_000;
/** With more candidates, going through all records costs less than looking for the candidates anew for each page. */
const MOST_CANDIDATES = 50_000;

interface ChangeRow {
  readonly op: RecordChange['op'];
  readonly id: string;
  readonly kind: string;
  readonly mergedInto?: string | null;
  readonly isRedacted: boolean;
  readonly record: RecordRow | null;
}

interface ScannedPage {
  readonly last: string | null;
  readonly scanned: number;
  readonly rows: readonly ChangeRow[];
}

/**
 * Reads what differs between what a client holds and what it is to hold, by id, in pages of the same work. The whole text
 * of its statements: test/graph/statements/changes-all.cypher, changes-candidates.cypher and changes-width.cypher.
 */
export class ChangePages {
  private chosenScope: Promise<ChangeScope | 'NONE'> | undefined;

  private readonly steady: SteadyRows;

  constructor(
    private readonly reader: Reader,
    private readonly before: View,
    private readonly view: View,
    private readonly size = PAGE_SIZE,
  ) {
    this.steady = new SteadyRows(reader);
  }

  /**
   * The next changes behind an id: `most`, or all that are left. It goes on until it has them, whatever lies between that
   * the reader may not see: a shorter page, or the id at which it stopped, would tell of that.
   */
  async next(after: string, most: number): Promise<Changes> {
    const changes: RecordChange[] = [];
    for (let behind: string | null = after; behind !== null && changes.length <= most; ) {
      const page = await this.scan(behind, most + 1 - changes.length);
      changes.push(...page.changes);
      behind = page.after;
    }
    const more = changes.length > most;
    return { changes: changes.slice(0, most), after: more ? (changes[most - 1]?.id ?? after) : null };
  }

  /** All of them behind an id, page by page. */
  async *all(after: string): AsyncGenerator<readonly RecordChange[]> {
    for (let behind: string | null = after; behind !== null; ) {
      const page: Changes = await this.scan(behind, this.size);
      yield page.changes;
      behind = page.after;
    }
  }

  /** The changes, `most` at most, among the next records behind an id; it ends at a record that the reader may not see. */
  private async scan(after: string, most: number): Promise<Changes> {
    const scope = await this.scope();
    if (scope === 'NONE') return { changes: [], after: null };
    const limits = { after, limit: this.size, most };
    const [page] = await this.steady.rows<ScannedPage>(changesIn(scope), { ...this.views(), ...limits });
    const { last = null, scanned = 0, rows = [] } = page ?? {};
    return { changes: rows.map(changeOf), after: scanned < this.size ? null : last };
  }

  /** How many there are in all; one statement. */
  async count(): Promise<number> {
    const scope = await this.scope();
    if (scope === 'NONE') return 0;
    const [row] = await this.steady.rows<{ total: number }>(countIn(scope), this.views());
    return row?.total ?? 0;
  }

  private scope(): Promise<ChangeScope | 'NONE'> {
    this.chosenScope ??= this.chooseScope();
    return this.chosenScope;
  }

  /** Where other datasets are left out, all their records may differ. */
  private async chooseScope(): Promise<ChangeScope | 'NONE'> {
    const { before, view } = this;
    if (before.excludeDatasets.join('\n') !== view.excludeDatasets.join('\n')) return 'ALL';
    if (before.recordedBy === view.recordedBy) return 'NONE';
    if (before.recordedBy === '') return 'ALL';
    const limits = { limit: MOST_CANDIDATES + 1 };
    const [row] = await this.reader.rows<{ width: number }>(WIDTH, { ...this.views(), ...limits });
    return (row?.width ?? 0) > MOST_CANDIDATES ? 'ALL' : 'CANDIDATES';
  }

  private views() {
    return { before: this.before, view: this.view };
  }
}

function changeOf({ op, id, kind, mergedInto, isRedacted, record }: ChangeRow): RecordChange {
  const mark = isRedacted ? { isRedacted } : {};
  if (op !== 'DEL' && record !== null) return { op, id, kind, ...mark, record: recordOf(record) };
  return { op: 'DEL', id, kind, ...(mergedInto && { mergedInto }), ...mark };
}
