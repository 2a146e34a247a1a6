import type { ImpreciseDate } from '../../../model/date-range.js';
import {
  conductEndsTooEarly,
  copyBeyondDoubt,
  countsInDisorder,
  dayOfSexualViolence,
  halfCoordinates,
  halfRange,
  invertedRange,
  isSexualViolence,
  kindless,
  nameless,
  ownSuperior,
  precisionOfSexualViolence,
  publishedBeforeDecided,
  unsourcedCoordinates,
} from '../../../model/record/record.rules.js';
import type { FileName, RecordOf } from '../../../model/record/record-shapes.js';
import type { RecordIssue } from './validate-record.js';

/**
 * Holds one record against the rules that need no other record, so that its row and column can be named. What needs
 * other records (does the unit exist? may the body convict?) is checked where all records are at hand.
 */

type Checked = RecordIssue | undefined | false | '';
type Rules = { readonly [F in FileName]?: (record: RecordOf<F>) => Checked[] };

interface Ranged {
  readonly first: { readonly date: ImpreciseDate; readonly hardness: string };
  readonly last: { readonly date: ImpreciseDate; readonly hardness: string };
}

const UNCITED: RecordIssue = {
  field: 'cites',
  expected: 'the id of a report',
  got: '',
  message: 'Each statement needs a source.',
};

const inverted = ({ first, last }: Ranged): Checked => invertedRange({ first: first.date, last: last.date });
const tenure = ({ first, last, doubts }: Partial<Ranged> & { readonly doubts?: readonly string[] }): Checked[] => {
  if (!first || !last) return [halfRange({ first, last })];
  return doubts?.includes('RANGE_REVERSED') ? [] : [inverted({ first, last })];
};

interface EntityRecord {
  readonly id: string;
  readonly extends: boolean;
  readonly names: readonly { readonly cites?: unknown }[];
  readonly identifiers: readonly { readonly cites?: unknown }[];
  readonly facts: readonly { readonly cites?: unknown }[];
  readonly cites?: unknown;
}

function entity(record: EntityRecord, needsKind: boolean, kind?: string): Checked[] {
  const { names, identifiers, facts, cites } = record;
  const uncited = [...names, ...identifiers, ...facts].some((claim) => claim.cites === undefined);
  return [
    !record.extends && nameless(record.id, names.length > 0),
    !record.extends && needsKind && kindless(record.id, kind),
    !cites && uncited && UNCITED,
  ];
}

const place = (record: RecordOf<'locations'>): Checked[] => [
  halfCoordinates(record),
  unsourcedCoordinates(record, record.coordinatesFrom !== undefined),
];

function coarse({ kinds, first, last, facts, precision }: RecordOf<'incidents'>): Checked[] {
  if (!isSexualViolence(kinds)) return [];
  const day =
    (first && dayOfSexualViolence('first', first.date.text)) ??
    (last && dayOfSexualViolence('last', last.date.text)) ??
    facts.map(({ value }) => dayOfSexualViolence('facts', value)).find((broken) => broken !== undefined);
  return [day, precisionOfSexualViolence(precision)];
}

function counts({ casualties }: RecordOf<'incidents'>): Checked[] {
  return casualties.map(({ kind, ...numbers }, at) => {
    const broken = countsInDisorder({ property: kind, ...numbers });
    return broken && { ...broken, field: `casualties.${at}.${broken.field}` };
  });
}

const RULES: Rules = {
  reports: (record) => [copyBeyondDoubt(record)],
  people: (record) => entity(record, false),
  bodies: (record) => entity(record, true, record.kind),
  units: (record) => entity(record, false),
  locations: (record) => [...entity(record, true, record.kind), ...place(record)],
  postings: tenure,
  positionings: tenure,
  'command-links': (record) => [...tenure(record), ownSuperior(record)],
  incidents: (record) => [...tenure(record), ...coarse(record), ...counts(record)],
  findings: ({ decidedOn, publishedOn, conductFrom, conductTo }) => [
    publishedBeforeDecided(decidedOn, publishedOn),
    conductEndsTooEarly(conductFrom, conductTo),
  ],
};

/** The rules that a record breaks. */
export function ruleIssues(recordType: FileName, record: unknown): RecordIssue[] {
  const rules = RULES[recordType] as ((record: unknown) => Checked[]) | undefined;
  return (rules?.(record) ?? []).filter((one): one is RecordIssue => typeof one === 'object');
}
