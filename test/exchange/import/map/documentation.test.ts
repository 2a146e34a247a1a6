import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convertMapped } from '../../../../src/exchange/import/map/map.js';
import { suggestMap } from '../../../../src/exchange/import/suggest/suggest.js';
import { DOUBT } from '../../../../src/model/vocabulary.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, faultsOf, OPTIONS, type Outcome, recordsOfType } from '../sheets.js';
import { fileOf } from './examples.js';

/** The examples of docs/importing/map.md, word for word. */

async function written(name: string, text: string): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

/** Imports a table of the page with its map, both as they stand there or after a change. */
async function exampleOf(
  table: string,
  map: string,
  { tableText = fileOf(table), mapText = fileOf(map) } = {},
): Promise<Outcome> {
  const fileAsReport = { ...OPTIONS.fileAsReport, publishedOn: '2024-06-01' };
  const files = { table: await written(table, tableText), map: await written(map, mapText) };
  return allOf(convertMapped(files, { ...OPTIONS, fileAsReport }));
}

/** The draft of a map for a table of the page, with the lines changed as the page says. */
async function draftWithChanges(table: string, map: string): Promise<string> {
  const path = await written(table, fileOf(table));
  const draft = (await suggestMap(path, 'officers-velmora', { encoding: undefined, onNote: () => undefined })).split(
    '\n',
  );
  let place = 0;
  for (const change of fileOf(map).trimEnd().split('\n')) {
    const text = change.slice(1);
    if (change.startsWith('+')) draft.splice(place++, 0, text);
    else {
      place = draft.indexOf(text);
      expect([text, place]).not.toContain(-1);
      draft.splice(place, 1);
    }
  }
  return draft.join('\n');
}

