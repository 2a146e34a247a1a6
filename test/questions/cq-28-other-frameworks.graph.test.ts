import { expect, test } from '@jest/globals';
import { BASIS, BRIEF_ITEM, competency, gradesOf, MATRIX, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const RESPONSIBILITY = `query ($person: ID!, $incident: ID!, $framework: Framework!) {
  commandResponsibility(person: $person, incident: $incident, framework: $framework) {
    matrix { ...Matrix } warnings basis { ...Basis } } } ${MATRIX} ${BRIEF_ITEM} ${BASIS}`;

test('What changes for person P and incident I under Article 28(b) and before the ad hoc tribunals, and why?', async () => {
  const anders = { person: 'person-fx-anders', incident: 'incident-fx-i2' };
  const { answers, statements } = await competency(
    'cq-28',
    RESPONSIBILITY,
    { ...anders, framework: 'ROME_STATUTE_28A' },
    { ...anders, framework: 'ROME_STATUTE_28B' },
    { ...anders, framework: 'AD_HOC_TRIBUNALS' },
    { ...anders, person: 'person-fx-gran', framework: 'ROME_STATUTE_28B' },
  );
  const matrices = answers.map(({ commandResponsibility }) => commandResponsibility.matrix);
  const [commander, superior, adHoc, minister] = matrices.map(gradesOf);
  expect(superior?.filter((graded) => !commander?.includes(graded))).toEqual(['WITHIN_RESPONSIBILITY NO_EVIDENCE']);
  expect(superior).toEqual(expect.arrayContaining(commander ?? []));
  expect(adHoc).toEqual(commander?.filter((graded) => !graded.startsWith('CAUSATION')));
  expect(minister).toEqual(
    expect.arrayContaining(['WITHIN_RESPONSIBILITY INDICATED', 'SUBORDINATION NO_EVIDENCE', 'CAUSATION NO_EVIDENCE']),
  );
  const subordination = matrices[3].elements.find(({ element }: { element: string }) => element === 'SUBORDINATION');
  expect(subordination.because).toEqual(['R20']);
  expect(subordination.missing).toContain('NOT_A_COMMAND_LINK: the only links found do not carry command.');
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
