import { z } from 'zod';
import { isDay } from '../model/date-range.js';
import { CLAIM_STATUS, DOUBT, RELIABILITY, words } from '../model/vocabulary.js';
import { InstantScalar } from './scalars.js';

/** Parameters as an address or a command line gives them, in texts: those of the lens, and what others are made of. */

export const day = z.string().refine(isDay);

const instant = z.string().transform((text, context) => {
  try {
    return InstantScalar.parseValue(text);
  } catch {
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }
});

/** A list given several times, or with commas, or both. */
export const listOf = <T extends z.ZodType>(each: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap((text) => String(text).split(','))),
    z.array(each).optional(),
  );

export const ids = listOf(z.string().min(1));

/** The shape of a lens in texts. */
export const LENS_PARAMETERS = {
  publishedBy: day.optional(),
  recordedBy: instant.optional(),
  excludeReports: ids,
  excludeDatasets: ids,
  excludePublishers: ids,
  minReliability: z.enum(words(RELIABILITY)).optional(),
  statuses: listOf(z.enum(words(CLAIM_STATUS))),
  withoutDoubts: listOf(z.enum(words(DOUBT))),
};

export const A_DAY = 'one day that exists, as YYYY-MM-DD';
export const SOME_IDS = 'ids with commas between them';

/** What each parameter of a lens may be, for the error when it is not. */
export const LENS_EXPECTED: Readonly<Record<keyof typeof LENS_PARAMETERS, string>> = {
  publishedBy: A_DAY,
  recordedBy: 'one instant with a zone, such as 2026-11-20T12:00:00Z',
  excludeReports: SOME_IDS,
  excludeDatasets: SOME_IDS,
  excludePublishers: SOME_IDS,
  minReliability: `one of ${words(RELIABILITY).join(', ')}`,
  statuses: `some of ${words(CLAIM_STATUS).join(', ')}, with commas between them`,
  withoutDoubts: `some of ${words(DOUBT).join(', ')}, with commas between them`,
};
