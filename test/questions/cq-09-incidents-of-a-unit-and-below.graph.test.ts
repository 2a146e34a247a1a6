import { expect, test } from '@jest/globals';
import { BASIS, cited, competency, ITEM, Item, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const INCIDENTS = `query ($unit: ID!, $from: Date, $to: Date) { unit(id: $unit) {
  incidents(includeSubordinates: true, from: $from, to: $to) {
  incidents { incident { name } kinds on unit { name } isOwn isCarriedOut links attributions { ...Item } path { ...Item } }
  recurring { kind unit { name } incidents { name } intervalsInDays } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface NamedIncident {
  readonly incident: Named;
  readonly on: string;
  readonly unit: Named;
  readonly links: number;
  readonly attributions: readonly Item[];
}

const linesOf = ({ incident, on, unit, links, attributions }: NamedIncident) => [
  `${on} ${incident.name}: ${unit.name}, ${links} below`,
  ...attributions.map(cited).sort(),
];

test('Which incidents are attributed to unit U or below it in a period, and by whom?', async () => {
  const march = { unit: 'unit-fx-u2', from: '2022-03-01', to: '2022-03-31' };
  const { answers, statements } = await competency('cq-09', INCIDENTS, march);
  const [{ unit }] = answers;
  expect(unit.incidents.incidents.map(linesOf)).toEqual([
    [
      '2022-03-05 Killings at Brack Ford: 3rd Battalion of Velmora, 1 below',
      'Commission of Inquiry on Velmora names 3rd Battalion of Velmora for Killings at Brack Ford: carried it out. [un-2022]',
      'Lantern Rights Group names 3rd Battalion of Velmora for Killings at Brack Ford: carried it out. [lantern-2022-03]',
    ],
    [
      '2022-03-20 Killings at Hollin: 3rd Battalion of Velmora, 1 below',
      'Commission of Inquiry on Velmora names 3rd Battalion of Velmora for Killings at Hollin: carried it out. [un-2022]',
      'Ostra Observer names 3rd Battalion of Velmora for Killings at Hollin: carried it out. [observer-2022-03]',
    ],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
