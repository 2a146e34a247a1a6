import { DATE_EXPECTED } from '../../model/date-range.js';
import { type FieldError, type FieldPath, Refusal, refusal, userError } from '../../model/errors.js';
import {
  FILES,
  type FileName,
  INCIDENT_CLAIMS,
  type IncidentClaims,
  type RecordOf,
} from '../../model/record/record-shapes.js';
import { type Shape, shapeErrors } from '../../model/record/shape-errors.js';
import { withoutNull } from '../../model/without.js';
import { type CitationGiven, citationsOf } from './citations.js';

/**
 * Reads a record as an editor gives it into the shape of the data files, with the way back to the field of the input.
 */

type FileRecord =
  | { [F in FileName]: { readonly file: F; readonly record: RecordOf<F> } }[FileName]
  | { readonly file: 'incident-claims'; readonly record: IncidentClaims };

/** A record that has the shape that it must have. */
export type ParsedRecord = FileRecord & {
  readonly kind: RecordKind;
  /** Where a path of the record is in the input. */
  readonly place: (path: FieldPath) => FieldPath;
  /** The record as provided, in the shape of the data files. */
  readonly provided: unknown;
  readonly citations: readonly CitationGiven[];
};

/** The records that stand in a file of their own. */
const OWN_FILE = {
  report: 'reports',
  body: 'bodies',
  person: 'people',
  unit: 'units',
  location: 'locations',
  posting: 'postings',
  commandLink: 'command-links',
  positioning: 'positionings',
  affiliation: 'affiliations',
  incident: 'incidents',
  incidentLink: 'incident-links',
  finding: 'findings',
  indicator: 'indicators',
  measure: 'measures',
  demand: 'demands',
} as const satisfies Record<string, FileName>;

/** The claims that stand inside the record that they are about: the list there, and the field that says which record. */
const INSIDE = {
  attribution: { list: 'attributions', owner: 'incident' },
  casualties: { list: 'casualties', owner: 'incident' },
  name: { list: 'names', owner: 'of' },
  identifier: { list: 'identifiers', owner: 'of' },
  fact: { list: 'facts', owner: 'of' },
} as const;

type OwnKind = keyof typeof OWN_FILE;
type InnerKind = keyof typeof INSIDE;
export type RecordKind = OwnKind | InnerKind;
type Fields = Readonly<Record<string, unknown>>;

/** The record of an input with exactly one field, at `at`; throws a `Refusal` with everything that does not fit. */
export function parseRecordInput(input: object, at: FieldPath): ParsedRecord {
  const kinds = Object.entries(withoutNothing(input) as Fields);
  const [only] = kinds;
  if (!only || kinds.length > 1) {
    const got = kinds.map(([kind]) => kind).join(', ') || 'none';
    throw refusal('BAD_INPUT', at, `Expected exactly one kind of record; got ${got}.`, { expected: 'one field', got });
  }
  const [kind, fields] = only as [RecordKind, Fields];
  return kind in INSIDE
    ? parseInnerClaim(kind as InnerKind, fields, [...at, kind])
    : parseOwnRecord(kind as OwnKind, fields, [...at, kind]);
}

function parseOwnRecord(kind: OwnKind, fields: Fields, at: FieldPath): ParsedRecord {
  const { range, ...rest } = fields;
  return parsed(kind, OWN_FILE[kind], FILES[OWN_FILE[kind]], range ? { ...rest, ...endsOf(range) } : rest, (path) => {
    const [first, ...deeper] = path;
    if (range && (first === 'first' || first === 'last')) return [...at, 'range', first];
    return first === undefined ? at : [...at, first, ...deeper];
  });
}

function parseInnerClaim(kind: InnerKind, fields: Fields, at: FieldPath): ParsedRecord {
  const { list, owner } = INSIDE[kind];
  const { [owner]: id, ...claim } = fields;
  const file = fileOf(String(id), kind, [...at, owner]);
  const none = { attributions: [], casualties: [], facts: [], identifiers: [] };
  const around = file === 'incident-claims' ? { ...none, id } : { id, extends: true };
  const shape = file === 'incident-claims' ? INCIDENT_CLAIMS : FILES[file];
  return parsed(kind, file, shape, { ...around, [list]: [claim] }, ([first, _index, ...deeper]) => {
    if (first !== list) return [...at, owner];
    // A fact has no numbers: what makes it a count is its property.
    return [...at, ...(kind === 'fact' && deeper[0] === 'best' ? ['property'] : deeper)];
  });
}

/** The file of the record that a claim is about, by its id. */
function fileOf(id: string, kind: InnerKind, at: FieldPath) {
  const files = { person: 'people', unit: 'units', org: 'units', body: 'bodies', location: 'locations' } as const;
  const prefix = id.split('-')[0] ?? '';
  const ofIncident = kind === 'attribution' || kind === 'casualties';
  if (prefix === 'incident' && kind !== 'name') return 'incident-claims';
  if (!ofIncident && prefix in files) return files[prefix as keyof typeof files];
  const entity = `the id of a person, unit, body or location${kind === 'name' ? '' : ', or of an incident'}`;
  const expected = ofIncident ? 'the id of an incident' : entity;
  throw refusal('BAD_INPUT', at, `Expected ${expected}; got ${id.slice(0, 80)}.`, { expected, got: id });
}

function parsed(
  kind: RecordKind,
  file: ParsedRecord['file'],
  shape: Shape,
  full: unknown,
  place: (path: FieldPath) => FieldPath,
): ParsedRecord {
  const { record: provided, citations } = citationsOf(full);
  const result = shape.safeParse(provided);
  if (!result.success) throw new Refusal(shapeErrors(result.error, provided, place).map(ofRange));
  return { kind, file, record: result.data, place, provided, citations } as ParsedRecord;
}

/** The files write each end of a range as one text: a date and a bound. */
function endsOf(range: unknown): Fields {
  const { first, firstBound, last, lastBound } = range as Record<string, string>;
  return { first: `${first} ${firstBound}`, last: `${last} ${lastBound}` };
}

/** An error in such a text is an error in the date: the bound is a word of the schema. */
function ofRange(error: FieldError): FieldError {
  if (error.field.at(-2) !== 'range') return error;
  const date = error.got?.replace(/ \S*$/, '');
  return userError('BAD_INPUT', error.field, `Expected ${DATE_EXPECTED}; got ${JSON.stringify(date)}.`, {
    expected: DATE_EXPECTED,
    got: date,
  });
}

/** Fields that are null or not given are left out, as the files leave them out. */
export function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(withoutNull(value)).map(([name, inner]) => [name, withoutNothing(inner)]));
}
