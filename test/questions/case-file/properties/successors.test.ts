import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../../../src/model/vocabulary.js';
import { successorsOf } from '../../../../src/questions/aftermath/aftermath.rules.js';
import type { EvidenceItem } from '../../../../src/questions/case-file/answer.type.js';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { postingsOn } from '../../../../src/questions/case-file/cover.rules.js';
import { FRAMEWORKS } from '../../../../src/questions/command-responsibility/frameworks.rules.js';
import { caseFiles, DAY, PEOPLE, QUESTION_ID } from '../../../support/random-case-file.js';
import { matrixOf } from './rises.js';

/** The items of all answers on the incident that call a person its successor. */
function successorItems(file: CaseFile): EvidenceItem[] {
  const incident = file.incidents.find(({ id }) => id === QUESTION_ID);
  if (!incident) return [];
  const elements = PEOPLE.flatMap((person) =>
    words(FRAMEWORKS).flatMap((framework) => matrixOf(file, person, framework)?.elements ?? []),
  );
  return [
    ...elements.flatMap(({ supporting, weighingAgainst, context }) => [...supporting, ...weighingAgainst, ...context]),
    ...successorsOf(file, incident, DAY).successors.flatMap(({ items }) => items),
  ].filter(({ marks }) => marks.includes('SUCCESSOR'));
}

test('nobody is a successor without a source for a start after the incident, or while another claim leaves the post open then', () => {
  let marked = 0;
  fc.assert(
    fc.property(caseFiles, (file) => {
      const { first, last } = file.incidents.find(({ id }) => id === QUESTION_ID)?.range ?? {};
      const items = successorItems(file);
      marked += items.length;
      for (const { id } of items) {
        const posting = file.postings.find((one) => one.id === id);
        expect(posting?.range.firstHardness).toBe('START');
        expect((posting?.range.first.min ?? '') > (last?.max ?? '')).toBe(true);
        const then = [first?.min ?? '', DAY, last?.max ?? ''].flatMap((day) => postingsOn(file, day));
        const ofThePost = then.filter(
          ({ personId, atId, role }) =>
            personId === posting?.personId && atId === posting.atId && ['COMMANDER', 'HEAD', 'ACTING'].includes(role),
        );
        expect(ofThePost.map(({ cover }) => cover).filter((cover) => cover !== 'NONE')).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
  expect(marked).toBeGreaterThan(20);
});
