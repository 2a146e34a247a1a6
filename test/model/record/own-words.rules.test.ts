import { describe, expect, test } from '@jest/globals';
import type { Fields, FieldType } from '../../../src/model/record/fields/field.js';
import { FINDING } from '../../../src/model/record/fields/finding.js';
import { INCIDENT } from '../../../src/model/record/fields/incident.js';
import {
  accountedEnd,
  linksBesideOwn,
  ownWordsCount,
  shownUnder,
  standIns,
} from '../../../src/model/record/own-words.rules.js';

const DIRECT = {};
const SECONDARY = { secondary: true };
const SUFFICIENT = { suffices: true };

describe('the own words of a record', () => {
  test.each([
    ['all direct reports count', [DIRECT, DIRECT], 2, true],
    ['one of two direct reports counts', [DIRECT], 2, false],
    ['one of two counts, and gives every word', [SUFFICIENT], 2, true],
    ['the one that gives every word does not count', [DIRECT], 2, false],
    ['a secondary report is beside all direct ones', [DIRECT, SECONDARY], 1, true],
    ['a secondary report stands in the place of a direct one', [DIRECT, SECONDARY], 2, false],
    ['only a secondary report is said to give every word', [{ ...SECONDARY, ...SUFFICIENT }, DIRECT], 2, false],
  ])('where %s', (_case, citations, sourceCount, isCounted) => {
    expect(ownWordsCount(citations, sourceCount)).toBe(isCounted);
  });
});

/** What a source may say in words, dates or numbers; links and the kind of statement make the record the one that it is. */
const STATED_TYPES: readonly FieldType[] = ['TEXT', 'TEXTS', 'DATE', 'END', 'NUMBER'];
const statedIn = (fields: Fields) =>
  Object.keys(fields).filter((name) => STATED_TYPES.includes(fields[name]?.type ?? 'ID'));

describe('what stands in for the own words', () => {
  test.each([
    ['Incident', INCIDENT],
    ['Finding', FINDING],
  ])('of an %s has every text, date and number of its table', (label, fields) => {
    const names = Object.keys(standIns(label));
    expect(statedIn(fields).filter((name) => !names.includes(name))).toEqual([]);
    expect(statedIn(fields).length).toBeGreaterThan(4);
  });

  test('of a finding has its rules of law, its places, and the elements on which it turned', () => {
    expect(standIns('Finding')).toMatchObject({ classifications: [], placesIds: [], turnedOn: [] });
  });

  test('leaves of the links of a finding those that make it the one that it is', () => {
    const links = ['BY', 'ABOUT', 'CONCERNS', 'CLASSIFIES', 'AT', 'REVERSES', 'CITES'].map((type) => ({ type }));
    const left = (label: string) => linksBesideOwn(label, links).map(({ type }) => type);
    expect(left('Finding')).toEqual(['BY', 'ABOUT', 'CONCERNS', 'REVERSES', 'CITES']);
    expect(left('Incident')).toEqual(links.map(({ type }) => type));
  });

  test('of an incident with no such facts says nothing but that there is an incident', () => {
    expect(standIns('Incident')).toEqual({
      title: 'Incident described only by reports outside this lens',
      summary: null,
      note: null,
      doubtsAsStated: null,
      credibility: 6,
      kinds: [],
      means: [],
      first: null,
      firstMin: '0000-01-01',
      firstMax: '9999-12-31',
      firstHardness: 'FIRST_CITED',
      last: null,
      lastMin: '0000-01-01',
      lastMax: '9999-12-31',
      lastHardness: 'LAST_CITED',
    });
  });

  test('of an incident is what facts about it say', () => {
    const facts = [
      { property: 'TITLE', value: 'Fire in the mill' },
      { property: 'SUMMARY', value: 'The mill burned.' },
      { property: 'VIOLATION_TYPE', value: 'arson', code: 'PROPERTY_DESTRUCTION' },
      { property: 'VIOLATION_TYPE', value: 'something else', code: null },
      { property: 'MEANS', value: 'petrol' },
      { property: 'FIRST', value: '2022-03-05 START' },
      { property: 'LAST', value: '2022-03~ LAST_CITED' },
      { property: 'BORN', value: '1990' },
    ];
    expect(standIns('Incident', facts)).toMatchObject({
      title: 'Fire in the mill',
      summary: 'The mill burned.',
      kinds: ['PROPERTY_DESTRUCTION'],
      means: ['petrol'],
      first: '2022-03-05',
      firstMin: '2022-03-05',
      firstMax: '2022-03-05',
      firstHardness: 'START',
      last: '2022-03~',
      lastMin: '2022-02-01',
      lastMax: '2022-04-30',
      lastHardness: 'LAST_CITED',
    });
  });

  test('of an incident has no dates where facts give one end only', () => {
    expect(standIns('Incident', [{ property: 'FIRST', value: '2022-03-05 START' }])).toMatchObject({
      first: null,
      last: null,
    });
  });

  test('of a claim is no note and no words of a doubt, and nothing in the place of what it says', () => {
    expect(standIns('Posting')).toEqual({ note: null, doubtsAsStated: null });
  });

  test.each([
    ['FIRST', '2022-03-05 START', true],
    ['FIRST', '2022-03-05 END', false],
    ['LAST', '2022-03-05 END', true],
    ['LAST', 'in March', false],
    ['BORN', '2022-03-05 START', false],
  ])('reads the fact %s %j as an end of a range: %j', (property, value, isRead) => {
    expect(accountedEnd(property, value) !== undefined).toBe(isRead);
  });
});

