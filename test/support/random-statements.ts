import fc from 'fast-check';
import { END_HARDNESS, type ImpreciseRange, parseDate, START_HARDNESS } from '../../src/model/date-range.js';
import {
  ATTRIBUTION_MODE,
  BODY_KIND,
  FINDING_TYPE,
  INCIDENT_LINK_KIND,
  INDICATOR_CODE,
  type INDICATOR_GROUP,
  MEASURE_KIND,
  POLARITY,
  PROOF_DOMAIN,
  STANDARD_OF_PROOF,
  type Word,
  words,
} from '../../src/model/vocabulary.js';
import type {
  AttributionEntry,
  DayFactEntry,
  FindingEntry,
  IncidentEntry,
  IncidentLinkEntry,
  IndicatorEntry,
  LinkEntry,
  MeasureEntry,
  Passage,
  PostingEntry,
  SiteEntry,
  SourcedStatement,
} from '../../src/questions/case-file/case-file.rules.js';
import { classification } from './case-file.js';

/** Random statements of every kind for random case files. */

/** The day around which everything lies, and the incident on it. */
export const DAY = '2022-06-15';
export const QUESTION_ID = 'incident-0';
export const PEOPLE = ['person-0', 'person-1', 'person-2'];
export const UNITS = ['unit-0', 'unit-1', 'unit-2', 'unit-3'];
export const PUBLISHERS = ['publisher-0', 'publisher-1', 'publisher-2', 'publisher-3', 'publisher-4'];
export const REPORTS = ['report-0', 'report-1', 'report-2', 'report-3'];
export const DATASETS = ['dataset-0', 'dataset-1'];
const INCIDENTS = [QUESTION_ID, 'incident-1', 'incident-2'];

const one = fc.constantFrom;
const some = <T>(from: readonly T[], minLength: number, maxLength = from.length) =>
  fc.uniqueArray(one(...from), { minLength, maxLength });
/** The same word several times: the usual case, so that the rare ones meet something. */
export const usually = <T>(usual: T, ...others: T[]) => one(usual, usual, usual, usual, ...others);

const DATES = ['2022-06-15', '2022-06-01', '2022-06-20', '2022-06', '2022-05', '2022', '2021', '2022-06-15~'].concat([
  '2022-03-10',
  '2022-04~',
  '2021-12-31',
  '2022-07-01',
  '2022?',
  '2022-08',
  '2022-06%',
  '2023',
]);
const rangeFrom = (dates: readonly string[]): fc.Arbitrary<ImpreciseRange> =>
  fc
    .record({
      from: one(...dates),
      to: one(...dates),
      firstHardness: one(...START_HARDNESS),
      lastHardness: one(...END_HARDNESS),
    })
    .map(({ from, to, ...hardness }) => {
      const [a, b] = [parseDate(from), parseDate(to)];
      return a.min <= b.max ? { first: a, last: b, ...hardness } : { first: b, last: a, ...hardness };
    });
export const anyRange = rangeFrom(DATES);
const before = fc.record({ from: one('2021', '2022-03-10'), to: one('2022-04~', '2022-05') });
const endingWith = (...hardness: ImpreciseRange['lastHardness'][]): fc.Arbitrary<ImpreciseRange> =>
  fc.tuple(before, one(...hardness)).map(([{ from, to }, lastHardness]) => ({
    first: parseDate(from),
    firstHardness: 'START',
    last: parseDate(to),
    lastHardness,
  }));
const assumedRange = endingWith('ASSUMED_TO_CONTINUE', 'ASSUMED_TO_CONTINUE', 'LAST_CITED');
const endedRange = endingWith('END');
/** From before the day until after it, to the day: every claim covers the day as CITED. */
export const citedRange: fc.Arbitrary<ImpreciseRange> = fc
  .record({
    from: one('2021', '2022-01-01', '2022-06-15'),
    to: one('2022-06-15', '2022-07', '2023'),
    firstHardness: one(...START_HARDNESS),
    lastHardness: one(...END_HARDNESS),
  })
  .map(({ from, to, ...hardness }) => ({ first: parseDate(from), last: parseDate(to), ...hardness }));

const passage: fc.Arbitrary<Passage> = fc.record({
  reportId: one(...REPORTS),
  pinpoint: one(null, 'page 1'),
  paraphrase: fc.constant(null),
  document: fc.constant(null),
  paragraph: one(null, 1, 2),
  passageSha256: fc.constant(null),
  secondary: fc.constantFrom(null, null, true),
});
const statement = {
  dataset: usually('dataset-0', 'dataset-1'),
  status: usually<SourcedStatement['status']>('ACCEPTED', 'CONFLICT', 'WORK_NEEDED', 'ISSUE'),
  credibility: usually(2, 1, 3, 6),
  note: fc.constant(null),
  doubts: usually<SourcedStatement['doubts']>(null, ['SOURCE_OLDER_THAN_DATE'], ['NO_DATE', 'ROLE_UNKNOWN']),
  doubtsAsStated: fc.constant(null),
  // One of its reports at least says it itself.
  citations: fc
    .tuple(passage, fc.array(passage, { maxLength: 2 }))
    .map(([first, more]): Passage[] => [{ ...first, secondary: null }, ...more]),
};
const place = { latitude: one(null, 48, 50.5), longitude: one(null, 37, 30.5) };

