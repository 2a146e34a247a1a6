import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { type ImportOutcome, reportsIn } from '../../../src/exchange/import/apply/import-files.js';
import { undoImport } from '../../../src/exchange/import/apply/undo.js';
import { Reader } from '../../../src/graph/graph.js';
import { levelsUpTo } from '../../../src/model/access.rules.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { importInto, requestFor } from './batch-requests.js';
import { type Change, changedText } from './changed-cells.js';
import { writeCountry } from './country.js';
import { OPTIONS, sheetsOf } from './sheets.js';

/** A new edition of sheets that are in the graph: what is edited changes, and nothing else. */

useGraph();
beforeEach(emptyGraph);

type Changes = Parameters<typeof sheetsOf>[1];

const edition = async (changes: Changes = {}, more: Parameters<typeof requestFor>[3] = {}) =>
  importInto(await requestFor('sfm-newer', await sheetsOf('sfm-newer', changes), OPTIONS, { whole: true, ...more }));

/** What stands of each record, with the instant since when it stands so. */
async function currentRecords(): Promise<Map<string, string>> {
  const rows = await graph().read(
    {
      name: 'current records',
      text: 'MATCH (n:Record) WHERE n.retractedAt IS NULL RETURN n.id AS id, n {.*, standing: null} AS properties',
    },
    {},
  );
  return new Map(rows.map(({ id, properties }) => [String(id), JSON.stringify(properties)]));
}

/** The records that are in one of two states alone, or stand in another way. */
function unequal(before: Map<string, string>, after: Map<string, string>): string[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id));
}

/** All records that a reader with every clearance can take away, as text. First and last line name the state of the graph. */
async function everything(): Promise<string> {
  const context = new Context(new Reader(graph()), levelsUpTo('CONFIDENTIAL'), await publishedThrough(graph()));
  const opened = await openExport(context, 'records.jsonl', {});
  let text = '';
  for await (const part of opened?.text ?? []) text += part;
  return text.split('\n').slice(1, -2).join('\n');
}

const undo = ({ batch }: ImportOutcome) =>
  undoImport(graph(), batch ?? '', { actor: 'tester', reason: 'Wrong.', now: new Date().toISOString() });

const short = ({ differences }: ImportOutcome) =>
  differences.examples.map(({ change, kind, subject, object, before, after }) =>
    [change, kind, subject, object, before, after].join(' | '),
  );

const set =
  (column: string, value: string, ...rows: number[]): Change =>
  (_grid, setCell) => {
    for (const row of rows) setCell(row, column, value);
  };

const EDITS: readonly (readonly [string, Changes, readonly string[]])[] = [
  [
    'renames a unit',
    {
      units: set('unit:name', '2nd Guards Brigade', 3, 4, 5, 6, 7),
      people: set('person:posting_unit_name', '2nd Guards Brigade', 2, 5),
    },
    ['CHANGED | Name | 2nd Guards Brigade |  | value: 2 Brigade | value: 2nd Guards Brigade'],
  ],
  [
    'corrects the role of a posting',
    { people: set('person:posting_role', 'Commander', 3) },
    [
      'CHANGED | Posting | Ilya Torven | Army of Velmora | role: UNKNOWN; roleAsStated: Head of the logistics branch; doubts: ROLE_UNKNOWN; doubtsAsStated: person:posting_role: Head of the logistics branch | role: COMMANDER; roleAsStated: Commander; doubts: nothing; doubtsAsStated: nothing',
    ],
  ],
  [
    'ends a command link for good',
    { units: set('unit:related_unit_open', 'N', 4) },
    ['CHANGED | CommandLink | 2 Brigade | Army of Velmora | lastHardness: END | lastHardness: LAST_CITED'],
  ],
  [
    'corrects the class of a command link',
    { units: set('unit:related_unit_class', 'Administrative', 4) },
    ['CHANGED | CommandLink | 2 Brigade | Army of Velmora | kind: OPERATIONAL | kind: ADMINISTRATIVE'],
  ],
  [
    'corrects a date',
    { people: set('person:posting_first_cited_date_day', '16', 2) },
    ['CHANGED | Posting | Ilya Torven | 2 Brigade | first: 2018-01-15 | first: 2018-01-16'],
  ],
];

describe('an edition of sheets', () => {
  test.each(EDITS)(
    'an edition that %s changes that alone, and says so in a dry run',
    async (_what, changes, differences) => {
      await edition();
      const before = await currentRecords();
      const text = await everything();
      const rehearsed = await edition(changes, { dryRun: true });
      expect([rehearsed.state, short(rehearsed)]).toEqual(['CHECKED', differences]);
      expect(unequal(before, await currentRecords())).toEqual([]);
      const written = await edition(changes);
      expect([written.state, short(written)]).toEqual(['WRITTEN', differences]);
      const { created, restored } = written.effect;
      expect([created + restored, written.retracted]).toEqual([differences.length, differences.length]);
      expect(unequal(before, await currentRecords())).toHaveLength(2 * differences.length);
      await undo(written);
      expect(await everything()).toBe(text);
    },
  );
});

