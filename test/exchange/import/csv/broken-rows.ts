import { expect } from '@jest/globals';
import type { Change } from './tables.js';

type Case = [rule: string, file: string, change: Change, row: number, column: string, expected: unknown, got: string];

/** Changes one cell, in the first row unless another is given. */
export const cell =
  (column: string, value: string, row = 2): Change =>
  (_grid, set) =>
    set(row, column, value);

const again: Change = (grid) => grid.push([...(grid[1] ?? [])]);

/** Each rule with the change that breaks it, and what the error must say. */
export const cases: Case[] = [
  ['an id of another kind', 'people', cell('id', 'unit-x'), 2, 'id', 'an id such as person-some-name', 'unit-x'],
  ['an id with capitals', 'people', cell('id', 'person-X'), 2, 'id', 'an id such as person-some-name', 'person-X'],
  ['an id that stands twice', 'people', again, 3, 'id', 'each id once', 'person-vm-ander'],
  ['an incident that stands twice', 'incidents', again, 3, 'id', 'each id once', 'incident-vm-ford'],
  ['a required cell that is empty', 'people', cell('name', ''), 2, 'name', 'a text without control characters', ''],
  [
    'a word that is in no vocabulary',
    'postings',
    cell('role', 'BOSS'),
    2,
    'role',
    expect.stringContaining('COMMANDER, HEAD'),
    'BOSS',
  ],
  ['a date that does not exist', 'postings', cell('first', '2022-02-30'), 2, 'first', expect.any(String), '2022-02-30'],
  ['a date in another style', 'postings', cell('last', '3/14/2022'), 2, 'last', expect.any(String), '3/14/2022'],
  [
    'a hardness of the other end',
    'postings',
    cell('first_hardness', 'END'),
    2,
    'first_hardness',
    'one of START, FIRST_CITED',
    'END',
  ],
  ['an inverted range', 'postings', cell('last', '2020'), 2, 'last', 'a date on or after 2021-06-01', '2020'],
  ['an inverted range of an incident', 'incidents', cell('last', '2020'), 2, 'last', expect.any(String), '2020'],
  [
    'a range of zero length',
    'command-links',
    (_grid, set) => {
      set(2, 'last', '2021-06-01');
      set(2, 'last_hardness', 'END');
    },
    2,
    'last',
    'a date after 2021-06-01',
    '2021-06-01',
  ],
  [
    'a unit above itself',
    'command-links',
    cell('superior_id', 'unit-vm-2-brigade'),
    2,
    'superior_id',
    'another unit',
    'unit-vm-2-brigade',
  ],
  ['a row without a source', 'postings', cell('sources', ''), 2, 'sources', expect.any(String), ''],
  [
    'a source that is no report',
    'postings',
    cell('sources', 'report-vm-archive ; A newspaper'),
    2,
    'sources',
    expect.stringContaining('report-some-name'),
    'A newspaper',
  ],
  [
    'more pinpoints than sources',
    'postings',
    cell('pinpoints', 'p. 1 ; p. 2'),
    2,
    'pinpoints',
    '1 values, as in "sources"',
    '2 values',
  ],
  [
    'a source older than what it is cited for',
    'postings',
    cell('last', '2024-01'),
    2,
    'sources',
    'a source published on or after 2024-01',
    'report-vm-archive, published by 2023-05-01',
  ],
  ['a credibility that is none', 'postings', cell('credibility', '7'), 2, 'credibility', 'a whole number, 1 to 6', '7'],
  ['a country by its name', 'units', cell('country', 'Velmora'), 2, 'country', expect.any(String), 'Velmora'],
  ['a flag that is neither', 'units', cell('placeholder', 'maybe'), 2, 'placeholder', 'true or false', 'maybe'],
  [
    'a latitude beyond the pole',
    'locations',
    cell('latitude', '90.01'),
    2,
    'latitude',
    expect.stringContaining('from -90 to 90'),
    '90.01',
  ],
  [
    'a decimal comma',
    'locations',
    cell('longitude', '20,5'),
    2,
    'longitude',
    expect.stringContaining('such as 10.25'),
    '20,5',
  ],
  ['only one coordinate', 'locations', cell('longitude', ''), 2, 'longitude', 'a longitude too', ''],
  [
    'coordinates without a source',
    'locations',
    cell('coordinates_from_id', ''),
    2,
    'coordinates_from_id',
    'the report of the coordinates',
    '',
  ],
  ['a fact without a value', 'people', cell('facts', 'BORN'), 2, 'facts', expect.stringContaining('BORN=1979'), 'BORN'],
  [
    'an address of another scheme',
    'reports',
    cell('url', 'javascript:1'),
    2,
    'url',
    expect.any(String),
    'javascript:1',
  ],
  [
    'an attribution to an incident that is not there',
    'attributions',
    cell('incident_id', 'incident-away'),
    2,
    'incident_id',
    'an incident of incidents.csv',
    'incident-away',
  ],
  ['numbers in disorder', 'casualties', cell('low', '6'), 2, 'best', 'low ≤ best ≤ high', '6, 5, 7'],
  [
    'the day of sexual violence',
    'incidents',
    (_grid, set) => {
      set(2, 'kinds', 'SEXUAL_VIOLENCE');
      set(2, 'precision', 'ADMIN1');
    },
    2,
    'first',
    expect.stringContaining('at most the month'),
    '2022-03-05',
  ],
  [
    'the district of sexual violence',
    'incidents',
    (_grid, set) => {
      set(2, 'kinds', 'SEXUAL_VIOLENCE');
      set(2, 'first', '2022-03');
      set(2, 'last', '2022-03');
    },
    2,
    'precision',
    'one of ADMIN1, AREA, COUNTRY, UNKNOWN',
    'ADMIN2',
  ],
  [
    'a finding published before it is decided',
    'findings',
    cell('decided', '2023-06'),
    2,
    'published',
    'a date on or after 2023-06',
    '2023-05-01',
  ],
  [
    'conduct that ends before it begins',
    'findings',
    cell('conduct_to', '2021'),
    2,
    'conduct_to',
    expect.any(String),
    '2021',
  ],
  [
    'a text that is too long',
    'postings',
    cell('title', 'x'.repeat(2001)),
    2,
    'title',
    'at most 2000 characters',
    `${'x'.repeat(119)}…`,
  ],
  [
    'a control character',
    'postings',
    cell('rank', 'Col\u0007onel'),
    2,
    'rank',
    'a text without control characters',
    'Col\u0007onel',
  ],
];
