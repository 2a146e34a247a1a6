import { z } from 'zod';
import { Fault } from '../shared/fault.js';
import type { Lens } from '../shared/lens.js';
import { isDay } from '../shared/range.js';
import { InstantScalar } from '../shared/scalars.js';
import { CLAIM_STATUS, RELIABILITY, words } from '../shared/vocabulary.js';

/** What a reader may ask of an export, read from the texts of an address or a command line. */

const day = z.string().refine(isDay);
const instant = z.string().transform((text, context) => {
  try {
    return InstantScalar.parseValue(text);
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});
/** A list given several times, or with commas, or both. */
const listOf = <T extends z.ZodType>(each: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap((text) => String(text).split(','))),
    z.array(each).optional(),
  );
const ids = listOf(z.string().min(1));

const REQUEST = z.strictObject({
  dataset: ids,
  publishedBy: day.optional(),
  recordedBy: instant.optional(),
  excludeReports: ids,
  excludeDatasets: ids,
  excludePublishers: ids,
  minReliability: z.enum(words(RELIABILITY)).optional(),
  statuses: listOf(z.enum(words(CLAIM_STATUS))),
  profile: z.enum(['full', 'compat']).optional(),
  unit: z.string().min(1).optional(),
  on: day.optional(),
});

const A_DAY = 'one day that exists, as YYYY-MM-DD';
const SOME_IDS = 'ids with commas between them';

/** What each may be, for the error when it is not. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof REQUEST>, string>> = {
  dataset: SOME_IDS,
  publishedBy: A_DAY,
  recordedBy: 'one instant with a zone, such as 2026-11-20T12:00:00Z',
  excludeReports: SOME_IDS,
  excludeDatasets: SOME_IDS,
  excludePublishers: SOME_IDS,
  minReliability: `one of ${words(RELIABILITY).join(', ')}`,
  statuses: `some of ${words(CLAIM_STATUS).join(', ')}, with commas between them`,
  profile: 'one of full, compat',
  unit: 'the id of a unit',
  on: A_DAY,
};

/** Parameters that only some exports have. */
const SPECIAL = ['profile', 'unit', 'on'] as const;
export type Special = (typeof SPECIAL)[number];

export interface ExportRequest extends Pick<z.infer<typeof REQUEST>, Special> {
  readonly datasets: readonly string[] | undefined;
  readonly lens: Lens;
}

/** Reads a request to an export with these special parameters. Throws a `BAD_INPUT` fault that says what was expected and what arrived. */
export function readRequest(given: Readonly<Record<string, unknown>>, special: readonly Special[]): ExportRequest {
  const read = REQUEST.safeParse(given);
  const foreign = SPECIAL.filter((name) => given[name] !== undefined && !special.includes(name));
  if (read.success && foreign.length === 0) {
    const { dataset: datasets, profile, unit, on, ...lens } = read.data;
    return { datasets, profile, unit, on, lens };
  }
  const [issue] = read.error?.issues ?? [];
  if (issue === undefined || issue.code === 'unrecognized_keys') {
    const names = Object.keys(EXPECTED).filter(
      (name) => !SPECIAL.some((one) => one === name) || special.some((one) => one === name),
    );
    const unknown = issue?.keys ?? foreign;
    throw new Fault(
      'BAD_INPUT',
      `Expected parameters of ${names.join(', ')}; got ${JSON.stringify(unknown.join(', '))}.`,
    );
  }
  const name = String(issue.path[0]) as keyof typeof EXPECTED;
  throw new Fault('BAD_INPUT', `Expected \`${name}\` as ${EXPECTED[name]}; got ${JSON.stringify(given[name])}.`);
}
