import { describe, expect, test } from '@jest/globals';
import { joinedDays } from '../../../src/model/date-range.js';
import { casesOf } from '../../../src/questions/command-responsibility/assessed-cases.rules.js';
import { responsibilityOver } from '../../../src/questions/command-responsibility/command-responsibility.rules.js';
import type { ElementName } from '../../../src/questions/command-responsibility/frameworks.rules.js';
import {
  attribution,
  caseFile,
  conviction,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  measure,
  type Piece,
  posting,
  report,
  THE_DAY,
} from '../../support/case-file.js';

/** Strike i1 of campaign i2, which lasts from March to May; i3 is another strike of it, in May. */

const STRIKE = incident('i1');
const CAMPAIGN = incident('i2', { during: ['2022-03-01', '2022-05-31'] });
const OTHER = incident('i3', { on: '2022-05-02' });
const PARTS = [incidentLink('i1', 'i2'), incidentLink('i3', 'i2')];
const MARCH_TO_MAY = { from: '2022-03-01', to: '2022-05-31' };
const ONE_DAY = { from: THE_DAY, to: THE_DAY };

function question(pieces: readonly Piece[], id: string) {
  const file = caseFile(...pieces);
  const found = file.incidents.find((one) => one.id === id);
  if (!found) throw new Error(`The test has no incident ${id}.`);
  return { file, found };
}

/** Each case: its first and last day, the linked incident, and whether it is background only. */
function cases(pieces: readonly Piece[], id: string, days = MARCH_TO_MAY): string[] {
  const { file, found } = question(pieces, id);
  return casesOf(file, found, 'anders', 'ROME_STATUTE_28A', days).map(({ days: { from, to }, linked, speaks }) =>
    [from.slice(5), to.slice(5), ...(linked ? [linked.incident.id] : []), ...(speaks ? [] : ['background'])].join(' '),
  );
}

function matrix(pieces: readonly Piece[], id: string, days = MARCH_TO_MAY) {
  const { file, found } = question(pieces, id);
  const answer = responsibilityOver(file, found, 'anders', 'ROME_STATUTE_28A', days);
  const of = (name: ElementName) => {
    const element = answer.elements.find((one) => one.element === name);
    if (!element) throw new Error(`The answer has no element ${name}.`);
    return element;
  };
  return { ...answer, of };
}

const lines = (items: readonly { id: string; throughIncident?: { id: string } }[]) =>
  items.map(({ id, throughIncident }) => [id, ...(throughIncident ? [throughIncident.id] : [])].join(' through '));

describe('days that follow one another', () => {
  const joined = (...spans: readonly [string, string][]) =>
    joinedDays(spans.map(([from, to]) => ({ from: `2022-${from}`, to: `2022-${to}` }))).map(
      ({ from, to }) => `${from.slice(5)} ${to.slice(5)}`,
    );

  test('are put together, in the order of time', () => {
    expect(joined(['01-03', '01-04'], ['01-01', '01-02'])).toEqual(['01-01 01-04']);
    expect(joined(['01-31', '01-31'], ['02-01', '02-01'])).toEqual(['01-31 02-01']);
  });

  test('stay apart where a day lies between them', () => {
    expect(joined(['01-04', '01-05'], ['01-01', '01-02'])).toEqual(['01-01 01-02', '01-04 01-05']);
    expect(joined(['01-01', '01-02'], ['01-04', '01-05'], ['01-06', '01-07'])).toEqual(['01-01 01-02', '01-04 01-07']);
  });

  test('are the longer of two that overlap', () => {
    expect(joined(['01-01', '01-10'], ['01-03', '01-04'])).toEqual(['01-01 01-10']);
    expect(joined(['01-01', '01-05'], ['01-03', '01-08'])).toEqual(['01-01 01-08']);
  });
});

