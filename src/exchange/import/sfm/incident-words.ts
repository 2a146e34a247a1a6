import type { TableRow } from '../reading/table.js';
import { incidentKindOf } from '../record/kinds.js';
import type { IncidentSheet } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import type { SfmTenure } from './tenure.js';

/** What a row says of an incident: its kinds, its days and its description. */

/** The violations in the words of the sheet. */
export const violations = (row: TableRow, sheet: IncidentSheet, own: object) =>
  wordsIn(row.get(sheet.kinds)).map((value) => ({ property: 'VIOLATION_TYPE', value, ...own }));

const wordsIn = (text: string) => [
  ...new Set(
    text
      .split(';')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** A title of what happened, in the words of the sheet, and when. */
export const titleOf = (violation: string, first: string) =>
  `${wordsIn(violation).join(', ')} (${first.split(' ')[0]})`.slice(0, 2_000);

/** The kinds of an incident; a violation that we have no kind for is a warning, and nothing but such an error. */
export function kindsIn(conversion: SfmConversion, row: TableRow, sheet: IncidentSheet): string[] {
  const words = wordsIn(row.get(sheet.kinds));
  const kinds = words.flatMap((word) => {
    const kind = incidentKindOf(word);
    if (kind === undefined)
      conversion.report.warning(
        row.at(sheet.kinds),
        'a violation that we have a kind for',
        word,
        'It is kept in the words of the sheet only.',
      );
    return kind ?? [];
  });
  if (kinds.length === 0)
    conversion.report.error(
      row.at(sheet.kinds),
      'at least one violation that we have a kind for',
      row.get(sheet.kinds),
      'The incident is not imported.',
    );
  return [...new Set(kinds)];
}

/** Days and description as the sheet gives them. */
export function incidentText(
  conversion: SfmConversion,
  sheet: IncidentSheet,
  row: TableRow,
  { first, firstHardness, last, lastHardness }: SfmTenure,
) {
  const parts = [sheet.description, sheet.placeDescription]
    .map((column) => row.get(column))
    .filter((text) => text !== '');
  const summary = parts.join(' — ');
  if (summary.length > 2_000)
    conversion.report.error(
      row.at(sheet.description),
      'at most 2000 characters',
      `${summary.length} characters`,
      'The description is too long and is not imported.',
    );
  const words = summary === '' || summary.length > 2_000 ? {} : { summary };
  return { first: `${first.text} ${firstHardness}`, last: `${last.text} ${lastHardness}`, ...words };
}

/** Of sexual violence the graph never holds more than the month. */
export function withheld(conversion: SfmConversion, sheet: IncidentSheet, row: TableRow, { first, last }: SfmTenure) {
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
  return {
    first: `${first.text.slice(0, 7)} FIRST_CITED`,
    last: `${last.text.slice(0, 7)} LAST_CITED`,
    precision: 'UNKNOWN',
  };
}

/** True where a row is about sexual violence. */
export const isCoarse = (row: TableRow, sheet: IncidentSheet) =>
  wordsIn(row.get(sheet.kinds)).some((word) => incidentKindOf(word) === 'SEXUAL_VIOLENCE');
