import { expect, test } from '@jest/globals';
import { besideOf, CHAIN, chainOf, conflictsOf, gapsOf, linksOf, postsOf, unitsOf } from '../support/chain.js';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

test('above the battalion on 20 March 2022 stand brigade, army and General Staff, with a deputy behind the commander', async () => {
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

test('an administrative link is shown beside the chain and never brings the ministry or its head into it', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-03-20"');
  expect(besideOf(chain)).toEqual(['u2 ADMINISTRATIVE org-fx-ministry CITED']);
  expect(unitsOf(chain).flat()).not.toContain('org-fx-ministry');
  expect(postsOf(chain).join()).not.toMatch(/Gran|Berg/);
});

test('in July 2022 the battalion stands under the task force, whose commander is named with imprecise dates', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-07-15"');
  expect(unitsOf(chain)).toEqual([['u3'], ['u4'], ['u0']]);
  expect(postsOf(chain)).toEqual([
    'u3: COMMANDER Edda Carls CITED',
    'u4: COMMANDER Signe Eklund IMPRECISE',
    'u0: COMMANDER Magnus Falk CITED',
  ]);
  expect([...new Set(linksOf(chain))]).toEqual(['u3 OPERATIONAL u4 CITED', 'u4 COMMAND u0 CITED']);
});

test('two links that meet without overlapping leave no day under both superiors and none under neither', async () => {
  expect(unitsOf(await chainOf('unit-fx-u3', 'on: "2022-05-31"'))[1]).toEqual(['u2']);
  expect(unitsOf(await chainOf('unit-fx-u3', 'on: "2022-06-01"'))[1]).toEqual(['u4']);
});

test('downwards, every unit under the General Staff is given level by level', async () => {
  const chain = await chainOf('unit-fx-u0', 'on: "2022-03-20", direction: DOWN');
  expect(unitsOf(chain)).toEqual([['u0'], ['u1', 'u4'], ['u2'], ['u3']]);
  expect(gapsOf(chain)).toEqual({ u4: ['NO_COMMANDER_CITED'] });
  expect(unitsOf(await chainOf('unit-fx-u3', 'on: "2022-03-20", direction: DOWN'))).toEqual([['u3']]);
});

test('a walk that is cut at its depth says so, and one that ends by itself does not', async () => {
  const cut = await chainOf('unit-fx-u3', 'on: "2022-03-20", depth: 2');
  expect(unitsOf(cut)).toEqual([['u3'], ['u2'], ['u1']]);
  expect(cut.warnings).toEqual(['The chain continues beyond the requested depth of 2.']);
  expect(gapsOf(cut)).toEqual({});
  expect((await chainOf('unit-fx-u3', 'on: "2022-03-20", depth: 3')).warnings).toEqual([]);
});

test.each([0, 21, -1])('a depth of %i is refused with what was expected', async (depth) => {
  const { errors } = await ask(
    `{ unit(id: "unit-fx-u3") { chainOfCommand(on: "2022-03-20", depth: ${depth}) { warnings } } }`,
  );
  expect(errors.map(({ message }) => message)).toEqual([`Expected \`depth\` from 1 to 20; got ${depth}.`]);
});

test('links last cited before the day are followed only when the cover OPEN is asked for', async () => {
  const usual = await chainOf('unit-fx-u2', 'on: "2024-03-20"');
  expect(unitsOf(usual)).toEqual([['u2']]);
  expect(besideOf(usual).sort()).toEqual(['u2 ADMINISTRATIVE org-fx-ministry OPEN', 'u2 COMMAND u1 OPEN']);
  const open = await chainOf('unit-fx-u2', 'on: "2024-03-20", cover: [CITED, IMPRECISE, ASSUMED, OPEN]');
  expect(unitsOf(open)).toEqual([['u2'], ['u1'], ['u0']]);
  expect(linksOf(open)).toEqual(['u2 COMMAND u1 OPEN', 'u1 COMMAND u0 OPEN']);
  expect(postsOf(open)).toContain('u0: COMMANDER Magnus Falk OPEN');
});

test('where only open links are left, the gap points to them and claims no other link on the day', async () => {
  const chain = await chainOf('unit-fx-u2', 'on: "2024-03-20"');
  expect(gapsOf(chain)).toEqual({ u2: ['NO_SUPERIOR_CITED', 'LINK_NOT_SHOWN_OR_EXCLUDED'] });
});

