import { expect, test } from '@jest/globals';
import { faultsOf } from '../sheets.js';
import { changed, imported, type Line, line, WORLD } from './lines.js';

/** One broken line for each rule. Each says where it is, what was expected and what stood there. */

type Case = [
  rule: string,
  lines: readonly unknown[],
  row: number,
  column: string | undefined,
  expected: unknown,
  got: unknown,
];

const more = (...lines: Line[]) => [...WORLD, ...lines];
const LAST = WORLD.length + 1;

const cases: Case[] = [
  ['a line that is no object', [...WORLD, 7], LAST, undefined, 'an object of JSON', '7'],
  ['a line that is a list', [...WORLD, []], LAST, undefined, 'an object of JSON', 'a list'],
  ['no id', [...WORLD, { schema: 'Person', properties: {} }], LAST, undefined, 'an id, as a text', ''],
  ['no schema', [...WORLD, { id: 'x', properties: {} }], LAST, undefined, 'a schema, as a text', ''],
  ['no properties', [...WORLD, { id: 'x', schema: 'Person' }], LAST, undefined, 'properties, as an object', ''],
  [
    'a value that is a number',
    [...WORLD, { id: 'x', schema: 'Address', properties: { latitude: [1] } }],
    LAST,
    undefined,
    'a list of texts as latitude',
    '1',
  ],
  ['an id that stands twice', more(line('x-person', 'Person', { name: 'X' })), LAST, 'id', 'each id once', 'x-person'],
  ['a person without a name', more(line('x', 'Person', { gender: 'male' })), LAST, 'name', 'a name', ''],
  ['an event without a name', changed('x-event', { name: [] }), 8, 'name', 'a name', ''],
  ['a document without a title', changed('x-doc', { title: [], sourceUrl: [] }), 9, 'title', 'a title', ''],
  ['an occupancy of nobody', changed('x-occ', { holder: [] }), 1, 'holder', 'an entity of this file', ''],
  [
    'an occupancy of a position that is not there',
    changed('x-occ', { post: 'away' }),
    1,
    'post',
    'a Position of this file',
    'away',
  ],
  ['a person who is not there', changed('x-occ', { holder: 'away' }), 1, 'holder', 'an entity of this file', 'away'],
  [
    'control of a unit that is not there',
    changed('x-control', { controlled: 'away' }),
    6,
    'controlled',
    'an entity of this file',
    'away',
  ],
  [
    'a unit above itself',
    changed('x-control', { controlled: 'x-brigade' }),
    6,
    'superior',
    'another unit',
    expect.stringMatching(/^unit-x-brigade/),
  ],
  [
    'a place that is not there',
    changed('x-event', { addressEntity: 'away' }),
    8,
    'addressEntity',
    'an entity of this file',
    'away',
  ],
  [
    'a latitude beyond the pole',
    changed('x-place', { latitude: '91' }),
    7,
    'latitude',
    expect.any(String),
    'latitude 91, longitude -20.5',
  ],
  [
    'one coordinate alone',
    changed('x-place', { longitude: [] }),
    7,
    'latitude',
    expect.any(String),
    'latitude 10.25, longitude none',
  ],
  [
    'documentation of what is not there',
    changed('x-told', { entity: 'away' }),
    10,
    'entity',
    'an entity of this file',
    'away',
  ],
  [
    'a name that is too long',
    changed('x-battalion', { name: 'x'.repeat(2001) }),
    5,
    'names.0.value',
    'at most 2000 characters',
    `${'x'.repeat(119)}…`,
  ],
];

test.each(cases)(
  'in FollowTheMoney, %s is an error with its line',
  async (_rule, lines, row, column, expected, got) => {
    const { records, errors } = await imported(lines);
    expect(errors[0]).toMatchObject({ file: 'entities.ftm.json', row, expected, got, ...(column ? { column } : {}) });
    expect(errors.every((error) => error.row === row)).toBe(true);
    const broken = faultsOf(records).filter((fault) => !fault.includes('not declared'));
    expect(broken).toEqual([]);
  },
);

test('an import option outside the vocabulary is an error of each record that needs it', async () => {
  const { errors } = await imported(changed('x-event', { keywords: 'market', name: 'X' }), { incidentKind: 'PICNIC' });
  expect(errors).toEqual([expect.objectContaining({ row: 8, column: 'kinds.0', got: 'PICNIC' })]);
});
