import DataLoader from 'dataloader';
import type { View } from '../../model/lens.js';
import { canBeMerged } from '../../model/merged-id.js';
import { shownUnder } from '../../model/record/own-words.rules.js';
import type { CypherStatement, Reader, ResultRow } from '../graph.js';
import { gathering, type Listing, type Page, pageLoader, type Query } from './listing.js';
import { REDIRECTED } from './redirects.cypher.js';

/** A row together with the view that it was read under; what belongs to it is read under the same view. */
export type Viewed<T> = T & { readonly view: View };

const MAX_BATCH = 1_000;

/** An entity that a claim leads to, with what the reader may call it. */
interface NamedEnd {
  readonly id: string;
  readonly name: string;
  readonly labels: readonly string[];
}

const ENTITIES = ['Person', 'Unit', 'Body', 'Location'];

/**
 * The batching loaders of one request under one view. A loader is made on first use and kept by what it reads, so that
 * all parents which ask the same question share one statement. Ids go in as `$about.ids`: Neo4j plans a statement anew
 * for each length of a list parameter, which takes seconds, but not for what is in a map.
 */
export class Batch {
  private readonly listings = new Map<string, unknown>();
  private readonly briefs = new Map<string, DataLoader<string, Viewed<ResultRow> | null>>();

  constructor(
    readonly reader: Reader,
    readonly view: View,
  ) {}

  /** One row by id; null where there is none that the view shows. The statement returns `id` and `row`. */
  byId<T extends ResultRow>(statement: CypherStatement, extra: ResultRow = {}): DataLoader<string, Viewed<T> | null> {
    return this.keep(`${statement.name} ${JSON.stringify(extra)}`, () =>
      this.loader((ids) => this.rowsById<T>(statement, ids, extra)),
    );
  }

  /**
   * Rows by id, whole and in brief. A row in brief is asked for only where neither another row brings it along nor the
   * whole one is asked for.
   */
  byIdOrInBrief<T extends ResultRow>(label: string, whole: CypherStatement, brief: CypherStatement) {
    const wholeRows = new Map<string, Promise<Viewed<T> | null>>();
    const byId = this.loader((ids) => this.rowsById<T>(whole, ids), wholeRows);
    const inBrief = this.loader(async (ids) => {
      const missing = ids.filter((id) => !wholeRows.has(id));
      const rows = missing.length === 0 ? [] : await this.rowsById<T>(brief, missing);
      const found = new Map(missing.map((id, index) => [id, rows[index] ?? null]));
      return Promise.all(ids.map((id) => (found.has(id) ? (found.get(id) ?? null) : byId.load(id))));
    });
    this.briefs.set(label, inBrief as DataLoader<string, Viewed<ResultRow> | null>);
    return { byId, inBrief };
  }

  private async rowsById<T extends ResultRow>(
    statement: CypherStatement,
    ids: readonly string[],
    extra: ResultRow = {},
  ): Promise<(Viewed<T> | null)[]> {
    const rows = await this.reader.rows<{ id: string; row: T }>(statement, {
      about: { ids },
      view: this.view,
      ...extra,
    });
    const found = new Map(rows.map(({ id, row }) => [id, this.viewed(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** All rows of a parent, for lists that are short by nature. The statement returns `id` (of the parent) and `rows`. */
  list<T extends ResultRow>(statement: CypherStatement, extra: ResultRow = {}): DataLoader<string, Viewed<T>[]> {
    return this.keep(`${statement.name} ${JSON.stringify(extra)}`, () =>
      this.loader(async (ids) => {
        const rows = await this.reader.rows<{ id: string; rows: T[] }>(statement, {
          about: { ids },
          view: this.view,
          ...extra,
        });
        const found = new Map(rows.map(({ id, rows: list }) => [id, list.map((row) => this.viewed(row))]));
        return ids.map((id) => found.get(id) ?? []);
      }),
    );
  }

  /** The row of the person or unit that an id has been merged into; null where it has not, or the reader may not know. */
  get redirected() {
    return this.byId<{ readonly id: string; readonly label: string } & ResultRow>(REDIRECTED);
  }

  /** The ids that are left of some: each its own, or that of the person or unit that it has been merged into. */
  idsLeft(ids: readonly string[]): Promise<string[]> {
    return Promise.all(ids.map(async (id) => (canBeMerged(id) ? ((await this.redirected.load(id))?.id ?? id) : id)));
  }

  /** One page of a long list. */
  page<T extends ResultRow>(listing: Listing, query: Query): DataLoader<string, Page<Viewed<T>>> {
    return this.keep(`${listing.name} ${JSON.stringify(query)}`, () =>
      pageLoader<Viewed<T>>(this.reader, this.view, listing, query, {
        finish: (row) => this.viewed(row),
        idsLeft: (ids) => this.idsLeft(ids),
      }),
    );
  }

  viewed<T extends ResultRow>({ ends, ...rest }: T & { ends?: readonly NamedEnd[] }): Viewed<T> {
    const row = rest as unknown as T;
    for (const end of ends ?? []) this.bringEntity(end);
    if (!Array.isArray(row.citations)) return { ...row, view: this.view };
    for (const { counts, reportId: id, title } of row.citations) if (counts) this.bring('Report', id, { title });
    const shownRow = shownUnder(row);
    const passages = shownRow.citations as readonly ResultRow[];
    const citations = passages.map((passage) => ({ ...passage, view: this.view }));
    return { ...shownRow, view: this.view, citations };
  }

  private bringEntity({ id, name, labels }: NamedEnd): void {
    for (const label of ENTITIES) this.bring(label, id, labels.includes(label) ? { name } : null);
  }

  private bring(label: string, id: string, row: ResultRow | null): void {
    this.briefs.get(label)?.prime(id, row && { id, label, ...row, view: this.view });
  }

  private loader<V>(
    load: (ids: readonly string[]) => Promise<V[]>,
    cacheMap = new Map<string, Promise<V>>(),
  ): DataLoader<string, V> {
    return new DataLoader(load, { maxBatchSize: MAX_BATCH, cacheMap, ...gathering(this.reader) });
  }

  private keep<V>(key: string, make: () => V): V {
    const cached = this.listings.get(key);
    if (cached !== undefined) return cached as V;
    const created = make();
    this.listings.set(key, created);
    return created;
  }
}
