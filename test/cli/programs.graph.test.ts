import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';
import { programFolder, runProgram, sweep } from '../support/api.js';
import { emptyGraph, graph, neo4jAddress, useGraph } from '../support/graph.js';

/** Each command-line program, and each command of it, as somebody at a terminal starts it; on one graph, in this order. */

useGraph();

const MINUTES = 60_000;
const PERSON = 'person-fx-anders';
const INCIDENT = 'incident-fx-i1';
const UNITS = join(PROJECT, 'test', 'exchange', 'import', 'data', 'slim', 'units.tsv');
const ABOUT_IMPORT = [
  '--dataset',
  'velmora',
  '--source-title',
  'Units of Velmora',
  '--publisher',
  'Some Archive',
].concat(
  ['--published-on', '2020-01-01', '--title', 'Velmora', '--description', 'Its units.', '--licence', 'CC0-1.0'],
  ['--attribution', 'Some Archive', '--redistribute', 'yes', '--actor', 'Some Editor'],
);

let environment: NodeJS.ProcessEnv = {};
let folder = '';

beforeAll(async () => {
  const { uri, username, password } = neo4jAddress();
  folder = await programFolder();
  environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, DATA_DIR: folder };
});
afterAll(sweep, MINUTES);

const run = (name: string, ...rest: string[]) => runProgram(environment, name, ...rest);
/** What a program says when all went well: on standard output, and beside it. */
const well = (stdout: unknown, stderr: unknown = '') => ({ code: 0, signal: null, stdout, stderr });
/** What it says when it could not do what was asked. */
const badly = (stderr: unknown, stdout: unknown = '') => ({ code: 1, signal: null, stdout, stderr });
const matching = (pattern: RegExp) => expect.stringMatching(pattern);

describe('a program ends with what it expected and its usage, before it looks for a graph, for the arguments', () => {
  test.each([
    ['seed', ['--nope'], /^Unknown option '--nope'\nUsage: npm run seed \[-- --dataset NAME … --dry-run\]\n$/],
    [
      'seed',
      ['--dataset', 'nowhere'],
      /^Expected a dataset of amnesty-ukraine, fictional, public-record; got nowhere\.\n$/,
    ],
    ['reset', ['--no'], /^Unknown option '--no'.*\nUsage: npm run reset \[-- --yes\]\n$/],
    [
      'reset',
      [],
      /^`npm run reset` asks before it deletes, and this is no terminal; use `npm run reset -- --yes`\.\n$/,
    ],
    ['journal', [], /^Expected verify or list, each with its own options; got ""\.\nUsage: npm run journal -- verify/],
    ['journal', ['list', '--head', 'x'], /^Expected verify or list, each with its own options; got "list"\.\nUsage: /],
    ['journal', ['list', '--last', '0'], /^Expected --last as a number of entries; got 0\.\nUsage: /],
    ['export', [], /^Expected one name; got 0\.\nUsage: npm run export -- NAME .*\nNAME is one of manifest\.json, /],
    ['export', ['nothing.csv'], /nothing\.csv.*\nUsage: npm run export -- NAME /],
    [
      'dossier',
      [PERSON, INCIDENT, 'a third'],
      /^Expected an incident, or a person and an incident; got 3 ids\.\nUsage: npm run dossier -- \[PERSON\] INCIDENT /,
    ],
    ['dossier', [PERSON, INCIDENT, '--format', 'docx'], /^Expected --out FILE for the format docx\.\nUsage: /],
    ['dossier', [PERSON, INCIDENT, '--on', 'tomorrow'], /tomorrow.*\nUsage: npm run dossier -- /],
    ['backup', [], /^Expected a file to write the backup to\.\nUsage: npm run backup -- --out FILE\n$/],
    [
      'restore',
      [],
      /^Expected one file; got 0\.\nUsage: npm run restore -- FILE \[--redactions FILE\] \[--start-over\]\n$/,
    ],
    ['restore', ['/nonexistent'], /^There is no file \/nonexistent that can be read\.\n$/],
    ['import', [], /^Expected a format; got nothing\.\nUsage: npm run import -- FORMAT FILE… /],
    ['import', ['xls'], /^Expected a format; got "xls"\.\nUsage: npm run import -- FORMAT FILE… /],
    ['import', ['sfm-slim', UNITS], /^Expected --dataset: the dataset that the files become part of\.\nUsage: /],
    ['import', ['undo'], /^Expected the id of one import\.\nUsage: /],
    [
      'import',
      ['undo', 'import-1'],
      /^Expected --reason: the journal keeps the reason for undoing an import\.\nUsage: /,
    ],
    ['import', ['--bogus'], /^Unknown option '--bogus'.*\nUsage: npm run import -- /],
    ['sdl', ['--bogus'], /^Unknown option '--bogus'\nUsage: npm run sdl \[-- --check\]\n$/],
  ] as const)('%s %j', async (name, rest, stderr) => {
    // No graph answers there.
    const nowhere = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'secret' };
    expect(await runProgram(nowhere, name, ...rest)).toEqual(badly(matching(stderr)));
  });
});