test('two claims that each put one garrison under the other end the walk with a warning', async () => {
  const chain = await chainOf('unit-fx-u6', 'on: "2023-03-01"');
  expect(unitsOf(chain)).toEqual([['u6'], ['u7']]);
  expect(linksOf(chain)).toEqual(['u6 COMMAND u7 CITED']);
  expect(chain.warnings).toEqual([
    expect.stringMatching(
      /^The links form a cycle: unit-fx-u7 stands under unit-fx-u6 and over it; the link claim-[0-9a-f]{24} is left out\.$/,
    ),
  ]);
});

test('a placeholder holds the chain together and is named as a gap', async () => {
  const chain = await chainOf('unit-fx-u5', 'on: "2023-03-01"');
  expect(unitsOf(chain)).toEqual([['u5'], ['unknown-brigade'], ['u1'], ['u0']]);
  expect(gapsOf(chain)).toEqual({ 'unknown-brigade': ['SUPERIOR_UNNAMED'], u0: ['NO_SUPERIOR_CITED'] });
});

test('a militia that only cooperates has nobody above it, and the answer says why', async () => {
  const chain = await chainOf('unit-fx-u9', 'on: "2022-03-20"');
  expect(unitsOf(chain)).toEqual([['u9']]);
  expect(besideOf(chain)).toEqual(['u9 COOPERATION u3 CITED']);
  expect(gapsOf(chain)).toEqual({ u9: ['NO_COMMANDER_CITED', 'NO_SUPERIOR_CITED', 'ONLY_NON_COMMAND_LINKS'] });
});

test('two commanders cited for one day are both shown, and named as a conflict', async () => {
  const chain = await chainOf('unit-fx-u3', 'on: "2022-04-12"');
  const two = ['u2: COMMANDER Tomas Anders CITED', 'u2: COMMANDER Ulrik Berg CITED'];
  expect(postsOf(chain)).toEqual(expect.arrayContaining(two));
  expect(conflictsOf(chain)).toEqual(two);
  expect(conflictsOf(await chainOf('unit-fx-u3', 'on: "2022-04-16"'))).toEqual([]);
});

const COMMANDS = `query ($id: ID!, $on: Date!) { person(id: $id) { unitsUnderCommand(on: $on) { posting { role cover unit { id } } chain { ...Chain } } } } ${CHAIN}`;

test.each([
  ['person-fx-anders', '2022-03-20', ['COMMANDER CITED unit-fx-u2'], [['u2'], ['u3']]],
  ['person-fx-eklund', '2022-07-15', ['COMMANDER IMPRECISE unit-fx-u4'], [['u4'], ['u3']]],
  ['person-fx-dahl', '2023-06-01', ['COMMANDER CITED unit-fx-u1'], [['u1'], ['u2', 'unknown-brigade'], ['u5']]],
  ['person-fx-gran', '2022-03-20', ['HEAD CITED org-fx-ministry'], [['org-fx-ministry']]],
  ['person-fx-berg', '2022-03-20', [], undefined],
])('%s commands on %s the units under each post of command, a deputy none', async (id, on, posts, units) => {
  const commands = (await answer(COMMANDS, { id, on })).person.unitsUnderCommand;
  const lines = commands.map(({ posting }: { posting: { role: string; cover: string; unit: { id: string } } }) =>
    [posting.role, posting.cover, posting.unit.id].join(' '),
  );
  expect(lines).toEqual(posts);
  if (units) expect(unitsOf(commands[0].chain)).toEqual(units);
});

test('a chain of four levels costs as many statements as one of two', async () => {
  const question = (id: string) =>
    ask(`{ unit(id: "${id}") { chainOfCommand(on: "2022-03-20") { ...Chain } } } ${CHAIN}`);
  const [two, four] = [await question('unit-fx-u1'), await question('unit-fx-u3')];
  expect(unitsOf(two.data.unit.chainOfCommand)).toHaveLength(2);
  expect(unitsOf(four.data.unit.chainOfCommand)).toHaveLength(4);
  expect(four.statements).toHaveLength(5);
  expect(two.statements).toHaveLength(5);
});
