import DataLoader from 'dataloader';
import { ApiError } from '../../model/errors.js';
import type { View } from '../../model/lens.js';
import type { Reader, ResultRow } from '../graph.js';

/**
 * Lists in pages by keyset: a cursor holds the order, the sort key and the id of an item, so a page starts right behind
 * that item whatever was inserted before it, at the same cost for any depth. The whole text of such a statement:
 * test/graph/statements/posting-at.cypher.
 */

export interface Order {
  /** A Cypher expression over `n` (and what `bind` adds) that is never null. */
  readonly key: string;
  readonly descending?: boolean;
}

export interface Listing {
  /** Name of the statement, and part of each cursor. */
  readonly name: string;
  /** `MATCH` clauses that bind `n`; `parent` is the id of the owner, or an empty string at the root. */
  readonly match: string;
  /** A predicate over `n` that is always asked. */
  readonly where: string;
  /** Expressions over `n` that filters and orders share, by the name that they use; each is computed once. */
  readonly terms?: Readonly<Record<string, string>>;
  /** A `WITH` that computes more from `n`, such as its name, and may filter by it. */
  readonly bind?: string;
  readonly orders: Readonly<Record<string, Order>>;
  /** Predicates over `n`, used where the filter of that name is given, as `$filter.<name>`. */
  readonly filters?: Readonly<Record<string, string | LeadsTo>>;
  /** Those filters that hold ids of people and units, as paths such as `post.at`: an id that was merged away leads on. */
  readonly idFilters?: readonly string[];
  /** A Cypher map: the row of `n`. */
  readonly row: string;
}

/**
 * A filter that asks for a way from `n` to something that is given by its id or its place, as a pattern with its conditions.
 * Neo4j can begin there, and need not look at each `n`.
 */
export interface LeadsTo {
  readonly pattern: string;
}

export const leadsTo = (pattern: string): LeadsTo => ({ pattern });

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Query {
  readonly order: string;
  readonly filter: ResultRow;
  /** Values for parameters that `bind` or `row` read. */
  readonly extra?: ResultRow;
  readonly page: PageArguments;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Page<T> {
  readonly edges: Edge<T>[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counts the whole list; a statement of its own, run only where the count is selected. */
  readonly count: () => Promise<number>;
}

const DEFAULT_SIZE = 20;
export const MAX_SIZE = 100;

interface Window {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: { key: unknown; id: string } | undefined;
}

function windowOf(listing: Listing, query: Query): Window {
  const error = windowError(query.page);
  if (error) throw new ApiError('BAD_INPUT', error);
  const { first, after, last, before } = query.page;
  const backward = last != null;
  const text = backward ? before : after;
  return {
    size: (backward ? last : first) ?? DEFAULT_SIZE,
    backward,
    cursor: text == null ? undefined : readCursor(listing, query.order, text),
  };
}

/** What is wrong with paging arguments, in a sentence. */
function windowError({ first, after, last, before }: PageArguments): string | undefined {
  if (first != null && last != null) return 'Expected either `first` or `last`; got both.';
  if (after != null && before != null) return 'Expected either `after` or `before`; got both.';
  if (last != null && after != null) return 'Expected `before` with `last`; got `after`.';
  if (last == null && before != null) return 'Expected `last` with `before`; got none.';
  const size = last ?? first ?? DEFAULT_SIZE;
  if (size >= 1 && size <= MAX_SIZE) return undefined;
  return `Expected \`${last == null ? 'first' : 'last'}\` from 1 to ${MAX_SIZE}; got ${size}.`;
}

function writeCursor(listing: Listing, order: string, key: unknown, id: string): string {
  return Buffer.from(JSON.stringify([listing.name, order, key, id])).toString('base64url');
}

function readCursor(listing: Listing, order: string, text: string): { key: unknown; id: string } {
  const [name, itsOrder, key, id] = parseCursor(text);
  if (
    ![name, itsOrder, id].every((part) => typeof part === 'string') ||
    (typeof key !== 'string' && typeof key !== 'number')
  ) {
    throw new ApiError(
      'BAD_CURSOR',
      `Expected a cursor that this list gave; got ${JSON.stringify(text.slice(0, 60))}.`,
    );
  }
  if (name !== listing.name || itsOrder !== order) {
    const partText = (part: unknown) => String(part).slice(0, 40);
    throw new ApiError(
      'BAD_CURSOR',
      `Expected a cursor of the list ${listing.name} in the order ${order}; got one of ${partText(name)} in the order ${partText(itsOrder)}.`,
    );
  }
  return { key, id: id as string };
}

function parseCursor(text: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parsed) && parsed.length === 4 ? parsed : [];
  } catch {
    return [];
  }
}

const all = (conditions: readonly string[]) => conditions.map((text) => `(${text})`).join('\n    AND ');

/**
 * The clauses that keep what is asked for, with each `n` once. A filter that needs no shared term is asked before any is
 * computed, and the first that leads to something before all others.
 */
function keeping(listing: Listing, query: Query): string {
  const requested = Object.keys(query.filter)
    .filter((name) => query.filter[name] != null)
    .map((name) => filterOf(listing, name));
  const start = requested.find((filter) => typeof filter !== 'string');
  const filters = requested
    .filter((filter) => filter !== start)
    .map((filter) => (typeof filter === 'string' ? filter : `EXISTS { ${filter.pattern} }`));
  const terms = Object.entries(listing.terms ?? {});
  const needsTerm = (text: string) => terms.some(([name]) => text.includes(name));
  const first = `${start ? `MATCH ${start.pattern}\n  WITH DISTINCT n\n  ` : ''}WHERE ${all([listing.where, ...filters.filter((text) => !needsTerm(text))])}
  WITH DISTINCT n`;
  if (terms.length === 0) return first;
  const later = filters.filter(needsTerm);
  return `${first}
  WITH n, ${terms.map(([name, expression]) => `${expression} AS ${name}`).join(', ')}${
    later.length === 0
      ? ''
      : `
  WHERE ${all(later)}`
  }`;
}

