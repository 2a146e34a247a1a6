import { expect, test } from '@jest/globals';
import { datasetNames, readDataset } from '../../src/exchange/seed/read-datasets.js';
import { doubtOfPoint } from '../../src/model/record/point.rules.js';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
const UKRAINE = [at(50.45, 30.52), at(47.1, 37.54), at(46.48, 30.73)];
const SYRIA = [at(33.51, 36.29), at(36.2, 37.13)];

test.each([
  ['Mariupol with latitude and longitude swapped', at(37.54, 47.1), UKRAINE],
  ['Lviv swapped', at(24.03, 49.84), UKRAINE],
])('%s is a doubtful point beside places of the country', (_title, point, near) => {
  expect(doubtOfPoint(point, near)).toMatch(/near them if latitude and longitude are swapped\.$/);
});

test.each([
  ['a longitude without its sign, west of Greenwich', at(4.71, 74.07), [at(6.25, -75.56)], 'longitude'],
  ['Mariupol at a negative longitude', at(47.1, -37.54), UKRAINE, 'longitude'],
  ['Lviv at a negative longitude', at(49.84, -24.03), UKRAINE, 'longitude'],
  ['Minsk at a negative longitude, beside one place', at(53.9, -27.56), [at(52.1, 23.7)], 'longitude'],
  ['Mariupol at a negative latitude', at(-47.1, 37.54), UKRAINE, 'latitude'],
  ['Kharkiv at a negative latitude', at(-49.99, 36.23), UKRAINE, 'latitude'],
  ['a latitude without its sign, south of the equator', at(33.9, 18.4), [at(-33.02, 27.91)], 'latitude'],
  ['Mariupol at two negative numbers', at(-47.1, -37.54), UKRAINE, 'both latitude and longitude'],
  ['Damascus at two negative numbers', at(-33.51, -36.29), SYRIA, 'both latitude and longitude'],
  ['Minsk at two negative numbers', at(-53.9, -27.56), [at(52.1, 23.7)], 'both latitude and longitude'],
])('%s is a doubtful point beside places of the country', (_title, point, near, axis) => {
  expect(doubtOfPoint(point, near)).toBe(
    `It lies far from the other places there, and near them with the other sign of ${axis.startsWith('both') ? '' : 'the '}${axis}.`,
  );
});

test.each([
  ['a latitude alone', at(48.46, 0), UKRAINE],
  ['a longitude alone', at(0, 37.54), UKRAINE],
  ['a longitude alone, in another country', at(0, 36.29), SYRIA],
])('%s, with 0 for the other, is a doubtful point', (_title, point, near) => {
  expect(doubtOfPoint(point, near)).toMatch(/a degree of 0 stands for one that is not known\.$/);
});

test.each([
  ['the latitude twice', at(50.45, 50.45), UKRAINE],
  ['the longitude twice', at(37.54, 37.54), UKRAINE],
  ['one number twice, in another country', at(38.3, 38.3), [at(52.52, 13.4)]],
])('%s is a doubtful point', (_title, point, near) => {
  expect(doubtOfPoint(point, near)).toMatch(/has one number as latitude and as longitude\.$/);
});

test.each(['EXACT_POINT', 'ADMIN2', undefined])(
  'a place of precision %s at the point of its country is doubtful',
  (precision) => {
    const country = { ...at(49, 32), precision: 'COUNTRY' };
    expect(doubtOfPoint({ ...at(49, 32), precision }, [country])).toBe('It is the point of the whole country.');
  },
);

test.each([
  ['the country itself', { ...at(49, 32), precision: 'COUNTRY' }, [{ ...at(49, 32), precision: 'COUNTRY' }]],
  [
    'a city at the point of its region',
    { ...at(50.45, 30.52), precision: 'ADMIN2' },
    [{ ...at(50.45, 30.52), precision: 'ADMIN1' }],
  ],
  [
    'a place near the point of its country',
    { ...at(49.01, 32), precision: 'ADMIN2' },
    [{ ...at(49, 32), precision: 'COUNTRY' }],
  ],
])('%s is not doubtful', (_title, point, near) => {
  expect(doubtOfPoint(point, near)).toBeUndefined();
});

test.each([
  ['degrees near 0, 0, as a shaken point has them', at(0.0001, 0.0001)],
  ['degrees near 0, 0 on the other side', at(-0.002, 0.3)],
  ['degrees near 0, 0 with one of them', at(0, -0.4)],
])('%s are a doubtful point', (_title, point) => {
  expect(doubtOfPoint(point, UKRAINE)).toMatch(/^Degrees 0, 0/);
});

test('degrees 0, 0 are a doubtful point wherever other places lie', () => {
  expect(doubtOfPoint(at(0, 0), [])).toMatch(/^Degrees 0, 0/);
});

test.each([
  ['Lviv, far from the places that are known', at(49.84, 24.03), UKRAINE],
  ['a place in another part of the world, swapped or not', at(-33.9, 18.4), UKRAINE],
  ['a place whose swapped point lies near too', at(34.8, 39.5), SYRIA],
  ['a place on the meridian of Greenwich', at(51.48, 0), [at(52.48, -1.9)]],
  ['a place on the equator', at(0, 32.5), [at(0.31, 32.58)]],
  ['a place on the coast that is nearest to degrees 0, 0', at(4.9, -2.24), [at(5.55, -0.2)]],
  ['an island not far from degrees 0, 0', at(0.34, 6.73), [at(1.64, 7.42)]],
  ['a place west of Greenwich, in a country on both sides', at(48.39, -4.48), [at(49.26, 4.03)]],
  ['a place north of the equator, in a country on both sides', at(2.82, -60.67), [at(-3.1, -60.02)]],
  ['a place beyond 180 degrees, in a country on both sides', at(66.16, -169.8), [at(64.73, 177.5)]],
  ['a place with one number twice, near others', at(36.2, 36.2), SYRIA],
  ['a place of the same whole degrees twice', at(55, 55), [at(55.75, 37.6)]],
  ['a place of which nothing else is known', at(37.54, 47.1), []],
  ['a place beyond 90 degrees of longitude, which has no swapped point', at(52.3, 104.3), [at(55.75, 37.6)]],
])('%s is not doubtful', (_title, point, near) => {
  expect(doubtOfPoint(point, near)).toBeUndefined();
});

test('no point of the seed is doubtful beside the others of its country', async () => {
  const places = await pointsOfSeed();
  expect(places.length).toBeGreaterThan(20);
  const doubted = places.filter(({ id, country, ...point }) =>
    doubtOfPoint(
      point,
      places.filter((other) => other.country === country && other.id !== id),
    ),
  );
  expect(doubted).toEqual([]);
});

async function pointsOfSeed() {
  const datasets = await Promise.all((await datasetNames()).map((name) => readDataset(name)));
  return datasets.flatMap(({ records: { locations } }) =>
    locations.flatMap(({ record: { id, country, latitude, longitude, precision } }) =>
      latitude === undefined || longitude === undefined
        ? []
        : [{ id, country: country?.join(), latitude, longitude, precision }],
    ),
  );
}
