import { ApiError } from '../model/errors.js';

const MAX_LIST = 100;

/** A filter whose lists are of bearable length. Throws a `BAD_INPUT` error that names the list. */
export function checkedLists<T extends object>(filter: T, argument = 'filter'): T {
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value) && value.length > MAX_LIST)
      throw new ApiError(
        'BAD_INPUT',
        `Expected at most ${MAX_LIST} values in \`${argument}.${name}\`; got ${value.length}.`,
      );
    if (typeof value === 'string' && value.length > 200)
      throw new ApiError(
        'BAD_INPUT',
        `Expected at most 200 characters in \`${argument}.${name}\`; got ${value.length}.`,
      );
  }
  return filter;
}
