import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, graph, useGraph } from '../support/graph.js';
import { chosenRecords, type Operation, operations } from './operations.js';
import { loadWorld } from './world.js';

/**
 * The questions of the benchmark over its graph at size 1: the answers are those of the statements written by hand, and each
 * takes as many statements as it should. No time is looked at.
 */

useGraph();

/** How many statements each question takes, the clock aside. */
const STATEMENTS: Readonly<Record<string, number>> = {
  'unit by id with names': 2,
  'page of a usual unit': 5,
  'page of the busiest unit': 5,
  'page of a person': 3,
  'page of an incident': 3,
  'chain above': 4,
  'chain below': 3,
  search: 3,
  '100 units by name, with their count': 2,
  '100 findings with subjects, codes and reports': 3,
  'people by a part of a name, with their count': 2,
  'incidents in a circle, with their count': 3,
  'four levels nested': 4,
  'a page of changes': 4,
  'responsibility of everybody above an incident': 4,
};

let folder = '';
let questions: readonly Operation[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accountability-graph-bench-'));
  await loadWorld(graph(), folder, 1, 20240601);
  questions = operations(await chosenRecords(async (text) => String((await rowsOf(text))[0]?.id)));
}, 900_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const rowsOf = (text: string) => graph().read({ name: 'bench', text }, {});

test('each question of the benchmark is answered as by a statement written by hand, in so many statements', async () => {
  const statements: Record<string, number> = {};
  for (const { name, question, limit } of questions) {
    const { data, errors, statements: sent } = await ask(question);
    expect([name, errors]).toEqual([name, []]);
    statements[name] = sent.length;
    if (limit) expect([name, JSON.parse(JSON.stringify(data))]).toEqual([name, (await rowsOf(limit))[0]?.data]);
  }
  expect(statements).toEqual(STATEMENTS);
}, 300_000);
