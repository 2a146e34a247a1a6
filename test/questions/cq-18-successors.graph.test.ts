import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, Item, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const SUCCESSORS = `query ($incident: ID!) { incident(id: $incident) { successors {
  successors { unit { name } person { name } items { ...Item } } steps { ...Item } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface Successor {
  readonly unit: Named;
  readonly person: Named;
  readonly items: readonly Item[];
}

const textOf = ({ unit, person, items }: Successor) =>
  `${unit.name}: ${person.name}, ${items.filter(({ marks }) => marks.includes('SUCCESSOR')).length} claims of a SUCCESSOR`;

test('Which commanders came after an incident that stayed unpunished in the sources?', async () => {
  const { answers, statements } = await competency('cq-18', SUCCESSORS, { incident: 'incident-fx-i2' });
  const [{ incident }] = answers;
  expect(incident.successors.successors.map(textOf)).toEqual([
    '2nd Brigade of Velmora: Ulrik Berg, 4 claims of a SUCCESSOR',
  ]);
  expect(incident.successors.steps).toEqual([]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