describe('the days of a campaign are cut', () => {
  const until = (end: string) => ['2022-01-01', `2022-${end} END`] as const;
  const base = [CAMPAIGN, attribution('i2', 'u3'), link('u3', 'u2'), posting('anders', 'u2')];
  const cuts = (...more: readonly Piece[]) => cases([...base, ...more], 'i2');
  const WHOLE = ['03-01 05-31'];

  test('nowhere where one post and one link hold all the time', () => {
    expect(cuts()).toEqual(WHOLE);
  });

  test('where any post of the person ends', () => {
    expect(cuts(posting('anders', 'u7', { role: 'STAFF', during: until('03-15') }))).toEqual([
      '03-01 03-15',
      '03-16 05-31',
    ]);
  });

  test('where the command of another at the same unit ends, and by no post of another elsewhere or without command', () => {
    expect(cuts(posting('berg', 'u2', { during: until('04-30') }))).toEqual(['03-01 04-30', '05-01 05-31']);
    expect(cuts(posting('berg', 'u9', { during: until('04-30') }))).toEqual(WHOLE);
    expect(cuts(posting('berg', 'u2', { role: 'STAFF', during: until('04-30') }))).toEqual(WHOLE);
  });

  test('where a link on the way up ends, and by no link beside it', () => {
    expect(cuts(link('u3', 'u5', { during: until('04-15') }), link('u5', 'u2'))).toEqual([
      '03-01 04-15',
      '04-16 05-31',
    ]);
    expect(cuts(link('u3', 'u5'), link('u5', 'u2', { during: until('04-15') }))).toEqual([
      '03-01 04-15',
      '04-16 05-31',
    ]);
    expect(cuts(link('u8', 'u9', { during: until('04-15') }))).toEqual(WHOLE);
    expect(cuts(link('u3', 'u8', { during: until('04-15') }))).toEqual(WHOLE);
    expect(cuts(link('u9', 'u2', { during: until('04-15') }))).toEqual(WHOLE);
  });

  test('not where a source came out that knows no more of the post', () => {
    const open = posting('anders', 'u7', { role: 'STAFF', during: ['2022-01-01', '2022-03-15'], cites: ['paper'] });
    expect(cuts(open, report('paper', { publishedOn: '2022-04-10' }))).toEqual(['03-01 03-15', '03-16 05-31']);
  });

  test('where a link ends that is on the way to those named for the whole of it', () => {
    const strike = incident('i1', { during: ['2022-03-10', '2022-03-20'] });
    const ofWhole = [attribution('i2', 'u5'), link('u5', 'u2', { during: until('03-15') })];
    const days = { from: '2022-03-10', to: '2022-03-20' };
    const pieces = [strike, CAMPAIGN, incidentLink('i1', 'i2'), ...ofWhole, posting('anders', 'u2')];
    expect(cases(pieces, 'i1', days)).toEqual(['03-10 03-15', '03-16 03-20', '03-10 03-15 i2', '03-16 03-20 i2']);
  });
});

