import { describe, expect, test } from '@jest/globals';
import type { IncidentEntry } from '../../src/questions/case-file/case-file.rules.js';
import { commandedThen } from '../../src/questions/command/perpetrators.rules.js';
import {
  earlierAlike,
  earlierBySubordinates,
  noticeOf,
  reportedDuring,
} from '../../src/questions/notice/notice.rules.js';
import {
  attribution,
  caseFile,
  dayFact,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  type Piece,
  posting,
  report,
  THE_DAY,
  undatedIncident,
} from '../support/case-file.js';

const ANDERS = posting('anders', 'u2', { during: ['2021-06-01', '2022-04-14 END'] });
const LINK = link('u3', 'u2');
const I1 = incident('i1', { cites: ['later'] });
const BY_U3 = attribution('i1', 'u3', { cites: ['later'] });
const published = (id: string, publishedOn: string) => report(id, { publishedOn });
const BASE = [I1, BY_U3, LINK, ANDERS, published('later', '2022-03-25')];

function the(pieces: readonly Piece[], id = 'i1'): [ReturnType<typeof caseFile>, IncidentEntry] {
  const file = caseFile(...pieces);
  const found = file.incidents.find((one) => one.id === id);
  if (!found) throw new Error(`The test has no incident ${id}.`);
  return [file, found];
}

const earlierIds = (...more: readonly Piece[]) =>
  earlierBySubordinates(...the([...BASE, ...more]), 'anders').map(({ id }) => id);

const notices = (pieces: readonly Piece[], personId = 'anders', day = THE_DAY) =>
  noticeOf(...the(pieces), personId, { from: day, to: day });
const linesOf = (pieces: readonly Piece[], personId = 'anders', day = THE_DAY) =>
  notices(pieces, personId, day).map(({ kind, on, time, incident: of }) => `${on} ${kind} ${time} ${of.id}`);

describe('earlier incidents by subordinates', () => {
  const i0 = (overrides: Parameters<typeof incident>[1] = {}) => incident('i0', { on: '2022-03-05', ...overrides });
  const by = attribution('i0', 'u3');

  test('share a kind with the incident that is asked about', () => {
    expect(earlierIds(i0(), by)).toEqual(['i0']);
    expect(earlierIds(i0({ kinds: ['SIEGE', 'KILLING'] }), by)).toEqual(['i0']);
    expect(earlierIds(i0({ kinds: ['SIEGE'] }), by)).toEqual([]);
  });

  test('began before the incident that is asked about', () => {
    expect(earlierIds(i0({ on: '2022-03-19' }), by)).toEqual(['i0']);
    expect(earlierIds(i0({ on: THE_DAY }), by)).toEqual([]);
    expect(earlierIds(i0({ on: '2022-03-21' }), by)).toEqual([]);
  });

  test('have a date: one that no source dates is not known to be earlier', () => {
    expect(earlierIds(undatedIncident('i0'), by)).toEqual([]);
  });

  test.each([
    ['by a unit that never stood under the person', [i0(), attribution('i0', 'u9')]],
    ['that a unit only ordered', [i0(), attribution('i0', 'u3', { mode: 'ORDERED' })]],
    [
      'before the post',
      [
        i0({ on: '2021-05-31' }),
        by,
        link('u3', 'u2', { during: ['2020', '2022'] }),
        posting('anders', 'u2', { during: ['2021-06-01 START', '2022'] }),
      ],
    ],
    ['before the link', [i0({ on: '2021-12-31' }), by]],
  ])('are not those %s', (_which, more) => {
    expect(earlierIds(...more)).toEqual([]);
  });

  test('are those of the unit that the person commands, and of units further down', () => {
    expect(earlierIds(i0(), attribution('i0', 'u2'))).toEqual(['i0']);
    expect(earlierIds(i0(), attribution('i0', 'u4'), link('u4', 'u3'))).toEqual(['i0']);
    expect(earlierIds(i0(), by, link('u3', 'u1'), link('u3', 'u9'))).toEqual(['i0']);
  });
});