const COUNTED = { ...DIRECT, counts: true, publishedMax: '2023-02-28' };
const LEFT_OUT = { ...DIRECT, counts: false, publishedMax: '2024-12-31' };

describe('a row of the graph', () => {
  const row = {
    id: 'incident-mill',
    label: 'Incident',
    title: 'Fire in the mill',
    kinds: ['PROPERTY_DESTRUCTION'],
    credibility: 1,
    range: { first: '2022-03-05', last: '2022-03-05' },
    citations: [COUNTED],
    accounts: [],
  };

  test('keeps its own words where these count, and nothing of how that was found out', () => {
    const { accounts: _accounts, ...own } = row;
    expect(shownUnder(row)).toEqual({ ...own, citations: [DIRECT], knownThrough: '2023-02-28' });
  });

  test('has what stands in for them where they do not, and no field that it had not before', () => {
    expect(shownUnder({ ...row, citations: [LEFT_OUT, COUNTED] })).toEqual({
      id: 'incident-mill',
      label: 'Incident',
      title: 'Incident described only by reports outside this lens',
      kinds: [],
      credibility: 6,
      range: null,
      citations: [DIRECT],
      knownThrough: '2023-02-28',
    });
  });

  test('has the days that facts about it give', () => {
    const accounts = [
      { property: 'FIRST', value: '2022-03-05 START' },
      { property: 'LAST', value: '2022-03-06 LAST_CITED' },
    ];
    expect(shownUnder({ ...row, accounts, citations: [LEFT_OUT, COUNTED] }).range).toEqual({
      first: '2022-03-05',
      firstMin: '2022-03-05',
      firstMax: '2022-03-05',
      firstHardness: 'START',
      last: '2022-03-06',
      lastMin: '2022-03-06',
      lastMax: '2022-03-06',
      lastHardness: 'LAST_CITED',
    });
  });

  test('of a finding has another title then, and no range', () => {
    const found = {
      id: 'f',
      label: 'Finding',
      title: 'Judgment',
      decidedOn: '2023',
      citations: [COUNTED, LEFT_OUT],
    };
    expect(shownUnder(found)).toEqual({
      id: 'f',
      label: 'Finding',
      title: 'Finding described only by reports outside this lens',
      decidedOn: null,
      citations: [DIRECT],
      knownThrough: '2023-02-28',
    });
  });

  test.each([
    ['no report counts', [LEFT_OUT], null],
    [
      'the latest of those that count only passes on what others say',
      [COUNTED, { ...LEFT_OUT, ...SECONDARY, counts: true }],
      '2023-02-28',
    ],
    ['the latest counts', [{ ...LEFT_OUT, counts: true }, COUNTED], '2024-12-31'],
  ])('knows of days up to the last report that counts and says so itself, where %s', (_case, citations, last) => {
    expect(shownUnder({ ...row, citations })).toMatchObject({ knownThrough: last });
  });
});
