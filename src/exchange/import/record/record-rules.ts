import type { ImpreciseDate } from '../../../model/date-range.js';
import {
  conductEndsTooEarly,
  countsInDisorder,
  dayOfSexualViolence,
  halfCoordinates,
  invertedRange,
  isSexualViolence,
  ownSuperior,
  precisionOfSexualViolence,
  publishedBeforeDecided,
  unsourcedCoordinates,
  zeroLength,
} from '../../../model/record/record.rules.js';
import type { FileName, RecordOf } from '../../../model/record/record-shapes.js';
import type { Misfit } from './validate-record.js';

/**
 * Holds one record against the rules that it can be judged by alone, so that its row and column can be named. What needs
 * other records (does the unit exist? may the body convict?) is judged where all records are at hand.
 */

type Break = Misfit | undefined | false | '';
type Rules = { readonly [F in FileName]?: (record: RecordOf<F>) => Break[] };

interface Ranged {
  readonly first: { readonly date: ImpreciseDate; readonly hardness: string };
  readonly last: { readonly date: ImpreciseDate; readonly hardness: string };
}

const breaks = (field: string, expected: string, message: string): Misfit => ({ field, expected, got: '', message });

const rangeOf = ({ first, last }: Ranged) => ({
  first: first.date,
  firstHardness: first.hardness,
  last: last.date,
  lastHardness: last.hardness,
});
const tenure = (record: Ranged): Break[] => [invertedRange(rangeOf(record)), zeroLength(rangeOf(record))];

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
    !record.extends && names.length === 0 && breaks('names', 'a name', 'Nobody can see what has no name.'),
    !record.extends && needsKind && !kind && breaks('kind', 'a kind', 'The kind is missing.'),
    !cites && uncited && breaks('cites', 'the id of a report', 'Each statement needs a source.'),
  ];
}

const place = (record: RecordOf<'locations'>): Break[] => [
  halfCoordinates(record),
  unsourcedCoordinates(record, record.coordinatesFrom !== undefined),
];

function coarse({ kinds, first, last, facts, precision }: RecordOf<'incidents'>): Break[] {
  if (!isSexualViolence(kinds)) return [];
  const day =
    dayOfSexualViolence('first', first.date.text) ??
    dayOfSexualViolence('last', last.date.text) ??
    facts.map(({ value }) => dayOfSexualViolence('facts', value)).find((broken) => broken !== undefined);
  return [day, precisionOfSexualViolence(precision)];
}

function counts({ casualties }: RecordOf<'incidents'>): Break[] {
  return casualties.map(({ kind, ...numbers }, at) => {
    const broken = countsInDisorder({ property: kind, ...numbers });
    return broken && { ...broken, field: `casualties.${at}.${broken.field}` };
  });
}

const RULES: Rules = {
  people: (record) => entity(record, false),
  bodies: (record) => entity(record, true, record.kind),
  units: (record) => entity(record, true, record.kind),
  locations: (record) => [...entity(record, true, record.kind), ...place(record)],
  postings: tenure,
  positionings: tenure,
  'command-links': (record) => [...tenure(record), ownSuperior(record)],
  incidents: (record) => [invertedRange(rangeOf(record)), ...coarse(record), ...counts(record)],
  findings: ({ decidedOn, publishedOn, conductFrom, conductTo }) => [
    publishedBeforeDecided(decidedOn, publishedOn),
    conductEndsTooEarly(conductFrom, conductTo),
  ],
};

/** The rules that a record breaks. */
export function ruleBreaks(room: FileName, record: unknown): Misfit[] {
  const rules = RULES[room] as ((record: unknown) => Break[]) | undefined;
  return (rules?.(record) ?? []).filter((one): one is Misfit => typeof one === 'object');
}
