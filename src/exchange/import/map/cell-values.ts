import type { Conversion } from '../record/conversion.js';
import type { ImportReport } from '../report/import-report.js';
import { dateKnownTo, readDate } from './dates.js';
import { stableId } from './ids.js';
import { type CellRule, EXACTNESS } from './map-shape.js';
import { type SourceRow, separated } from './source-rows.js';

/** What the rules of a map make of a row: the values of a cell of a template. */

export interface CellContext {
  readonly conversion: Conversion;
  readonly report: ImportReport;
  readonly row: SourceRow;
}

/** Between braces in a text. */
const PLACE = /\{([^{}]+)\}/g;

export const columnsInText = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name.trim());

/** All columns that a rule reads, the first of them being the one to which a problem is ascribed. */
export function columnsOf(rule: CellRule): string[] {
  const { column, columns = [], text = '', from = [], all = [], firstOf = [], exactness } = rule;
  const inner = [...from, ...all, ...firstOf, ...(exactness ? [exactness] : [])].flatMap(columnsOf);
  return [...(column === undefined ? [] : [column]), ...columns, ...columnsInText(text), ...inner];
}

/** The values of a cell, none where it is empty. */
export function valuesOf(context: CellContext, rule: CellRule): string[] {
  const values = originalValues(context, rule)
    .flatMap((value) => separated(value, rule.separator))
    .map((value) => (rule.part === 'HOST' ? hostOf(context, rule, value) : value))
    .flatMap((value) => (rule.words === undefined ? value : wordsFor(context, rule, value)))
    .map((value) => (rule.date === undefined ? value : dateOf(context, rule, value)))
    .map((value) => (rule.decimals === 'COMMA' ? value.replace(',', '.') : value))
    .filter((value) => value !== '');
  const complete = values.length === 0 && rule.empty !== undefined ? [rule.empty] : values;
  return rule.pair === undefined ? complete : complete.map((value) => `${rule.pair}=${value}`);
}

function originalValues(context: CellContext, rule: CellRule): readonly string[] {
  const { row } = context;
  const { column, columns, value, text, id, from, table, all, firstOf } = rule;
  if (column !== undefined) return row.values(column);
  if (columns !== undefined) return row.values(columns.find((name) => row.isFilled(name)) ?? '');
  if (value !== undefined) return [value];
  if (text !== undefined) return composed(row, text);
  if (id !== undefined) return idsOf(context, id, from ?? []);
  if (table !== undefined) {
    const { fileAsReport } = context.conversion.options;
    return [table === 'SOURCE' ? fileAsReport.id : fileAsReport.publisher.id];
  }
  for (const one of firstOf ?? []) {
    const values = valuesOf(context, one);
    if (values.length > 0) return values;
  }
  return (all ?? []).flatMap((one) => valuesOf(context, one));
}

/** What the row itself states where a rule reads it, before any of it is translated. */
export const statedValues = (context: CellContext, rule: CellRule): string[] =>
  [...columnsOf({ ...rule, exactness: undefined })]
    .flatMap((name) => context.row.values(name))
    .flatMap((value) => separated(value, rule.separator));

/** A text for each value of a list that it names; none where all that it names is empty. */
function composed(row: SourceRow, text: string): string[] {
  const names = columnsInText(text);
  return inStep(names.map((name) => row.values(name))).map((values) =>
    names.length > 0 && values.every((value) => value === '') ? '' : text.replace(PLACE, () => values.shift() ?? ''),
  );
}

/** An id for each value of a list that it hangs on; none where all that it hangs on is empty. */
const idsOf = (context: CellContext, prefix: string, from: readonly CellRule[]): string[] =>
  inStep(from.map((rule) => valuesOf(context, rule))).map((values) =>
    values.every((value) => value === '') ? '' : stableId(prefix, values),
  );

/** Lists side by side, one step at a time; what has a single value has it at every step. */
function inStep(lists: readonly (readonly string[])[]): string[][] {
  const steps = Math.max(1, ...lists.map(({ length }) => length));
  return Array.from({ length: steps }, (_none, at) =>
    lists.map((list) => (list.length === 1 ? list[0] : list[at]) ?? ''),
  );
}

/** The server of an address; none, with a warning, of what is no address. */
function hostOf({ report, row }: CellContext, rule: CellRule, value: string): string {
  if (URL.canParse(value)) return new URL(value).hostname.replace(/^www\./, '');
  const place = { file: row.file, row: row.number, column: columnsOf(rule)[0] ?? '' };
  report.warning(place, 'an address such as https://example.org/page', value, 'This is no address of a server.');
  return '';
}

/** Our words for one of theirs. A word that the map does not have is kept as given. */
function wordsFor({ conversion, report, row }: CellContext, rule: CellRule, value: string): string[] {
  const { words, otherwise } = rule;
  const place = { file: row.file, row: row.number, column: columnsOf(rule)[0] ?? '' };
  if (typeof words === 'string') {
    const found = conversion.options.lexicons[words].allOf(value);
    if (found.length > 0) return [...found];
    report.unknownWord(words, place, value);
    return [otherwise ?? value];
  }
  if (words !== undefined && Object.hasOwn(words, value)) {
    const found = words[value] ?? '';
    return typeof found === 'string' ? [found] : [...found];
  }
  // A map may translate the odd words of a column of dates or addresses; the others need no translation.
  if (otherwise === undefined && readsByItself(rule, value)) return [value];
  const message = otherwise === undefined ? 'It is kept as given.' : `${otherwise} stands for it.`;
  report.warning(place, 'a word that the map has under `words`', value, `The map does not have this word. ${message}`);
  return [otherwise ?? value];
}

const readsByItself = ({ date }: CellRule, value: string) =>
  (date !== undefined && readDate(value, date) !== undefined) || /^https?:\/\//i.test(value);

/** A date of ours; what cannot be read stays as it is, and is a doubt, or is refused where a date has to stand. */
function dateOf(context: CellContext, rule: CellRule, value: string): string {
  const { report, row } = context;
  const read = rule.date && readDate(value, rule.date);
  if (!read) return value;
  const place = { file: row.file, row: row.number, column: columnsOf(rule)[0] ?? '' };
  if (read.time !== undefined) report.warning(place, 'a day', value, 'The time of day is not imported; the day is.');
  if (rule.exactness === undefined) return read.date;
  const [found = ''] = valuesOf(context, rule.exactness);
  const exactness = EXACTNESS.find((one) => one === found);
  if (exactness !== undefined) return dateKnownTo(read.date, exactness);
  const exact = { ...place, column: columnsOf(rule.exactness)[0] ?? place.column };
  report.warning(
    exact,
    `one of ${EXACTNESS.join(', ')}`,
    found,
    'How exact the date is cannot be read; it is marked as uncertain.',
  );
  return `${read.date}?`;
}
