import { expect, test } from '@jest/globals';
import { answer, useGraph } from '../support/graph.js';

useGraph('fictional');

const CHAIN = `query ($on: Date!) { unit(id: "unit-fx-u3") { chainOfCommand(on: $on) { warnings levels { level units {
  unit { name } links { kind cover } posts { role cover person { name } } gaps } } } } }`;

test('the chain above a battalion on a day names every superior to the top, commanders before deputies', async () => {
  const { unit } = await answer(CHAIN, { on: '2022-03-20' });
  expect(unit.chainOfCommand.levels.map((level: any) => level.units.map((u: any) => [u.unit.name, u.posts.map((p: any) => `${p.role} ${p.person.name}`)]))).toEqual([]);
});
