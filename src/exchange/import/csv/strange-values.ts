import { isSexualViolence } from '../../../model/record/record.rules.js';
import { addDoubt, type RowDoubt, withoutWords } from '../record/doubts.js';
import type { ImportReport } from '../report/import-report.js';
import { mayBeSexualViolence } from '../words/sexual-violence.js';
import { listOf, type Template, type Values } from './columns.js';
import { doubtOfWords, withDoubts, wordsOf } from './row-doubts.js';
import type { StrangeValue, TemplateRow } from './template-tables.js';

/** What a table of others says in words that fit into no column goes in all the same: in these words, and with their doubt. */

const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Whether the rows of a template are one claim each; else their grading is that of the claims in them. */
const isClaim = ({ columns }: Template) => columns.some(({ name, field }) => name === 'doubts' && field === 'doubts');
const has = ({ columns }: Template, name: string) => columns.some((column) => column.name === name);

const doubtOf = (row: TemplateRow, { column, value, doubt }: StrangeValue): RowDoubt[] =>
  doubt ? [{ doubt: doubtOfWords(doubt, value), text: wordsOf(row, column, value) }] : [];

/** A row of a table of others names its sources in its own words; the map makes reports of them. */
const SOURCE = 'an address, or a source that the table describes';

/** Says what is doubtful about a row because of its words. */
export function reportStrangeValues(report: ImportReport, { columns }: Template, row: TemplateRow): void {
  for (const one of (row.strangeValues ?? []).filter(({ isReported }) => !isReported)) {
    const { column, value } = one;
    const { reader } = columns.find(({ name }) => name === column) ?? {};
    const expected = column === 'sources' ? SOURCE : (reader?.expected ?? '');
    const message = `This does not fit into ${column}; the record keeps it as it is stated.`;
    for (const doubt of doubtOf(row, one)) addDoubt([], report, doubt, row.at(column), expected, value);
    if (!one.doubt) report.warning(row.at(column), expected, value, message);
  }
}

/**
 * Refuses, with an error, an incident whose words for its kind are unknown and may mean sexual violence: its day and place
 * would be recorded.
 */
export function mayShowTooMuch(report: ImportReport, row: TemplateRow): boolean {
  const words = (row.strangeValues ?? []).find(({ column, value }) => column === 'kinds' && mayBeSexualViolence(value));
  if (words)
    report.error(
      row.at('kinds'),
      'a word that the map has under `words`',
      words.value,
      'This may be sexual violence, of which no day or place is recorded: give the word its kind in the map.',
    );
  return words !== undefined;
}

/**
 * The values of a row with what fits into no column: as facts, else in the note, unless a doubt of the row has the words.
 * An unknown source is a doubt of all that the row says.
 */
export function withStrangeValues(template: Template, values: Values, row: TemplateRow): Values {
  const { strangeValues = [] } = row;
  if (strangeValues.length === 0) return values;
  const inSources = strangeValues.filter(({ column }) => column === 'sources');
  const others = strangeValues.filter(({ column }) => column !== 'sources');
  const doubts = inSources.flatMap((one) => doubtOf(row, one));
  const graded = { ...values, ...doubtValues(values, doubts) };
  if (has(template, 'facts')) {
    const ofFact = (one: StrangeValue) => (isClaim(template) ? [] : doubtOf(row, one));
    const facts = others
      .filter(({ value }) => value !== '')
      .map((one) => [`${one.column.toUpperCase()}_AS_STATED`, withoutControls(one.value), ofFact(one)]);
    return facts.length > 0 ? { ...graded, facts: [...listOf(values.facts), ...facts] } : graded;
  }
  const texts = others.filter(({ doubt }) => !doubt).map(({ column, value }) => `${column}: ${withoutControls(value)}`);
  return texts.length > 0 ? { ...graded, note: [values.note, ...texts].filter((text) => text).join('; ') } : graded;
}

const withoutControls = (text: string): string => text.replace(CONTROL, ' ').trim();

/** The doubts of a row as its columns have them. */
function doubtValues(values: Values, further: readonly RowDoubt[]): Values {
  if (further.length === 0) return {};
  const { doubts, doubts_as_stated: doubtsAsStated, kinds } = values;
  const visible = isSexualViolence(listOf(kinds)) ? further.map(withoutWords) : further;
  const graded = withDoubts({ doubts, doubtsAsStated }, visible);
  return { doubts: graded.doubts, doubts_as_stated: graded.doubtsAsStated };
}

/** The doubts that the words of a row give to the claim that it is. */
export const doubtsOfStrangeValues = (template: Template, row: TemplateRow): RowDoubt[] =>
  isClaim(template)
    ? (row.strangeValues ?? []).filter(({ column }) => column !== 'sources').flatMap((one) => doubtOf(row, one))
    : [];
