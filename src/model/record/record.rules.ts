import type { ImpreciseDate, ImpreciseRange } from '../date-range.js';
import { BODY_KIND, INCIDENT_KIND, LOCATION_KIND, UNIT_KIND } from '../vocabulary.js';

/**
 * The invariants that a record breaks or keeps by itself, and those of a statement and one source. Data files, changes
 * and imports are all held against these.
 */

/** What breaks an invariant: as a sentence for whoever writes data files, and as the parts of a line in the report of an import. */
export interface Violation {
  /** The field of the record that is to be mended. */
  readonly field: string;
  readonly reason: string;
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

type Checked = Violation | undefined;

/**
 * No source can say what happened after its own publication. `publishedMax` is the last day on which it may have come out,
 * `day` the first day on which that may have happened.
 */
export const canKnowOf = (publishedMax: string, day: string): boolean => publishedMax >= day;

type Ends = Pick<ImpreciseRange, 'first' | 'last'>;

export function invertedRange({ first, last }: Ends): Checked {
  if (first.min <= last.max) return undefined;
  return {
    field: 'last',
    reason: `the range is inverted: first ${first.text}, last ${last.text}`,
    expected: `a date on or after ${first.text}`,
    got: last.text,
    message: 'The range is inverted.',
  };
}

interface EndsIfDated {
  readonly first?: unknown;
  readonly last?: unknown;
}

/** A range has both ends, or none where sources give no date. */
export function halfRange({ first, last }: EndsIfDated): Checked {
  if ((first === undefined) === (last === undefined)) return undefined;
  const field = first === undefined ? 'first' : 'last';
  return {
    field,
    reason: `the range has no ${field} date; leave out both ends where sources give no date`,
    expected: 'both ends of the range, or none',
    got: '',
    message: 'The range has one end only.',
  };
}

/** An entity is seen by its names. */
export function nameless(id: string, hasName: boolean): Checked {
  if (hasName) return undefined;
  return {
    field: 'names',
    reason: `${id} has no name`,
    expected: 'a name',
    got: '',
    message: 'A record without a name is visible to nobody.',
  };
}

/** Bodies and places have a kind. What kind a unit is, facts say. */
export function kindless(id: string, kind: unknown): Checked {
  if (kind) return undefined;
  return { field: 'kind', reason: `${id} has no kind`, expected: 'a kind', got: '', message: 'The kind is missing.' };
}

export function publishedBeforeDecided(decided?: ImpreciseDate, published?: ImpreciseDate): Checked {
  if (!decided || !published || decided.min <= published.max) return undefined;
  return {
    field: 'publishedOn',
    reason: `decided on ${decided.text}, after its publication on ${published.text}`,
    expected: `a date on or after ${decided.text}`,
    got: published.text,
    message: 'The publication is before the decision.',
  };
}

export function conductEndsTooEarly(from?: ImpreciseDate, to?: ImpreciseDate): Checked {
  if (!from || !to || from.min <= to.max) return undefined;
  return {
    field: 'conductTo',
    reason: `the conduct ends (${to.text}) before it begins (${from.text})`,
    expected: `a date on or after ${from.text}`,
    got: to.text,
    message: 'The conduct ends before it begins.',
  };
}

interface Link {
  readonly subordinate: string | undefined;
  readonly superior: string | undefined;
}

export function ownSuperior({ subordinate, superior }: Link): Checked {
  if (subordinate !== superior) return undefined;
  return {
    field: 'superior',
    reason: `${superior} cannot be its own superior`,
    expected: 'another unit',
    got: superior ?? '',
    message: 'A unit cannot be its own superior.',
  };
}

interface Copy {
  readonly copyUrl?: unknown;
  readonly reliability?: unknown;
}

/**
 * Grade A leaves no doubt of authenticity, and a copy on another site always does. Whoever has compared it with the
 * original has read the original, and gives that as the source.
 */
export function copyBeyondDoubt({ copyUrl, reliability }: Copy): Checked {
  if (copyUrl === undefined || reliability !== 'A') return undefined;
  return {
    field: 'reliability',
    reason: `a report that was read in a copy on another site is not completely reliable (A); this one was read at ${copyUrl}. Give B or lower, or cite the page of the publisher`,
    expected: 'B or lower, or the page of the publisher in place of the copy',
    got: 'A',
    message: 'A report that was read in a copy on another site is not completely reliable.',
  };
}

interface Place {
  readonly id: string;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
}

export function halfCoordinates({ id, latitude, longitude }: Place): Checked {
  if ((latitude === undefined) === (longitude === undefined)) return undefined;
  const field = latitude === undefined ? 'latitude' : 'longitude';
  const reason = `${id} has only one coordinate`;
  return { field, reason, expected: `a ${field} too`, got: '', message: 'There is only one coordinate.' };
}

export function unsourcedCoordinates({ id, latitude }: Place, sourced: boolean): Checked {
  if (latitude === undefined || sourced) return undefined;
  return {
    field: 'coordinatesFrom',
    reason: `${id} has coordinates, but no coordinatesFrom`,
    expected: 'the report of the coordinates',
    got: '',
    message: 'Coordinates need a source.',
  };
}

interface Count {
  readonly property: string;
  readonly low?: unknown;
  readonly best?: unknown;
  readonly high?: unknown;
}

export function countsInDisorder({ property, low, best, high }: Count): Checked {
  const counts = [low, best, high].filter((count): count is number => typeof count === 'number');
  if (counts.length === 0) {
    const reason = `${property} gives no number`;
    return { field: 'best', reason, expected: 'a number', got: '', message: 'No number is given.' };
  }
  if (counts.every((count, index) => index === 0 || count >= (counts[index - 1] ?? 0))) return undefined;
  const [expected, got] = ['low ≤ best ≤ high', counts.join(', ')];
  return {
    field: 'best',
    reason: `expected ${expected}; got ${got}`,
    expected,
    got,
    message: 'The numbers are not in order.',
  };
}

/** The codes that the value of a fact may stand for, by its property; a country has two letters. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  CLASSIFICATION: Object.keys({ ...UNIT_KIND, ...BODY_KIND, ...LOCATION_KIND }),
  VIOLATION_TYPE: Object.keys(INCIDENT_KIND),
};

/** A fact has a code of the vocabulary of its property, or none. */
export function strangeCode(property: string, code: string): Checked {
  if (property === 'COUNTRY' ? /^[A-Z]{2}$/.test(code) : CODES[property]?.includes(code)) return undefined;
  const expected = property === 'COUNTRY' ? 'two capital letters' : (CODES[property]?.join(', ') ?? 'no code');
  const reason = `expected ${expected} as the code of ${property}; got ${code}`;
  return { field: 'code', reason, expected, got: code, message: 'The vocabulary does not have this code.' };
}

/** Of sexual violence the graph never holds more than the month and the region. */
export const isSexualViolence = (kinds: readonly string[]): boolean => kinds.includes('SEXUAL_VIOLENCE');

const COARSE_PLACES: readonly string[] = ['COUNTRY', 'REGION', 'AREA'];
const COARSE_PRECISIONS: readonly string[] = ['ADMIN1', 'AREA', 'COUNTRY', 'UNKNOWN'];

export const isCoarsePlace = (kind: string): boolean => COARSE_PLACES.includes(kind);

/** `text` is a date, or what a fact says. */
export function dayOfSexualViolence(field: string, text: string): Checked {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  return {
    field,
    reason: `an incident of sexual violence shows the month only; got ${text}`,
    expected: 'at most the month: an incident of sexual violence never shows its day',
    got: text,
    message: 'Leave out the day.',
  };
}

export function precisionOfSexualViolence(precision: string): Checked {
  if (COARSE_PRECISIONS.includes(precision)) return undefined;
  return {
    field: 'precision',
    reason: `an incident of sexual violence is no more precise than ADMIN1; got ${precision}`,
    expected: `one of ${COARSE_PRECISIONS.join(', ')}`,
    got: precision,
    message: 'An incident of sexual violence is never placed more precisely than its region.',
  };
}