function filterOf(listing: Listing, name: string): string | LeadsTo {
  const filter = listing.filters?.[name];
  if (filter === undefined) throw new Error(`The list ${listing.name} has no filter ${name}.`);
  return filter;
}

function orderOf(listing: Listing, name: string): Order {
  const order = listing.orders[name];
  if (order === undefined) throw new Error(`The list ${listing.name} has no order ${name}.`);
  return order;
}

/** One statement for all parents: what `tail` makes of each parent's matching `n`. */
function statementText(listing: Listing, query: Query, tail: string, result: string): string {
  return `UNWIND $about.parents AS parent
CALL (parent) {
  ${listing.match}
  ${keeping(listing, query)}
  ${listing.bind ?? ''}
  ${tail}
}
RETURN parent, ${result}`;
}

function pageText(listing: Listing, query: Query, window: Window): string {
  const order = orderOf(listing, query.order);
  const downward = (order.descending ?? false) !== window.backward;
  const beyond = downward ? '<' : '>';
  const direction = downward ? 'DESC' : 'ASC';
  const keyset = `WHERE key ${beyond} $cursor.key OR (key = $cursor.key AND n.id ${beyond} $cursor.id)`;
  const tail = `WITH *, ${order.key} AS key
  ${window.cursor ? keyset : ''}
  ORDER BY key ${direction}, n.id ${direction}
  LIMIT $limit
  RETURN collect({key: key, row: ${listing.row}}) AS items`;
  return statementText(listing, query, tail, 'items');
}

interface Item<T> {
  readonly key: unknown;
  readonly row: T & { id: string };
}

function toPage<T>(
  listing: Listing,
  query: Query,
  window: Window,
  found: Item<T>[],
  finish: (row: T) => T,
  count: () => Promise<number>,
): Page<T> {
  const more = found.length > window.size;
  const items = found.slice(0, window.size);
  if (window.backward) items.reverse();
  const edges = items.map(({ key, row }) => ({
    cursor: writeCursor(listing, query.order, key, row.id),
    node: finish(row),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: window.backward ? window.cursor !== undefined : more,
      hasPreviousPage: window.backward ? more : window.cursor !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  };
}

/** How the rows of a list are finished, and where the ids in its filters lead. */
interface Finishing<T> {
  readonly finish: (row: T) => T;
  readonly idsLeft: (ids: readonly string[]) => Promise<readonly string[]>;
}

/** A filter with the ids that are left of those in it. */
async function withIdsLeft(
  { idFilters = [] }: Listing,
  filter: ResultRow,
  idsLeft: Finishing<unknown>['idsLeft'],
): Promise<ResultRow> {
  const followed = async (value: unknown, path: readonly string[]): Promise<unknown> => {
    const [name, ...deeper] = path;
    if (value == null) return value;
    if (name !== undefined)
      return { ...(value as ResultRow), [name]: await followed((value as ResultRow)[name], deeper) };
    return Array.isArray(value) ? [...new Set(await idsLeft(value))] : (await idsLeft([value as string]))[0];
  };
  let result: unknown = filter;
  for (const path of idFilters) result = await followed(result, path.split('.'));
  return result as ResultRow;
}

/** How a loader waits for all that its request comes to ask in the meantime. */
export const gathering = (reader: Reader) => ({ batchScheduleFn: (load: () => void) => reader.whenIdle(load) });

/** A loader of pages: the same page of many parents in one statement. */
export function pageLoader<T>(
  reader: Reader,
  view: View,
  listing: Listing,
  query: Query,
  { finish, idsLeft }: Finishing<T>,
): DataLoader<string, Page<T>> {
  const window = windowOf(listing, query);
  const parametersOf = async () => ({
    view,
    filter: await withIdsLeft(listing, query.filter, idsLeft),
    ...query.extra,
  });
  const counts = new DataLoader<string, number>(async (parents) => {
    const statement = {
      name: `${listing.name} count`,
      text: statementText(listing, query, 'RETURN count(n) AS total', 'total'),
    };
    const about = { parents };
    const rows = await reader.rows<{ parent: string; total: number }>(statement, { ...(await parametersOf()), about });
    return inOrder(parents, rows, (row) => row.total, 0);
  }, gathering(reader));
  return new DataLoader<string, Page<T>>(async (parents) => {
    const statement = { name: listing.name, text: pageText(listing, query, window) };
    const rows = await reader.rows<{ parent: string; items: Item<T>[] }>(statement, {
      ...(await parametersOf()),
      about: { parents },
      limit: window.size + 1,
      cursor: window.cursor ?? null,
    });
    const items = new Map(rows.map((row) => [row.parent, row.items]));
    return parents.map((parent) =>
      toPage(listing, query, window, items.get(parent) ?? [], finish, () => counts.load(parent)),
    );
  }, gathering(reader));
}

export function inOrder<R extends { parent: string }, V>(
  keys: readonly string[],
  rows: R[],
  value: (row: R) => V,
  missing: V,
): V[] {
  const found = new Map(rows.map((row) => [row.parent, value(row)]));
  return keys.map((key) => found.get(key) ?? missing);
}
