import { CLAIM } from '../../model/record/fields/claim.js';
import { DEMAND } from '../../model/record/fields/demand.js';
import { LOCATION, PERSON, UNIT } from '../../model/record/fields/entity.js';
import { type Field, type Fields, isStoredValue } from '../../model/record/fields/field.js';
import { FINDING } from '../../model/record/fields/finding.js';
import { INCIDENT } from '../../model/record/fields/incident.js';
import { ATTRIBUTION, INCIDENT_OWNER } from '../../model/record/fields/inner-claims.js';
import { COMMAND_LINK, INCIDENT_LINK, POSITIONING, POSTING } from '../../model/record/fields/link.js';
import { REPORT } from '../../model/record/fields/report.js';
import { besideEnd } from '../../model/record/fields/stored.js';
import { CITATIONS, coordinateOf, ends, FORMER_IDS, ID, NAMED, OF_CLAIMS, property, RANGE } from './csv.cells.js';
import { type CsvExportColumn, type CsvTable, WITHIN_VALUE } from './csv.js';
import { attributedTo, distinctCodes, type ExportRecord, linked, textsOf } from './export.rules.js';

/** The columns of each table, from the fields of its records. A cell with several values has ` ; ` between them. */

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What is called by a name; of other records an id says enough. */
const NAMED_PREFIXES = ['person', 'unit', 'body', 'org', 'location'];

function columnsOfField(name: string, field: Field): CsvExportColumn[] {
  const { type, about, link = '', prefixes = [], column = snake(name), property: key = name, tables } = field;
  if (tables === 'TEMPLATE' || tables === 'NONE') return [];
  const cell = (record: ExportRecord) => linked(record, link);
  if (field.licensedBy) return [coordinateOf(about, name as 'latitude' | 'longitude', ({ id }) => [id])];
  if (type === 'FACTS') return columnsOfFacts(field, snake(field.answer ?? name));
  if (isStoredValue(field)) return [property(column, about, key)];
  if (type === 'END') return RANGE.filter(({ name: own }) => own.startsWith(name));
  if (type === 'PARTS') return columnsOfParts(column, field);
  if (type !== 'REFERENCE' && type !== 'REFERENCES') return [];
  if (prefixes.every((prefix) => NAMED_PREFIXES.includes(prefix))) return ends(column, link, about);
  return [{ name: `${column}_${type === 'REFERENCE' ? 'id' : 'ids'}`, meaning: about, cell }];
}

/**
 * The ends of parts, and in the same order what each says beside its end. A rule of law without how firmly the body
 * applies it would make "may constitute war crimes" a finding of war crimes.
 */
function columnsOfParts(column: string, { about, link, fields = {} }: Field): CsvExportColumn[] {
  const partsOf = (record: ExportRecord) => record.links.filter(({ type }) => type === link);
  const beside = Object.entries(besideEnd(fields)).map(
    ([name, { about: inner, column: own, property: key = name }]) => ({
      name: own ?? snake(name),
      meaning: `For each of ${column}, in the same order: ${inner.charAt(0).toLowerCase()}${inner.slice(1)}`,
      cell: (record: ExportRecord) =>
        partsOf(record).map(({ properties }) => textsOf(properties[key]).join(WITHIN_VALUE)),
    }),
  );
  return [{ name: column, meaning: about, cell: (record) => partsOf(record).map(({ to }) => to) }, ...beside];
}

/** The codes that facts give, and in the same order the words of sources for which they stand. */
function columnsOfFacts({ about, fact = '' }: Field, column: string): CsvExportColumn[] {
  const wordsFor = (code: string, claims: readonly ExportRecord[]) => {
    const facts = claims.filter(({ properties }) => properties.property === fact && properties.code === code);
    return [...new Set(facts.map(({ properties }) => String(properties.value)))].filter((value) => value !== code);
  };
  return [
    { name: column, meaning: about, cell: ({ id }, { entities }) => distinctCodes(entities.get(id), fact) },
    {
      name: `${column}_as_stated`,
      meaning: `For each of ${column}, in the same order: the words of sources, where they are other ones; with commas between several.`,
      cell: ({ id }, { entities, claims }) =>
        distinctCodes(entities.get(id), fact).map((code) => wordsFor(code, claims?.get(id) ?? []).join(WITHIN_VALUE)),
    },
  ];
}

