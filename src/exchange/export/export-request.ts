import { z } from 'zod';
import { A_DAY, day, ids, LENS_EXPECTED, LENS_PARAMETERS, SOME_IDS } from '../../graphql/text-parameters.js';
import { ApiError } from '../../model/errors.js';
import type { Lens } from '../../model/lens.js';

/** What a reader may ask of an export, read from the texts of an address or a command line. */

const REQUEST = z.strictObject({
  dataset: ids,
  ...LENS_PARAMETERS,
  profile: z.enum(['full', 'compat']).optional(),
  bom: z.enum(['yes', 'no']).optional(),
  unit: z.string().min(1).optional(),
  on: day.optional(),
});

/** What each may be, for the error when it is not. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof REQUEST>, string>> = {
  dataset: SOME_IDS,
  ...LENS_EXPECTED,
  profile: 'one of full, compat',
  bom: 'one of yes, no',
  unit: 'the id of a unit',
  on: A_DAY,
};

/** Parameters that only some exports have. */
const SPECIAL = ['profile', 'bom', 'unit', 'on'] as const;
export type Special = (typeof SPECIAL)[number];

export interface ExportRequest extends Pick<z.infer<typeof REQUEST>, Special> {
  readonly datasets: readonly string[] | undefined;
  readonly lens: Lens;
}

/** Reads a request to an export with these special parameters. Throws a `BAD_INPUT` error that says what was expected and what arrived. */
export function readExportRequest(
  parameters: Readonly<Record<string, unknown>>,
  special: readonly Special[],
): ExportRequest {
  const read = REQUEST.safeParse(parameters);
  const foreign = SPECIAL.filter((name) => parameters[name] !== undefined && !special.includes(name));
  if (read.success && foreign.length === 0) {
    const { dataset: datasets, profile, bom, unit, on, ...lens } = read.data;
    return { datasets, profile, bom, unit, on, lens };
  }
  const [issue] = read.error?.issues ?? [];
  if (issue === undefined || issue.code === 'unrecognized_keys') {
    const names = Object.keys(EXPECTED).filter(
      (name) => !SPECIAL.some((one) => one === name) || special.some((one) => one === name),
    );
    const unknown = issue?.keys ?? foreign;
    throw new ApiError(
      'BAD_INPUT',
      `Expected parameters of ${names.join(', ')}; got ${JSON.stringify(unknown.join(', '))}.`,
    );
  }
  const name = String(issue.path[0]) as keyof typeof EXPECTED;
  throw new ApiError(
    'BAD_INPUT',
    `Expected \`${name}\` as ${EXPECTED[name]}; got ${JSON.stringify(parameters[name])}.`,
  );
}
