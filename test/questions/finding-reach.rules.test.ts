import { expect, test } from '@jest/globals';
import { findingsReaching } from '../../src/questions/finding-reach/finding-reach.rules.js';
import { attribution, caseFile, finding, incident, link, posting } from '../support/case-file.js';

const WORLD = [
  incident('i1', { on: '2022-03-20' }),
  attribution('i1', 'u3'),
  link('u3', 'u2', { during: ['2022-01-01 START', '2022-05-31 END'] }),
  posting('anders', 'u2', { during: ['2021-06-01 START', '2022-04-14 END'] }),
  posting('berg', 'u2', { during: ['2022-04-15 START', '2022-12-31 END'] }),
] as const;

const reaches = (personId: string, overrides: Parameters<typeof finding>[1]) =>
  findingsReaching(caseFile(...WORLD, finding('f', overrides)), personId).length === 1;
const onUnit = (conductFromMin: string | null, conductToMax: string | null) => ({
  aboutIds: ['u3'],
  concernsIds: [],
  conductFrom: conductFromMin,
  conductFromMin,
  conductTo: conductToMax,
  conductToMax,
});

test('a finding on an incident by a unit then under the person reaches them, whomever it is about', () => {
  expect(reaches('anders', { aboutIds: ['somebody'], concernsIds: ['i1'] })).toBe(true);
  expect(reaches('berg', { aboutIds: ['somebody'], concernsIds: ['i1'] })).toBe(false);
});

test('a decision that is itself the conduct of the incident reaches nobody through it', () => {
  expect(reaches('anders', { aboutIds: ['somebody'], concernsIds: ['i1'], conductOfIds: ['i1'] })).toBe(false);
});

test('a finding that names the person reaches them, of whatever type', () => {
  for (const type of ['SANCTION', 'STATE_RESPONSIBILITY', 'FAIR_TRIAL_ASSESSMENT'] as const)
    expect(reaches('berg', { type, aboutIds: ['berg'], concernsIds: [] })).toBe(true);
});

test.each(['STATE_RESPONSIBILITY', 'FAIR_TRIAL_ASSESSMENT'] as const)(
  'a finding of the type %s reaches only people whom it names',
  (type) => {
    expect(reaches('anders', { type, aboutIds: ['u3'], concernsIds: ['i1'] })).toBe(false);
    expect(reaches('anders', { type, ...onUnit('2022-03-01', '2022-03-31') })).toBe(false);
  },
);

test.each([
  ['anders', '2022-03-01', '2022-03-31', true],
  ['anders', '2022-04-14', '2022-12-31', true],
  ['anders', '2022-04-15', '2022-12-31', false],
  ['anders', '2021-07-01', '2021-12-31', false],
  ['anders', '2021-07-01', '2022-01-01', true],
  ['berg', '2022-01-01', '2022-12-31', true],
  ['berg', '2022-06-01', '2022-12-31', false],
  ['anders', null, null, false],
  ['anders', '2022-03-01', null, false],
])(
  'a finding on conduct of a unit reaches its commander by the dates: %s, from %s to %s: %s',
  (personId, from, to, expected) => {
    expect(reaches(personId, onUnit(from, to))).toBe(expected);
  },
);

test('a finding about the unit that the person commands reaches them as one about a unit below', () => {
  expect(reaches('anders', { ...onUnit('2021-07-01', '2021-07-31'), aboutIds: ['u2'] })).toBe(true);
});

test('a deputy is reached only by findings that name them', () => {
  const file = caseFile(...WORLD, posting('holt', 'u2', { role: 'DEPUTY' }), finding('f', { concernsIds: ['i1'] }));
  expect(findingsReaching(file, 'holt')).toEqual([]);
});
