import type { ImpreciseDate } from '../../../model/date-range.js';
import { COARSE_PRECISIONS } from '../../../model/record/coarse.js';
import type { FileName, RecordOf } from '../../../model/record/record-shapes.js';
import type { Misfit } from './validate-record.js';

/**
 * The rules of the model that one record can be judged by alone, so that its row and column can be named. What needs
 * other records (does the unit exist? may the body convict?) is judged where all records are at hand.
 */

type Break = Misfit | undefined | false | '' | 0;
type Rules = { readonly [F in FileName]?: (record: RecordOf<F>) => Break[] };

interface Ranged {
  readonly first: { readonly date: ImpreciseDate; readonly hardness: string };
  readonly last: { readonly date: ImpreciseDate; readonly hardness: string };
}

const breaks = (field: string, expected: string, got: unknown, message: string): Misfit => ({
  field,
  expected,
  got: String(got ?? ''),
  message,
});

const inverted = ({ first, last }: Ranged): Break =>
  first.date.min > last.date.max &&
  breaks('last', `a date on or after ${first.date.text}`, last.date.text, 'The range is inverted.');

const ofZeroLength = ({ first, last }: Ranged): Break =>
  first.date.min === first.date.max &&
  first.date.text === last.date.text &&
  first.hardness === 'START' &&
  last.hardness === 'END' &&
  breaks('last', `a date after ${first.date.text}`, last.date.text, 'The range is of zero length.');

const tenure = (record: Ranged): Break[] => [inverted(record), ofZeroLength(record)];

interface EntityRecord {
  readonly extends: boolean;
  readonly names: readonly { readonly cites?: unknown }[];
  readonly identifiers: readonly { readonly cites?: unknown }[];
  readonly facts: readonly { readonly cites?: unknown }[];
  readonly cites?: unknown;
}

function entity(record: EntityRecord, needsKind: boolean, kind?: string): Break[] {
  const { names, identifiers, facts, cites } = record;
  const uncited = [...names, ...identifiers, ...facts].some((claim) => claim.cites === undefined);
  return [
    !record.extends && names.length === 0 && breaks('names', 'a name', '', 'Nobody can see what has no name.'),
    !record.extends && needsKind && !kind && breaks('kind', 'a kind', '', 'The kind is missing.'),
    !cites && uncited && breaks('cites', 'the id of a report', '', 'Each statement needs a source.'),
  ];
}

function place(record: RecordOf<'locations'>): Break[] {
  const { latitude, longitude, coordinatesFrom } = record;
  const half = (latitude === undefined) !== (longitude === undefined);
  const missing = latitude === undefined ? 'latitude' : 'longitude';
  return [
    half && breaks(missing, `a ${missing} too`, '', 'There is only one coordinate.'),
    latitude !== undefined &&
      !coordinatesFrom &&
      breaks('coordinatesFrom', 'the report of the coordinates', '', 'Coordinates need a source.'),
  ];
}

/** Of sexual violence the graph never holds more than the month and the region. */
function coarse(record: RecordOf<'incidents'>): Break[] {
  if (!record.kinds.includes('SEXUAL_VIOLENCE')) return [];
  const month = 'at most the month: an incident of sexual violence is never told by its day';
  const fine = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text);
  const dates = (['first', 'last'] as const).map((end) => ({ field: end as string, text: record[end].date.text }));
  const facts = record.facts.map(({ value }) => ({ field: 'facts', text: value }));
  const told = [...dates, ...facts].find(({ text }) => fine(text));
  return [
    told && breaks(told.field, month, told.text, 'The day must stay out.'),
    !COARSE_PRECISIONS.includes(record.precision) &&
      breaks(
        'precision',
        `one of ${COARSE_PRECISIONS.join(', ')}`,
        record.precision,
        'An incident of sexual violence is never placed more precisely than its region.',
      ),
  ];
}

function counts({ casualties }: RecordOf<'incidents'>): Break[] {
  return casualties.flatMap(({ low, best, high }, at) => {
    const given = [low, best, high].filter((count) => count !== undefined);
    const order = given.every((count, index) => index === 0 || count >= (given[index - 1] ?? 0));
    return [
      given.length === 0 && breaks(`casualties.${at}.best`, 'a number', '', 'No number is given.'),
      !order && breaks(`casualties.${at}.best`, 'low ≤ best ≤ high', given.join(', '), 'The numbers are in disorder.'),
    ];
  });
}

const after = (field: string, early: ImpreciseDate | undefined, late: ImpreciseDate | undefined, why: string): Break =>
  early !== undefined &&
  late !== undefined &&
  early.min > late.max &&
  breaks(field, `a date on or after ${early.text}`, late.text, why);

const RULES: Rules = {
  people: (record) => entity(record, false),
  bodies: (record) => entity(record, true, record.kind),
  units: (record) => entity(record, true, record.kind),
  locations: (record) => [...entity(record, true, record.kind), ...place(record)],
  postings: tenure,
  positionings: tenure,
  'command-links': (record) => [
    ...tenure(record),
    record.subordinate === record.superior &&
      breaks('superior', 'another unit', record.superior, 'A unit cannot be its own superior.'),
  ],
  incidents: (record) => [inverted(record), ...coarse(record), ...counts(record)],
  findings: ({ decidedOn, publishedOn, conductFrom, conductTo }) => [
    after('publishedOn', decidedOn, publishedOn, 'Nothing is published before it is decided.'),
    after('conductTo', conductFrom, conductTo, 'The conduct ends before it begins.'),
  ],
};

/** The rules that a record breaks. */
export function ruleBreaks(room: FileName, record: unknown): Misfit[] {
  const rules = RULES[room] as ((record: unknown) => Break[]) | undefined;
  return (rules?.(record) ?? []).filter((one): one is Misfit => typeof one === 'object');
}
