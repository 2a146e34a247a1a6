import type { Days } from '../../model/date-range.js';
import { Fault } from '../../model/fault.js';

/** A window of days, the right way round. Throws a `BAD_INPUT` fault. */
export function checkedDays({ from, to }: Days): Days {
  if (from > to) throw new Fault('BAD_INPUT', `Expected \`from\` not to be after \`to\`; got ${from} and ${to}.`);
  return { from, to };
}
