import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { Reader } from '../../../src/graph/graph.js';
import { levelsUpTo } from '../../../src/model/access.rules.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { programFolder, runProgram, sweep } from '../../support/api.js';
import { emptyGraph, graph, neo4jAddress, useGraph } from '../../support/graph.js';
import { workbookFile } from './workbook.js';
import { bareText, filesOfWorld, onOneLine, quotedText, TEXT_FILES, world } from './world.js';

/** One small world as different programs write it, imported at the command line: the same graph, whatever the file. */

useGraph();

const MINUTES = 60_000;
const ABOUT = ['--dataset', 'velmora', '--source-title', 'Sheets on Velmora', '--publisher', 'Lake Archive'].concat(
  ['--published-on', '2024-06-01', '--title', 'Velmora', '--description', 'An invented country.'],
  ['--licence', 'CC0-1.0', '--attribution', 'Lake Archive', '--redistribute', 'yes'],
);

/** All records that a reader with every clearance can take away. First and last line name the state of the graph. */
async function everything(): Promise<string[]> {
  const context = new Context(new Reader(graph()), levelsUpTo('CONFIDENTIAL'), await publishedThrough(graph()));
  const opened = await openExport(context, 'records.jsonl', {});
  let text = '';
  for await (const part of opened?.text ?? []) text += part;
  return text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.replace(/"recordedAt":"[^"]*"/g, '"recordedAt":"then"'));
}

let environment: NodeJS.ProcessEnv = {};

/** What is in an empty graph after files were imported at the command line. */
async function graphOf(...files: string[]): Promise<string[]> {
  await emptyGraph();
  const { code, stdout, stderr } = await runProgram(environment, 'import', 'sfm-newer', ...files, ...ABOUT);
  expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/\nWritten as import-/), expect.anything()]);
  return everything();
}

const sheets = async () => onOneLine(await world());
async function filesWritten(textOf: Parameters<typeof filesOfWorld>[1], encoding: string, ending: string) {
  const files = await filesOfWorld(await sheets(), textOf, encoding, ending);
  return Object.entries(files).map(([role, path]) => `${role}=${path}`);
}

describe('a small world', () => {
  let expected: string[] = [];

  beforeAll(async () => {
    const { uri, username, password } = neo4jAddress();
    const folder = await programFolder();
    environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, DATA_DIR: folder };
    expected = await graphOf(...(await filesWritten(quotedText(','), 'utf-8', 'csv')));
    expect(expected.length).toBeGreaterThan(100);
    expect(expected.join('\n')).toContain('Бригада «Південь»');
  }, MINUTES);
  afterAll(sweep, MINUTES);

  test.each([...TEXT_FILES, ['tabs and no quotes', bareText, 'utf-8', 'tsv'] as const])(
    'written with %s and imported at the command line is the same graph as in CSV of UTF-8',
    async (_what, textOf, encoding, ending) => {
      expect(await graphOf(...(await filesWritten(textOf, encoding, ending)))).toEqual(expected);
    },
    MINUTES,
  );

  test(
    'in a workbook of several sheets, imported at the command line, is the same graph as in CSV',
    async () => {
      const book = await workbookFile({ sheets: (await sheets()).map(([name, rows]) => ({ name, rows })) });
      expect(await graphOf(book)).toEqual(expected);
    },
    MINUTES,
  );
});
