import { expect, test } from '@jest/globals';
import { BASIS, BRIEF_ITEM, cited, competency, gradesOf, MATRIX, MOST_STATEMENTS } from '../support/competency.js';
import { answer, useGraphToRead } from '../support/graph.js';

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
  // The warrant is under Article 28(a): under the other tests it alleges neither causation nor anything else.
  expect(superior?.filter((graded) => !commander?.includes(graded))).toEqual([
    'KIND_OF_SUPERIOR NO_EVIDENCE',
    'WITHIN_RESPONSIBILITY NO_EVIDENCE',
    'CAUSATION NO_EVIDENCE',
  ]);
  expect(adHoc).toEqual(commander?.filter((graded) => !/^(CAUSATION|KIND_OF_SUPERIOR)/.test(graded)));
  // A report on the earlier killings was addressed to him, which meets all three tests; that they were notorious or in print does not.
  const ofKnowledge = matrices.map(({ elements }) =>
    elements.find(({ element }: { element: string }) => element === 'KNOWLEDGE'),
  );
  expect(ofKnowledge.slice(0, 3).map(({ because }) => because)).toEqual([
    ['R10', 'R11', 'R14', 'R25'],
    ['R10', 'R11', 'R14', 'R26'],
    ['R10', 'R11', 'R14', 'R27'],
  ]);
  expect(
    ofKnowledge[1].context.filter(({ marks }: { marks: string[] }) => marks.includes('SHORT_OF_TEST')).map(cited),
  ).toEqual([
    '2022-03-11: The acts were publicly notorious. (Killings at Brack Ford; 3rd Battalion of Velmora) [daily-2022-03-11]',
  ]);
  expect(minister).toEqual(
    expect.arrayContaining([
      'KIND_OF_SUPERIOR INDICATED',
      'WITHIN_RESPONSIBILITY INDICATED',
      'SUBORDINATION NO_EVIDENCE',
      'CAUSATION NO_EVIDENCE',
    ]),
  );
  const dahl = { ...anders, person: 'person-fx-dahl' };
  const grades = await Promise.all(
    ['ROME_STATUTE_28A', 'ROME_STATUTE_28B', 'AD_HOC_TRIBUNALS'].map((framework) =>
      answer(RESPONSIBILITY, { ...dahl, framework }),
    ),
  );
  expect(
    grades.map(({ commandResponsibility }) =>
      gradesOf(commandResponsibility.matrix).filter((graded) => graded.startsWith('KNOWLEDGE')),
    ),
  ).toEqual([['KNOWLEDGE INDICATED'], ['KNOWLEDGE NO_EVIDENCE'], ['KNOWLEDGE INDICATED']]);
  const subordination = matrices[3].elements.find(({ element }: { element: string }) => element === 'SUBORDINATION');
  expect(subordination.because).toEqual(['R20']);
  expect(subordination.missing).toContain('NOT_A_COMMAND_LINK: the only links found do not carry command.');
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
