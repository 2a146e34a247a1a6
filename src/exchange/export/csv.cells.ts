import { CLAIM } from '../../model/record/fields/claim.js';
import { type CsvExportColumn, WITHIN_VALUE } from './csv.js';
import { type ExportRecord, linked, referentIds, type Surroundings, textsOf } from './export.rules.js';
import { sourcesOf } from './record-sources.js';

/** Columns that several tables share. */

export const property = (name: string, meaning: string, key = name): CsvExportColumn => ({
  name,
  meaning,
  cell: ({ properties }) => {
    const value = properties[key];
    return typeof value === 'object' ? textsOf(value) : value;
  },
});

/** Two columns for the records that links lead to: their ids, and what they are called. */
export const ends = (name: string, type: string, meaning: string): CsvExportColumn[] => [
  { name: `${name}_id`, meaning: by(meaning, 'id'), cell: (record) => linked(record, type) },
  {
    name,
    meaning: by(meaning, 'name'),
    cell: (record, around) => linked(record, type).map((id) => around.entities.get(id)?.name),
  },
];

const by = (meaning: string, what: string) => meaning.replace(/\.$/, `, by ${what}.`);

export const ID = { name: 'id', meaning: 'Stable id.', cell: ({ id }: ExportRecord) => id };

export const NAMED: CsvExportColumn[] = [
  ID,
  { name: 'name', meaning: 'What it is called.', cell: ({ id }, { entities }) => entities.get(id)?.name },
  { name: 'other_names', meaning: 'Its other names.', cell: otherNames },
];

export const FORMER_IDS: CsvExportColumn = {
  name: 'former_ids',
  meaning: 'The ids that were merged into it, and lead to it.',
  cell: referentIds,
};

/** Beside a name, identifier or fact of an entity: what the tables of other claims say in columns of their own. */
const besideClaims =
  (beside: (claim: ExportRecord) => readonly string[]): CsvExportColumn['cell'] =>
  ({ id }, { claims }) =>
    (claims?.get(id) ?? []).flatMap((claim) => {
      const words = beside(claim);
      return words.length > 0 ? [`${claim.properties.value}: ${words.join(WITHIN_VALUE)}`] : [];
    });

/** What the claims in an entity say beside their values. */
export const OF_CLAIMS: CsvExportColumn[] = [
  {
    name: 'gradings',
    meaning:
      'Each of its names, identifiers and facts with a status other than ACCEPTED, a doubt or a stated confidence, with these.',
    cell: besideClaims(({ properties: { status, doubts, legacyConfidence } }) => [
      ...textsOf(status).filter((word) => word !== CLAIM.status.default),
      ...textsOf(doubts),
      ...textsOf(legacyConfidence),
    ]),
  },
  {
    name: 'notes',
    meaning: 'Each of its names, identifiers and facts on which those who entered it have a note, with the note.',
    cell: besideClaims(({ properties }) => textsOf(properties.note)),
  },
];

function otherNames({ id }: ExportRecord, { entities }: Surroundings): string[] {
  const entity = entities.get(id);
  const values = (entity?.names ?? []).map(({ value }) => value).filter((value) => value !== entity?.name);
  return [...new Set(values)].sort();
}

export const RANGE: CsvExportColumn[] = [
  property('first', 'First date, EDTF level 1.'),
  property('first_hardness', 'START: it really began then; FIRST_CITED: it may have begun before.', 'firstHardness'),
  property('last', 'Last date, EDTF level 1.'),
  property(
    'last_hardness',
    'END: it really ended then; LAST_CITED: it may have gone on; ASSUMED_TO_CONTINUE: the source assumes that it goes on.',
    'lastHardness',
  ),
];

export const CITATIONS: CsvExportColumn[] = [
  {
    name: 'report_ids',
    meaning: 'Reports that say so, one for each citation.',
    cell: sourceCells(({ reportId }) => reportId),
  },
  { name: 'report_titles', meaning: 'Their titles, in the same order.', cell: sourceCells(({ title }) => title) },
  {
    name: 'publishers',
    meaning: 'Their publishers, in the same order.',
    cell: sourceCells(({ publisher }) => publisher),
  },
  {
    name: 'pinpoints',
    meaning: 'The places in them, in the same order.',
    cell: sourceCells(({ pinpoint }) => pinpoint),
  },
];

function sourceCells(part: (source: ReturnType<typeof sourcesOf>[number]) => string | null): CsvExportColumn['cell'] {
  return (record, around) => sourcesOf(record, around).map(part);
}

export const coordinateOf = (
  meaning: string,
  axis: 'latitude' | 'longitude',
  where: (record: ExportRecord) => string[],
): CsvExportColumn => ({
  name: axis,
  meaning,
  cell: (record, { entities }) => where(record).map((id) => entities.get(id)?.[axis])[0],
});