describe('command on the day of an incident', () => {
  const then = (...pieces: readonly Piece[]) => commandedThen(...the([I1, BY_U3, LINK, ...pieces]), 'anders');

  test.each([
    ['held', true, ANDERS],
    ['of an acting commander', true, posting('anders', 'u2', { role: 'ACTING' })],
    ['assumed to go on', true, posting('anders', 'u2', { during: ['2021', '2022-01-01 ASSUMED_TO_CONTINUE'] })],
    ['of a deputy', false, posting('anders', 'u2', { role: 'DEPUTY' })],
    ['of another person', false, posting('berg', 'u2')],
    ['of another unit', false, posting('anders', 'u9')],
    ['that had ended', false, posting('anders', 'u2', { during: ['2021', '2022-03-19 END'] })],
    ['that the sources leave open', false, posting('anders', 'u2', { during: ['2021', '2022-03-19'] })],
  ])('%s: %s', (_which, expected, post) => {
    expect(then(post)).toBe(expected);
  });
});

describe('notice of an incident', () => {
  const I0 = [incident('i0', { on: '2022-03-05', cites: ['early'] }), attribution('i0', 'u3', { cites: ['early'] })];
  const early = published('early', '2022-03-10');

  test('comes from each report on it or on earlier ones, in the order of their days', () => {
    expect(linesOf([...BASE, ...I0, early])).toEqual([
      '2022-03-10 REPORT_PUBLISHED BEFORE_INCIDENT i0',
      '2022-03-25 REPORT_PUBLISHED BEFORE_END_OF_POST i1',
    ]);
    expect(notices([...BASE, ...I0, early]).map(({ isEarlier, bearsOn }) => [isEarlier, bearsOn])).toEqual([
      [true, 'PREVENTING_AND_PUNISHING'],
      [false, 'PUNISHING_ONLY'],
    ]);
  });

  test('comes once from each report, with the first statement that cites it and that citation alone', () => {
    const un = finding('un', { cites: ['later', 'un'] });
    const found = notices([...BASE, un, published('un', '2022-03-26')]);
    expect(found.map(({ item }) => [item.id, item.sources.map(({ reportId }) => reportId)])).toEqual([
      ['i1', ['later']],
      ['un', ['un']],
    ]);
  });

  test('comes from an attribution or finding on that incident, and not on another', () => {
    const attributed = attribution('i1', 'u3', { cites: ['daily'] });
    const elsewhere = [
      finding('un', { cites: ['un'], concernsIds: ['i9'] }),
      attribution('i9', 'u3', { cites: ['x'] }),
    ];
    const reports = [published('daily', '2022-03-22'), published('un', '2022-03-23'), published('x', '2022-03-24')];
    expect(linesOf([...BASE, attributed, ...elsewhere, ...reports])).toEqual([
      '2022-03-22 REPORT_PUBLISHED BEFORE_END_OF_POST i1',
      '2022-03-25 REPORT_PUBLISHED BEFORE_END_OF_POST i1',
    ]);
  });

  test('does not come from an undated report', () => {
    for (const undated of [{ publishedOn: null }, { publishedMin: null }])
      expect(linesOf([...BASE, report('later', undated)])).toEqual([]);
  });

  test('of one day is in the order of the statements’ ids', () => {
    const same = [
      finding('b', { cites: ['b'] }),
      finding('a', { cites: ['a'] }),
      published('a', '2022-03-25'),
      published('b', '2022-03-25'),
    ];
    expect(notices([...BASE, ...same]).map(({ item }) => item.id)).toEqual(['a', 'b', 'i1']);
  });

  test.each([
    ['2022-03-19', 'BEFORE_INCIDENT'],
    ['2022-03-20', 'BEFORE_END_OF_POST'],
    ['2022-03', 'BEFORE_END_OF_POST'],
    ['2022-04-14', 'BEFORE_END_OF_POST'],
    ['2022-04', 'BEFORE_END_OF_POST'],
    ['2022-04-15', 'AFTER_END_OF_POST'],
  ])('published on %s came %s', (on, time) => {
    expect(linesOf([...BASE, published('later', on)])).toEqual([`${on} REPORT_PUBLISHED ${time} i1`]);
  });

  test('counts for a person while a source cites them in a post of the day of the incident', () => {
    const late = published('later', '2023-01-01');
    const on = (...posts: readonly Piece[]) => linesOf([I1, BY_U3, LINK, late, ...posts])[0]?.split(' ')[2];
    expect(on(ANDERS)).toBe('AFTER_END_OF_POST');
    expect(on(ANDERS, posting('anders', 'u1', { during: ['2022', '2023-06-01 END'] }))).toBe('BEFORE_END_OF_POST');
    expect(on(posting('anders', 'u1', { during: ['2022', '2023-06-01 END'] }), ANDERS)).toBe('BEFORE_END_OF_POST');
    expect(on(posting('anders', 'u2', { during: ['2021', '2022-04-14'] }))).toBe('AFTER_END_OF_POST');
    const assumed = posting('anders', 'u2', { during: ['2021', '2022-04-14 ASSUMED_TO_CONTINUE'] });
    expect(on(assumed)).toBe('BEFORE_END_OF_POST');
    const ended = posting('anders', 'u2', { id: 'ended', during: ['2022-12-01', '2022-12-31 END'] });
    expect(on(assumed, ended)).toBe('AFTER_END_OF_POST');
    expect(on(ANDERS, posting('anders', 'u1', { during: ['2023-06-01', '2024-06-01 END'] }))).toBe('AFTER_END_OF_POST');
    expect(on(ANDERS, posting('anders', 'u1', { during: ['2022-06-01', '2024'] }))).toBe('AFTER_END_OF_POST');
    expect(on(ANDERS, posting('berg', 'u2', { during: ['2022', '2024'] }))).toBe('AFTER_END_OF_POST');
    // A person who held no post then did not come to the end of one.
    expect(on()).toBe('NO_POST');
    expect(on(posting('anders', 'u1', { during: ['2022-06-01', '2024'] }))).toBe('NO_POST');
  });

  test('comes from a report addressed to the person or public notoriety, and from no other indicator', () => {
    const of = (code: Parameters<typeof indicator>[0], concerned: readonly string[], on: string) =>
      indicator(code, concerned, { group: 'KNOWLEDGE', on });
    const found = [
      of('REPORT_ADDRESSED', ['anders', 'i1'], '2022-03-28'),
      of('REPORT_ADDRESSED', ['berg', 'i1'], '2022-03-29'),
      of('REPORT_ADDRESSED', ['anders', 'i9'], '2022-03-30'),
      of('PUBLIC_NOTORIETY', ['u3', 'i1'], '2022-03-31'),
      of('PUBLIC_NOTORIETY', ['u3'], '2022-04-01'),
      of('OWN_LOCATION', ['anders', 'i1'], '2022-04-02'),
    ];
    expect(linesOf([I1, BY_U3, LINK, ANDERS, report('later', { publishedOn: null }), ...found])).toEqual([
      '2022-03-28 REPORT_ADDRESSED BEFORE_END_OF_POST i1',
      '2022-03-31 PUBLIC_NOTORIETY BEFORE_END_OF_POST i1',
    ]);
    expect(notices([...BASE, ...found]).at(-1)?.item.id).toBe('PUBLIC_NOTORIETY u3 i1 2022-03-31');
  });

  test('counts for punishing only, by R14, where it came after the incident', () => {
    const all = notices([...BASE, ...I0, early, published('later', '2022-03-19')]);
    expect(all.map(({ bearsOn }) => bearsOn)).toEqual(['PREVENTING_AND_PUNISHING', 'PREVENTING_AND_PUNISHING']);
    expect(notices([...BASE, published('later', '2022-03')])[0]?.bearsOn).toBe('PUNISHING_ONLY');
  });
});

