import { expect, test } from '@jest/globals';
import { besideOf, chainFragment, chainOf, conflictsOf, gapsOf, linksOf, postsOf, unitsOf } from '../support/chain.js';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

test('the chain above the battalion on 20 March 2022 is brigade, army and General Staff, with the deputy after the commander', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-03-20"');
  expect(unitsOf(chain)).toEqual([['u3'], ['u2'], ['u1'], ['u0']]);
  expect(postsOf(chain)).toEqual([
    'u3: COMMANDER Edda Carls CITED',
    'u2: COMMANDER Tomas Anders CITED',
    'u2: DEPUTY Jens Holt CITED',
    'u1: COMMANDER Ivor Dahl CITED',
    'u0: COMMANDER Magnus Falk CITED',
  ]);
  expect(linksOf(chain)).toEqual(['u3 COMMAND u2 CITED', 'u2 COMMAND u1 CITED', 'u1 COMMAND u0 CITED']);
  expect(conflictsOf(chain)).toEqual([]);
  expect(gapsOf(chain)).toEqual({ u0: ['NO_SUPERIOR_CITED'] });
  expect(chain.warnings).toEqual([]);
});

test('an administrative link is among the other links, and never adds the ministry or its head to the chain', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-03-20"');
  expect(besideOf(chain)).toEqual(['u2 ADMINISTRATIVE org-fx-ministry CITED']);
  expect(unitsOf(chain).flat()).not.toContain('org-fx-ministry');
  expect(postsOf(chain).join()).not.toMatch(/Gran|Berg/);
});

test('the chain above the battalion in July 2022 is the task force, whose commander has imprecise dates', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-07-15"');
  expect(unitsOf(chain)).toEqual([['u3'], ['u4'], ['u0']]);
  expect(postsOf(chain)).toEqual([
    'u3: COMMANDER Edda Carls CITED',
    'u4: COMMANDER Signe Eklund IMPRECISE',
    'u0: COMMANDER Magnus Falk CITED',
  ]);
  expect([...new Set(linksOf(chain))]).toEqual(['u3 OPERATIONAL u4 CITED', 'u4 COMMAND u0 CITED']);
});

test('two links that meet without overlap leave no day under both superiors and none under neither', async () => {
  expect(unitsOf(await chainOf('unit-fx-u3', 'on: "2022-05-31"'))[1]).toEqual(['u2']);
  expect(unitsOf(await chainOf('unit-fx-u3', 'on: "2022-06-01"'))[1]).toEqual(['u4']);
});

test('the chain below the General Staff gives every unit, level by level', async () => {
  const chain = await chainOf('unit-fx-u0', 'on: "2022-03-20", direction: DOWN');
  expect(unitsOf(chain)).toEqual([['u0'], ['u1', 'u4'], ['u2'], ['u3']]);
  expect(gapsOf(chain)).toEqual({ u4: ['NO_COMMANDER_CITED'] });
  expect(unitsOf(await chainOf('unit-fx-u3', 'on: "2022-03-20", direction: DOWN'))).toEqual([['u3']]);
});

test('a chain that is cut at its depth has a warning, and one that ends by itself has none', async () => {
  const cut = await chainOf('unit-fx-u3', 'on: "2022-03-20", depth: 2');
  expect(unitsOf(cut)).toEqual([['u3'], ['u2'], ['u1']]);
  expect(cut.warnings).toEqual(['The chain continues beyond the requested depth of 2.']);
  expect(gapsOf(cut)).toEqual({});
  expect((await chainOf('unit-fx-u3', 'on: "2022-03-20", depth: 3')).warnings).toEqual([]);
});

test.each([0, 21, -1])('a chain of the depth %i is refused with what was expected', async (depth) => {
  const { errors } = await ask(
    `{ unit(id: "unit-fx-u3") { chainOfCommand(on: "2022-03-20", depth: ${depth}) { warnings } } }`,
  );
  expect(errors.map(({ message }) => message)).toEqual([`Expected \`depth\` from 1 to 20; got ${depth}.`]);
});

test('a chain follows links last cited before the day only where the cover OPEN is asked for', async () => {
  const usual = await chainOf('unit-fx-u2', 'on: "2024-03-20"');
  expect(unitsOf(usual)).toEqual([['u2']]);
  expect(besideOf(usual).sort()).toEqual(['u2 ADMINISTRATIVE org-fx-ministry OPEN', 'u2 COMMAND u1 OPEN']);
  const open = await chainOf('unit-fx-u2', 'on: "2024-03-20", cover: [CITED, IMPRECISE, ASSUMED, OPEN]');
  expect(unitsOf(open)).toEqual([['u2'], ['u1'], ['u0']]);
  expect(linksOf(open)).toEqual(['u2 COMMAND u1 OPEN', 'u1 COMMAND u0 OPEN']);
  expect(postsOf(open)).toContain('u0: COMMANDER Magnus Falk OPEN');
});