describe('incidents linked with the one in question', () => {
  const all = [STRIKE, CAMPAIGN, OTHER, ...PARTS];

  test('are no cases where sources say nothing of them but that they happened', () => {
    expect(cases([...all, attribution('i1', 'u3')], 'i1', ONE_DAY)).toEqual(['03-20 03-20']);
  });

  test.each<[string, Piece]>([
    ['an attribution', attribution('i2', 'u3')],
    ['a finding', finding('f', { concernsIds: ['i2'] })],
    ['a sign of control', indicator('TASKS_PERFORMED', ['anders', 'i2'])],
    ['a measure', measure('DISCIPLINE', ['anders', 'i2'])],
  ])('are cases where there is %s', (_what, piece) => {
    const others = [attribution('i1', 'u3'), finding('other', { concernsIds: ['i1'] })];
    expect(cases([...all, ...others, piece], 'i1', ONE_DAY)).toEqual(['03-20 03-20', '03-20 03-20 i2']);
  });

  test('are background where they are another part of the same whole, on their own first day', () => {
    expect(cases([...all, attribution('i3', 'u3')], 'i1', ONE_DAY)).toEqual([
      '03-20 03-20',
      '05-02 05-02 i3 background',
    ]);
  });

  test('are cases on the days that a part shares with the question, and background where it shares none', () => {
    const part = incident('i1', { during: ['2022-03-10', '2022-03-20'] });
    const pieces = [part, CAMPAIGN, incidentLink('i1', 'i2'), attribution('i1', 'u3')];
    const over = (from: string, to: string) => cases(pieces, 'i2', { from: `2022-${from}`, to: `2022-${to}` })[1];
    expect(over('03-01', '05-31')).toBe('03-10 03-20 i1');
    expect(over('03-15', '05-31')).toBe('03-15 03-20 i1');
    expect(over('03-01', '03-15')).toBe('03-10 03-15 i1');
    expect(over('03-12', '03-14')).toBe('03-12 03-14 i1');
    expect(over('04-01', '05-31')).toBe('03-10 03-10 i1 background');
  });

  test('are cut by the links above those named for a part', () => {
    const part = incident('i1', { during: ['2022-03-10', '2022-03-20'] });
    const pieces = [part, CAMPAIGN, incidentLink('i1', 'i2'), attribution('i1', 'u5'), posting('anders', 'u2')];
    const above = link('u5', 'u2', { during: ['2022-01-01', '2022-03-15 END'] });
    expect(cases([...pieces, above], 'i2')).toEqual(['03-01 05-31', '03-10 03-15 i1', '03-16 03-20 i1']);
  });

  test('speak through findings whose conduct may be of the day, of a whole alone', () => {
    const before = {
      conductFrom: '2022-03-01',
      conductFromMin: '2022-03-01',
      conductTo: '2022-03-10',
      conductToMax: '2022-03-10',
    };
    const crimeOf = (kind: 'PART_OF' | 'SAME_EVENT', overrides: Parameters<typeof finding>[1] = {}) =>
      matrix(
        [STRIKE, CAMPAIGN, incidentLink('i1', 'i2', { kind }), finding('f', { concernsIds: ['i2'], ...overrides })],
        'i1',
        ONE_DAY,
      ).of('UNDERLYING_CRIME').grade;
    expect(crimeOf('PART_OF')).toBe('INDICATED');
    expect(crimeOf('PART_OF', before)).toBe('NO_EVIDENCE');
    expect(crimeOf('PART_OF', { ...before, conductToMax: THE_DAY })).toBe('INDICATED');
    expect(crimeOf('SAME_EVENT', before)).toBe('INDICATED');
  });
});

describe('the place in the chain', () => {
  const inMay = posting('anders', 'u2', { during: ['2022-05-01 START', '2022-12-31'] });

  test('is that of days with a post, where no day has a chain', () => {
    const inApril = posting('anders', 'u2', { during: ['2022-04-01 START', '2022-04-30 END'] });
    expect(matrix([CAMPAIGN, inApril], 'i2').place.unit).toMatchObject({ id: 'u2' });
  });

  test('is not that of an incident which is background only', () => {
    const chain = [attribution('i3', 'u3'), link('u3', 'u2')];
    const always = matrix([STRIKE, CAMPAIGN, OTHER, ...PARTS, ...chain, posting('anders', 'u2')], 'i1', ONE_DAY);
    expect(always.place).toMatchObject({ links: null, unit: { id: 'u2' } });
    const { place, spans } = matrix([STRIKE, CAMPAIGN, OTHER, ...PARTS, ...chain, inMay], 'i1', ONE_DAY);
    expect(place).toMatchObject({ links: null, unit: null });
    expect(spans.map(({ from, to }) => [from, to])).toEqual([[THE_DAY, THE_DAY]]);
  });

  test('is told with its posts and links, each with its cover of the days', () => {
    const pieces = [STRIKE, attribution('i1', 'u3'), link('u3', 'u2'), posting('anders', 'u2')];
    const { spans } = matrix(pieces, 'i1', ONE_DAY);
    expect(spans[0]?.posts).toMatchObject([{ id: posting('anders', 'u2').id, cover: 'CITED' }]);
    expect(spans[0]?.links).toMatchObject([{ id: link('u3', 'u2').id, cover: 'CITED' }]);
  });
});

