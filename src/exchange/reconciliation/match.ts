import type { Context } from '../../context.js';
import { idsLeft } from '../../entities/claim/record.lookup.js';
import type { View } from '../../model/lens.js';
import { searchQuery } from '../../model/names/search-text.js';
import { neededFor, propertyOf } from './properties.rules.js';
import { ReconciliationReader } from './reconciliation.loader.js';
import { type ReconciliationEntity, type RelatedRow, type TypeId, typesOf } from './reconciliation.rules.js';
import { recordsOf } from './reconciliation-entities.js';
import { type AskedQuery, type AskedValue, MOST_CANDIDATES } from './reconciliation-request.js';
import {
  type Candidate,
  type Constraint,
  type MatchQuery,
  rankCandidates,
  Spellings,
  type WantedValue,
} from './score.rules.js';

/** Answers a batch of queries, in as many statements as one query takes. */

/** No name is as long as this: such a text is not searched. */
const LONGEST_NAME = 300;
const DEFAULT_LIMIT = 10;
/** What the ids of entities look like. */
const ID = /^[a-z]+-[a-z0-9-]{1,200}$/;

interface KeyedQuery extends MatchQuery {
  readonly key: string;
  readonly types: readonly TypeId[];
}

/** The result of each query, by its key. */
export async function reconcile(
  context: Context,
  view: View,
  batch: readonly (readonly [key: string, query: AskedQuery])[],
): Promise<Record<string, { result: Candidate[] }>> {
  const queries = await withIdsLeft(
    context,
    view,
    batch.map(([key, query]) => keyedQuery(key, query)),
  );
  const reader = new ReconciliationReader(context.reader, view);
  const found = await candidatesOf(reader, queries);
  // The last post tells a person from namesakes, so posts are always read.
  const relations = neededFor(queries.flatMap(({ constraints }) => constraints.map(({ property }) => property)));
  const records = await recordsOf(reader, [...found.values()].flat(), [...new Set([...relations, 'posts' as const])]);
  const spellings = new Spellings();
  return Object.fromEntries(
    queries.map((query) => {
      const entities = [...new Set(found.get(query.key))].flatMap((id) => records.get(id) ?? []);
      return [query.key, { result: rankCandidates(query, entities, spellings) }];
    }),
  );
}

function keyedQuery(key: string, { query, type, limit, properties, type_strict }: AskedQuery): KeyedQuery {
  const types = type === undefined ? undefined : [type].flat();
  return {
    key,
    text: nameIn(query ?? ''),
    types: typesOf(type),
    fits: fitting(types, type_strict === 'all'),
    constraints: (properties ?? []).flatMap(({ pid, v }) => constraintOf(pid, [v].flat())),
    limit: Math.min(limit ?? DEFAULT_LIMIT, MOST_CANDIDATES),
  };
}

/** The same queries where an id that was merged away, as a name or in a value, is that of the entity that is left. */
async function withIdsLeft(context: Context, view: View, queries: readonly KeyedQuery[]): Promise<KeyedQuery[]> {
  const values = queries.flatMap(({ constraints }) => constraints.flatMap((constraint) => constraint.values));
  const texts = [...queries.map(({ text }) => text ?? ''), ...values.map(({ id, text }) => id ?? text)];
  const ids = [...new Set(texts)].filter((text) => ID.test(text));
  const left = await idsLeft(context, view, ids);
  const leftOf = new Map(ids.map((id, index) => [id, left[index] ?? id]));
  const followed = (text: string) => leftOf.get(text) ?? text;
  return queries.map((query) => ({
    ...query,
    text: query.text === null ? null : followed(query.text),
    constraints: query.constraints.map((constraint) => ({
      ...constraint,
      values: constraint.values.map(({ id, text }) =>
        id === null ? { id, text: followed(text) } : { id: followed(id), text },
      ),
    })),
  }));
}

/** What to compare names with: nothing if no name is given; a text that matches no name if the text cannot be one. */
function nameIn(text: string): string | null {
  if (text.trim() === '') return null;
  return text.length <= LONGEST_NAME ? text : '';
}

/** A type is a condition, however strictly it is asked for: OpenRefine asks for "should" where a user chose one. */
function fitting(types: readonly string[] | undefined, all: boolean) {
  if (types === undefined) return () => true;
  return (entity: ReconciliationEntity) => {
    const has = (type: string) => entity.types.some((own) => own === type);
    return all ? types.every(has) : types.some(has);
  };
}

/** An unknown property says nothing about anybody. */
function constraintOf(pid: string, values: readonly AskedValue[]): Constraint[] {
  const property = propertyOf(pid);
  return property ? [{ property, values: values.map(wantedValue) }] : [];
}

const wantedValue = (value: AskedValue): WantedValue =>
  typeof value === 'object' ? { id: value.id, text: value.name ?? '' } : { id: null, text: String(value) };

/** The ids of the entities to compare with each query: by name, by id, by identifier; without a name, also by unit. */
async function candidatesOf(
  reader: ReconciliationReader,
  queries: readonly KeyedQuery[],
): Promise<Map<string, string[]>> {
  const unitsOf = ({ text, constraints }: KeyedQuery) => (text === null ? askedFor(constraints, 'unit') : []);
  const [byName, byIdentifier, byUnit] = await Promise.all([
    reader.candidates(
      queries.flatMap(({ key, text, types }) => {
        const query = text === null ? '' : searchQuery(text);
        return query === '' ? [] : [{ key, text: query, types }];
      }),
    ),
    reader.identified(queries.flatMap(({ constraints }) => identifiersIn(constraints))),
    holdersIn(reader, queries.flatMap(unitsOf)),
  ]);
  return new Map(
    queries.map((query) => [
      query.key,
      [
        ...(query.text !== null && ID.test(query.text) ? [query.text] : []),
        ...(byName.get(query.key) ?? []),
        ...identifiersIn(query.constraints).flatMap((value) => byIdentifier.get(value) ?? []),
        ...unitsOf(query).flatMap((id) => (byUnit.get(id) ?? []).map((holder) => holder.id)),
      ],
    ]),
  );
}

const holdersIn = async (reading: ReconciliationReader, units: readonly string[]) =>
  units.length === 0 ? new Map<string, RelatedRow[]>() : reading.related('holders', units);

const askedFor = (constraints: readonly Constraint[], pid: string) =>
  constraints
    .filter(({ property }) => property.id === pid)
    .flatMap(({ values }) => values.map(({ id, text }) => id ?? text));

/** The values of identifiers: of `SCHEME:value` and `SCHEME value`, what stands behind the scheme. */
const identifiersIn = (constraints: readonly Constraint[]) =>
  askedFor(constraints, 'identifiers').flatMap((text) => [
    text.trim(),
    text.trim().replace(/^[A-Z][A-Z0-9_]+[: ]\s*/, ''),
  ]);