/** A column, or two, for each field in the order of its table, but those named in `first` before all others. */
function columnsOf(fields: Fields, first: readonly string[] = []): CsvExportColumn[] {
  const others = Object.keys(fields).filter((name) => !first.includes(name));
  return [...first, ...others].flatMap((name) => columnsOfField(name, fields[name] as Field));
}

const DATASET = property('dataset', 'The dataset that it is from, whose licence holds.');
const CHECKED: readonly CsvExportColumn[] = [...columnsOf(CLAIM), DATASET, ...CITATIONS];

const incidentPlace = (record: ExportRecord) => linked(record, 'AT');
const { precision, ...INCIDENT_REST } = INCIDENT;

export const TABLES: Readonly<Record<string, CsvTable>> = {
  people: {
    label: 'Person',
    withClaims: true,
    columns: [...NAMED, FORMER_IDS, ...columnsOf(PERSON), ...OF_CLAIMS, ...CITATIONS],
  },
  units: {
    label: 'Unit',
    withClaims: true,
    columns: [...NAMED, FORMER_IDS, ...columnsOf(UNIT), ...OF_CLAIMS, ...CITATIONS],
  },
  locations: {
    label: 'Location',
    withClaims: true,
    columns: [
      ...NAMED,
      ...columnsOf(LOCATION, ['kind', 'country', 'latitude', 'longitude', 'precision', 'within']),
      ...OF_CLAIMS,
      ...CITATIONS,
    ],
  },
  incidents: {
    label: 'Incident',
    columns: [
      ID,
      ...columnsOf(INCIDENT_REST),
      coordinateOf('Degrees north, of the place.', 'latitude', incidentPlace),
      coordinateOf('Degrees east, of the place.', 'longitude', incidentPlace),
      ...columnsOf({ precision }),
      {
        name: 'attributed_to_ids',
        meaning: 'People and units to whom sources attribute it; attributions.csv says who does.',
        cell: (record, around) => attributedTo(record, around).map(({ id }) => id),
      },
      {
        name: 'attributed_to_modes',
        meaning:
          'What sources say of the part of each, in the same order, such as PERPETRATOR or RESPONSIBLE_STATE; with commas between several.',
        cell: (record, around) => attributedTo(record, around).map(({ modes }) => modes.join(WITHIN_VALUE)),
      },
      ...CHECKED,
    ],
  },
  findings: {
    label: 'Finding',
    columns: [
      ID,
      ...columnsOf(FINDING, ['type', 'title', 'summary', 'by', 'about', 'concerns', 'conductOf', 'classifies']),
      ...CHECKED,
    ],
  },
  reports: {
    label: 'Report',
    columns: [ID, ...columnsOf(REPORT, ['title', 'publisher', 'publishedOn', 'language']), DATASET],
  },
  postings: { label: 'Posting', columns: [ID, ...columnsOf(POSTING), ...CHECKED] },
  'command-links': { label: 'CommandLink', columns: [ID, ...columnsOf(COMMAND_LINK), ...CHECKED] },
  positionings: { label: 'Positioning', columns: [ID, ...columnsOf(POSITIONING), ...CHECKED] },
  'incident-links': { label: 'IncidentLink', columns: [ID, ...columnsOf(INCIDENT_LINK), ...CHECKED] },
  attributions: {
    label: 'Attribution',
    columns: [ID, ...columnsOf({ ...INCIDENT_OWNER, ...ATTRIBUTION }), ...CHECKED],
  },
  demands: { label: 'Demand', columns: [ID, ...columnsOf(DEMAND), ...CHECKED] },
};
