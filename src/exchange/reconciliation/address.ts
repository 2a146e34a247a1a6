import { z } from 'zod';
import { LENS_EXPECTED, LENS_PARAMETERS } from '../../graphql/text-parameters.js';
import { ApiError } from '../../model/errors.js';
import type { Lens } from '../../model/lens.js';
import { cellText } from './received-text.js';

/** The parameters of the addresses of the service. Whatever does not fit is a `BAD_INPUT` error. */

const LENS_NAMES = Object.keys(LENS_PARAMETERS) as (keyof typeof LENS_PARAMETERS)[];
/** What the address of the service itself may bear: jQuery adds `_` against caches. */
const ADDRESS = ['queries', 'extend', '_'];

type Query = Readonly<Record<string, unknown>>;

/** Reads the lens of an address. */
export function readLens(query: Query): Lens {
  const read = z.object(LENS_PARAMETERS).safeParse(query);
  if (read.success) return read.data;
  const name = String(read.error.issues[0]?.path[0]) as keyof typeof LENS_PARAMETERS;
  throw new ApiError('BAD_INPUT', `Expected \`${name}\` as ${LENS_EXPECTED[name]}; got ${cellText(query[name])}.`);
}

/** The lens of an address as the address bears it, to hand it on; empty where there is none. */
export function lensParameters(query: Query): string {
  const parameters = LENS_NAMES.flatMap((name) =>
    [query[name] ?? []].flat().map((value) => [name, String(value)] as [string, string]),
  );
  return new URLSearchParams(parameters).toString();
}

/** Throws where the address of the service bears a parameter that it does not know, such as a lens with a slip. */
export function checkAddress(query: Query): void {
  const parameterNames = [...ADDRESS, ...LENS_NAMES];
  const unknown = Object.keys(query).filter((name) => !parameterNames.includes(name));
  if (unknown.length > 0)
    throw new ApiError(
      'BAD_INPUT',
      `Expected parameters of ${parameterNames.join(', ')}; got ${cellText(unknown.join(', '))}.`,
    );
}

const SUGGESTION = z.object({
  prefix: z.string().max(200).default(''),
  cursor: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .default(0),
  type: z.union([z.string(), z.array(z.string())]).optional(),
});
const PROPOSAL = z.object({
  type: z.string().default(''),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional(),
});
const PREVIEW = z.object({ id: z.string() });

const ADDRESS_EXPECTED: Readonly<Record<string, string>> = {
  prefix: 'a text of at most 200 characters',
  cursor: 'a whole number from 0 to 9999',
  limit: 'a whole number from 0 to 9999',
  type: 'the id of a type',
  id: 'the id of an entity',
};

function readAddress<T extends z.ZodType>(shape: T, query: Query): z.infer<T> {
  const read = shape.safeParse(query);
  if (read.success) return read.data;
  const name = String(read.error.issues[0]?.path[0]);
  throw new ApiError('BAD_INPUT', `Expected \`${name}\` as ${ADDRESS_EXPECTED[name]}; got ${cellText(query[name])}.`);
}

/** Reads a request for suggestions. Clients send more parameters, of old; they mean nothing here. */
export const readSuggestion = (query: Query) => readAddress(SUGGESTION, query);
export const readProposal = (query: Query) => readAddress(PROPOSAL, query);
export const readPreview = (query: Query) => readAddress(PREVIEW, query);
