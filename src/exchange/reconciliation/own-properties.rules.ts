import type { Property, PropertyValue } from './property.rules.js';
import { asLabel, TYPE_IDS } from './reconciliation.rules.js';

/** Properties that an entity has by itself: its names, its labels and where it lies. */

const label = (value: string | null) => (value === null ? [] : [{ text: value, also: [asLabel(value)] }]);
const number = (value: number | null) => (value === null ? [] : [{ text: String(value), number: value }]);
const texts = (values: readonly string[]): PropertyValue[] => [...new Set(values)].map((text) => ({ text }));

const COUNTRIES = ['en', 'uk', 'ru'].map(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
);

/** A code that is none of a country has no name. */
function countryNames(names: Intl.DisplayNames, code: string): string[] {
  return /^[A-Z]{2}$/.test(code) ? [names.of(code) ?? []].flat() : [];
}

export const OWN_PROPERTIES = {
  names: {
    id: 'names',
    name: 'Names',
    description: 'Every name and spelling that sources give.',
    types: TYPE_IDS,
    values: ({ names }) => texts(names),
  },
  aliases: {
    id: 'aliases',
    name: 'Other names',
    description: 'Every name and spelling but the one by which it is listed.',
    types: TYPE_IDS,
    values: ({ name, names }) => texts(names.filter((value) => value !== name)),
  },
  identifiers: {
    id: 'identifiers',
    name: 'Identifiers',
    description: 'Identifiers in other registers, as SCHEME:value.',
    types: TYPE_IDS,
    exact: true,
    values: ({ identifiers }) =>
      identifiers.map(({ scheme, value }) => ({ text: `${scheme}:${value}`, also: [value, `${scheme} ${value}`] })),
  },
  kind: {
    id: 'kind',
    name: 'Kind',
    description: 'What kind of unit, body, place or incident it is, in our words; a unit or incident can have several.',
    types: ['Unit', 'Body', 'Location', 'Incident'],
    exact: true,
    values: ({ kind, kinds, bodyKind }) => [...kinds, kind, bodyKind].flatMap(label),
  },
  country: {
    id: 'country',
    name: 'Country',
    description:
      'ISO 3166-1 alpha-2 codes of the States that a unit belongs to or a place lies in, as sources say. A person has none.',
    types: ['Unit', 'Location'],
    exact: true,
    values: ({ countries }) =>
      countries.map((code) => ({ text: code, also: COUNTRIES.flatMap((names) => countryNames(names, code)) })),
  },
  first: {
    id: 'first',
    name: 'First date',
    description:
      'The first date of an incident, EDTF level 1. Whether it began then or is first cited then: see what describes it.',
    types: ['Incident'],
    exact: true,
    values: ({ first }) => texts(first === null ? [] : [first]),
  },
  last: {
    id: 'last',
    name: 'Last date',
    description:
      'The last date of an incident, EDTF level 1. Whether it ended then or is last cited then: see what describes it.',
    types: ['Incident'],
    exact: true,
    values: ({ last }) => texts(last === null ? [] : [last]),
  },
  place: {
    id: 'place',
    name: 'Place',
    description: 'Where an incident happened.',
    types: ['Incident'],
    of: 'Location',
    values: ({ place }) => (place === null ? [] : [{ id: place.id, text: place.name }]),
  },
  sources: {
    id: 'sources',
    name: 'Sources',
    description: 'The titles of the reports that an incident rests on.',
    types: ['Incident'],
    values: ({ sources }) => texts(sources),
  },
  within: {
    id: 'within',
    name: 'Lies in',
    description: 'The place directly around it.',
    types: ['Location'],
    of: 'Location',
    values: ({ within }) => (within === null ? [] : [{ id: within.id, text: within.name }]),
  },
  latitude: {
    id: 'latitude',
    name: 'Latitude',
    description: 'Degrees north, WGS 84; a town has that of its centre.',
    types: ['Location'],
    exact: true,
    values: ({ latitude }) => number(latitude),
  },
  longitude: {
    id: 'longitude',
    name: 'Longitude',
    description: 'Degrees east, WGS 84; a town has that of its centre.',
    types: ['Location'],
    exact: true,
    values: ({ longitude }) => number(longitude),
  },
} as const satisfies Readonly<Record<string, Property>>;
