import { z } from 'zod';
import { FRAMEWORKS } from '../questions/command-responsibility/frameworks.rules.js';
import { Fault } from '../shared/fault.js';
import type { Lens } from '../shared/lens.js';
import { isDay } from '../shared/range.js';
import { InstantScalar } from '../shared/scalars.js';
import { CLAIM_STATUS, RELIABILITY, words } from '../shared/vocabulary.js';

/** What a reader may ask of a dossier, read from the texts of an address or a command line. */

export const FORMATS = ['html', 'docx', 'json'] as const;
export type Format = (typeof FORMATS)[number];

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
const frameworks = Object.keys(FRAMEWORKS) as (keyof typeof FRAMEWORKS)[];

const REQUEST = z.strictObject({
  format: z.enum(FORMATS).optional(),
  framework: z.enum(frameworks).default('ROME_STATUTE_28A'),
  on: day.optional(),
  publishedBy: day.optional(),
  recordedBy: instant.optional(),
  excludeReports: ids,
  excludeDatasets: ids,
  excludePublishers: ids,
  minReliability: z.enum(words(RELIABILITY)).optional(),
  statuses: listOf(z.enum(words(CLAIM_STATUS))),
});

const A_DAY = 'one day that exists, as YYYY-MM-DD';
const SOME_IDS = 'ids with commas between them';

/** What each may be, for the error when it is not. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof REQUEST>, string>> = {
  format: `one of ${FORMATS.join(', ')}`,
  framework: `one of ${frameworks.join(', ')}`,
  on: A_DAY,
  publishedBy: A_DAY,
  recordedBy: 'one instant with a zone, such as 2026-11-20T12:00:00Z',
  excludeReports: SOME_IDS,
  excludeDatasets: SOME_IDS,
  excludePublishers: SOME_IDS,
  minReliability: `one of ${words(RELIABILITY).join(', ')}`,
  statuses: `some of ${words(CLAIM_STATUS).join(', ')}, with commas between them`,
};

export interface DossierRequest {
  readonly format: Format | undefined;
  readonly framework: keyof typeof FRAMEWORKS;
  readonly on: string | undefined;
  readonly lens: Lens;
}

/** Reads a request. Throws a `BAD_INPUT` fault that names the parameter, what was expected and what arrived. */
export function readRequest(given: Readonly<Record<string, unknown>>): DossierRequest {
  const read = REQUEST.safeParse(given);
  if (read.success) {
    const { format, framework, on, ...lens } = read.data;
    return { format, framework, on, lens };
  }
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw new Fault(
      'BAD_INPUT',
      `Expected parameters of ${Object.keys(EXPECTED).join(', ')}; got ${JSON.stringify(issue.keys.join(', '))}.`,
    );
  const name = String(issue?.path[0]) as keyof typeof EXPECTED;
  throw new Fault('BAD_INPUT', `Expected \`${name}\` as ${EXPECTED[name]}; got ${JSON.stringify(given[name])}.`);
}
