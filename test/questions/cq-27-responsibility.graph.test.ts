import { expect, test } from '@jest/globals';
import { BASIS, cited, competency, gradesOf, ITEM, Item, MATRIX, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const RESPONSIBILITY = `query ($person: ID!, $incident: ID!, $framework: Framework!) {
  commandResponsibility(person: $person, incident: $incident, framework: $framework) {
    matrix { ...Matrix } warnings basis { ...Basis } } } ${MATRIX} ${ITEM} ${BASIS}`;

interface Element {
  readonly element: string;
  readonly grade: string;
  readonly because: readonly string[];
  readonly supporting: readonly Item[];
  readonly weighingAgainst: readonly Item[];
  readonly missing: readonly string[];
}

test('What do the sources give on person P and incident I under Article 28(a): every element, grade, sources and gaps?', async () => {
  const variables = { person: 'person-fx-anders', incident: 'incident-fx-i2', framework: 'ROME_STATUTE_28A' };
  const { answers, statements } = await competency('cq-27', RESPONSIBILITY, variables);
  const { matrix, basis } = answers[0].commandResponsibility;
  expect(gradesOf(matrix)).toEqual([
    'UNDERLYING_CRIME INDICATED',
    'PERPETRATOR_LINK ESTABLISHED_BY_SOURCES',
    'SUPERIOR_STATUS ESTABLISHED_BY_SOURCES',
    'KIND_OF_SUPERIOR INDICATED',
    'SUBORDINATION ESTABLISHED_BY_SOURCES',
    'EFFECTIVE_CONTROL INDICATED',
    'TEMPORAL_COINCIDENCE ESTABLISHED_BY_SOURCES',
    'KNOWLEDGE INDICATED',
    'FAILURE_TO_PREVENT CONTESTED',
    'FAILURE_TO_PUNISH_OR_SUBMIT INDICATED',
    'CAUSATION ALLEGED',
  ]);
  const element = (name: string): Element => matrix.elements.find((one: Element) => one.element === name);
  expect(element('EFFECTIVE_CONTROL').weighingAgainst.map(cited)).toEqual([
    '2022-03-17: Orders were ignored. (Tomas Anders; 3rd Battalion of Velmora) [veterans-2024]',
  ]);
  expect(element('EFFECTIVE_CONTROL').because).toEqual(expect.arrayContaining(['R1', 'R2']));
  expect(element('UNDERLYING_CRIME').because).toContain('R17');
  expect(element('UNDERLYING_CRIME').supporting.flatMap(({ marks }) => marks)).not.toContain('OVERTURNED');
  expect(element('KNOWLEDGE').because).toEqual(expect.arrayContaining(['R10', 'R11']));
  expect(element('CAUSATION').missing).toEqual([
    'Evidence other than an accusation: only a warrant of arrest says so, and it leaves open whether by this mode or by others that it names.',
    'Looked for a source that says that the failure of control led to the crime, and found none.',
  ]);
  expect(matrix.presumption).toBe(
    'Tomas Anders is presumed innocent: the sources show no final conviction on this incident.',
  );
  expect(basis.notice).toMatch(/^A map of what sources say, not a finding of responsibility\./);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
