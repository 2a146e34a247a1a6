import { expect, test } from '@jest/globals';
import { cases, point } from './broken-features.js';
import { changed, INCIDENT, imported, PLACE } from './features.js';

/** One broken feature for each rule. Each says where it is, what was expected and what stood there. */

test.each(cases)(
  'in GeoJSON, $rule is an error with its feature and property, and the other features are read',
  async ({ role, feature, column, expected, got }) => {
    const good = changed(
      role === 'locations' ? PLACE : INCIDENT,
      {},
      { id: role === 'locations' ? 'location-good' : 'incident-good' },
    );
    const { records, errors } = await imported(role, good, feature);
    expect(errors[0]).toMatchObject({ file: `${role}.geojson`, row: 2, column, expected, got });
    expect(errors.every(({ row }) => row === 2)).toBe(true);
    expect(records.map(({ origin }) => origin.row)).toEqual([1]);
  },
);

test('the error for GeoJSON coordinates in the wrong order says so', async () => {
  const { errors } = await imported('locations', changed(PLACE, {}, { geometry: point(50, 110) }));
  expect(errors[0]?.message).toBe('This is not a place on Earth. The longitude stands first.');
});

test('a repeated id in GeoJSON is an error', async () => {
  const { errors } = await imported('locations', PLACE, PLACE);
  expect(errors).toEqual([
    expect.objectContaining({ row: 2, column: 'id', expected: 'each id once', got: 'location-ostra' }),
  ]);
});

test('a GeoJSON property that is not imported, or a height, gives a warning', async () => {
  const { problems, records } = await imported(
    'locations',
    changed(PLACE, { colour: 'red', population: null }, { geometry: point(1, 2, 300) }),
  );
  expect(problems.map(({ severity, column, got }) => [severity, column, got])).toEqual([
    ['WARNING', 'geometry', '300'],
    ['WARNING', 'properties.colour', 'colour'],
  ]);
  expect(records).toHaveLength(1);
});

test.each(['2022-03-05T00:00:00', '2022-03-05 00:00:00', '2022-03-05T00:00:00Z', '2022/03/05 00:00:00.000'])(
  'the midnight %s, which a program wrote behind a day in GeoJSON, is the day',
  async (first) => {
    const { records, errors } = await imported('incidents', changed(INCIDENT, { first }));
    expect(errors).toEqual([]);
    const [plain] = (await imported('incidents', INCIDENT)).records;
    expect(records[0]?.record).toEqual(plain?.record);
  },
);

test('an hour of a day in GeoJSON is an error', async () => {
  const { errors } = await imported('incidents', changed(INCIDENT, { first: '2022-03-05T14:30:00' }));
  expect(errors[0]).toMatchObject({ column: 'properties.first', got: '2022-03-05T14:30:00' });
});
