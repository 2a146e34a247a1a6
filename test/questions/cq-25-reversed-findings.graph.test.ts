import { expect, test } from '@jest/globals';
import { BASIS, competency, GradeChange, ITEM, MOST_STATEMENTS, Named, toldChanges } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const DEPENDENTS = `query ($finding: ID!) { finding(id: $finding) { id relates { relation finding { id } } dependents {
  incidents { incident { name } difference { incidentLost grades { person { name } element before after }
    lost { ...Item } gained { ...Item } } } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface Dependent {
  readonly incident: Named;
  readonly difference: { readonly grades: readonly GradeChange[] };
}

const linesOf = ({ incident, difference }: Dependent) => [incident.name, ...toldChanges(difference.grades)];

test('Which findings were reversed, and which grades depended on them?', async () => {
  const [conviction, acquittal] = ['finding-fx-d', 'finding-fx-e'].map((finding) => ({ finding }));
  const { answers, statements } = await competency('cq-25', DEPENDENTS, { ...conviction }, { ...acquittal });
  const [reversed, reversing] = answers.map(({ finding }) => finding);
  expect(reversing.relates).toEqual([{ relation: 'REVERSES', finding: { id: reversed.id } }]);
  const all = ['Edda Carls', 'Tomas Anders', 'Jens Holt', 'Ivor Dahl', 'Magnus Falk'];
  // A reversed conviction supports nothing: without it no grade changes.
  expect(reversed.dependents.incidents).toEqual([]);
  // Without the acquittal, the conviction would stand: what it was about would be established again.
  expect(reversing.dependents.incidents.map(linesOf)).toEqual([
    [
      'Killings at Hollin',
      'Edda Carls: UNDERLYING_CRIME INDICATED → ESTABLISHED_BY_SOURCES',
      'Edda Carls: KIND_OF_SUPERIOR INDICATED → ESTABLISHED_BY_SOURCES',
      'Edda Carls: EFFECTIVE_CONTROL INDICATED → ESTABLISHED_BY_SOURCES',
      'Edda Carls: KNOWLEDGE CONTESTED → ESTABLISHED_BY_SOURCES',
      'Edda Carls: FAILURE_TO_PREVENT NO_EVIDENCE → CONTESTED',
      'Edda Carls: FAILURE_TO_PUNISH_OR_SUBMIT NO_EVIDENCE → INDICATED',
      'Edda Carls: CAUSATION NO_EVIDENCE → ESTABLISHED_BY_SOURCES',
      ...all.slice(1).map((name) => `${name}: UNDERLYING_CRIME INDICATED → ESTABLISHED_BY_SOURCES`),
    ],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
