import { fold } from '../../../model/names/letters.js';

/** The names of the months as people write them in tables. */

/** A name without case, accents and the dot of a short form. */
export const plainMonth = (text: string): string => fold(text).replace(/\.$/, '');

/** The number of each month by its plain names, alone and beside a day (січень, січня). */
export function monthNames(
  languages: readonly string[],
  lengths: readonly ('long' | 'short')[],
): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const language of languages)
    for (const month of lengths)
      for (const fields of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...fields, timeZone: 'UTC' });
        for (let at = 0; at < 12; at += 1) {
          const name = format.formatToParts(Date.UTC(2021, at, 15)).find(({ type }) => type === 'month');
          months.set(plainMonth(name?.value ?? ''), at + 1);
        }
      }
  return months;
}
