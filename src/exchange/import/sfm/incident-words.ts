import { LONGEST_PROSE } from '../../../model/record/fields/field.js';
import type { TableRow } from '../reading/table.js';
import type { RowDoubt } from '../record/doubts.js';
import type { ClaimBase, FactClaim } from '../record/imported-record.js';
import { continuation, heldProse, heldText } from '../record/long-text.js';
import { mayBeSexualViolence } from '../words/sexual-violence.js';
import type { IncidentSheet } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import type { SfmTenure } from './tenure.js';

/** What a row says of an incident: its kinds, its days and its description. */

/** The violations in the words of the sheet, each a fact; with a doubt where we have no kind for it. */
export const violations = (
  conversion: SfmConversion,
  row: TableRow,
  sheet: IncidentSheet,
  base: ClaimBase,
): FactClaim[] =>
  wordsIn(row.get(sheet.kinds)).map((value) => {
    const { doubts = [], doubtsAsStated = [] } = base;
    const unknown = kindsOf(conversion, value).length === 0 && {
      doubts: [...doubts, 'KIND_UNKNOWN' as const],
      doubtsAsStated: [...doubtsAsStated, heldProse(`${sheet.kinds}: ${value}`)],
    };
    const note = [...(base.note ? [base.note] : []), ...continuation(sheet.kinds, value, LONGEST_PROSE)].join(' ');
    const text = heldText(value, LONGEST_PROSE).start;
    return { property: 'VIOLATION_TYPE', value: text, ...base, ...unknown, ...(note && { note: heldProse(note) }) };
  });

const kindsOf = ({ options }: SfmConversion, word: string) => options.lexicons.INCIDENT_KINDS.allOf(word);

const wordsIn = (text: string) => [
  ...new Set(
    text
      .split(';')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** A title of what happened, in the words of the sheet, and when. */
export const titleOf = (violation: string, first: string | undefined) =>
  heldText(`${wordsIn(violation).join(', ') || 'Incident'} (${first?.split(' ')[0] ?? 'undated'})`).start;

/** The kinds of an incident. A violation that we have no kind for is told, and a doubt where no other tells the kind. */
export function kindsIn(
  conversion: SfmConversion,
  row: TableRow,
  sheet: IncidentSheet,
): { kinds: string[]; doubts: RowDoubt[] } {
  const text = row.get(sheet.kinds);
  const words = wordsIn(text);
  const unknown = words.filter((word) => kindsOf(conversion, word).length === 0);
  for (const word of words.length === 0 ? [''] : unknown)
    conversion.report.unknownWord('INCIDENT_KINDS', row.at(sheet.kinds), word);
  const kinds = [...new Set(words.flatMap((word) => kindsOf(conversion, word)))];
  const doubt: RowDoubt = { doubt: 'KIND_UNKNOWN', text: `${sheet.kinds}: ${text || 'empty'}` };
  return { kinds, doubts: kinds.length === 0 ? [doubt] : [] };
}

/** What an incident says beside its kinds, its place and its sources. */
interface IncidentText {
  readonly first?: string;
  readonly last?: string;
  readonly summary?: string;
  /** How the summary goes on, where it is longer than its field holds. */
  readonly note?: string;
  readonly precision?: string;
}

/** Days and description as the sheet gives them. */
export function incidentText(sheet: IncidentSheet, row: TableRow, tenure: SfmTenure | undefined): IncidentText {
  const parts = [sheet.description, sheet.placeDescription]
    .map((column) => row.get(column))
    .filter((text) => text !== '');
  const whole = parts.join(' — ');
  const { start: summary } = heldText(whole, LONGEST_PROSE);
  const [note] = continuation(sheet.description, whole, LONGEST_PROSE);
  const words = summary === '' ? {} : { summary, ...(note && { note: heldProse(note) }) };
  if (!tenure) return words;
  const { first, firstHardness, last, lastHardness } = tenure;
  return { first: `${first.text} ${firstHardness}`, last: `${last.text} ${lastHardness}`, ...words };
}

/** Of sexual violence the graph never holds more than the month. */
export function withheld(
  conversion: SfmConversion,
  sheet: IncidentSheet,
  row: TableRow,
  tenure: SfmTenure | undefined,
): IncidentText {
  const fine = [
    sheet.place,
    sheet.placeDescription,
    sheet.description,
    ...sheet.facts.map(({ field }) => field.column),
  ];
  for (const column of fine) row.get(column);
  for (const { date } of sheet.facts) for (const column of [date?.year, date?.month, date?.day]) row.get(column);
  conversion.report.warning(
    row.at(sheet.kinds),
    'the month and no place',
    'an incident of sexual violence',
    'Day, place, description and status are withheld.',
  );
  const months = tenure && {
    first: `${tenure.first.text.slice(0, 7)} FIRST_CITED`,
    last: `${tenure.last.text.slice(0, 7)} LAST_CITED`,
  };
  return { ...months, precision: 'UNKNOWN' };
}

/** Whether a row is about sexual violence, or may be. */
export const isCoarse = (conversion: SfmConversion, row: TableRow, sheet: IncidentSheet) =>
  wordsIn(row.get(sheet.kinds)).some(
    (word) => kindsOf(conversion, word).includes('SEXUAL_VIOLENCE') || mayBeSexualViolence(word),
  );
