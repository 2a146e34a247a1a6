import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { importRequest } from '../../../src/exchange/import/import-request.js';
import { Reader } from '../../../src/graph/graph.js';
import { levelsUpTo } from '../../../src/model/access.rules.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { graph, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { importInto } from './batch-requests.js';

/** Maps of our own export, read back into the graph that they came from, as they are and as other programs rewrite them. */

useGraph('amnesty-ukraine', 'public-record', 'fictional');

type Features = { features: { id?: unknown; geometry: unknown; properties: Record<string, unknown> }[] };

async function exported(name: string, dataset: string): Promise<Features> {
  const context = new Context(new Reader(graph()), levelsUpTo('PUBLIC'), await publishedThrough(graph()));
  const opened = await openExport(context, name, { dataset });
  let text = '';
  for await (const piece of opened?.text ?? []) text += piece;
  return JSON.parse(text);
}

async function readBack(role: string, dataset: string, collection: unknown, mark = '') {
  const folder = temporaryFolder();
  const path = join(folder, `${role}.geojson`);
  await writeFile(path, mark + JSON.stringify(collection, null, 1).replaceAll('\n', '\r\n'));
  const request = await importRequest(graph(), {
    format: 'geojson',
    files: { [role]: path },
    dataset: { id: dataset },
    about: {},
    whole: false,
    skipFaulty: false,
    dryRun: true,
    reason: 'A test.',
    actor: 'tester',
    folder,
  });
  const { effect, report } = await importInto(request);
  return { effect, errors: report.problems.filter(({ severity }) => severity === 'ERROR') };
}

const UNCHANGED = { effect: { created: 0, restored: 0, left: 0, kinds: {} }, errors: [] };

/** As GDAL writes it again: its id as a property, other members beside the features, another order, a column of its own. */
const asByGdal = ({ features }: Features) => ({
  type: 'FeatureCollection',
  name: 'layer',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
  features: features.map(({ id, geometry, properties }) => ({
    type: 'Feature',
    properties: Object.fromEntries([['id', id], ...Object.entries(properties).reverse(), ['fid', null]]),
    geometry,
  })),
});

/** As QGIS saves it in a layer of points: lists and objects as texts of JSON, and each point as a MultiPoint. */
const asByQgis = ({ features }: Features) => ({
  type: 'FeatureCollection',
  features: features.map(({ id, geometry, properties }) => ({
    type: 'Feature',
    id,
    geometry: geometry && {
      type: 'MultiPoint',
      coordinates: [(geometry as { readonly coordinates: unknown }).coordinates],
    },
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
      ]),
    ),
  })),
});

test.each(['amnesty-ukraine', 'public-record', 'fictional'])(
  'places and incidents of %s in GeoJSON, read back as they are or as programs for maps rewrite them, change nothing',
  async (dataset) => {
    for (const role of ['locations', 'incidents']) {
      const collection = await exported(`${role}.geojson`, dataset);
      const plain = await readBack(role, dataset, collection);
      expect(plain).toMatchObject(UNCHANGED);
      expect(plain.effect.unchanged).toBeGreaterThan(4);
      const others = [
        await readBack(role, dataset, collection, '\ufeff'),
        await readBack(role, dataset, asByGdal(collection)),
        await readBack(role, dataset, asByQgis(collection)),
      ];
      for (const other of others) expect(other).toEqual(plain);
    }
  },
);

test('a name that was changed in an exported map is one new name, and nothing else is new', async () => {
  const collection = await exported('locations.geojson', 'fictional');
  const [first] = collection.features;
  if (first) first.properties.name = 'Another name';
  const { effect, errors } = await readBack('locations', 'fictional', collection);
  expect([effect.created, effect.kinds, errors]).toEqual([1, { Name: 1 }, []]);
});

test('an incident that was changed in an exported map is refused, because what was recorded is never overwritten', async () => {
  const collection = await exported('incidents.geojson', 'fictional');
  const [first] = collection.features;
  if (first) first.properties.title = 'Another title';
  const { effect, errors } = await readBack('incidents', 'fictional', collection);
  expect([effect.created, errors.map(({ got }) => got)]).toEqual([0, [first?.id]]);
});

test('an exported map that comes into another dataset of its graph states nothing there', async () => {
  const collection = await exported('locations.geojson', 'fictional');
  const { effect, errors } = await readBack('locations', 'public-record', collection);
  expect([effect.created, errors]).toEqual([0, []]);
  expect(effect.unchanged).toBeGreaterThan(collection.features.length);
});