/** Sources and incidents have no claims of their own to be replaced: a corrected one gets an id of its own. */
const REVISED: readonly (readonly [string, Changes, readonly string[]])[] = [
  [
    'the title of a source',
    { sources: set('source:title', 'Another title', 2) },
    [
      'CHANGED | Report | Another title | The Velmora Courier | title: The Velmora Courier, issue 1 | title: Another title',
    ],
  ],
  [
    'the day of a source that an incident cites',
    { sources: set('source:published_timestamp', '2021-05-20', 10) },
    [
      'CHANGED | Report | The Velmora Courier, issue 9 | The Velmora Courier | published: 2021-05-09 | published: 2021-05-20',
    ],
  ],
  [
    'the day of an incident',
    { incidents: set('incident:start_date_day', '3', 2) },
    [
      'CHANGED | Incident | Torture, Illegal detention (2019-04-03) | Ostra | title: Torture, Illegal detention (2019-04-02); first: 2019-04-02 | title: Torture, Illegal detention (2019-04-03); first: 2019-04-03',
    ],
  ],
];

describe('a whole edition that corrects a record which others refer to', () => {
  test.each(REVISED)('corrects %s, and nothing else is different', async (_what, changes, differences) => {
    await edition();
    const text = await everything();
    const written = await edition(changes);
    expect([written.state, short(written)]).toEqual(['WRITTEN', differences]);
    const corrected = await everything();
    expect(await edition(changes)).toMatchObject({ state: 'UNCHANGED', retracted: 0 });
    const back = await edition();
    expect(back.differences.counts).toEqual({
      CHANGED: differences.length,
      ADDED: 0,
      TAKEN_BACK: 0,
      SOURCES_CHANGED: 0,
    });
    expect(await everything()).toBe(text);
    await undo(back);
    expect(await everything()).toBe(corrected);
    await undo(written);
    expect(await everything()).toBe(text);
  });
});

test('a sheet that was imported, undone and corrected goes in, also where a source and an incident are others', async () => {
  const first = await edition({}, { whole: false });
  await undo(first);
  const corrected = {
    sources: set('source:title', 'Another title', 2),
    incidents: set('incident:start_date_day', '3', 2),
  };
  expect(await edition(corrected, { whole: false })).toMatchObject({ state: 'WRITTEN' });
  const titles = await graph().read(
    {
      name: 'titles',
      text: "MATCH (n:Report) WHERE n.title IN ['Another title', 'The Velmora Courier, issue 1'] AND n.retractedAt IS NULL RETURN n.title AS title",
    },
    {},
  );
  expect(titles).toEqual([{ title: 'Another title' }]);
});

test('a source that a whole edition no longer states stays while a record of another dataset rests on it', async () => {
  await edition();
  const others = await sheetsOf('sfm-newer');
  const dataset = 'velmora-too';
  const fileAsReport = { ...OPTIONS.fileAsReport, id: 'report-velmora-too-sheets' };
  const second = await importInto(await requestFor('sfm-newer', others, { ...OPTIONS, dataset, fileAsReport }));
  expect([second.state, second.report.problems.filter(({ severity }) => severity === 'ERROR')]).toEqual([
    'WRITTEN',
    [],
  ]);
  const next = await edition({ sources: (grid) => grid.splice(1, 1) });
  expect([next.state, next.report.notes]).toMatchObject([
    'WRITTEN',
    [
      {
        example: expect.stringMatching(/^report-sfm-\S+0001, by claim-/),
        message: expect.stringContaining('it is not taken back'),
      },
    ],
  ]);
});

test('an incident that another dataset dates otherwise stands beside the other, with its perpetrators', async () => {
  await edition();
  const files = await sheetsOf('sfm-newer', { incidents: set('incident:start_date_day', '3', 2) });
  const fileAsReport = { ...OPTIONS.fileAsReport, id: 'report-velmora-too-sheets' };
  const options = { ...OPTIONS, dataset: 'velmora-too', fileAsReport };
  const other = await importInto(await requestFor('sfm-newer', files, options));
  expect(other.report.problems.map(({ message }) => message)).toContain(
    'Another dataset states it otherwise under this id. Both stand in the graph, this one under an id of its own.',
  );
  const text = `MATCH (i:Incident) WHERE i.title STARTS WITH 'Torture'
    RETURN i.first AS day, i.dataset AS dataset, COUNT { (:Attribution {dataset: i.dataset})-[:OF]->(i) } AS attributions ORDER BY day`;
  expect(await graph().read({ name: 'incidents', text }, {})).toEqual([
    { day: '2019-04-02', dataset: 'velmora', attributions: 6 },
    { day: '2019-04-03', dataset: 'velmora-too', attributions: 6 },
  ]);
  expect(await importInto(await requestFor('sfm-newer', files, options))).toMatchObject({ state: 'UNCHANGED' });
});