/** Statements of one kind, each with an id of its own. */
const many = <L extends string, T>(label: L, id: string, most: number, statement: fc.Arbitrary<T>) =>
  fc
    .array(statement, { maxLength: most })
    .map((all) => all.map((each, index) => ({ ...each, label, id: `${id}-${index}` })));

export const incidents: fc.Arbitrary<IncidentEntry[]> = fc
  .record({
    question: fc.record({ ...statement, ...place, range: rangeFrom([DAY, DAY, DAY, '2022-06']) }),
    earlier: fc.array(fc.record({ ...statement, ...place, range: rangeFrom(['2022-05', '2022-03-10']) }), {
      maxLength: 2,
    }),
  })
  .map(({ question, earlier }) =>
    [{ ...question, status: 'ACCEPTED' as const }, ...earlier].map((incident, index) => ({
      ...incident,
      label: 'Incident' as const,
      id: `incident-${index}`,
      title: `Incident ${index}`,
      kinds: ['KILLING'],
      precision: 'EXACT_POINT',
    })),
  );

export const attributions: fc.Arbitrary<AttributionEntry[]> = many(
  'Attribution',
  'attribution',
  4,
  fc.record({
    ...statement,
    incidentId: usually(...(INCIDENTS as [string])),
    toId: usually(UNITS[0], ...UNITS, ...PEOPLE) as fc.Arbitrary<string>,
    byId: one(...PUBLISHERS),
    mode: usually<AttributionEntry['mode']>('PERPETRATOR', ...words(ATTRIBUTION_MODE)),
  }),
);

/** An incident is a part of a later one in the list, or of none, so that no link leads back. */
export const incidentLinks: fc.Arbitrary<IncidentLinkEntry[]> = many(
  'IncidentLink',
  'incident-link',
  2,
  fc.record({ ...statement, kind: one(...words(INCIDENT_LINK_KIND)), at: fc.nat(1), more: fc.nat(1) }),
).map((all) =>
  all.map(({ at, more, ...link }) => ({
    ...link,
    incidentId: INCIDENTS[at] ?? '',
    withId: INCIDENTS[Math.min(at + 1 + more, 2)] ?? '',
  })),
);

export const dayFacts: fc.Arbitrary<DayFactEntry[]> = many(
  'Fact',
  'day-fact',
  2,
  fc.record({
    ...statement,
    property: one('OCCURRED_ON', 'LAST_CITED_ON'),
    value: one(DAY, '2022-06-16', '2022-07', 'in summer'),
    incidentId: one(...INCIDENTS),
  }),
);

/**
 * Claims of one kind within a range. Where ranges may be any, some are pairs on one relation: what the first assumes to
 * go on, the second ends.
 */
const claims = <L extends string, T extends object>(
  label: L,
  id: string,
  most: number,
  range: fc.Arbitrary<ImpreciseRange>,
  claim: fc.Arbitrary<T>,
) => {
  const ended = fc.record({ ...statement, range: endedRange });
  const pair = fc.tuple(claim, fc.record({ ...statement, range: assumedRange }), ended);
  const alone = fc.tuple(claim, fc.record({ ...statement, range }));
  const either = range === anyRange ? fc.oneof(alone, alone, alone, pair) : alone;
  return fc
    .array(either, { maxLength: most })
    .map((all) => all.flatMap(([relation, ...sayings]) => sayings.map((saying) => ({ ...relation, ...saying }))))
    .map((all) => all.map((each, index) => ({ ...each, label, id: `${id}-${index}` })));
};

export const linksWithin = (range: fc.Arbitrary<ImpreciseRange>): fc.Arbitrary<LinkEntry[]> =>
  claims(
    'CommandLink',
    'link',
    7,
    range,
    fc
      .record({
        kind: usually<LinkEntry['kind']>('COMMAND', 'OPERATIONAL', 'ADMINISTRATIVE', 'MEMBERSHIP', 'COOPERATION'),
        ends: some(UNITS, 2, 2),
      })
      .map(({ ends: [subordinateId = '', superiorId = ''], kind }) => ({ kind, subordinateId, superiorId })),
  );

export const postingsWithin = (range: fc.Arbitrary<ImpreciseRange>): fc.Arbitrary<PostingEntry[]> =>
  claims(
    'Posting',
    'posting',
    6,
    range,
    fc.record({
      personId: usually(...(PEOPLE as [string])),
      atId: usually(...(UNITS as [string])),
      role: usually<PostingEntry['role']>('COMMANDER', 'HEAD', 'ACTING', 'DEPUTY', 'STAFF'),
      title: fc.constant(null),
      rank: fc.constant(null),
      appointedById: fc.constant(null),
    }),
  );

