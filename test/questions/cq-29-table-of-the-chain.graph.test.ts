import { expect, test } from '@jest/globals';
import { BASIS, BRIEF_ITEM, competency, MATRIX, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const TABLE = `query ($incident: ID!) { incident(id: $incident) { commandResponsibility {
  people { ...Matrix } warnings basis { ...Basis } } } } ${MATRIX} ${BRIEF_ITEM} ${BASIS}`;

interface Row {
  readonly person: Named;
  readonly place: { readonly unit: Named; readonly role: string };
  readonly elements: readonly { readonly element: string; readonly grade: string }[];
}

const ELEMENTS = ['SUPERIOR_STATUS', 'SUBORDINATION', 'EFFECTIVE_CONTROL', 'KNOWLEDGE'];

const textOf = ({ person, place, elements }: Row) =>
  [
    `${person.name}, ${place.role} ${place.unit.name}:`,
    ...elements.filter(({ element }) => ELEMENTS.includes(element)).map(({ grade }) => grade),
  ].join(' ');

test('What is the chain of incident I as a table of elements, sorted by place in the chain, not by any grade?', async () => {
  const { answers, statements } = await competency('cq-29', TABLE, { incident: 'incident-fx-i2' });
  const [{ incident }] = answers;
  expect(incident.commandResponsibility.people.map(textOf)).toEqual([
    'Edda Carls, COMMANDER 3rd Battalion of Velmora: ESTABLISHED_BY_SOURCES ESTABLISHED_BY_SOURCES INDICATED CONTESTED',
    'Tomas Anders, COMMANDER 2nd Brigade of Velmora: ESTABLISHED_BY_SOURCES ESTABLISHED_BY_SOURCES INDICATED INDICATED',
    'Jens Holt, DEPUTY 2nd Brigade of Velmora: NO_EVIDENCE NO_EVIDENCE NO_EVIDENCE NO_EVIDENCE',
    'Ivor Dahl, COMMANDER 1st Army of Velmora: INDICATED INDICATED INDICATED INDICATED',
    'Magnus Falk, COMMANDER General Staff of Velmora: ESTABLISHED_BY_SOURCES INDICATED INDICATED INDICATED',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
