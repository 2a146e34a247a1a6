import { z } from 'zod';
import { ids, LENS_PARAMETERS, SOME_IDS } from '../../graphql/text-parameters.js';
import { ApiError } from '../../model/errors.js';
import type { ChangesInput } from './open-feed.js';

/** What a client may ask of the feed of changes, read from the texts of an address. */

const REQUEST = z.strictObject({ since: z.string().min(1).optional(), dataset: ids });

const EXPECTED: Readonly<Record<string, string>> = { since: 'one cursor', dataset: SOME_IDS };

/** Throws a `BAD_INPUT` error that says what was expected and what arrived. */
export function readChangesRequest(parameters: Readonly<Record<string, unknown>>): ChangesInput {
  const read = REQUEST.safeParse(parameters);
  if (read.success) return { since: read.data.since, datasets: read.data.dataset };
  const [issue] = read.error.issues;
  if (issue === undefined || issue.code === 'unrecognized_keys') {
    const unknown = issue?.keys ?? [];
    const isLens = unknown.some((name) => Object.hasOwn(LENS_PARAMETERS, name));
    throw new ApiError(
      'BAD_INPUT',
      `Expected parameters of since, dataset; got ${JSON.stringify(unknown.join(', '))}.${isLens ? NO_LENS : ''}`,
    );
  }
  const name = String(issue.path[0]);
  throw new ApiError(
    'BAD_INPUT',
    `Expected \`${name}\` as ${EXPECTED[name]}; got ${JSON.stringify(parameters[name])}.`,
  );
}

/** A lens depends on the day of the question: under a lens, records would come and go without a change. */
const NO_LENS = ' The feed shows what the graph holds and takes no lens; use the API or an export with a lens.';
