import { expect, test } from '@jest/globals';
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

test('degrees 0, 0 are a doubtful point wherever other places lie', () => {
  expect(doubtOfPoint(at(0, 0), [])).toMatch(/^Degrees 0, 0/);
});

test.each([
  ['Lviv, far from the places that are known', at(49.84, 24.03), UKRAINE],
  ['a place in another part of the world, swapped or not', at(-33.9, 18.4), UKRAINE],
  ['a place whose swapped point lies near too', at(34.8, 39.5), SYRIA],
  ['a place on the meridian of Greenwich', at(51.48, 0), [at(52.48, -1.9)]],
  ['a place on the equator', at(0, 32.5), [at(0.31, 32.58)]],
  ['a place of which nothing else is known', at(37.54, 47.1), []],
  ['a place beyond 90 degrees of longitude, which has no swapped point', at(52.3, 104.3), [at(55.75, 37.6)]],
])('%s is not doubtful', (_title, point, near) => {
  expect(doubtOfPoint(point, near)).toBeUndefined();
});
