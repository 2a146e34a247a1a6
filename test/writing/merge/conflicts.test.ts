import { expect, test } from '@jest/globals';
import { conflictsOf, type StandingClaim } from '../../../src/writing/merge/conflicts.rules.js';

const posting = (id: string, person: string, at: string, firstMax: string, lastMin: string, role = 'COMMANDER') =>
  ({
    id,
    kind: 'Posting',
    properties: { role, first: firstMax, firstMax, last: lastMin, lastMin },
    links: [
      { type: 'OF', to: person },
      { type: 'AT', to: at },
    ],
  }) satisfies StandingClaim;

const claim = (id: string, kind: string, properties: Record<string, string>) =>
  ({ id, kind, properties, links: [{ type: 'OF', to: 'person-one' }] }) satisfies StandingClaim;

const kinds = (moving: StandingClaim, there: StandingClaim) => conflictsOf([moving], [there]).map(({ kind }) => kind);

test('one person at two places at a time is a conflict, and at two places in succession or twice at one place is none', () => {
  const low = posting('claim-a', 'person-one', 'unit-low', '2022-01-01', '2022-06-30');
  const high = (firstMax: string) => posting('claim-b', 'person-one', 'unit-high', firstMax, '2022-12-31');
  expect(conflictsOf([low], [high('2022-06-30')])).toEqual([
    {
      kind: 'OVERLAPPING_POSTS',
      message:
        'person-one, COMMANDER at unit-low from 2022-01-01 to 2022-06-30; person-one, COMMANDER at unit-high from 2022-06-30 to 2022-12-31.',
      claimIds: ['claim-a', 'claim-b'],
    },
  ]);
  expect(kinds(low, high('2022-07-01'))).toEqual([]);
  expect(kinds(low, posting('claim-c', 'person-one', 'unit-low', '2022-01-01', '2022-06-30'))).toEqual([]);
});

test('spans that overlap only for some reading of their dates are no conflict', () => {
  const vague = posting('claim-a', 'person-one', 'unit-low', '2022-12-31', '2022-01-01');
  expect(kinds(vague, posting('claim-b', 'person-one', 'unit-high', '2022-01-01', '2022-12-31'))).toEqual([]);
});

test('two people in one post at a time are a conflict for a post of one person, and none for staff', () => {
  const two = (role: string) =>
    kinds(
      posting('claim-a', 'person-one', 'unit-low', '2022-01-01', '2022-06-30', role),
      posting('claim-b', 'person-two', 'unit-low', '2022-03-01', '2022-12-31', role),
    );
  expect([two('COMMANDER'), two('HEAD'), two('STAFF')]).toEqual([['OVERLAPPING_POSTS'], ['OVERLAPPING_POSTS'], []]);
});

test('two preferred names are a conflict within a script and where they differ', () => {
  const name = (value: string, script = 'Latn', kind = 'PREFERRED') =>
    claim(`claim-${value}`, 'Name', { value, sortKey: value.toLowerCase(), script, kind });
  expect(kinds(name('Anders'), name('Andersen'))).toEqual(['TWO_PREFERRED_NAMES']);
  expect(kinds(name('Anders'), name('ANDERS'))).toEqual([]);
  expect(kinds(name('Anders'), name('Андерс', 'Cyrl'))).toEqual([]);
  expect(kinds(name('Anders', 'Latn', 'ALIAS'), name('Andersen'))).toEqual([]);
});

test('two values are a conflict within one scheme or property only', () => {
  const identifier = (scheme: string, value: string) =>
    claim(`claim-${scheme}${value}`, 'Identifier', { scheme, value });
  expect(kinds(identifier('WIKIDATA', 'Q1'), identifier('WIKIDATA', 'Q2'))).toEqual(['IDENTIFIERS']);
  expect(kinds(identifier('WIKIDATA', 'Q1'), identifier('WIKIDATA', 'Q1'))).toEqual([]);
  expect(kinds(identifier('WIKIDATA', 'Q1'), identifier('SFM', 'Q2'))).toEqual([]);
  const fact = (property: string, value: string) => claim(`claim-${property}${value}`, 'Fact', { property, value });
  expect(kinds(fact('BORN', '1970'), fact('BORN', '1971'))).toEqual(['FACTS']);
  expect(kinds(fact('BORN', '1970'), identifier('BORN', '1971'))).toEqual([]);
});
