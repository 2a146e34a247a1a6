import type { Days, ImpreciseRange } from '../../../model/date-range.js';

/** Dates as a person writes them: `2022-10-10` is 10 October 2022, `2022-04~` is about April 2022. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const DATE = /\b(\d{4})-(\d{2})(?:-(\d{2}))?([~?%])?(?![\dT]|-\d)|\b(\d{4})([~?%])/g;

/** A text with every date in it in words. */
export const datesInWords = (text: string): string =>
  text.replace(
    DATE,
    (whole, year: string, month: string, day: string, mark: string, bare: string, bareMark: string) => {
      const name = MONTHS[Number(month) - 1];
      if (bare !== undefined) return qualified(bare, bareMark);
      if (name === undefined) return whole;
      return qualified([...(day ? [Number(day)] : []), name, year].join(' '), mark);
    },
  );

function qualified(date: string, mark: string | undefined): string {
  const about = mark === '~' || mark === '%' ? `about ${date}` : date;
  return mark === '?' || mark === '%' ? `${about} (uncertain)` : about;
}

/** The period of a statement, with what the sources say of each of its ends. */
export function periodInWords({ first, firstHardness, last, lastHardness }: ImpreciseRange): string {
  if (first.text === '') return 'no stated date';
  const [begin, end] = [datesInWords(first.text), datesInWords(last.text)];
  if (begin === end && firstHardness === 'START' && lastHardness === 'END') return begin;
  if (begin === end && firstHardness === 'FIRST_CITED' && lastHardness === 'LAST_CITED') return `named for ${begin}`;
  const beginning = firstHardness === 'START' ? `from ${begin}` : `first named for ${begin}`;
  const ending = {
    END: `until ${end}`,
    LAST_CITED: begin === end ? '' : `last named for ${end}`,
    ASSUMED_TO_CONTINUE: begin === end ? 'said to go on' : `named until ${end} and said to go on`,
  }[lastHardness];
  return ending === '' ? `${beginning}; the end is not stated` : `${beginning}, ${ending}`;
}

/** Days as a reader would say them. */
export const daysInWords = ({ from, to }: Days): string =>
  from === to ? datesInWords(from) : `${datesInWords(from)} to ${datesInWords(to)}`;

/** Whether some days are all those of a period. */
export const isAllOf = ({ from, to }: Days, some: readonly Days[]): boolean =>
  some.length === 1 && some[0]?.from === from && some[0].to === to;

/** When an incident happened, as a reader would say it. */
export function incidentDates({ first, last }: ImpreciseRange): string {
  if (first.text === '') return 'No source dates it.';
  const [begin, end] = [datesInWords(first.text), datesInWords(last.text)];
  return begin === end ? begin : `${begin} to ${end}`;
}
