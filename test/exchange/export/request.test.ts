import { expect, test } from '@jest/globals';
import type { DatasetAbout } from '../../../src/exchange/export/export.rules.js';
import { readExportRequest } from '../../../src/exchange/export/export-request.js';
import { select } from '../../../src/exchange/export/selection.js';
import { viewOf } from '../../../src/model/lens.js';

const dataset = (id: string, more: Partial<DatasetAbout> = {}): DatasetAbout => ({
  id,
  version: 'v',
  licence: 'CC0',
  attribution: 'nobody',
  redistribute: true,
  changedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
const ALL = [
  dataset('base'),
  dataset('closed', { redistribute: false, licence: 'Not to be passed on.', changedAt: '2026-02-01T00:00:00.000Z' }),
  dataset('more'),
];
const VIEW = viewOf(['PUBLIC'], {});
const REQUIRED = new Map([['more', new Set(['closed', 'base'])]]);
const included = (selection: ReturnType<typeof select>) =>
  selection.about.datasets.filter((one) => one.included).map(({ id }) => id);

test('an export contains all datasets that may be redistributed, and the manifest names the one that may not', () => {
  const selection = select(ALL, undefined, VIEW);
  expect(included(selection)).toEqual(['base', 'more']);
  expect(selection.view.excludeDatasets).toEqual(['closed']);
  expect(selection.about.datasets).toContainEqual(
    expect.objectContaining({ id: 'closed', redistribute: false, included: false }),
  );
});

test('an export of one dataset contains the datasets that it requires, and no other', () => {
  const selection = select(ALL, ['more'], VIEW, REQUIRED);
  expect(included(selection)).toEqual(['base', 'more']);
  expect(selection.about.datasets.map(({ requires }) => requires)).toEqual([[], [], ['base', 'closed']]);
  expect(select(ALL, ['base'], VIEW).view.excludeDatasets).toEqual(['closed', 'more']);
});

test('an export leaves out what the lens excludes', () => {
  const selection = select(ALL, undefined, viewOf(['PUBLIC'], { excludeDatasets: ['base'] }));
  expect(included(selection)).toEqual(['more']);
  expect(selection.about.lens.excludeDatasets).toEqual(['base']);
});

test.each([
  ['closed', 'The licence of the dataset closed does not let it be passed on: Not to be passed on.'],
  ['nothing', 'Expected `dataset` as some of base, closed, more; got "nothing".'],
])('an export of %s by name is refused', (id, message) => {
  expect(() => select(ALL, [id], VIEW)).toThrow(message);
});

test('an export is pinned to the latest change, even of a dataset that it leaves out', () => {
  const { view, about } = select(ALL, undefined, VIEW);
  expect([view.recordedBy, about.lens.recordedBy]).toEqual(['2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']);
});

test('a request for an export takes lists with commas or repeated, and instants in any zone', () => {
  const parameters = { dataset: ['a,b', 'c'], excludeReports: 'r', recordedBy: '2026-01-01T02:00:00+02:00' };
  expect(readExportRequest(parameters, [])).toMatchObject({
    datasets: ['a', 'b', 'c'],
    lens: { excludeReports: ['r'], recordedBy: '2026-01-01T00:00:00.000Z' },
  });
});

test.each<[Record<string, unknown>, string]>([
  [{ publishedBy: '2022-02-30' }, 'Expected `publishedBy` as one day that exists, as YYYY-MM-DD; got "2022-02-30".'],
  [{ recordedBy: 'yesterday' }, 'Expected `recordedBy` as one instant with a zone'],
  [{ minReliability: 'Z' }, 'Expected `minReliability` as one of A, B, C, D, E, F; got "Z".'],
  [{ datasets: 'x' }, 'got "datasets".'],
  [{ profile: 'full' }, 'got "profile".'],
  [{ unit: 'unit-x', on: '2022-01-01' }, 'got "unit, on".'],
])('the parameters %j of an export are refused', (parameters, message) => {
  expect(() => readExportRequest(parameters, [])).toThrow(message);
});

test('a parameter of one export is read for that export alone', () => {
  expect(readExportRequest({ profile: 'compat' }, ['profile'])).toMatchObject({ profile: 'compat' });
  expect(() => readExportRequest({ profile: 'loose' }, ['profile'])).toThrow(
    'Expected `profile` as one of full, compat; got "loose".',
  );
});
