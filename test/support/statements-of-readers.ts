import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as claim from '../../src/entities/claim/claim.cypher.js';
import * as records from '../../src/exchange/export/export.cypher.js';
import * as changes from '../../src/exchange/sync/changes.cypher.js';
import { type CypherStatement, type Graph, Reader } from '../../src/graph/graph.js';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';
import { type Listing, pageLoader } from '../../src/graph/query/listing.js';
import { viewOf } from '../../src/model/lens.js';
import { LABELS } from '../../src/model/record/fields/kinds.js';
import { CLAIM_KINDS } from '../../src/model/vocabulary.js';

/** Every statement of the product that may answer a reader. */

/** Whoever keeps the whole graph sees all of it. */
const OF_OPERATORS = /^src\/ops\//;

export const CYPHER_FILES = readdirSync(join(PROJECT, 'src'), { recursive: true })
  .map((file) => `src/${file}`)
  .filter((file) => file.endsWith('.cypher.ts') && !OF_OPERATORS.test(file))
  .sort();

/** A reader with a grant is sent statements as they were made. */
const GRANTED = viewOf(['PUBLIC'], {}, undefined, { granted: ['PUBLIC', 'PARTNER'] });

const FILTERS = { ...claim.POSTING_FILTERS, ...claim.KIND_FILTERS, ...claim.MODE_FILTERS };

/** What functions make of their arguments, by the name of the function. */
export const MADE: Readonly<Record<string, readonly unknown[]>> = {
  claimListing: CLAIM_KINDS.flatMap((kind) => [true, false].map((on) => claim.claimListing(kind, 'OF', on, FILTERS))),
  claimList: CLAIM_KINDS.flatMap((kind) => [true, false].map((on) => claim.claimList(kind, 'OF', on))),
  claimById: CLAIM_KINDS.flatMap((kind) => [true, false].map((on) => claim.claimById(kind, on))),
  demandsAlong: [claim.demandsAlong('CONCERNS')],
  recordsOf: Object.values(LABELS).map((label) => records.recordsOf(label)),
  changesIn: [changes.changesIn('ALL'), changes.changesIn('CANDIDATES')],
  countIn: [changes.countIn('ALL'), changes.countIn('CANDIDATES')],
};

/** Each statement once: of a list the page and the count, without a filter, with each alone, and in each order. */
export async function statementsOfReaders(): Promise<CypherStatement[]> {
  const modules = await Promise.all(CYPHER_FILES.map((file) => import(join(PROJECT, file))));
  const values = [...modules, ...Object.values(MADE)].flatMap(itemsOf);
  const statements = [
    ...values.filter(isStatement),
    ...(await Promise.all(values.filter(isListing).map(ofListing))).flat(),
  ];
  return [...new Map(statements.map((statement) => [statement.text, statement])).values()];
}

function itemsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return isStatement(value) || isListing(value) ? [value] : Object.values(value).flatMap(itemsOf);
}

const isStatement = (value: unknown): value is CypherStatement => isWith(value, ['name', 'text']);
const isListing = (value: unknown): value is Listing => isWith(value, ['name', 'match', 'where', 'row']);
const isWith = (value: unknown, keys: readonly string[]) =>
  typeof value === 'object' &&
  value !== null &&
  keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

async function ofListing(listing: Listing): Promise<CypherStatement[]> {
  const filters = [undefined, ...Object.keys(listing.filters ?? {})];
  const queries = [
    ...filters.map((filter) => ({ order: Object.keys(listing.orders)[0] ?? '', filter })),
    ...Object.keys(listing.orders).map((order) => ({ order, filter: undefined })),
  ];
  const found: CypherStatement[] = [];
  let suffix = '';
  const read = async (statement: CypherStatement) => {
    found.push({ ...statement, name: `${statement.name}${suffix}` });
    return [];
  };
  const reader = new Reader({ read } as unknown as Graph);
  for (const { order, filter } of queries) {
    suffix = filter ? ` by ${filter}` : '';
    const query = { order, filter: filter === undefined ? {} : { [filter]: [] }, page: {} };
    const loader = pageLoader(reader, GRANTED, { ...listing, idFilters: [] }, query, {
      finish: (row) => row,
      idsLeft: async (ids) => ids,
    });
    await (await loader.load('parent')).count();
  }
  return found;
}