test('a whole edition with a faulty row is refused also where faulty rows may be left out, since it would take back what the row stated', async () => {
  await edition();
  const before = await currentRecords();
  const faulty = { units: set('unit:related_unit_id:admin', 'nobody', 3) };
  expect(await edition(faulty, { skipFaulty: true })).toMatchObject({ state: 'REFUSED' });
  expect(unequal(before, await currentRecords())).toEqual([]);
  expect(await edition(faulty, { skipFaulty: true, whole: false })).toMatchObject({ state: 'UNCHANGED' });
});

test('sheets of a later day change only the source of what rests on the sheets alone', async () => {
  await edition();
  const fileAsReport = { ...OPTIONS.fileAsReport, id: 'report-velmora-sheets-2', publishedOn: '2022-04-01' };
  const files = await sheetsOf('sfm-newer');
  const later = await importInto(await requestFor('sfm-newer', files, { ...OPTIONS, fileAsReport }, { whole: true }));
  expect([later.state, later.differences.counts]).toEqual([
    'WRITTEN',
    { CHANGED: 0, TAKEN_BACK: 1, ADDED: 1, SOURCES_CHANGED: 16 },
  ]);
  expect(short(later).slice(2, 4)).toEqual([
    'SOURCES_CHANGED | Name | Velmora Monitor |  | sources: report-velmora-sheets | sources: report-velmora-sheets-2',
    'SOURCES_CHANGED | Identifier | Army of Velmora |  | sources: report-velmora-sheets | sources: report-velmora-sheets-2',
  ]);
});

/** The first person has another role, the second is gone, and a unit that was not there is added. */
const NEXT_MONTH = {
  people: (grid: string[][]) => {
    const [header = [], firstPerson = []] = grid;
    firstPerson[header.indexOf('Role')] = 'Quartermaster General';
    grid.splice(2, 1);
  },
  units: (grid: string[][]) => {
    const [header = []] = grid;
    const [name, source] = [header.indexOf('Organization:Name'), header.indexOf('Source: Organization:Name')];
    const about = ['Organization:Classification', 'Organization:Country'].flatMap((column) => [
      header.indexOf(column),
      header.indexOf(`Source: ${column}`),
    ]);
    const last = grid.at(-1) ?? [];
    const unit = last.map((cell, at) => (at === source || about.includes(at) ? cell : ''));
    unit[name] = '77 Signals Company';
    grid.push(unit);
  },
};

test('an edition of the sheets of a country changes its edited rows alone, and is undone byte for byte', async () => {
  const folder = temporaryFolder();
  const { files, options } = await writeCountry(temporaryFolder(), 0.05);
  const edited: Record<string, string> = { ...(files as Record<string, string>) };
  for (const [sheet, change] of Object.entries(NEXT_MONTH)) {
    const path = join(folder, `${sheet}.csv`);
    await writeFile(path, changedText(await readFile(edited[sheet] ?? '', 'utf8'), change));
    edited[sheet] = path;
  }
  const into = async (paths: typeof files, dryRun = false) =>
    importInto(await requestFor('sfm-older', paths, options, { whole: true, dryRun, folder }));

  const first = await into(files);
  expect([first.state, first.differences.examples]).toEqual(['WRITTEN', []]);
  const [before, text] = [await currentRecords(), await everything()];
  expect(await into(files)).toMatchObject({ state: 'UNCHANGED', retracted: 0 });
  expect(unequal(before, await currentRecords())).toEqual([]);

  const rehearsed = await into(edited, true);
  expect(rehearsed.differences.examples.map(({ change, kind, subject }) => [change, kind, subject])).toEqual([
    // A source that is too old for the end of a posting makes two claims of it.
    ['CHANGED', 'Posting', 'Orvin Vraskadar'],
    ['CHANGED', 'Posting', 'Orvin Vraskadar'],
    ['TAKEN_BACK', 'Name', 'Taveko Vraskadar'],
    ['TAKEN_BACK', 'Posting', 'Taveko Vraskadar'],
    ['TAKEN_BACK', 'Posting', 'Taveko Vraskadar'],
    ['ADDED', 'Unit', '77 Signals Company'],
    ['ADDED', 'Name', '77 Signals Company'],
    ['ADDED', 'Fact', '77 Signals Company'],
    ['ADDED', 'Fact', '77 Signals Company'],
  ]);
  const written = await into(edited);
  expect([written.state, short(written)]).toEqual(['WRITTEN', short(rehearsed)]);
  const { CHANGED, TAKEN_BACK, ADDED } = written.differences.counts;
  expect(unequal(before, await currentRecords())).toHaveLength(2 * CHANGED + TAKEN_BACK + ADDED);
  const report = join(reportsIn(folder), written.reportId, 'differences.json');
  expect(JSON.parse(await readFile(report, 'utf8'))).toHaveLength(CHANGED + TAKEN_BACK + ADDED);

  await undo(written);
  expect(await everything()).toBe(text);
});