describe('notice of an incident that lasts', () => {
  const campaign = (last: string) => incident('i1', { during: ['2022-03-01', last], cites: ['later'] });
  const of = (last: string, on: string) => {
    const pieces = [campaign(last), BY_U3, LINK, ANDERS, published('later', on)];
    return notices(pieces).map(({ time, bearsOn }) => `${time} ${bearsOn}`);
  };

  test.each([
    ['2022-04-30', '2022-02-28', 'BEFORE_INCIDENT PREVENTING_AND_PUNISHING'],
    ['2022-04-30', '2022-03-10', 'DURING_INCIDENT PREVENTING_THE_REST_AND_PUNISHING'],
    ['2022-04-30', '2022-04-30', 'DURING_INCIDENT PREVENTING_THE_REST_AND_PUNISHING'],
    ['2022-04-30 END', '2022-04-30', 'AFTER_END_OF_POST PUNISHING_ONLY'],
    ['2022-04-10', '2022-04-12', 'BEFORE_END_OF_POST PUNISHING_ONLY'],
  ])('for one cited until %s, a report of %s came %s', (last, on, expected) => {
    expect(of(last, on)).toEqual([expected]);
  });

  test('goes on as long as a source says so, and one event on some day of a month does not last', () => {
    const fact = dayFact('i1', 'LAST_CITED_ON', '2022-06-01', { cites: ['fact'] });
    const later = published('later', '2022-05-20');
    expect(linesOf([campaign('2022-03-31'), BY_U3, LINK, ANDERS, later, fact])).toEqual([
      '2022-05-20 REPORT_PUBLISHED DURING_INCIDENT i1',
    ]);
    const event = incident('i1', { during: ['2022-03 START', '2022-03 END'], cites: ['later'] });
    expect(linesOf([event, BY_U3, LINK, ANDERS, published('later', '2022-03-25')])).toEqual([
      '2022-03-25 REPORT_PUBLISHED BEFORE_END_OF_POST i1',
    ]);
  });
});

