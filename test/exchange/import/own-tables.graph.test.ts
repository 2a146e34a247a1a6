import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Context } from '../../../src/context.js';
import { TABLES } from '../../../src/exchange/export/csv.columns.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { reportsIn } from '../../../src/exchange/import/apply/import-files.js';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { Reader } from '../../../src/graph/graph.js';
import type { Clearance } from '../../../src/model/lens.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { dump } from '../../support/fictional.js';
import { graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, OF_EDITORS, OF_PARTNERS, PARTNER, PUBLIC } from '../../support/secrets.js';
import { post, send, useServer } from '../../support/server.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { importInto } from './batch-requests.js';

/** Tables of our own export, read back into the graph that they came from, as they are and as other programs rewrite them. */

useGraph('amnesty-ukraine', 'public-record', 'fictional');
const TOKEN = 'a-token-of-this-test';
const address = useServer({ writeToken: TOKEN, importFolder: join(temporaryFolder(), 'imports') });

const NAMES = Object.keys(TABLES);

/** The cells of a table, its header first. */
type Table = readonly (readonly string[])[];
type Folder = Readonly<Record<string, Table>>;

async function exported(clearance: Clearance, dataset?: string, names = NAMES): Promise<Folder> {
  const context = new Context(new Reader(graph()), clearance, await publishedThrough(graph()));
  const folder: Record<string, Table> = {};
  for (const name of names) {
    const opened = await openExport(context, `${name}.csv`, { ...(dataset && { dataset }) });
    let text = '';
    for await (const piece of opened?.text ?? []) text += piece;
    folder[name] = parse(text, { bom: true });
  }
  return folder;
}

interface Reading {
  readonly clearance?: Clearance;
  readonly dataset?: string;
  readonly write?: (table: Table) => string;
  readonly dryRun?: boolean;
  readonly whole?: boolean;
}

const asCsv = (table: Table) => stringify(table as string[][], { record_delimiter: 'windows', bom: true });

async function readBack(folder: Folder, reading: Reading = {}) {
  const { clearance = PUBLIC, dataset = 'fictional', write = asCsv, dryRun = true, whole = false } = reading;
  const place = temporaryFolder();
  const files: Record<string, string> = {};
  for (const [name, table] of Object.entries(folder)) {
    files[name] = join(place, `${name}.csv`);
    await writeFile(files[name], write(table));
  }
  const request = await importRequest(graph(), {
    ...{ format: 'csv', files, dataset: { id: dataset }, about: {}, skipFaulty: false, reason: 'A test.' },
    ...{ actor: 'tester', folder: place, clearance, dryRun, whole },
  });
  const { state, effect, report, reportId } = await importInto(request);
  const complete = parse(await readFile(join(reportsIn(place), reportId, 'problems.csv')), {
    bom: true,
    columns: true,
  });
  return {
    state,
    effect,
    problems: report.problems,
    notes: report.notes.map(({ message }) => message),
    /** All problems, as the files of the complete report have them. */
    complete: complete as Record<string, string>[],
  };
}

const rowCount = (folder: Folder) => Object.values(folder).reduce((sum, table) => sum + table.length - 1, 0);
const unchanged = (count: number) => ({
  effect: { created: 0, unchanged: count, restored: 0, left: 0, kinds: {} },
  problems: [],
});

/** A table with its cells changed; the row 0 is the header. */
const changed = (table: Table, change: (cell: string, column: string, row: number) => string): Table =>
  table.map((cells, row) => cells.map((cell, at) => change(cell, table[0]?.[at] ?? '', row)));

describe.each<[string, Clearance]>([
  ['a public reader', PUBLIC],
  ['a partner', PARTNER],
  ['an editor', CONFIDENTIAL],
])('all tables as %s exports them', (_who, clearance) => {
  test('change nothing when they are read back, in a check and in an import', async () => {
    const [folder, before] = [await exported(clearance), await dump()];
    expect(rowCount(folder)).toBeGreaterThan(400);
    const count = rowCount(folder);
    expect(await readBack(folder, { clearance })).toMatchObject({ state: 'CHECKED', ...unchanged(count) });
    expect(await readBack(folder, { clearance, dryRun: false })).toMatchObject({
      state: 'UNCHANGED',
      ...unchanged(count),
    });
    expect(await dump()).toEqual(before);
  });

  test('are unchanged for an editor, who sees more', async () => {
    const folder = await exported(clearance);
    expect(await readBack(folder, { clearance: CONFIDENTIAL })).toMatchObject(unchanged(rowCount(folder)));
  });
});

