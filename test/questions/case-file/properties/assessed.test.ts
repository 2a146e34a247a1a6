import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { speakingFor } from '../../../../src/questions/case-file/linked-incidents.rules.js';
import { claimsLinking } from '../../../../src/questions/command/assessable.rules.js';
import { peopleThrough } from '../../../../src/questions/command/people-above.rules.js';
import { assessmentOf } from '../../../../src/questions/command-responsibility/command-responsibility.rules.js';
import { DAY, linkedCaseFiles, PEOPLE, QUESTION_ID } from '../../../support/random-case-file.js';

const isAimedAt = ({ findings }: CaseFile, person: string) =>
  findings.some(
    ({ aboutIds, concernsIds, conductOfIds }) =>
      aboutIds.includes(person) && [concernsIds, conductOfIds].every((some) => some.includes(QUESTION_ID)),
  );

test('nobody is in a table without a claim that links them to the incident or to one that is evidence on it, nor a person at whom its conduct is aimed', () => {
  const reached: string[] = [];
  fc.assert(
    fc.property(linkedCaseFiles, fc.constantFrom(...PEOPLE), (file, person) => {
      const incident = file.incidents.find(({ id }) => id === QUESTION_ID);
      if (!incident) return;
      const days = { from: DAY, to: DAY };
      const isInTable = peopleThrough(file, incident, days).includes(person);
      const incidents = [incident, ...speakingFor(file, incident).map((linked) => linked.incident)];
      const isUnlinked = incidents.every((one) => claimsLinking(file, one, person, DAY).length === 0);
      const { matrix, notAssessed } = assessmentOf(file, incident, person, 'ROME_STATUTE_28A', days);
      expect([matrix === null, notAssessed !== null]).toEqual(Array(2).fill(isUnlinked || isAimedAt(file, person)));
      expect(isInTable && matrix === null).toBe(false);
      reached.push(`in the table: ${isInTable}`, `unlinked: ${isUnlinked}`, `aimed at: ${isAimedAt(file, person)}`);
    }),
    { numRuns: 1000 },
  );
  expect([...new Set(reached)].filter((what) => what.endsWith('true')).sort()).toEqual([
    'aimed at: true',
    'in the table: true',
    'unlinked: true',
  ]);
});
