import { beforeAll, expect, test } from '@jest/globals';
import { answer, useGraph } from '../../support/graph.js';
import { importInto, requestFor } from './batch-requests.js';
import { olderQuestions } from './older-questions.js';

/** Questions on the chain of command, asked right after sheets were imported. */

useGraph();
const { format, files, options, unit, person } = olderQuestions();

beforeAll(async () => {
  const { state, report } = await importInto(await requestFor(format, files, options));
  expect([state, report.errors]).toEqual(['WRITTEN', 0]);
}, 60_000);

const QUESTION = `query ($id: ID!, $on: Date!) { unit(id: $id) { chainOfCommand(on: $on) { warnings levels { units {
  unit { id name } links { kind cover(on: $on) citations { report { title } } } posts { role cover person { id } } } } } } }`;

const chain = async (id: string, on: string) => {
  const { unit: found } = await answer(QUESTION, { id, on });
  expect(found.chainOfCommand.warnings).toEqual([]);
  return found.chainOfCommand.levels as {
    units: {
      unit: { id: string; name: string };
      links: { kind: string; cover: string; citations: { report: { title: string } }[] }[];
      posts: { role: string; cover: string; person: { id: string } }[];
    }[];
  }[];
};

/** The names right above a unit, with the covers of the links to them. */
const above = async (name: string, on: string) =>
  (await chain(unit(name), on))[1]?.units.map((one) => [one.unit.name, one.links.map(({ cover }) => cover)]);

test('an imported unit with several parents over time is under the parent of the day, and adjoining ranges share no day', async () => {
  expect(await above('4 Brigade', '2009-06-30')).toEqual([['North Command', ['CITED']]]);
  expect(await above('4 Brigade', '2009-07-01')).toEqual([['South Command', ['CITED']]]);
  expect(await above('4 Brigade', '2014-12-31')).toEqual([['South Command', ['CITED']]]);
  expect(await above('4 Brigade', '2016-01-01')).toEqual([['East Command', ['CITED']]]);
});

test('an imported administrative parent carries no command', async () => {
  expect(await above('4 Brigade', '2011-03-01')).toEqual([['South Command', ['CITED']]]);
});

test('each link of an imported chain cites its sources', async () => {
  const [, first] = await chain(unit('4 Brigade'), '2009-07-01');
  const links = first?.units.flatMap((one) => one.links) ?? [];
  expect(links).toHaveLength(1);
  expect(links[0]?.citations.length).toBeGreaterThan(0);
  expect(links[0]?.citations.every(({ report }) => report.title.length > 0)).toBe(true);
});

test('an imported person with two postings at one unit holds on each day the posting of that day', async () => {
  const posts = async (on: string) =>
    (await chain(unit('4 Brigade'), on))[0]?.units[0]?.posts.map(({ role, person: who }) => [who.id, role]);
  const tarsk = person('Iven Tarsk');
  expect(await posts('2010-05-31')).toEqual([[tarsk, 'DEPUTY']]);
  expect(await posts('2010-06-01')).toEqual([[tarsk, 'COMMANDER']]);
});

test('an imported parent known by name alone is a stub, and the chain leads up to it', async () => {
  const levels = (await chain(unit('12 Battalion'), '2012-06-01')).slice(1);
  expect(levels.map(({ units }) => units.map((one) => one.unit))).toEqual([
    [{ id: unit('General Staff of Velmora'), name: 'General Staff of Velmora' }],
  ]);
});