describe('notice of a linked incident', () => {
  const whole = incident('i2', { during: ['2022-03-01', '2022-04-30'], cites: ['whole'] });
  const other = incident('i3', { during: ['2022-03-25', '2022-03-28'], cites: ['other'] });
  const pieces = [
    ...BASE,
    whole,
    other,
    incidentLink('i1', 'i2'),
    incidentLink('i3', 'i2'),
    published('whole', '2022-04-05'),
    published('other', '2022-04-01'),
  ];
  const labelled = (...some: readonly Piece[]) =>
    notices(some).map(({ on, time, item, isEarlier }) => [on, time, item.throughIncident?.id, item.marks, isEarlier]);

  test('reaches the part from the whole and from its other parts, each labelled', () => {
    expect(labelled(...pieces)).toEqual([
      ['2022-03-25', 'BEFORE_END_OF_POST', undefined, [], false],
      ['2022-04-01', 'BEFORE_END_OF_POST', 'i3', ['FROM_ANOTHER_PART'], false],
      ['2022-04-05', 'BEFORE_END_OF_POST', 'i2', ['FROM_THE_WHOLE'], false],
    ]);
  });

  test('is told once for each report, of the incident itself rather than of another', () => {
    const both = incident('i2', { during: ['2022-03-01', '2022-04-30'], cites: ['later'] });
    expect(labelled(...BASE, both, incidentLink('i1', 'i2'))).toEqual([
      ['2022-03-25', 'BEFORE_END_OF_POST', undefined, [], false],
    ]);
  });

  test('does not come through a link that is not checked', () => {
    const unchecked = incidentLink('i1', 'i2', { status: 'WORK_NEEDED' });
    expect(labelled(...BASE, whole, unchecked, published('whole', '2022-04-05'))).toHaveLength(1);
  });

  test('is not notice of an earlier incident: a whole is not earlier than its part', () => {
    const by = attribution('i2', 'u3', { cites: ['whole'] });
    expect(earlierIds(whole, by)).toEqual(['i2']);
    expect(earlierIds(whole, by, incidentLink('i1', 'i2'))).toEqual([]);
    expect(earlierIds(whole, by, incidentLink('i1', 'i2', { kind: 'SAME_EVENT' }))).toEqual([]);
  });
});

