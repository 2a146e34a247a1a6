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
      text: 'MATCH (n:Record) WHERE n.retractedAt IS NULL RETURN n.id AS id, properties(n) AS properties',
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
      await undoImport(graph(), written.batch ?? '', {
        actor: 'tester',
        reason: 'Wrong.',
        now: new Date().toISOString(),
      });
      expect(await everything()).toBe(text);
    },
  );
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

  await undoImport(graph(), written.batch ?? '', { actor: 'tester', reason: 'Wrong.', now: new Date().toISOString() });
  expect(await everything()).toBe(text);
});