describe('the example of an unknown table', () => {
  test('is drafted, completed and imported as docs/importing/map.md says', async () => {
    const mapText = await draftWithChanges('officers.csv', 'officers.map.yaml');
    const { records, problems } = await exampleOf('officers.csv', 'officers.map.yaml', { mapText });
    expect(faultsOf(records)).toEqual([]);
    expect(new Set(problems.map(({ message }) => message))).toEqual(new Set([DOUBT.NO_DATE]));
    const ids = (type: string) => new Set(recordsOfType(records, type).map(({ id }) => id));
    expect([ids('people').size, ids('units').size]).toEqual([2, 2]);
    expect(recordsOfType(records, 'postings')).toMatchObject([
      { person: 'person-officers-velmora-tomas-ander', role: 'COMMANDER', first: '2021-01-15 FIRST_CITED' },
      { role: 'CHIEF_OF_STAFF', last: '2019-08-31 LAST_CITED', note: 'second hand' },
      { person: 'person-officers-velmora-tomas-ander', rank: 'General' },
    ]);
    expect(recordsOfType(records, 'command-links')).toMatchObject([{ kind: 'COMMAND' }, { kind: 'COMMAND' }]);
  });

  test('has a draft with TODO in four places', async () => {
    const path = await written('officers.csv', fileOf('officers.csv'));
    const draft = await suggestMap(path, 'officers-velmora', { encoding: undefined, onNote: () => undefined });
    expect(draft.split('\n').filter((line) => /^[^#]*\bTODO\b/.test(line))).toHaveLength(4);
  });
});

describe('the example of events of a conflict', () => {
  test('is imported as docs/importing/map.md says', async () => {
    const { records, problems, report } = await exampleOf('events.csv', 'events.map.yaml');
    expect(problems.map(({ message, got }) => [message, got])).toEqual([
      ['The map leaves rows out under `where`.', 'all but 1'],
    ]);
    expect(faultsOf(records)).toEqual([]);
    expect(report.counts).toEqual({ reports: 1, bodies: 1, locations: 2, incidents: 2 });
    expect(recordsOfType(records, 'incidents')).toMatchObject([
      {
        id: 'incident-acled-vel101',
        title: 'Attack in Brack Ford',
        kinds: ['ATTACK_ON_CIVILIANS'],
        first: '2022-03-05 FIRST_CITED',
        last: '2022-03-05 LAST_CITED',
        precision: 'NEAR_POINT',
        cites: [{ report: 'report-velmora-sheets' }],
        casualties: [{ kind: 'KILLED', best: 4 }],
      },
      { id: 'incident-acled-vel102', kinds: ['ATTACK_ON_CIVILIAN_OBJECT'], first: '2022-03-06~ FIRST_CITED' },
    ]);
  });

  test('attributes nothing to the actors that the table names', async () => {
    const { records } = await exampleOf('events.csv', 'events.map.yaml');
    const [incident] = recordsOfType(records, 'incidents');
    expect(incident?.attributions).toBeUndefined();
    expect(incident?.facts).toContainEqual({ property: 'ACTOR1', value: 'Military Forces of Velmora (2019-)' });
    expect(recordsOfType(records, 'units')).toEqual([]);
  });
});

describe('the example of harm to civilians', () => {
  test('is imported as docs/importing/map.md says', async () => {
    const { records, problems, report } = await exampleOf('harm.json', 'harm.map.yaml');
    expect(problems.map(({ severity, row, column, got }) => [severity, row, column, got])).toEqual([
      ['WARNING', 2, 'sources[].path', 'HIDDEN'],
      ['WARNING', 2, 'sources[].path', 'HIDDEN'],
    ]);
    expect(faultsOf(records)).toEqual([]);
    expect(report.counts).toEqual({ reports: 3, bodies: 3, locations: 3, incidents: 3 });
    const [, lake, north] = recordsOfType(records, 'reports');
    expect([lake, north]).toMatchObject([
      { url: 'https://lake.example/video/11', retrievedAt: '2024-06-01' },
      { url: 'https://www.north.example/post/7', retrievedAt: '2024-06-01' },
    ]);
    expect(recordsOfType(records, 'bodies').slice(1)).toMatchObject([
      { names: [{ value: 'lake.example' }] },
      { names: [{ value: 'north.example' }] },
    ]);
    const table = { report: OPTIONS.fileAsReport.id };
    expect(recordsOfType(records, 'incidents')).toMatchObject([
      {
        id: 'incident-harm-civ0001',
        title: 'Harm to civilians in Brack Ford',
        kinds: ['ATTACK_ON_CIVILIAN_OBJECT'],
        means: ['artillery'],
        first: '2022-03-05 FIRST_CITED',
        last: '2022-03-05 LAST_CITED',
        cites: [{ report: lake?.id }, { report: north?.id }],
      },
      {
        kinds: ['ATTACK_ON_HEALTH_CARE'],
        first: '2022-03-17 FIRST_CITED',
        doubts: ['SOURCE_UNKNOWN'],
        doubtsAsStated: ['sources[].path: HIDDEN'],
        cites: [table],
      },
      { first: '2022-03 FIRST_CITED', cites: [table] },
    ]);
    expect(recordsOfType(records, 'locations')).toMatchObject([
      { latitude: 10.25, longitude: -20.5, coordinatesFrom: table.report },
      { latitude: 10.3, longitude: -20.4, names: [{ doubts: ['SOURCE_UNKNOWN'] }] },
      { extends: true, names: [{ value: 'Ostra' }], cites: [table] },
    ]);
  });

  test('gives the same records as GeoJSON', async () => {
    const rows = JSON.parse(fileOf('harm.json')) as { latitude: string; longitude: string }[];
    const features = rows.map(({ latitude, longitude, ...properties }) => {
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [Number(longitude), Number(latitude)] },
        properties,
      };
    });
    const mapText = fileOf('harm.map.yaml')
      .replace(/(?<![.\w])sources\[\]/g, 'properties.sources[]')
      .replace(/filters\[key/g, 'properties.filters[key')
      .replace(/: (location|description)$/gm, ': properties.$1')
      .replace(/(column: |from: )(date|id)\b/g, '$1properties.$2')
      .replace(/\{location\}/g, '{properties.location}')
      .replace(/latitude: latitude/, 'latitude: geometry.coordinates.1')
      .replace(/longitude: longitude/, 'longitude: geometry.coordinates.0')
      .replace(
        /\[location, latitude, longitude\]/g,
        '[properties.location, geometry.coordinates.1, geometry.coordinates.0]',
      )
      .replace(/ignore: \[/, 'ignore: [type, geometry.type, ');
    const tableText = JSON.stringify({ type: 'FeatureCollection', features });
    const { problems, records } = await exampleOf('harm.geojson', 'harm.map.yaml', { tableText, mapText });
    expect(problems.map(({ row, column, got }) => [row, column, got])).toEqual([
      [2, 'properties.sources[].path', 'HIDDEN'],
      [2, 'properties.sources[].path', 'HIDDEN'],
    ]);
    // The ids hang on the coordinates, which GeoJSON has as numbers, and the doubts name the column.
    const texts = (all: Outcome['records'], type: string) =>
      JSON.stringify(recordsOfType(all, type))
        .replaceAll('properties.', '')
        .replace(/location-harm-\w+/g, 'location');
    const array = await exampleOf('harm.json', 'harm.map.yaml');
    for (const type of ['reports', 'bodies', 'locations', 'incidents'])
      expect(texts(records, type)).toBe(texts(array.records, type));
  });
});