describe('what was in print while an incident went on', () => {
  const CAMPAIGN = incident('i2', { during: ['2022-03-01 START', '2022-05-31 END'], cites: ['daily'] });
  const PART = [incident('i1', { cites: ['weekly'] }), incidentLink('i1', 'i2')];
  const printed = (day: string, ...pieces: readonly Piece[]) =>
    reportedDuring(...the([CAMPAIGN, ...pieces], 'i2'), day).map(({ id }) => id);

  test('are the statements on it that a report gave by that day, from its first day on', () => {
    const daily = published('daily', '2022-03-25');
    expect(printed('2022-03-25', daily)).toEqual(['i2']);
    expect(printed('2022-03-24', daily)).toEqual([]);
    expect(printed('2022-05-31', published('daily', '2022-03-01'))).toEqual(['i2']);
    expect(printed('2022-05-31', published('daily', '2022-02-28'))).toEqual([]);
    expect(printed('2022-05-31', published('daily', '2022-05-31'))).toEqual([]);
    expect(printed('2022-05-31', published('daily', '2022-05-30'))).toEqual(['i2']);
  });

  test('are none of a report without a date, or of one that only passes on what others say', () => {
    expect(printed('2022-05-31', report('daily', { publishedOn: null, publishedMin: '2022-03-25' }))).toEqual([]);
    expect(printed('2022-05-31', { ...published('daily', '2022-03-25'), publishedMin: null })).toEqual([]);
    const passedOn = { ...CAMPAIGN, citations: CAMPAIGN.citations.map((one) => ({ ...one, secondary: true })) };
    expect(printed('2022-05-31', published('daily', '2022-03-25'), passedOn)).toEqual([]);
  });

  test('are the statements on its parts too, and none on other incidents', () => {
    const late = published('daily', '2022-06-10');
    const weekly = published('weekly', '2022-03-25');
    expect(printed('2022-05-31', late, weekly, ...PART)).toEqual(['i1']);
    expect(printed('2022-05-31', late, weekly, PART[0] as Piece)).toEqual([]);
    expect(printed('2022-05-31', late, weekly, PART[0] as Piece, incidentLink('i2', 'i1'))).toEqual([]);
  });

  test('are none where the incident was over in a day', () => {
    const oneDay = incident('i2', { on: '2022-03-25', cites: ['daily'] });
    expect(printed('2022-05-31', oneDay, published('daily', '2022-03-25'))).toEqual([]);
  });
});

describe('earlier incidents of the same kind', () => {
  const ids = (pieces: readonly Piece[]) => earlierAlike(...the(pieces, 'i3')).map(({ id }) => id);
  const BOTH = [
    incident('i1'),
    incident('i2', { during: ['2022-03-01', '2022-05-31'] }),
    incident('i3', { on: '2022-05-02' }),
  ];

  test('are another part of the same whole, and not the whole itself or another account of the event', () => {
    expect(ids([...BOTH, incidentLink('i1', 'i2'), incidentLink('i3', 'i2')])).toEqual(['i1']);
    expect(ids([...BOTH, incidentLink('i3', 'i1', { kind: 'SAME_EVENT' }), incidentLink('i3', 'i2')])).toEqual([]);
    expect(ids(BOTH)).toEqual(['i1', 'i2']);
  });
});

test('a notice after the incident came while the person held a post of its last days, taken in the course of it', () => {
  const campaign = incident('i1', { during: ['2022-03-01 START', '2022-05-31 END'], cites: ['later'] });
  const inMay = posting('anders', 'u2', { during: ['2022-05-01 START', '2022-08-31 END'] });
  const times = (publishedOn: string) =>
    noticeOf(...the([campaign, inMay, published('later', publishedOn)]), 'anders', {
      from: '2022-03-01',
      to: '2022-05-31',
    }).map(({ time }) => time);
  expect(times('2022-06-10')).toEqual(['BEFORE_END_OF_POST']);
  expect(times('2022-09-10')).toEqual(['AFTER_END_OF_POST']);
});
