import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { Reader } from '../../../src/graph/graph.js';
import type { Clearance } from '../../../src/model/lens.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { answer, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { instants, takeBack } from '../sync/write-changes.js';
import { importInto } from './batch-requests.js';

/** Maps of our own export that come into another dataset of the same graph, or without the claims that programs dropped. */

useGraph('fictional');
const now = instants();

interface MapFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: unknown;
  readonly properties: Record<string, unknown>;
}
type Role = 'locations' | 'incidents';

const exported: Partial<Record<Role, string>> = {};
async function features(role: Role): Promise<MapFeature[]> {
  exported[role] ??= await exportOf(role);
  return JSON.parse(exported[role] ?? '').features;
}
async function exportOf(role: Role): Promise<string> {
  const context = new Context(new Reader(graph()), PUBLIC, await publishedThrough(graph()));
  const texts: string[] = [];
  for await (const text of (await openExport(context, `${role}.geojson`, {}))?.text ?? []) texts.push(text);
  return texts.join('');
}

async function bring(
  role: Role,
  some: readonly unknown[],
  dataset: string,
  clearance: Clearance = PUBLIC,
  dryRun = true,
) {
  const folder = temporaryFolder();
  const path = join(folder, `${role}.geojson`);
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features: some }));
  const about = {
    title: dataset,
    description: 'A test.',
    licence: 'CC0-1.0',
    attribution: 'nobody',
    redistribute: true,
  };
  const request = await importRequest(graph(), {
    format: 'geojson',
    files: { [role]: path },
    dataset: dataset === 'fictional' ? { id: dataset } : { id: dataset, ...about },
    about: {},
    whole: false,
    skipFaulty: false,
    dryRun,
    reason: 'A test.',
    actor: 'tester',
    folder,
    clearance,
  });
  const { effect, report, state } = await importInto(request);
  const problems = report.problems.map(({ severity, row, expected, got }) => [severity, row, expected, got]);
  return { state, effect, problems, notes: report.notes.map(({ message, count }) => [message, count]) };
}

const withoutClaims = ({ properties: { claims: _claims, ...properties }, ...feature }: MapFeature) => ({
  ...feature,
  properties,
});

const OF_OTHERS = 'Another dataset states this, so it is not stated for this dataset too.';
const ALREADY = 'The graph states this already by these reports, so it is not stated a second time.';

const CHECKED = { state: 'CHECKED', effect: { created: 0, restored: 0, left: 0, kinds: {} } };
const warningsIn = ({ problems }: Awaited<ReturnType<typeof bring>>) =>
  problems.filter(([, , expected]) => /as the graph|an id of this dataset|cites/.test(String(expected)));
const named = (feature: MapFeature | undefined, name: string) =>
  ({ ...feature, properties: { ...feature?.properties, name } }) as MapFeature;

/** As GDAL writes a map that has been in a GeoPackage: lists and objects as texts of JSON. */
const asByGdal = ({ id, geometry, properties }: MapFeature) => ({
  type: 'Feature',
  properties: Object.fromEntries([
    ['id', id],
    ...Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  ]),
  geometry,
});

describe.each(['copied', 'fictional'])(
  'a map of ours that comes into the dataset %s of the graph that it is from',
  (dataset) => {
    const notes = (count: number, ofOthers = OF_OTHERS) => (dataset === 'copied' ? [[ofOthers, count]] : []);

    test.each<[string, Role, (feature: MapFeature) => unknown]>([
      ['with places as they are', 'locations', (feature) => feature],
      ['with places as GDAL writes them', 'locations', asByGdal],
      ['with incidents as they are', 'incidents', (feature) => feature],
      ['with incidents as GDAL writes them', 'incidents', asByGdal],
    ])('%s is unchanged as a whole, and counted', async (_, role, change) => {
      const all = await features(role);
      const outcome = await bring(role, all.map(change), dataset);
      expect(outcome).toMatchObject(CHECKED);
      const claims = all.flatMap(({ properties }) => (properties.claims as unknown[] | undefined) ?? []).length;
      expect(outcome.effect.unchanged).toBe(all.length + claims);
      expect(outcome.notes).toEqual(notes(role === 'locations' ? claims : all.length));
      expect(warningsIn(outcome)).toEqual([]);
    });

    test('without claims states nothing a second time, and says so', async () => {
      const all = await features('locations');
      for (const lost of [all.map(withoutClaims), all.map(withoutClaims).map(asByGdal)]) {
        const outcome = await bring('locations', lost, dataset);
        expect(outcome).toMatchObject(CHECKED);
        expect(outcome.effect.unchanged).toBeGreaterThan(2 * all.length);
        expect(outcome.notes).toEqual([[dataset === 'copied' ? OF_OTHERS : ALREADY, expect.any(Number)]]);
        expect(warningsIn(outcome)).toEqual([]);
      }
    });

    test('with incidents whose lists a program dropped states none of them otherwise, and says so', async () => {
      const all = await features('incidents');
      const lost = all.map(({ properties: { kinds: _kinds, means: _means, ...properties }, ...feature }) => ({
        ...feature,
        properties,
      }));
      const outcome = await bring('incidents', lost, dataset);
      expect(outcome).toMatchObject(CHECKED);
      expect(outcome.effect.unchanged).toBe(all.length);
      expect(outcome.notes).toEqual([[expect.stringContaining('The map lacks properties'), all.length]]);
      expect(warningsIn(outcome)).toEqual([]);
    });

    test('with another name of a place states it as an alias, and tells the name that the graph has', async () => {
      const [first, ...rest] = await features('locations');
      for (const change of [(one: MapFeature) => one, withoutClaims, asByGdal]) {
        const outcome = await bring('locations', [named(first, 'Another'), ...rest].map(change), dataset);
        expect(outcome).toMatchObject({ state: 'CHECKED', effect: { created: 1, kinds: { Name: 1 } } });
        expect(warningsIn(outcome)).toEqual([
          ['WARNING', 1, `${first?.properties.name}, as the graph calls ${first?.id}`, 'Another'],
        ]);
      }
    });

    test('with a place moved states the point as a fact, and tells the point that the graph has', async () => {
      const all = await features('locations');
      const at = all.findIndex(({ id }) => id === 'location-fx-l1');
      const moved = { ...all[at], geometry: { type: 'Point', coordinates: [10.02, 10] } } as MapFeature;
      for (const change of [(one: MapFeature) => one, withoutClaims]) {
        const outcome = await bring('locations', all.with(at, moved).map(change), dataset);
        expect(outcome).toMatchObject({ state: 'CHECKED', effect: { created: 1, kinds: { Fact: 1 } } });
        expect(warningsIn(outcome)).toEqual([
          ['WARNING', at + 1, 'longitude 10, as the graph has it of location-fx-l1', '10.02'],
        ]);
      }
    });

    test('with one place more states that place alone', async () => {
      const all = await features('locations');
      const more = { ...withoutClaims(named(all[3], 'New place')), id: 'location-new-place' } as MapFeature;
      for (const change of [(one: MapFeature) => one, withoutClaims]) {
        const outcome = await bring('locations', [...all, more].map(change as never), dataset);
        expect(outcome.state).toBe('CHECKED');
        expect(outcome.effect.kinds).toEqual({ Location: 1, Name: 1, Fact: 1 });
        expect(warningsIn(outcome)).toEqual([]);
      }
    });
  },
);

