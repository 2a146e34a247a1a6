import { expect, test } from '@jest/globals';
import { besideOf, chainOf, conflictsOf, gapsOf, linksOf, postsOf, unitsOf } from '../support/chain.js';
import { answer, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const MARCH = 'on: "2022-03-20"';
const chain = (lens: string, args = MARCH) => chainOf('unit-fx-u3', args, lens);

test('a link leaves the chain only under a lens that excludes every report of it', async () => {
  expect(unitsOf(await chain('excludeReports: ["report-fx-un-2022"]'))).toHaveLength(4);
  const without = await chain('excludeReports: ["report-fx-un-2022", "report-fx-archive-2023"]');
  expect(unitsOf(without)).toEqual([['u3']]);
  expect(postsOf(without)).toEqual(['u3: COMMANDER Edda Carls CITED']);
  expect(gapsOf(without)).toEqual({ u3: ['NO_SUPERIOR_CITED'] });
});

test('the army has no superior under a lens that excludes the one almanac that names it', async () => {
  const without = await chain('excludeReports: ["report-fx-veterans-2024"]');
  expect(unitsOf(without)).toEqual([['u3'], ['u2'], ['u1']]);
  expect(gapsOf(without)).toEqual({ u1: ['NO_SUPERIOR_CITED'] });
});

test('a lens that excludes a publisher excludes all of its reports, and the chain names the other links that are left', async () => {
  const without = await chain('excludePublishers: ["body-fx-archive"]');
  expect(unitsOf(without)).toEqual([['u3'], ['u2']]);
  expect(besideOf(without)).toEqual(['u2 ADMINISTRATIVE org-fx-ministry CITED']);
  expect(gapsOf(without)).toEqual({ u2: ['NO_SUPERIOR_CITED', 'ONLY_NON_COMMAND_LINKS'] });
});

test('the chain as published by the end of 2022 has one link and no commander', async () => {
  const earlier = await chain('publishedBy: "2022-12-31"');
  expect(unitsOf(earlier)).toEqual([['u3'], ['u2']]);
  expect(postsOf(earlier)).toEqual([]);
  expect(besideOf(earlier)).toEqual([]);
  expect(gapsOf(earlier)).toEqual({ u3: ['NO_COMMANDER_CITED'], u2: ['NO_COMMANDER_CITED', 'NO_SUPERIOR_CITED'] });
});

test('a minimum of B excludes what rests on a C alone, and a minimum of A all but what the Commission says', async () => {
  expect(unitsOf(await chain('minReliability: B'))).toEqual([['u3'], ['u2'], ['u1']]);
  expect(unitsOf(await chain('minReliability: C'))).toHaveLength(4);
  const best = await chain('minReliability: A');
  expect(linksOf(best)).toEqual(['u3 COMMAND u2 CITED']);
  expect(postsOf(best)).toEqual([]);
});

test('the chain has one commander with accepted claims alone, where conflicting claims give two', async () => {
  const april = 'on: "2022-04-12"';
  expect(conflictsOf(await chain('statuses: [ACCEPTED, CONFLICT]', april))).toHaveLength(2);
  const accepted = await chain('statuses: [ACCEPTED]', april);
  expect(conflictsOf(accepted)).toEqual([]);
  expect(postsOf(accepted)).toContain('u2: COMMANDER Tomas Anders CITED');
  expect(postsOf(accepted).join()).not.toContain('Berg');
});

test('a claim that was not checked counts only where its status is asked for', async () => {
  const march = 'on: "2023-03-01"';
  expect(postsOf(await chainOf('unit-fx-u2', march)).filter((post) => post.startsWith('u2'))).toEqual([
    'u2: COMMANDER Ulrik Berg ASSUMED',
  ]);
  expect(postsOf(await chainOf('unit-fx-u2', march, 'statuses: [ACCEPTED, CONFLICT, WORK_NEEDED]'))).toContain(
    'u2: ACTING Jens Holt CITED',
  );
});

test('the chain without its dataset has the name of the unit and nothing else', async () => {
  const without = await chain('excludeDatasets: ["fictional"]');
  expect(unitsOf(without)).toEqual([['u3']]);
  expect(gapsOf(without)).toEqual({ u3: ['NO_COMMANDER_CITED', 'NO_SUPERIOR_CITED'] });
});

test('a cycle that a lens breaks gives no warning', async () => {
  const opened = await chainOf('unit-fx-u7', 'on: "2023-03-01"', 'minReliability: C');
  expect(linksOf(opened)).toEqual(['u7 COMMAND u6 CITED']);
  expect(opened.warnings).toEqual([]);
});

test('a lens on the chain replaces the lens of the unit', async () => {
  const { unit } =
    await answer(`{ unit(id: "unit-fx-u3", lens: { excludeReports: ["report-fx-un-2022", "report-fx-archive-2023"] }) {
    inherited: chainOfCommand(${MARCH}) { levels { level } }
    replaced: chainOfCommand(${MARCH}, lens: { minReliability: B }) { levels { level } } } }`);
  expect(unit.inherited.levels).toHaveLength(1);
  expect(unit.replaced.levels).toHaveLength(3);
});
