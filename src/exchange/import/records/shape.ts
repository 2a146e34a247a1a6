import { CITED } from '../../../model/record/fields/claim.js';
import type { Fields } from '../../../model/record/fields/field.js';
import {
  FILE_FIELDS,
  type FileName,
  type InnerList,
  LABELS,
  NESTED_CLAIMS,
} from '../../../model/record/fields/kinds.js';
import { propertyNames, recordOf } from '../../../model/record/fields/stored.js';
import { CASUALTY_KIND } from '../../../model/vocabulary.js';
import type { DumpLine } from './dump-lines.js';

/** A line of our own dump in the shape in which an author would have written it, so that the same rules check both. */

type Shape = Readonly<Record<string, unknown>>;

/** Where the record belongs: a record type, or what is said of an incident that stands elsewhere. */
export interface ShapedLine {
  readonly recordType: FileName | 'incident-claims';
  readonly record: Shape;
  /** What the line says and no field of ours holds: a later version wrote it. */
  readonly unknown: readonly string[];
}

/** The shape of a line; undefined where its labels are none of ours. */
export function shapeOf(dumped: DumpLine): ShapedLine | undefined {
  const line = asStatedNow(dumped);
  const file = FILES_BY_LABEL.find(([, label]) => line.labels.includes(label))?.[0];
  if (file)
    return { recordType: file, record: recordOf(FILE_FIELDS[file], line), unknown: unknownIn(FILE_FIELDS[file], line) };
  const list = LISTS.find(
    (one) => line.labels.includes(NESTED_CLAIMS[one].label) && (one === 'casualties') === isCount(line),
  );
  return list && insideOf(line, list);
}

/** Dumps of earlier versions say `partyToConflict` of every report: `false` also where nobody had assessed it. */
function asStatedNow(line: DumpLine): DumpLine {
  const { partyToConflict, ...properties } = line.properties;
  if (partyToConflict === undefined) return line;
  return { ...line, properties: { ...properties, ...(partyToConflict === true && { conflictParty: true }) } };
}

/** Units before bodies: a ministry is both. */
const isBody = ([, label]: [FileName, string]) => Number(label === 'Body');
const FILES_BY_LABEL = (Object.entries(LABELS) as [FileName, string][]).sort((a, b) => isBody(a) - isBody(b));

const LISTS = Object.keys(NESTED_CLAIMS) as InnerList[];

/** A fact that counts persons stands among the casualties. */
const isCount = ({ properties: { property, low, best, high } }: DumpLine) =>
  Object.hasOwn(CASUALTY_KIND, String(property)) && [low, best, high].some((count) => count !== undefined);

/** A claim beside the record that it is about. */
function insideOf(line: DumpLine, list: InnerList): ShapedLine | undefined {
  const fields: Fields = { ...NESTED_CLAIMS[list].fields, ...CITED };
  const id = line.links.find(({ type }) => type === 'OF')?.to ?? '';
  const claims = { [list]: [recordOf(fields, line)] };
  const unknown = unknownIn(fields, line);
  if (id.startsWith('incident-')) return { recordType: 'incident-claims', record: { id, ...claims }, unknown };
  const recordType = RECORD_TYPES[id.slice(0, id.indexOf('-'))];
  return recordType && { recordType, record: { id, extends: true, ...claims }, unknown };
}

const RECORD_TYPES: Readonly<Record<string, FileName>> = {
  person: 'people',
  unit: 'units',
  org: 'units',
  body: 'bodies',
  location: 'locations',
};

/** What the graph adds to each record, and the text of a count. */
const ADDED = ['dataset', 'recordedAt', 'value'];

function unknownIn(fields: Fields, { properties, links }: DumpLine): string[] {
  const entries = Object.entries(fields);
  const names = new Set([...ADDED, ...entries.flatMap(([name, field]) => propertyNames(name, field))]);
  const types = new Set(['OF', 'CITES', ...entries.map(([, { link }]) => link)]);
  return [
    ...Object.keys(properties).filter((name) => !names.has(name)),
    ...links.map(({ type }) => type).filter((type) => !types.has(type)),
  ];
}
