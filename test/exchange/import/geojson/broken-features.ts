import { expect } from '@jest/globals';
import { changed, INCIDENT, PLACE, type Role } from './features.js';

export const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

interface BrokenFeature {
  readonly rule: string;
  readonly role: Role;
  readonly feature: unknown;
  /** What the error must say. */
  readonly column: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Each rule with a feature that breaks it, and what the error must say. */
export const cases: readonly BrokenFeature[] = [
  {
    rule: 'no id',
    role: 'locations',
    feature: changed(PLACE, {}, { id: undefined }),
    column: 'id',
    expected: 'an id of ours, as a text',
    got: '',
  },
  {
    rule: 'an id of another kind',
    role: 'locations',
    feature: changed(PLACE, {}, { id: 'Q1' }),
    column: 'id',
    expected: expect.stringContaining('location-'),
    got: 'Q1',
  },
  {
    rule: 'another geometry',
    role: 'locations',
    feature: changed(PLACE, {}, { geometry: { type: 'Polygon', coordinates: [] } }),
    column: 'geometry',
    expected: 'a Point',
    got: 'Polygon',
  },
  {
    rule: 'a point of texts',
    role: 'locations',
    feature: changed(PLACE, {}, { geometry: point('1', '2') }),
    column: 'geometry',
    expected: 'two numbers, longitude first',
    got: 'a list',
  },
  {
    rule: 'a longitude off the Earth',
    role: 'locations',
    feature: changed(PLACE, {}, { geometry: point(181, 0) }),
    column: 'geometry',
    expected: 'degrees of WGS 84',
    got: 'latitude 0, longitude 181',
  },
  {
    rule: 'a latitude off the Earth',
    role: 'locations',
    feature: changed(PLACE, {}, { geometry: point(10, 100) }),
    column: 'geometry',
    expected: 'degrees of WGS 84',
    got: 'latitude 100, longitude 10',
  },
  {
    rule: 'a number beyond all bounds',
    role: 'locations',
    feature: changed(PLACE, {}, { geometry: point(1e308, 0) }),
    column: 'geometry',
    expected: 'degrees of WGS 84',
    got: 'latitude 0, longitude 1e+308',
  },
  {
    rule: 'coordinates without a source',
    role: 'locations',
    feature: changed(PLACE, { coordinatesFrom: null }),
    column: 'properties.coordinatesFrom',
    expected: 'the report of the coordinates',
    got: '',
  },
  {
    rule: 'no name',
    role: 'locations',
    feature: changed(PLACE, { name: '' }),
    column: 'properties.name',
    expected: 'a name',
    got: '',
  },
  {
    rule: 'a name that is an object',
    role: 'locations',
    feature: changed(PLACE, { name: { en: 'Ostra' } }),
    column: 'properties.name',
    expected: 'a text',
    got: 'an object',
  },
  {
    rule: 'a kind that is none',
    role: 'locations',
    feature: changed(PLACE, { kind: 'TOWN' }),
    column: 'properties.kind',
    expected: expect.stringContaining('PLACE'),
    got: 'TOWN',
  },
  {
    rule: 'two places around it',
    role: 'locations',
    feature: changed(PLACE, { within: ['location-a', 'location-b'] }),
    column: 'properties.within',
    expected: 'one id',
    got: 'location-a, location-b',
  },
  {
    rule: 'no source',
    role: 'locations',
    feature: changed(PLACE, { sources: [] }),
    column: 'properties.sources',
    expected: 'at least one report',
    got: '',
  },
  {
    rule: 'a source that is a number',
    role: 'locations',
    feature: changed(PLACE, { sources: [7] }),
    column: 'properties.sources',
    expected: expect.any(String),
    got: '7',
  },
  {
    rule: 'a point without a location',
    role: 'incidents',
    feature: changed(INCIDENT, { location: null }),
    column: 'properties.location',
    expected: 'the id of a location',
    got: '',
  },
  {
    rule: 'a date that does not exist',
    role: 'incidents',
    feature: changed(INCIDENT, { first: '2022-02-30' }),
    column: 'properties.first',
    expected: expect.any(String),
    got: '2022-02-30',
  },
  {
    rule: 'an unknown hardness',
    role: 'incidents',
    feature: changed(INCIDENT, { lastHardness: 'START' }),
    column: 'properties.lastHardness',
    expected: expect.any(String),
    got: 'START',
  },
  {
    rule: 'an inverted range',
    role: 'incidents',
    feature: changed(INCIDENT, { last: '2021' }),
    column: 'properties.last',
    expected: 'a date on or after 2022-03-05',
    got: '2021',
  },
  {
    rule: 'the day of sexual violence',
    role: 'incidents',
    feature: changed(INCIDENT, { kinds: ['SEXUAL_VIOLENCE'] }),
    column: 'properties.first',
    expected: expect.any(String),
    got: '2022-03-05',
  },
  { rule: 'a feature that is none', role: 'locations', feature: 'x', column: 'type', expected: 'a Feature', got: 'x' },
];
