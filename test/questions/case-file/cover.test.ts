import { describe, expect, test } from '@jest/globals';
import type { IncidentEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { coversOn, linksOn, postingsOn, sitesOn } from '../../../src/questions/case-file/cover.rules.js';
import { assessedDays, assumedOn, isDayOf } from '../../../src/questions/case-file/incident-day.rules.js';
import {
  caseFile,
  dayFact,
  finding,
  incident,
  incidentLink,
  link,
  type Piece,
  posting,
  site,
  span,
  THE_DAY,
  undatedIncident,
} from '../../support/case-file.js';

/** The sources can know of every day. */
const always = () => '9999-12-31';

/** A claim about one relation, by its range. */
const claim = (id: string, from: string, to: string) => ({ id, range: span(from, to) });
const covers = (day: string, ...claims: readonly ReturnType<typeof claim>[]) =>
  coversOn(day, claims, () => 'one', always).map(({ cover }) => cover);

const ASSUMED = claim('assumed', '2020-01-01', '2021-06-30 ASSUMED_TO_CONTINUE');
const OPEN = claim('open', '2020-01-01', '2021-06-30');
const LATER = claim('later', '2023-01-01', '2023-12-31');

describe('a claim about a relation', () => {
  test.each([
    ['2021-06-30', ['CITED', 'CITED']],
    ['2021-07-01', ['ASSUMED', 'OPEN']],
  ])('covers %s by its own dates where no other claim contradicts it', (day, expected) => {
    expect(covers(day, ASSUMED, OPEN)).toEqual(expected);
  });

  test('is overruled, where it is assumed or open, by another that states an end before the day', () => {
    const ended = claim('ended', '2020-01-01', '2021-12-31 END');
    expect(covers('2022-01-01', ASSUMED, OPEN, ended)).toEqual(['NONE', 'NONE', 'NONE']);
    expect(covers('2021-12-31', ASSUMED, OPEN, ended)).toEqual(['ASSUMED', 'OPEN', 'CITED']);
  });

  test('is overruled by an end on the last day that it may have been cited, and not by an earlier one', () => {
    const end = (to: string) => covers('2022-01-01', ASSUMED, claim('ended', '2020-01-01', `${to} END`))[0];
    expect([end('2021-06-29'), end('2021-06-30'), end('2021-07-01')]).toEqual(['ASSUMED', 'NONE', 'NONE']);
  });

  test('is not overruled by a last citation, or by an end that may be the day', () => {
    expect(covers('2022-01-01', ASSUMED, claim('cited', '2020-01-01', '2021-12-31'))).toEqual(['ASSUMED', 'OPEN']);
    expect(covers('2021-12-01', ASSUMED, claim('ended', '2020-01-01', '2021 END'))[0]).toBe('ASSUMED');
  });

  test('is overruled, where it is open, by another that states a start after the day', () => {
    const startedClaim = claim('begun', '2022-06-01 START', '2023-12-31');
    expect(covers('2022-05-31', LATER, startedClaim)).toEqual(['NONE', 'NONE']);
    expect(covers('2022-06-01', LATER, startedClaim)).toEqual(['OPEN', 'CITED']);
  });

  test('is overruled by a start on the first day that it may have been cited, and not by a later one', () => {
    const start = (from: string) => covers('2022-01-01', LATER, claim('begun', `${from} START`, '2024-12-31'))[0];
    expect([start('2022-12-31'), start('2023-01-01'), start('2023-01-02')]).toEqual(['NONE', 'NONE', 'OPEN']);
  });

  test('is not overruled by a first citation, or by a start that may be the day', () => {
    expect(covers('2022-01-01', LATER, claim('cited', '2022-06-01', '2023-12-31'))).toEqual(['OPEN', 'OPEN']);
    expect(covers('2022-03-01', LATER, claim('begun', '2022 START', '2023-12-31'))[0]).toBe('OPEN');
  });

  test('is never overruled where it may cover the day', () => {
    const imprecise = claim('imprecise', '2022-01-01', '2022');
    expect(covers('2022-06-10', imprecise, claim('ended', '2021', '2022-03-31 END'))).toEqual(['IMPRECISE', 'NONE']);
  });

  test('is never overruled where it cites the day, and never by itself', () => {
    expect(covers('2021-06-30', OPEN, claim('ended', '2020-01-01', '2021-05-31 END'))[0]).toBe('CITED');
    const both = claim('both', '2022-06 START', '2022-06 END');
    expect(covers('2022-06-10', both)).toEqual(['IMPRECISE']);
    const odd = claim('odd', '2021-01-01', '2021-12-31 END');
    expect(coversOn('2020-01-01', [odd], () => 'one', always)[0]?.cover).toBe('OPEN');
  });

  test('is overruled only within its relation', () => {
    const ended = claim('ended', '2020-01-01', '2021-12-31 END');
    expect(coversOn('2022-01-01', [ASSUMED, ended], ({ id }) => id, always).map(({ cover }) => cover)).toEqual([
      'ASSUMED',
      'NONE',
    ]);
  });
});

describe('the relation of a claim', () => {
  const ASSUMED_ON = { during: ['2020', '2021-06-30 ASSUMED_TO_CONTINUE'] } as const;
  const ENDED = { during: ['2020', '2021-12-31 END'] } as const;

  test('is, for a link, two units and a kind', () => {
    const cover = (...others: readonly ReturnType<typeof link>[]) =>
      linksOn(caseFile(link('u3', 'u2', ASSUMED_ON), ...others), THE_DAY)[0]?.cover;
    expect(cover(link('u3', 'u2', ENDED))).toBe('NONE');
    for (const other of [
      link('u4', 'u2', ENDED),
      link('u3', 'u1', ENDED),
      link('u3', 'u2', { ...ENDED, kind: 'MEMBERSHIP' }),
    ])
      expect(cover(other)).toBe('ASSUMED');
  });

  test('is, for a posting, a person, a place and a role', () => {
    const cover = (...others: readonly ReturnType<typeof posting>[]) =>
      postingsOn(caseFile(posting('anders', 'u2', ASSUMED_ON), ...others), THE_DAY)[0]?.cover;
    expect(cover(posting('anders', 'u2', ENDED))).toBe('NONE');
    for (const other of [
      posting('berg', 'u2', ENDED),
      posting('anders', 'u1', ENDED),
      posting('anders', 'u2', { ...ENDED, role: 'DEPUTY' }),
    ])
      expect(cover(other)).toBe('ASSUMED');
  });

  test('is, for a site, the site itself', () => {
    const sites = [site('u2', { id: 'a', ...ASSUMED_ON }), site('u2', { id: 'b', ...ENDED })];
    expect(sitesOn(caseFile(...sites), THE_DAY).map(({ cover }) => cover)).toEqual(['ASSUMED', 'NONE']);
  });

  test('is computed once for a case file and day, and anew for another', () => {
    const file = caseFile(posting('anders', 'u2', ENDED));
    expect(postingsOn(file, THE_DAY)).toBe(postingsOn(file, THE_DAY));
    expect(postingsOn(file, '2021-12-31')[0]?.cover).toBe('CITED');
    expect(postingsOn(file, THE_DAY)[0]?.cover).toBe('NONE');
    expect(postingsOn(caseFile(), THE_DAY)).toEqual([]);
  });
});

describe('the days on which an incident is assessed', () => {
  const dated = (from: string, to: string): IncidentEntry => incident('i1', { during: [from, to] });
  const assessed = (pieces: readonly Piece[], on: string | null = null) => {
    const file = caseFile(...pieces);
    const [one] = file.incidents;
    if (!one) throw new Error('The test has no incident.');
    return assessedDays(file, one, on);
  };
  const daysOf = (...pieces: readonly Piece[]) => {
    const { from, to } = assessed(pieces).days;
    return `${from} to ${to}`;
  };
  const isDay = (one: IncidentEntry, day: string, ...more: readonly Piece[]) =>
    isDayOf(caseFile(one, ...more), one, day);

  test('are the only day of the incident, without a warning', () => {
    const only = { days: { from: THE_DAY, to: THE_DAY }, day: THE_DAY, warnings: [] };
    expect(assessed([dated(THE_DAY, THE_DAY)])).toEqual(only);
    expect(assessed([dated(THE_DAY, THE_DAY)], THE_DAY)).toEqual(only);
  });

  test('are all possible days, or the one requested, with a warning, where there are several', () => {
    expect(assessed([dated('2022-03', '2022-03-31')])).toEqual({
      days: { from: '2022-03-01', to: '2022-03-31' },
      day: '2022-03-01',
      warnings: [
        'The incident is dated 2022-03 to 2022-03-31: each element is judged over all its days, 2022-03-01 to 2022-03-31, and questions about one day are answered for the first; ask with `on` for another.',
      ],
    });
    expect(assessed([dated('2022-03', '2022-03')], '2022-03-12')).toEqual({
      days: { from: '2022-03-12', to: '2022-03-12' },
      day: '2022-03-12',
      warnings: ['The incident is dated 2022-03: it is assessed as of 2022-03-12.'],
    });
  });

  test('are those of a closer source, where one event is dated imprecisely', () => {
    const march = dated('2022-03 START', '2022-03 END');
    const conduct = { conductFromMin: '2022-03-16', conductToMax: '2022-03-16' };
    expect(daysOf(march, dayFact('i1', 'OCCURRED_ON', '2022-03-16'))).toBe('2022-03-16 to 2022-03-16');
    expect(assessed([march, dayFact('i1', 'OCCURRED_ON', '2022-03-16')]).warnings).toEqual([
      'The incident is dated 2022-03: closer sources date it to 2022-03-16, for which it is assessed.',
    ]);
    expect(daysOf(march, finding('one', conduct))).toBe('2022-03-16 to 2022-03-16');
    expect(daysOf(march, dayFact('i1', 'OCCURRED_ON', '2022-03-16'), dayFact('i1', 'OCCURRED_ON', '2022-03-18'))).toBe(
      '2022-03-16 to 2022-03-18',
    );
  });

  test('are not those of a source that dates another incident too, lies outside, or gives no date', () => {
    const march = dated('2022-03 START', '2022-03 END');
    const conduct = { conductFromMin: '2022-03-16', conductToMax: '2022-03-16' };
    expect(daysOf(march, finding('one', { ...conduct, concernsIds: ['i1', 'i2'] }))).toBe('2022-03-01 to 2022-03-31');
    expect(daysOf(march, dayFact('i1', 'OCCURRED_ON', '2022-04-02'))).toBe('2022-03-01 to 2022-03-31');
    expect(daysOf(march, dayFact('i1', 'OCCURRED_ON', 'a Wednesday'))).toBe('2022-03-01 to 2022-03-31');
    expect(daysOf(dated('2022-03', '2022-03'), finding('one', conduct))).toBe('2022-03-01 to 2022-03-31');
  });

  test('do not begin before the start of the whole of which the incident is a part', () => {
    const year = dated('2022', '2022');
    const war = (from: string) => incident('i2', { during: [from, '2022-12-31'] });
    expect(daysOf(year, war('2022-02-24 START'), incidentLink('i1', 'i2'))).toBe('2022-02-24 to 2022-12-31');
    expect(daysOf(year, war('2022-02-24 FIRST_CITED'), incidentLink('i1', 'i2'))).toBe('2022-01-01 to 2022-12-31');
    expect(daysOf(year, war('2022-02-24 START'))).toBe('2022-01-01 to 2022-12-31');
  });

  test('go on to the last day on which a source says that it went on', () => {
    const invasion = dated('2022-02-24 START', '2022-02-24');
    const later = ['2022-08-24', '2023-02-22'].map((day) => dayFact('i1', 'LAST_CITED_ON', day));
    expect(daysOf(invasion, ...later)).toBe('2022-02-24 to 2023-02-22');
    expect(isDay(invasion, '2022-08-24', ...later)).toBe(true);
    expect(isDay(invasion, '2023-02-23', ...later)).toBe(false);
    expect(isDay(invasion, '2022-08-24')).toBe(false);
  });

  test('may be any where no source dates the incident, which is then taken to happen on it, with a warning', () => {
    const undated = undatedIncident('i1');
    expect(['0000-01-01', THE_DAY, '9999-12-31'].map((day) => isDay(undated, day))).toEqual([true, true, true]);
    expect(assessed([undated], THE_DAY)).toEqual({
      days: { from: THE_DAY, to: THE_DAY },
      day: THE_DAY,
      warnings: [`No source dates the incident: it is assessed as if it happened on ${THE_DAY}.`],
    });
    const file = caseFile(undated, incident('i2'));
    expect(assumedOn(file, 'i1', null)).toBe(file);
    expect(assumedOn(file, 'i2', '2022-03-21')).toBe(file);
    const days = assumedOn(file, 'i1', '2022-03-21').incidents.map(({ range: { first, last } }) => [
      first.text,
      first.min,
      last.max,
    ]);
    expect(days).toEqual([
      ['', '2022-03-21', '2022-03-21'],
      [THE_DAY, THE_DAY, THE_DAY],
    ]);
  });

  test('may be any where the dates of the incident are reversed', () => {
    expect(isDay(dated('2022-03-21', '2022-03-20'), '2022-05-01')).toBe(true);
  });

  test('may be any from the first to the last possible one', () => {
    const month = dated('2022-03', '2022-03');
    expect(['2022-02-28', '2022-03-01', '2022-03-31', '2022-04-01'].map((day) => isDay(month, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('two claims of one tenure', () => {
  const start = posting('anders', 'u2', {
    id: 'start',
    during: ['2022-01-08 START', '2022-01-08 ASSUMED_TO_CONTINUE'],
  });
  const end = posting('anders', 'u2', { id: 'end', during: ['2022-04-11', '2022-04-11 END'] });
  const coverOf = (day: string, ...pieces: readonly Piece[]) =>
    postingsOn(caseFile(...pieces), day).find(({ id }) => id === 'start')?.cover;

  test('cover the days between the start of the one and the end of the other imprecisely', () => {
    expect(coverOf(THE_DAY, start, end)).toBe('IMPRECISE');
    expect(coverOf('2022-01-08', start, end)).toBe('CITED');
    expect(coverOf('2022-04-12', start, end)).toBe('NONE');
    const onlyCited = posting('anders', 'u2', { id: 'start', during: ['2022-01-08 START', '2022-01-08'] });
    expect(coverOf(THE_DAY, onlyCited, end)).toBe('OPEN');
  });

  test.each([
    ['nobody gives the end', []],
    ['the end is that of another person', [posting('berg', 'u2', { during: ['2022-04-11', '2022-04-11 END'] })]],
    [
      'the end is that of another role',
      [posting('anders', 'u2', { role: 'DEPUTY', during: ['2022-04-11', '2022-04-11 END'] })],
    ],
    ['the end is not checked', [{ ...end, status: 'WORK_NEEDED' as const }]],
    [
      'the other claim begins a tenure of its own',
      [posting('anders', 'u2', { during: ['2022-04-01 START', '2022-04-11 END'] })],
    ],
  ])('leave those days assumed where %s', (_why, others) => {
    expect(coverOf(THE_DAY, start, ...others)).toBe('ASSUMED');
  });

  test('are two tenures where another claim ends or begins the post in between', () => {
    const again = posting('anders', 'u2', { id: 'again', during: ['2022-03-25 START', '2022-03-25'] });
    expect(coverOf(THE_DAY, start, end, again)).toBe('ASSUMED');
    const left = posting('anders', 'u2', { id: 'left', during: ['2022-02-01', '2022-02-11 END'] });
    expect(coverOf(THE_DAY, start, end, left)).toBe('NONE');
  });
});