describe('an element over several days and incidents', () => {
  test('has what weighs against it on other days as context, and a decision against it', () => {
    const berg = posting('berg', 'u2', { during: ['2022-05-01 START', '2022-12-31'] });
    const pieces = [CAMPAIGN, attribution('i2', 'u3'), link('u3', 'u2'), posting('anders', 'u2'), berg];
    const status = matrix(pieces, 'i2').of('SUPERIOR_STATUS');
    expect(status).toMatchObject({ grade: 'INDICATED', weighingAgainst: [] });
    expect(status.holdsFor).toEqual([{ from: '2022-03-01', to: '2022-04-30' }]);
    expect(lines(status.context)).toEqual([berg.id]);
  });

  test('has an acquittal over the whole against it, though a part without it gives the grade', () => {
    const acquittal = conviction('acquittal', { type: 'ACQUITTAL', concernsIds: ['i2'], turnedOn: ['KNOWLEDGE'] });
    const notices = ['i1', 'i2'].map((id) => indicator('REPORT_ADDRESSED', ['anders', id], { group: 'KNOWLEDGE' }));
    const chain = [attribution('i1', 'u3'), link('u3', 'u2'), posting('anders', 'u2')];
    const knowledge = matrix([STRIKE, CAMPAIGN, PARTS[0] as Piece, ...chain, ...notices, acquittal], 'i1', ONE_DAY).of(
      'KNOWLEDGE',
    );
    expect(knowledge.grade).toBe('INDICATED');
    expect(lines(knowledge.weighingAgainst)).toEqual(['acquittal through i2']);
  });

  test('has a post once, with its firmest cover, and not again as context of the days without it', () => {
    for (const during of [
      ['2022-01-01', '2022-04 END'],
      ['2022-03 START', '2022-05-15 END'],
    ] as const) {
      const post = posting('anders', 'u2', { during });
      const status = matrix([CAMPAIGN, attribution('i2', 'u3'), link('u3', 'u2'), post], 'i2').of('SUPERIOR_STATUS');
      expect(status.supporting).toMatchObject([{ id: post.id, cover: 'CITED' }]);
      expect(status.context).toEqual([]);
    }
  });

  test('lacks what the incident itself lacks, or else what the linked one does', () => {
    const pieces = [STRIKE, CAMPAIGN, PARTS[0] as Piece];
    const ofBoth = matrix([...pieces, attribution('i1', 'u3'), posting('anders', 'u9', { role: 'STAFF' })], 'i2');
    expect(ofBoth.of('SUPERIOR_STATUS').missing).toEqual([
      'Looked for a post of command that Anders held from 2022-03-01 to 2022-05-31, and found none.',
    ]);
    const ofWhole = matrix([...pieces, finding('f', { concernsIds: ['i2'] })], 'i1', ONE_DAY);
    expect(ofWhole.of('UNDERLYING_CRIME').missing).toEqual([
      'A conviction by a court on this incident, beyond reasonable doubt, that has not been reversed.',
    ]);
  });

  test('has no post of the days of an incident that is background only', () => {
    const inMay = posting('anders', 'u2', { during: ['2022-05-01 START', '2022-12-31'] });
    const pieces = [STRIKE, CAMPAIGN, OTHER, ...PARTS, attribution('i3', 'u3'), link('u3', 'u2'), inMay];
    const status = matrix(pieces, 'i1', ONE_DAY).of('SUPERIOR_STATUS');
    expect(status).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
    expect(lines(status.context)).toEqual([inMay.id]);
  });
});