test('tables that were exported of one dataset are unchanged where they are read back into it', async () => {
  const folder = await exported(PUBLIC, 'amnesty-ukraine');
  expect(rowCount(folder)).toBeLessThan(rowCount(await exported(PUBLIC)));
  expect(await readBack(folder, { dataset: 'amnesty-ukraine' })).toMatchObject(unchanged(rowCount(folder)));
});

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const withCells = (change: (cell: string) => string) => (table: Table) =>
  asCsv(changed(table, (cell, _column, row) => (row === 0 ? cell : change(cell))));

const AS_PROGRAMS_WRITE: readonly (readonly [string, (table: Table) => string])[] = [
  ['the csv module of Python, each cell in quotes', (table) => stringify(table as string[][], { quoted: true })],
  [
    'pandas with an index',
    (table) => stringify(table.map((cells, row) => [row === 0 ? '' : String(row - 1), ...cells])),
  ],
  [
    'pandas with types that it found out',
    withCells((cell) =>
      /^(true|false)$/.test(cell) ? `${cell[0]?.toUpperCase()}${cell.slice(1)}` : cell.replace(/^\d$/, '$&.0'),
    ),
  ],
  [
    'Excel in the United States',
    withCells((cell) =>
      cell
        .replace(DAY, (_all, year, month, day) => `${Number(month)}/${Number(day)}/${year}`)
        .replace(/^(true|false)$/, (word) => word.toUpperCase()),
    ),
  ],
  [
    'Excel in Germany, with empty rows at the end',
    (table) => {
      const german = changed(table, (cell, _column, row) =>
        row === 0 ? cell : cell.replace(DAY, '$3.$2.$1').replace(/^(-?\d+)\.(\d+)$/, '$1,$2'),
      );
      const rows = [...german, ...[1, 2, 3].map(() => (table[0] ?? []).map(() => ''))];
      return stringify(rows as string[][], { delimiter: ';', record_delimiter: 'windows', bom: true });
    },
  ],
  ['a program that took our apostrophes off', withCells((cell) => cell.replace(/^'(?=[=+\-@])/, ''))],
  ['a person who moved the columns', (table) => asCsv(table.map((cells) => [...cells].reverse()))],
  [
    'a person who took the titles of reports out',
    (table) => {
      const at = table[0]?.indexOf('report_titles') ?? -1;
      return asCsv(table.map((cells) => cells.filter((_cell, index) => at < 0 || index !== at)));
    },
  ],
];

test.each(AS_PROGRAMS_WRITE)('all tables are unchanged after %s has written them', async (_program, write) => {
  const folder = await exported(PARTNER);
  expect(await readBack(folder, { clearance: PARTNER, write })).toMatchObject(unchanged(rowCount(folder)));
});

test('a day is read in one order alone: one whose day and month somebody swapped is an error', async () => {
  const { postings = [] } = await exported(PUBLIC, undefined, ['postings']);
  const days = (table: Table) =>
    changed(table, (cell, _column, row) => (row === 0 ? cell : cell.replace(DAY, '$3/$2/$1')));
  const column = postings[0]?.indexOf('first') ?? -1;
  const isSwappable = (cell = '') => /^\d{4}-\d{2}-(0[1-9]|1[0-2])$/.test(cell) && cell.slice(5, 7) !== cell.slice(8);
  const at = postings.findLastIndex((cells) => isSwappable(cells[column]));
  const swapped = days(postings).map((cells, row) =>
    row === at ? cells.map((cell, index) => (index === column ? cell.replace(/^(..)\/(..)/, '$2/$1') : cell)) : cells,
  );
  expect((await readBack({ postings: days(postings) })).problems).toEqual([]);
  expect((await readBack({ postings: swapped })).problems).toMatchObject([
    { severity: 'ERROR', row: at + 1, column: 'first', got: swapped[at]?.[column] },
  ]);
});

describe('a row that differs from the graph', () => {
  /** One cell of the first row that has something there. */
  async function withCell(name: string, column: string, value: string) {
    const { [name]: table = [] } = await exported(PUBLIC, undefined, [name]);
    const at = table.findIndex((cells, row) => row > 0 && cells[table[0]?.indexOf(column) ?? -1] !== '');
    const there = table[at]?.[table[0]?.indexOf(column) ?? -1];
    const id = table[at]?.[table[0]?.indexOf('id') ?? -1];
    const own = changed(table, (cell, own, row) => (row === at && own === column ? value : cell));
    return { ...(await readBack({ [name]: own })), there, id, row: at + 1, rows: table.length - 1 };
  }

  test.each([
    ['postings', 'role', 'CHIEF_OF_STAFF_X'],
    ['postings', 'person', 'Somebody Else'],
    ['findings', 'certainties', 'STATED ; STATED ; STATED ; STATED'],
    ['findings', 'codes_as_stated', ''],
    ['incidents', 'attributed_to_modes', 'PERPETRATOR, NAMED'],
    ['units', 'notes', 'None.'],
    ['locations', 'latitude', '1.5'],
    ['people', 'other_names', 'Nobody'],
    ['reports', 'reliability', 'A+'],
  ])(
    'in %s, column %s, is an error with its place, what the graph has, what arrived and what to do',
    async (name, column, value) => {
      const { state, effect, problems, there, id, row, rows } = await withCell(name, column, value);
      expect([state, effect.created, effect.unchanged]).toEqual(['REFUSED', 0, rows - 1]);
      expect(problems).toEqual([
        {
          severity: 'ERROR',
          file: `${name}.csv`,
          role: name,
          row,
          column,
          expected: expect.stringContaining(`as the graph has it of ${id}`),
          got: value,
          message: expect.stringMatching(new RegExp(`correct the record .* template ${name}\\.csv`)),
        },
      ]);
      expect(problems[0]?.expected).toContain(JSON.stringify(there?.slice(0, 100)).slice(0, -1));
    },
  );

  test('writes nothing, in an import that would also bring a new record', async () => {
    const { postings = [] } = await exported(PUBLIC, undefined, ['postings']);
    const before = await dump();
    const bodies = [
      ['id', 'name', 'kind', 'sources'],
      ['body-fx-new', 'New Body', 'NGO', 'report-fx-register'],
    ];
    const own = changed(postings, (cell, column, row) => (row === 1 && column === 'note' ? 'Changed.' : cell));
    expect((await readBack({ postings: own, bodies }, { dryRun: false })).state).toBe('REFUSED');
    expect(await dump()).toEqual(before);
  });
});

describe('a row of an id that the graph does not show', () => {
  /** The first row of a table under other ids. */
  const under = (table: Table, ids: readonly string[]): Table => {
    const [header = [], first = []] = table;
    return [header, ...ids.map((id) => first.map((cell, at) => (header[at] === 'id' ? id : cell)))];
  };

  test('is an error that says what to do; so is a row without an id, and one of a record of another kind', async () => {
    const { units = [] } = await exported(PUBLIC, undefined, ['units']);
    const ids = ['unit-fx-nobody-knows', '', 'person-fx-orlo-senn', 'incident-fx-i1'];
    const { state, problems } = await readBack({ units: under(units, ids) });
    expect(state).toBe('REFUSED');
    expect(
      problems.map(({ row, column, got, message }) => [row, column, got, /template units\.csv/.test(message)]),
    ).toEqual(ids.map((id, at) => [at + 2, 'id', id, true]));
  });

  test.each<[string, Clearance, readonly string[]]>([
    ['a public reader', PUBLIC, ['unit-fx-night-cell', 'unit-fx-nowhere']],
    ['a partner', PARTNER, ['unit-fx-night-cell', 'unit-fx-nowhere']],
  ])('tells %s the same of a hidden record as of none', async (_who, clearance, ids) => {
    const { units = [] } = await exported(PUBLIC, undefined, ['units']);
    const { problems } = await readBack({ units: under(units, ids) }, { clearance });
    const [hidden, none] = problems.map(({ row: _row, got: _got, ...rest }) => rest);
    expect(hidden).toEqual(none);
  });

  test.each<[string, Clearance, readonly string[]]>([
    ['a public reader', PUBLIC, [...OF_PARTNERS, ...OF_EDITORS]],
    ['a partner', PARTNER, OF_EDITORS],
  ])('tells %s nothing hidden, if all cells of an export of editors are changed', async (_who, clearance, secrets) => {
    const blank = Object.fromEntries(
      Object.entries(await exported(CONFIDENTIAL)).map(([name, table]) => [
        name,
        changed(table, (cell, column, row) => (row === 0 || column === 'id' ? cell : 'x')),
      ]),
    );
    const { complete, notes } = await readBack(blank, { clearance });
    const ids = complete.filter(({ column, expected }) => column === 'id' && !expected?.includes('as the graph'));
    expect([complete.length > 2_000, ids.length > 5]).toEqual([true, true]);
    const text = JSON.stringify([complete.map(({ got: _got, ...rest }) => rest), notes]);
    const leaked = secrets.filter((secret) => text.includes(secret));
    expect(leaked).toEqual([]);
  });
});

test('an exported table is refused as a whole edition, since what it lacks would be taken back', async () => {
  const { people = [] } = await exported(PUBLIC, undefined, ['people']);
  const { state, problems } = await readBack({ people }, { whole: true });
  expect([state, problems.map(({ got }) => got)]).toEqual(['REFUSED', ['a table of our own export']]);
});

test('a table takes as many statements for all its rows as for one', async () => {
  const { findings = [] } = await exported(PUBLIC, undefined, ['findings']);
  const names: string[] = [];
  const read = graph().read.bind(graph());
  const counted = async (table: Table) => {
    names.length = 0;
    graph().read = (statement, ...rest) => {
      names.push(statement.name);
      return read(statement, ...rest);
    };
    await readBack({ findings: table }).finally(() => {
      graph().read = read;
    });
    return names.filter((name) => name.startsWith('export:'));
  };
  const [header = [], ...rows] = findings;
  const fictional = rows.filter((cells) => cells[header.indexOf('dataset')] === 'fictional');
  const one = await counted([header, ...fictional.slice(0, 1)]);
  expect(one.filter((name) => name === 'export: records').length).toBeGreaterThan(0);
  expect(fictional.length).toBeGreaterThan(5);
  expect(await counted([header, ...fictional])).toEqual(one);
  expect(one.length).toBeLessThanOrEqual(8);
});

test('a code of a finding in the seed stands beside its certainty, and in the words of the body where it is not stated firmly', async () => {
  const { findings: [header = [], ...rows] = [] } = await exported(PUBLIC, undefined, ['findings']);
  const values = (cells: readonly string[], column: string) =>
    (cells[header.indexOf(column)] ?? '').split(' ; ').map((value) => value.trim());
  const codes = rows.flatMap((cells) => {
    const [certainties, words] = [values(cells, 'certainties'), values(cells, 'codes_as_stated')];
    return values(cells, 'codes').map((code, at) => ({ code, certainty: certainties[at], words: words[at] }));
  });
  expect(codes.filter(({ code, certainty }) => code !== '' && !certainty)).toEqual([]);
  const unsure = codes.filter(({ code, certainty }) => code !== '' && certainty !== 'STATED');
  expect(unsure).toContainEqual({ code: 'WAR_CRIMES', certainty: 'POSSIBLE', words: 'may constitute war crimes' });
  expect(unsure.filter(({ words }) => !words)).toEqual([]);
});

test('a table that an editor sends back over the network is unchanged, and one with a changed cell is refused', async () => {
  const headers = { authorization: `Bearer ${TOKEN}`, 'x-actor': 'Mira' };
  const ask = async (query: string, variables: object) =>
    (await post(address(), JSON.stringify({ query, variables }), headers)).json.data;
  const sendBack = async (body: string) => {
    const { reference } = (await send(`${address()}/import/files`, { method: 'POST', body, headers })).json;
    const files = [{ role: 'postings', reference }];
    const input = { format: 'csv', files, dataset: { id: 'fictional' }, reason: 'A test.', dryRun: false };
    const { importCreate } = await ask('mutation ($input: ImportCreateInput!) { importCreate(input: $input) { id } }', {
      input,
    });
    for (;;) {
      const { importRun } = await ask(
        'query ($id: ID!) { importRun(id: $id) { state result { errors created unchanged problems { column } } } }',
        importCreate,
      );
      if (importRun.state !== 'RUNNING') return importRun;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  const text = await (await fetch(`${address()}/export/postings.csv`, { headers })).text();
  const count = (parse(text, { bom: true }) as unknown[]).length - 1;
  expect(await sendBack(text)).toEqual({
    state: 'UNCHANGED',
    result: { errors: 0, created: 0, unchanged: count, problems: [] },
  });
  expect(await sendBack(text.replace(',COMMANDER,', ',CHIEF_OF_STAFF,'))).toEqual({
    state: 'REFUSED',
    result: { errors: 1, created: 0, unchanged: count - 1, problems: [{ column: 'role' }] },
  });
});
