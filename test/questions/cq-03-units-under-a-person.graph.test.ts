import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const UNDER = `query ($person: ID!, $on: Date!) { person(id: $person) { unitsUnderCommand(on: $on) {
  posting { role cover(on: $on) citations { pinpoint report { title } } } chain { levels { level units { unit { name } } } } } } }`;

interface Commanded {
  readonly posting: { readonly role: string; readonly cover: string };
  readonly chain: { readonly levels: readonly { readonly units: readonly { readonly unit: Named }[] }[] };
}

/** Each post of command, then the units under it, level by level. */
const textOf = (commands: readonly Commanded[]) =>
  commands.map(({ posting: { role, cover }, chain: { levels } }) => [
    `${role} ${cover}`,
    ...levels.map(({ units }) => units.map(({ unit }) => unit.name).join(', ')),
  ]);

test('Which units were under person P on day D, at every depth?', async () => {
  const dahl = { person: 'person-fx-dahl', on: '2022-03-20' };
  const falk = { person: 'person-fx-falk', on: '2022-07-15' };
  const { answers, statements } = await competency('cq-03', UNDER, dahl, falk);
  expect(answers.map(({ person }) => textOf(person.unitsUnderCommand))).toEqual([
    [['COMMANDER CITED', '1st Army of Velmora', '2nd Brigade of Velmora', '3rd Battalion of Velmora']],
    [
      [
        'COMMANDER CITED',
        'General Staff of Velmora',
        '1st Army of Velmora, Task Force Heron',
        '2nd Brigade of Velmora, 3rd Battalion of Velmora',
      ],
    ],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