test('sdl --check prints nothing where the files of the schema are up to date, and sdl writes them', async () => {
  expect(await run('sdl', '--check')).toEqual(well(''));
  expect(await run('sdl')).toEqual(
    well(matching(/^Wrote schema\/schema\.graphql and schema\/clients\/types\.ts in .*\n$/)),
  );
});

describe('seed and the journal', () => {
  test('seed --dry-run checks and writes nothing; seed loads, and loads nothing twice', async () => {
    const checked = /^Checked fictional: \d+ records, \d+ links, no problems\.\n$/;
    expect(await run('seed', '--dataset', 'fictional', '--dry-run')).toEqual(well(matching(checked)));
    expect(await run('journal', 'list')).toEqual(well(''));
    const loaded = /no problems\.\nLoaded: [1-9]\d* records created, 0 unchanged, 0 retracted\.\n$/;
    expect(await run('seed', '--dataset', 'fictional')).toEqual(well(matching(loaded)));
    const again = /no problems\.\nLoaded: 0 records created, [1-9]\d* unchanged, 0 retracted\.\n$/;
    expect(await run('seed', '--dataset', 'fictional')).toEqual(well(matching(again)));
  });

  test('journal list shows the entries, and journal verify says whether they are unbroken', async () => {
    const line = /^1 {2}\S+Z {2}[0-9a-f]{12} {2}\S.* {2}[A-Z_]+ .*\n$/;
    expect(await run('journal', 'list', '--last', '1')).toEqual(well(matching(line)));
    const verdict = /(^|\n)1 entries, unbroken; head [0-9a-f]{64}\n$/;
    expect(await run('journal', 'verify')).toEqual(well(matching(verdict)));
    expect(await run('journal', 'verify', '--records')).toEqual(well(matching(verdict)));
    expect(await run('journal', 'verify', '--head', 'f'.repeat(64))).toEqual(
      badly(matching(/^Faults: 1, in a journal of 1 entries\.\n$/), matching(/./)),
    );
  });
});

