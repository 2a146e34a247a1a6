import { z } from 'zod';
import { A_DAY, day, LENS_EXPECTED, LENS_PARAMETERS, listOf } from '../../graphql/text-parameters.js';
import { ApiError } from '../../model/errors.js';
import type { Lens } from '../../model/lens.js';
import { FRAMEWORKS, type FrameworkName } from '../../questions/command-responsibility/frameworks.rules.js';

/** What a reader may ask of a dossier, read from the texts of an address or a command line. */

export const FORMATS = ['html', 'docx', 'json', 'jsonld'] as const;
export type DossierFormat = (typeof FORMATS)[number];

const frameworks = Object.keys(FRAMEWORKS) as FrameworkName[];
const DEFAULT: readonly FrameworkName[] = ['ROME_STATUTE_28A'];

const REQUEST = z.strictObject({
  format: z.enum(FORMATS).optional(),
  framework: listOf(z.enum(frameworks)),
  on: day.optional(),
  ...LENS_PARAMETERS,
});

/** What each may be, for the error when it is not. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof REQUEST>, string>> = {
  format: `one of ${FORMATS.join(', ')}`,
  framework: `some of ${frameworks.join(', ')}, with commas between them`,
  on: A_DAY,
  ...LENS_EXPECTED,
};

export interface DossierRequest {
  readonly format: DossierFormat | undefined;
  /** The legal tests, each once, in the order in which they were asked for. */
  readonly frameworks: readonly FrameworkName[];
  readonly on: string | undefined;
  readonly lens: Lens;
}

/** Reads a request. Throws a `BAD_INPUT` error that names the parameter, what was expected and what arrived. */
export function readDossierRequest(parameters: Readonly<Record<string, unknown>>): DossierRequest {
  const read = REQUEST.safeParse(parameters);
  if (read.success) {
    const { format, framework = DEFAULT, on, ...lens } = read.data;
    return { format, frameworks: [...new Set(framework)], on, lens };
  }
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw new ApiError(
      'BAD_INPUT',
      `Expected parameters of ${Object.keys(EXPECTED).join(', ')}; got ${JSON.stringify(issue.keys.join(', '))}.`,
    );
  const name = String(issue?.path[0]) as keyof typeof EXPECTED;
  throw new ApiError(
    'BAD_INPUT',
    `Expected \`${name}\` as ${EXPECTED[name]}; got ${JSON.stringify(parameters[name])}.`,
  );
}
