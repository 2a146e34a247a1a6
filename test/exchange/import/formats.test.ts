import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exampleOf } from '../../../src/exchange/import/csv/templates.js';
import { FORMATS, filesOf, roleOf } from '../../../src/exchange/import/formats.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { OPTIONS } from './sheets.js';
import { workbookBytes } from './workbook.js';

/** Which formats there are, and what their files are to them. */

test('every import format has a description and roles for its files', () => {
  expect(Object.keys(FORMATS)).toEqual([
    'sfm-newer',
    'sfm-older',
    'sfm-slim',
    'csv',
    'map',
    'geojson',
    'ftm',
    'records',
  ]);
  for (const { description, roles } of Object.values(FORMATS)) {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(roles.length).toBeGreaterThan(0);
  }
  expect(FORMATS['sfm-newer']?.roles).toEqual(['sources', 'units', 'people', 'peopleExtra', 'incidents']);
  expect(FORMATS.constructor).toBeUndefined();
});

test('an import format opens the files of its roles', async () => {
  const path = join(temporaryFolder(), 'affiliations.csv');
  await writeFile(path, exampleOf('affiliations'));
  const kinds: string[][] = [];
  for await (const { nodes } of FORMATS.csv?.open({ affiliations: path }, OPTIONS).pieces ?? [])
    kinds.push(nodes.map(({ labels }) => labels.at(-1) ?? ''));
  expect(kinds).toEqual([['Affiliation']]);
});

test.each([
  ['csv', '/some/where/units.csv', 'units'],
  ['csv', 'Command_Links.CSV', 'command-links'],
  ['sfm-newer', 'persons.csv', 'people'],
  ['sfm-newer', 'persons_extra.csv', 'peopleExtra'],
  ['sfm-older', 'organizations.csv', 'units'],
  ['sfm-slim', 'anything.tsv', 'units'],
  ['geojson', 'incidents.geojson', 'incidents'],
  ['ftm', 'export.ftm.json', 'entities'],
])('in %s, the file name %s selects the role %s', (format, path, role) => {
  expect(roleOf(format, path)).toBe(role);
});

test('the columns of a table select its role where its name does not and they fit one role only', () => {
  expect(roleOf('csv', 'mine.csv', ['person_id', 'at_id', 'role', 'first', 'last', 'sources', 'note'])).toBe(
    'postings',
  );
  expect(roleOf('sfm-newer', 'mine.csv', ['unit:id:admin', 'unit:name'])).toBe('units');
  expect(() => roleOf('csv', 'mine.csv', ['id', 'name', 'kind', 'sources'])).toThrow(/ROLE=FILE; got "mine.csv"/);
});

test('a file that fits several roles is refused with the list of roles', () => {
  expect(() => roleOf('geojson', 'map.geojson')).toThrow(/locations, incidents/);
  expect(() => roleOf('csv', 'mine.csv')).toThrow(/reports, bodies, people/);
  expect(() => roleOf('xml', 'units.xml')).toThrow(/Expected a format of sfm-newer/);
});

test('each sheet of a workbook is a table of a map under its name, also one with blanks', async () => {
  const path = join(temporaryFolder(), 'book.xlsx');
  const sheets = ['Read me', 'Officers'].map((name) => ({ name, rows: [['a', 'b']] }));
  await writeFile(path, await workbookBytes({ sheets }));
  expect(await filesOf('map', [path])).toEqual({ 'Read me': `${path}#Read me`, Officers: `${path}#Officers` });
});

test('an argument gives the role of a file explicitly, or by its name or header', async () => {
  const folder = temporaryFolder();
  const mine = join(folder, 'mine.csv');
  await writeFile(mine, exampleOf('postings'));
  expect(await filesOf('csv', ['units.csv', `people=${folder}/a=b.csv`, mine])).toEqual({
    units: 'units.csv',
    people: `${folder}/a=b.csv`,
    postings: mine,
  });
  await expect(filesOf('csv', ['unis=a.csv'])).rejects.toThrow(/one of reports.*got "unis=a.csv"/);
  await expect(filesOf('csv', ['units.csv', 'units=b.csv'])).rejects.toThrow('units.csv and b.csv are both units');
  await expect(filesOf('csv', [])).rejects.toThrow('Expected at least one file of csv');
});