test('the gap of a unit with open links alone says so', async () => {
  const chain = await chainOf('unit-fx-u2', 'on: "2024-03-20"');
  expect(gapsOf(chain)).toEqual({ u2: ['NO_SUPERIOR_CITED', 'LINK_NOT_SHOWN_OR_EXCLUDED'] });
});

test('a chain with two garrisons each under the other ends with a warning', async () => {
  const chain = await chainOf('unit-fx-u6', 'on: "2023-03-01"');
  expect(unitsOf(chain)).toEqual([['u6'], ['u7']]);
  expect(linksOf(chain)).toEqual(['u6 COMMAND u7 CITED']);
  expect(chain.warnings).toEqual([
    expect.stringMatching(
      /^The links form a cycle: unit-fx-u7 stands under unit-fx-u6 and over it; the link claim-[0-9a-f]{24} is left out\.$/,
    ),
  ]);
});

test('a placeholder continues the chain, and is named as a gap', async () => {
  const chain = await chainOf('unit-fx-u5', 'on: "2023-03-01"');
  expect(unitsOf(chain)).toEqual([['u5'], ['unknown-brigade'], ['u1'], ['u0']]);
  expect(gapsOf(chain)).toEqual({ 'unknown-brigade': ['SUPERIOR_UNNAMED'], u0: ['NO_SUPERIOR_CITED'] });
});

test('the chain above a militia that only cooperates is empty, and says why', async () => {
  const chain = await chainOf('unit-fx-u9', 'on: "2022-03-20"');
  expect(unitsOf(chain)).toEqual([['u9']]);
  expect(besideOf(chain)).toEqual(['u9 COOPERATION u3 CITED']);
  expect(gapsOf(chain)).toEqual({ u9: ['NO_COMMANDER_CITED', 'NO_SUPERIOR_CITED', 'ONLY_NON_COMMAND_LINKS'] });
});

test('a chain shows both commanders cited for one day, and names the conflict', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-04-12"');
  const two = ['u2: COMMANDER Tomas Anders CITED', 'u2: COMMANDER Ulrik Berg CITED'];
  expect(postsOf(chain)).toEqual(expect.arrayContaining(two));
  expect(conflictsOf(chain)).toEqual(two);
  expect(conflictsOf(await chainOf('unit-fx-u3', 'on: "2022-04-16"'))).toEqual([]);
});

const COMMANDS = `query ($id: ID!, $on: Date!) { person(id: $id) { unitsUnderCommand(on: $on) { posting { role cover(on: $on) unit { id } } chain { ...Chain } } } } ${chainFragment('$on')}`;

test.each([
  ['person-fx-anders', '2022-03-20', ['COMMANDER CITED unit-fx-u2'], [['u2'], ['u3']]],
  ['person-fx-eklund', '2022-07-15', ['COMMANDER IMPRECISE unit-fx-u4'], [['u4'], ['u3']]],
  ['person-fx-dahl', '2023-06-01', ['COMMANDER CITED unit-fx-u1'], [['u1'], ['u2', 'unknown-brigade'], ['u5']]],
  ['person-fx-gran', '2022-03-20', ['HEAD CITED org-fx-ministry'], [['org-fx-ministry']]],
  ['person-fx-berg', '2022-03-20', [], undefined],
])(
  'the units under the command of %s on %s are those under each post of command, and none for a deputy',
  async (id, on, posts, units) => {
    const commands = (await answer(COMMANDS, { id, on })).person.unitsUnderCommand;
    const lines = commands.map(({ posting }: { posting: { role: string; cover: string; unit: { id: string } } }) =>
      [posting.role, posting.cover, posting.unit.id].join(' '),
    );
    expect(lines).toEqual(posts);
    if (units) expect(unitsOf(commands[0].chain)).toEqual(units);
  },
);

test('a chain of four levels takes the statements of one of two, and one more for units that other links lead to', async () => {
  const question = (id: string) =>
    ask(`{ unit(id: "${id}") { chainOfCommand(on: "2022-03-20") { ...Chain } } } ${chainFragment('"2022-03-20"')}`);
  const [two, four] = [await question('unit-fx-u1'), await question('unit-fx-u3')];
  expect(unitsOf(two.data.unit.chainOfCommand)).toHaveLength(2);
  expect(unitsOf(four.data.unit.chainOfCommand)).toHaveLength(4);
  const statements = ['Unit in brief', 'chain above', 'Unit by id', 'Posting.AT all'];
  expect(two.statements).toEqual(statements);
  expect(four.statements).toEqual([...statements, 'Unit in brief']);
});
