import { describe, expect, test } from '@jest/globals';
import type { IncidentEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { coversOn, linksOn, postingsOn, sitesOn } from '../../../src/questions/case-file/cover.rules.js';
import { assumedOn, dayOf, isDayOf } from '../../../src/questions/case-file/incident-day.rules.js';
import { caseFile, incident, link, posting, site, span, THE_DAY, undatedIncident } from '../../support/case-file.js';

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

describe('the day on which an incident is assessed', () => {
  const dated = (from: string, to: string): IncidentEntry => incident('i1', { during: [from, to] });

  test('is the only day of the incident, without a warning', () => {
    expect(dayOf(dated(THE_DAY, THE_DAY), null)).toEqual({ day: THE_DAY, warnings: [] });
    expect(dayOf(dated(THE_DAY, THE_DAY), '2022-03-21')).toEqual({ day: '2022-03-21', warnings: [] });
  });

  test('is the first possible day, or the one asked for, with a warning, where there are several', () => {
    expect(dayOf(dated('2022-03', '2022-03-31'), null)).toEqual({
      day: '2022-03-01',
      warnings: [
        'The incident is dated 2022-03 to 2022-03-31: it is assessed as of its first possible day, 2022-03-01; ask with `on` for another.',
      ],
    });
    expect(dayOf(dated('2022-03', '2022-03'), '2022-03-12')).toEqual({
      day: '2022-03-12',
      warnings: ['The incident is dated 2022-03 to 2022-03: it is assessed as of 2022-03-12.'],
    });
  });

  test('may be any where no source dates the incident, which is then taken to happen on it, with a warning', () => {
    const undated = undatedIncident('i1');
    expect(['0000-01-01', THE_DAY, '9999-12-31'].map((day) => isDayOf(undated, day))).toEqual([true, true, true]);
    expect(dayOf(undated, THE_DAY)).toEqual({
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
    expect(isDayOf(dated('2022-03-21', '2022-03-20'), '2022-05-01')).toBe(true);
  });

  test('may be any from the first to the last possible one', () => {
    const month = dated('2022-03', '2022-03');
    expect(['2022-02-28', '2022-03-01', '2022-03-31', '2022-04-01'].map((day) => isDayOf(month, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
