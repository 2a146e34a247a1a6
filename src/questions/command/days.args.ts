import type { Days } from '../../model/date-range.js';
import { ApiError } from '../../model/errors.js';

/** A window of days, the right way round. Throws a `BAD_INPUT` error. */
export function checkedDays({ from, to }: Days): Days {
  if (from > to) throw new ApiError('BAD_INPUT', `Expected \`from\` not to be after \`to\`; got ${from} and ${to}.`);
  return { from, to };
}