export const sites: fc.Arbitrary<SiteEntry[]> = many(
  'Positioning',
  'site',
  2,
  fc.record({ ...statement, ...place, range: anyRange, unitId: one(...UNITS) }),
);

const MODES = ['28(a)', '28(b)', '28', '7(3)', '25(3)(a)'];
const COURTS_ONLY: readonly string[] = ['CONVICTION', 'ACQUITTAL'];

/** Findings point at earlier ones only, and only courts convict or acquit: the seed's invariants. */
export const findings: fc.Arbitrary<FindingEntry[]> = many(
  'Finding',
  'finding',
  5,
  fc.record({
    ...statement,
    type: one<FindingEntry['type'][]>(
      'CONVICTION',
      'CONVICTION',
      'CONVICTION',
      'CONVICTION',
      'ACQUITTAL',
      ...words(FINDING_TYPE),
    ),
    standard: usually<FindingEntry['standard']>('BEYOND_REASONABLE_DOUBT', ...words(STANDARD_OF_PROOF)),
    proofDomain: one(...words(PROOF_DOMAIN)),
    inAbsentia: one(null, true),
    bodyId: one(...PUBLISHERS),
    bodyKind: one(...words(BODY_KIND)),
    aboutIds: fc.oneof(one(['person-0'], ['unit-0']), some([...PEOPLE, ...UNITS], 1, 2)),
    concernsIds: fc.oneof(fc.constant([QUESTION_ID]), some(INCIDENTS, 1, 2)),
    isConduct: usually(false, true),
    turnedOn: usually<FindingEntry['turnedOn']>(
      ['KNOWLEDGE'],
      [],
      ['UNDERLYING_CRIME'],
      ['EFFECTIVE_CONTROL', 'PERPETRATOR_LINK'],
    ),
    classifications: fc.oneof(
      fc.constant([classification('code', { modes: ['28(a)', '7(3)'] })]),
      fc.array(
        some(MODES, 1, 2).map((modes) => classification('code', { modes })),
        { maxLength: 1 },
      ),
    ),
    points: fc.array(
      fc.record({
        back: fc.integer({ min: 1, max: 4 }),
        relation: usually<FindingEntry['relations'][number]['relation']>('REVERSES', 'REPLACES', 'AFFIRMS', 'FOLLOWS'),
      }),
      { maxLength: 1 },
    ),
  }),
).map((all) =>
  all.map(({ points, isConduct, ...finding }, index) => ({
    ...finding,
    conductOfIds: isConduct ? finding.concernsIds : [],
    ...UNDATED_CONDUCT,
    title: `Finding ${index}`,
    bodyKind: COURTS_ONLY.includes(finding.type) ? ('COURT' as const) : finding.bodyKind,
    standardAsStated: finding.standard,
    decidedOn: `202${index + 3}`,
    decidedMin: `202${index + 3}-01-01`,
    decidedMax: `202${index + 3}-12-31`,
    publishedOn: null,
    relations: points.flatMap(({ back, relation }) =>
      back > index ? [] : [{ relation, toId: `finding-${index - back}` }],
    ),
  })),
);
const UNDATED_CONDUCT = { conductFrom: null, conductFromMin: null, conductTo: null, conductToMax: null };

const GROUP_OF: Readonly<Partial<Record<IndicatorEntry['code'], Word<typeof INDICATOR_GROUP>>>> = {
  SCALE_OF_ACTS: 'KNOWLEDGE',
  TIME_AND_PLACE_OF_ACTS: 'KNOWLEDGE',
  SIMILAR_ACTS: 'KNOWLEDGE',
  STAFF_INVOLVED: 'KNOWLEDGE',
  OWN_LOCATION: 'KNOWLEDGE',
  REPORT_ADDRESSED: 'KNOWLEDGE',
  PUBLIC_NOTORIETY: 'KNOWLEDGE',
  CAUSATION_CITED: 'FAILURE',
};

const event = {
  on: one('2022-03-15', '2022-05', '2022-06-10', '2022-06-15', '2022-07-01'),
  concernsIds: some([...PEOPLE, ...UNITS, ...INCIDENTS], 1, 3),
};
const dated = <T extends { readonly on: string }>(statement: T) => {
  const { min: onMin, max: onMax } = parseDate(statement.on);
  return { ...statement, onMin, onMax };
};

export const indicators: fc.Arbitrary<IndicatorEntry[]> = many(
  'Indicator',
  'indicator',
  5,
  fc
    .record({ ...statement, ...event, code: one(...words(INDICATOR_CODE)), polarity: one(...words(POLARITY)) })
    .map((indicator) => dated({ ...indicator, group: GROUP_OF[indicator.code] ?? ('CONTROL' as const) })),
);

export const measures: fc.Arbitrary<MeasureEntry[]> = many(
  'Measure',
  'measure',
  4,
  fc
    .record({
      ...statement,
      ...event,
      kind: one<MeasureEntry['kind'][]>('NONE_REPORTED', 'NONE_REPORTED', 'NONE_REPORTED', ...words(MEASURE_KIND)),
      effect: fc.constant(null),
    })
    .map(dated),
);