describe('for a public reader', () => {
  test('export writes to standard output, or a whole file', async () => {
    const printed = await run('export', 'people.csv');
    expect(printed).toEqual(well(matching(new RegExp(`^\ufeffid,.*\\r?\\n[\\s\\S]*${PERSON},`))));
    expect(printed.stdout).not.toContain('person-fx-shadow');
    const out = join(folder, 'people.csv');
    expect(await run('export', 'people.csv', '--out', out)).toEqual(well('', `Wrote ${out}.\n`));
    expect(await readFile(out, 'utf8')).toBe(printed.stdout);
    expect(await run('export', 'people.csv', '--min-reliability', 'Z')).toEqual(badly(matching(/^(?!.*\n\s+at ).*Z/)));
  });

  test('dossier writes a page, JSON or a document', async () => {
    expect(await run('dossier', PERSON, INCIDENT)).toEqual(well(matching(/^<!doctype html>/i)));
    const json = await run('dossier', PERSON, INCIDENT, '--format', 'json');
    expect(json).toEqual(well(matching(/^\{/)));
    expect(JSON.stringify(JSON.parse(json.stdout))).toContain(INCIDENT);
    const out = join(folder, 'case.docx');
    expect(await run('dossier', PERSON, INCIDENT, '--out', out)).toEqual(well('', `Wrote ${out}.\n`));
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    expect(await run('dossier', 'person-nobody', INCIDENT)).toEqual(badly(matching(/^There is no .*\n$/)));
    expect(await run('dossier', INCIDENT)).toEqual(well(matching(/^<!doctype html>[\s\S]*Case file/i)));
    expect(await run('dossier', 'incident-nothing')).toEqual(badly(matching(/^There is no such incident .*\n$/)));
  });
});

describe('import', () => {
  let batch = '';

  test('list and abandon say so where nothing was imported', async () => {
    expect(await run('import', 'list')).toEqual(well('Nothing was imported yet.\n'));
    expect(await run('import', 'abandon')).toEqual(well('No import is under way.\n'));
  });

  test('checks a file, refuses it with its errors, writes it and lists it', async () => {
    const checked = await run('import', 'sfm-slim', UNITS, ...ABOUT_IMPORT, '--dry-run');
    expect(checked).toEqual(
      well(
        matching(/\nChecked: there are no errors, and nothing was written\.\nThe complete report: .*check-.*\n$/),
        matching(/^checked: /),
      ),
    );

    const faulty = join(folder, 'units.tsv');
    await writeFile(
      faulty,
      (await readFile(UNITS, 'utf8')).replace('0003\tUnknown regiment', '0009\tUnknown regiment'),
    );
    const report = join(folder, 'report');
    const refused = await run('import', 'sfm-slim', `units=${faulty}`, ...ABOUT_IMPORT, '--report', report);
    expect(refused).toMatchObject({
      code: 1,
      stdout: matching(/^ERROR × 1: .* At units\.tsv:5 .*\n[\s\S]*\nRefused: 1 errors, /),
    });
    expect(JSON.parse(await readFile(join(report, 'report.json'), 'utf8'))).toMatchObject({
      state: 'REFUSED',
      errorCount: 1,
      problems: [{ severity: 'ERROR', file: 'units.tsv', row: 5, got: 'b0000000-0000-4000-8000-000000000003' }],
    });

    const written = await run('import', 'sfm-slim', UNITS, ...ABOUT_IMPORT);
    expect(written).toEqual(well(matching(/\nWritten as import-\S+, with \d+ warnings/), matching(/./)));
    batch = /Written as (import-\S+),/.exec(written.stdout)?.[1] ?? '';
    expect(await run('import', 'list')).toEqual(
      well(matching(new RegExp(`^${batch} {2}DONE {2}sfm-slim into velmora by Some Editor at \\S+Z: units\\.tsv\\n$`))),
    );
  });

  test('reports a missing description without a stack', async () => {
    expect(await run('import', 'sfm-slim', UNITS, '--dataset', 'velmora')).toEqual(
      badly(matching(/^The description of the files is not valid: sourceTitle: [^\n]*\n$/)),
    );
  });

  test('undo reverses an import once', async () => {
    expect(await run('import', 'undo', batch, '--reason', 'A trial.')).toEqual(
      well(matching(new RegExp(`^Took ${batch} back: [1-9]\\d* records retracted\\.\\n$`))),
    );
    expect(await run('import', 'undo', batch, '--reason', 'A trial.')).toEqual(
      badly(`Expected an import that is in the graph; ${batch} is in the state UNDONE.\n`),
    );
    expect(await run('import', 'undo', 'import-none', '--reason', 'A trial.')).toEqual(
      badly('There is no import import-none.\n'),
    );
    expect((await run('import', 'list')).stdout).toMatch(new RegExp(`^${batch} {2}UNDONE `));
  });

  test('abandon deletes an interrupted import', async () => {
    await graph().command(
      'test',
      `MATCH (c:Clock {id: 'graph'}), (b:ImportBatch {id: $batch})
       CREATE (cut:ImportBatch) SET cut = b {.*, id: 'import-cut', at: '2100-01-01T00:00:00.000Z', state: 'WRITING'}
       SET c.writing = 'import-cut', c.signAt = '2020-01-01T00:00:00.000Z'`,
      { batch },
    );
    expect(await run('import', 'abandon')).toEqual(well('Removed what import-cut had written so far.\n'));
    expect((await run('import', 'list')).stdout).toMatch(/^import-cut {2}ABANDONED /);
  });
});

describe('backup, restore and reset', () => {
  test('a backup is for its owner alone, and is restored into an empty graph only', async () => {
    const out = join(folder, 'whole.jsonl');
    const made =
      /^CONFIDENTIAL: .* will hold EVERYTHING in the graph[\s\S]*\nWrote .*whole\.jsonl: \d+ nodes as of \S+Z\.\n$/;
    expect(await run('backup', '--out', out)).toEqual(well('', matching(made)));
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const head = (await run('journal', 'verify')).stdout;
    const refused = await run('restore', out);
    expect(refused).toEqual(badly(matching(/^whole\.jsonl is whole: [\s\S]*empty/)));
    expect(refused.stderr).not.toMatch(/\n\s+at /);
    await emptyGraph();
    const restored =
      /^whole\.jsonl is whole: [\s\S]*\nRestored whole\.jsonl\. The journal goes on after entry \d+\.\n$/;
    expect(await run('restore', out)).toEqual(well('', matching(restored)));
    expect(await run('journal', 'verify')).toEqual(well(head));
  });

  test('reset --yes empties the graph and seeds it again', async () => {
    expect(await run('reset', '--yes')).toEqual(
      well(matching(/^The graph was emptied and seeded again: [1-9]\d* records\.\n$/)),
    );
    expect((await run('journal', 'list')).stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});
