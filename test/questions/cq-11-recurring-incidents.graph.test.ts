import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const RECURRING = `query ($unit: ID!) { unit(id: $unit) { incidents(includeSubordinates: false) {
  incidents { incident { name } kinds on unit { name } isOwn isCarriedOut links attributions { ...Item } path { ...Item } }
  recurring { kind unit { name } incidents { name } intervalsInDays } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface Recurring {
  readonly kind: string;
  readonly unit: Named;
  readonly incidents: readonly Named[];
  readonly intervalsInDays: readonly number[];
}

const textOf = ({ kind, unit, incidents, intervalsInDays }: Recurring) =>
  `${unit.name}, ${kind}: ${incidents.map(({ name }) => name).join(', ')}; days between: ${intervalsInDays.join(', ')}`;

test('Which incidents of one kind recur for a unit, and at what intervals?', async () => {
  const { answers, statements } = await competency('cq-11', RECURRING, { unit: 'unit-fx-u3' });
  const [{ unit }] = answers;
  expect(unit.incidents.recurring.map(textOf)).toEqual([
    '3rd Battalion of Velmora, EXTRAJUDICIAL_EXECUTION: Killings at Brack Ford, Killings at Hollin; days between: 15',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