test('a name cites a report that the graph cites nowhere for the place, so it is another source and goes in', async () => {
  const [first] = (await features('locations')).map(withoutClaims);
  const sources = ['report-fx-un-2022'];
  const outcome = await bring('locations', [{ ...first, properties: { ...first?.properties, sources } }], 'copied');
  expect(outcome.effect.kinds).toMatchObject({ Name: 1 });
  expect(warningsIn(outcome)).toEqual([]);
});

test('a claim of another dataset that was changed in the map is stated beside it, and each difference is told', async () => {
  const [first] = await features('locations');
  const [claim, ...rest] = (first?.properties.claims ?? []) as { properties: object }[];
  const claims = [{ ...claim, properties: { ...claim?.properties, note: 'Doubtful.', credibility: 5 } }, ...rest];
  const outcome = await bring('locations', [{ ...first, properties: { ...first?.properties, claims } }], 'copied');
  expect(outcome.effect.created).toBe(1);
  expect(warningsIn(outcome).map(([, , expected, got]) => [String(expected).split(',')[0], got])).toEqual(
    expect.arrayContaining([
      ['credibility 6', '5'],
      ['note empty', 'Doubtful.'],
    ]),
  );
});

test('an incident with another title stands in the other dataset under an id of its own, and that is told', async () => {
  const [first, ...rest] = await features('incidents');
  const changed = { ...first, properties: { ...first?.properties, title: 'Another title' } };
  const outcome = await bring('incidents', [changed, ...rest], 'copied');
  expect(outcome.effect).toMatchObject({ created: 1, unchanged: rest.length, kinds: { Incident: 1 } });
  expect(warningsIn(outcome)).toEqual([['WARNING', 1, 'an id of this dataset', first?.id]]);
});

test('who may not see a name of a place does not learn of it from an import of a map', async () => {
  const hidden = {
    type: 'Feature',
    id: 'location-fx-hidden',
    geometry: null,
    properties: { name: 'Guessed', kind: 'PLACE', sources: ['report-fx-un-2022'] },
  };
  const outcomes = [
    await bring('locations', [hidden], 'copied'),
    await bring('locations', [hidden], 'copied', CONFIDENTIAL),
  ];
  expect(JSON.stringify(outcomes[0])).not.toContain('Cellar');
  expect(JSON.stringify(outcomes[1])).toContain('Cellar');
});

test('an alias that a map brought is there when the map comes again, and stays away when an editor has taken it back', async () => {
  const [first, ...rest] = (await features('locations')).map(withoutClaims);
  const map = [named(first as MapFeature, 'Another'), ...rest];
  const write = () => bring('locations', map, 'copied', PUBLIC, false);
  expect((await write()).state).toBe('WRITTEN');
  const { location } = await answer(`{ location(id: "${first?.id}") { name names { id value kind dataset } } }`);
  expect(location.name).toBe(first?.properties.name);
  const alias = location.names.find(({ value }: { value: string }) => value === 'Another');
  expect(alias).toMatchObject({ kind: 'ALIAS', dataset: 'copied' });
  expect((await write()).state).toBe('UNCHANGED');
  await takeBack(now(), alias.id);
  const again = await write();
  expect(again).toMatchObject({ state: 'UNCHANGED', effect: { created: 0, left: 1 } });
});
