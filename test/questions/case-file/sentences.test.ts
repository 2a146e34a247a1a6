import { describe, expect, test } from '@jest/globals';
import type { StatementEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { itemOf, rangeInWords } from '../../../src/questions/case-file/item.rules.js';
import {
  attribution,
  caseFile,
  dayFact,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  measure,
  posting,
  site,
  span,
} from '../../support/case-file.js';

const says = (statement: StatementEntry) => itemOf(caseFile(statement, incident('i1')), statement).says;

describe('the sentence of', () => {
  const DATES = { during: ['2022-01-01 START', '2022-12-31 END'] } as const;
  test.each<[string, StatementEntry, string]>([
    ['a posting', posting('anders', 'u2', DATES), 'Anders: commander, U2, from 2022-01-01, until 2022-12-31.'],
    ['a link of a part with its whole', incidentLink('i1', 'i1'), 'Incident i1 is a part of Incident i1.'],
    [
      'a link of two accounts of one event',
      incidentLink('i1', 'i1', { kind: 'SAME_EVENT' }),
      'Incident i1 and Incident i1 are accounts of one event.',
    ],
    ['a fact on the day of an incident', dayFact('i1', 'OCCURRED_ON', '2022-03'), 'Incident i1: occurred on 2022-03.'],
    [
      'a posting with a title',
      posting('anders', 'u2', { ...DATES, title: 'Chief' }),
      'Anders: Chief, U2, from 2022-01-01, until 2022-12-31.',
    ],
    [
      'a link of command',
      link('u3', 'u2', DATES),
      'U3 stands under the command of U2, from 2022-01-01, until 2022-12-31.',
    ],
    [
      'a link of operations',
      link('u3', 'u2', { ...DATES, kind: 'OPERATIONAL' }),
      'U3 stands under the operational command of U2, from 2022-01-01, until 2022-12-31.',
    ],
    [
      'a link of administration',
      link('u3', 'u2', { ...DATES, kind: 'ADMINISTRATIVE' }),
      'U3 is administered by U2, from 2022-01-01, until 2022-12-31.',
    ],
    [
      'a link of membership',
      link('u3', 'u2', { ...DATES, kind: 'MEMBERSHIP' }),
      'U3 belongs to U2, from 2022-01-01, until 2022-12-31.',
    ],
    [
      'a link of cooperation',
      link('u3', 'u2', { ...DATES, kind: 'COOPERATION' }),
      'U3 cooperates with U2, from 2022-01-01, until 2022-12-31.',
    ],
    ['an attribution', attribution('i1', 'u3'), 'Body-archive names U3 for Incident i1: carried it out.'],
    ['a finding', finding('f'), 'Commission: Finding f.'],
    [
      'a finding with the standard in its own words',
      finding('f', { standardAsStated: 'so sure' }),
      'Commission: Finding f (standard: so sure).',
    ],
    [
      'an indicator',
      indicator('TASKS_PERFORMED', ['anders', 'i1']),
      '2022-03-01: Performed the tasks of a commander. (Anders; Incident i1)',
    ],
    ['an indicator of nobody', indicator('BROKEN_CHAIN', []), '2022-03-01: The chain of command was broken.'],
    ['a measure', measure('TRAINING', ['u3']), '2022-04-01: Training in the law. (U3)'],
    [
      'a measure with an effect',
      measure('TRAINING', ['u3'], { effect: 'None.' }),
      '2022-04-01: Training in the law. None. (U3)',
    ],
    ['an incident', incident('i1'), 'Incident i1, on 2022-03-20.'],
    ['a site', site('u2', DATES), 'U2 had a site, from 2022-01-01, until 2022-12-31.'],
  ])('%s', (_what, statement, sentence) => {
    expect(says(statement)).toBe(sentence);
  });

  test.each([
    ['2022 START', '2023 END', 'from 2022, until 2023'],
    ['2022-03-20 START', '2022-03-20 END', 'on 2022-03-20'],
    ['2022-03-20', '2022-03-20 END', 'first cited 2022-03-20, until 2022-03-20'],
    ['2022-03-20 START', '2022-03-20', 'from 2022-03-20, last cited 2022-03-20'],
    ['2022', '2023', 'first cited 2022, last cited 2023'],
    ['2022~', '2023-05 ASSUMED_TO_CONTINUE', 'first cited 2022~, cited until 2023-05 and assumed to go on'],
  ])('a range from %s to %s', (from, to, words) => {
    expect(rangeInWords(span(from, to))).toBe(words);
  });
});
