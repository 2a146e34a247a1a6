import { z } from 'zod';
import { ApiError } from '../../model/errors.js';
import { cellText } from './received-text.js';

/** The JSON that clients send in a form field. Whatever does not fit is a `BAD_INPUT` error. */

/** Most queries in a batch, as the manifest says. */
export const BATCH_SIZE = 50;
/** Most candidates for one query; more asked for is as many. */
export const MOST_CANDIDATES = 25;
const MOST_IDS = 500;
const MOST_PROPERTIES = 30;
const MOST_VALUES = 50;
/** Each value is compared with what each candidate has. */
const MOST_VALUES_IN_BATCH = 1_000;

const scalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ id: z.string(), name: z.string().optional() }),
]);

const QUERY = z.strictObject({
  query: z.string().optional(),
  type: z.union([z.string(), z.array(z.string()).max(MOST_VALUES)]).optional(),
  limit: z.int().positive().optional(),
  properties: z
    .array(z.object({ pid: z.string(), v: z.union([scalar, z.array(scalar).max(MOST_VALUES)]) }))
    .max(MOST_PROPERTIES)
    .optional(),
  type_strict: z.enum(['any', 'should', 'all']).optional(),
});

export type AskedQuery = z.infer<typeof QUERY>;
export type AskedValue = z.infer<typeof scalar>;

const QUERY_EXPECTED: Readonly<Record<keyof AskedQuery, string>> = {
  query: 'a text',
  type: `the id of a type, or a list of at most ${MOST_VALUES}`,
  limit: 'a whole number from 1',
  properties: `a list of at most ${MOST_PROPERTIES} objects with a text \`pid\` and a value \`v\``,
  type_strict: 'one of any, should, all',
};

/** A whole number in a text or as it is; a form sends settings as texts. */
const count = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value === '' ? undefined : value),
  z.int().nonnegative().optional(),
);

export const CONTENTS = ['entity', 'literal', 'id'] as const;

const EXTENSION = z.object({
  ids: z.array(z.string()).max(MOST_IDS),
  properties: z
    .array(
      z.object({
        id: z.string(),
        settings: z.object({ limit: count, content: z.enum(CONTENTS).optional() }).optional(),
      }),
    )
    .max(MOST_PROPERTIES),
});

export type AskedExtension = z.infer<typeof EXTENSION>;

const EXTENSION_EXPECTED: Readonly<Record<string, string>> = {
  ids: `a list of at most ${MOST_IDS} ids`,
  properties: `a list of at most ${MOST_PROPERTIES} objects with a text \`id\`, and in \`settings\` a \`limit\` from 0 and a \`content\` of ${CONTENTS.join(', ')}`,
};

const bad = (message: string) => new ApiError('BAD_INPUT', message);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(field: string, text: unknown): Record<string, unknown> {
  if (typeof text !== 'string') throw bad(`Expected \`${field}\` once, as JSON in a text; got ${cellText(text)}.`);
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw bad(`Expected a JSON object in \`${field}\`; got ${cellText(text)}.`);
}

/** Reads a batch of queries, by their keys. */
export function readQueries(text: unknown): [key: string, query: AskedQuery][] {
  const batch = Object.entries(parsed('queries', text));
  if (batch.length > BATCH_SIZE)
    throw bad(`Expected at most ${BATCH_SIZE} queries in \`queries\`; got ${batch.length}.`);
  const read = batch.map(([key, query]): [string, AskedQuery] => [key, readQuery(query, `queries[${cellText(key)}]`)]);
  const values = read.flatMap(([, { properties }]) => (properties ?? []).flatMap(({ v }) => v)).length;
  if (values > MOST_VALUES_IN_BATCH)
    throw bad(`Expected at most ${MOST_VALUES_IN_BATCH} values of properties in \`queries\`; got ${values}.`);
  return read;
}

function readQuery(rawQuery: unknown, where: string): AskedQuery {
  if (!isObject(rawQuery)) throw bad(`Expected an object in \`${where}\`; got ${cellText(rawQuery)}.`);
  const read = QUERY.safeParse(rawQuery);
  if (!read.success) throw parameterError(read.error, rawQuery, where, QUERY_EXPECTED);
  const { query, properties } = read.data;
  if (query === undefined && (properties === undefined || properties.length === 0))
    throw bad(`Expected \`query\` or at least one of \`properties\` in \`${where}\`; got ${cellText(rawQuery)}.`);
  return read.data;
}

/** Reads a request for the values of properties. */
export function readExtension(text: unknown): AskedExtension {
  const extension = parsed('extend', text);
  const read = EXTENSION.safeParse(extension);
  if (!read.success) throw parameterError(read.error, extension, 'extend', EXTENSION_EXPECTED);
  return read.data;
}

function parameterError(
  error: z.ZodError,
  received: Record<string, unknown>,
  where: string,
  expected: Readonly<Record<string, string>>,
) {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys' && issue.path.length === 0)
    return bad(
      `Expected \`${where}\` with ${Object.keys(expected).join(', ')}; got ${cellText(issue.keys.join(', '))}.`,
    );
  const name = String(issue?.path[0]);
  const value = Object.hasOwn(received, name) ? received[name] : undefined;
  return bad(`Expected \`${where}.${name}\` as ${expected[name]}; got ${cellText(value)}.`);
}
