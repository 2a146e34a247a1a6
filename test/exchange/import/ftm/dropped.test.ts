import { expect, test } from '@jest/globals';
import { faultsOf } from '../sheets.js';
import { changed, imported, type Line, line, WORLD } from './lines.js';

/** What is right in a file and has no place here is dropped, and told. */

const more = (...lines: Line[]) => [...WORLD, ...lines];
const LAST = WORLD.length + 1;

const DROPPED: [string, readonly Line[], number, string | undefined, string][] = [
  ['an unknown schema', more(line('x', 'Persons', { name: 'X' })), LAST, 'schema', 'Persons'],
  ['a schema that we have no place for', more(line('x', 'Vessel', { name: 'X' })), LAST, 'schema', 'Vessel'],
  ['a company', more(line('x', 'Company', { name: 'X' })), LAST, 'schema', 'Company'],
  ['a position that nobody holds', more(line('x', 'Position', { name: 'X' })), LAST, 'id', 'x'],
  ['a position at nothing', changed('x-post', { organization: [] }), 1, 'post', 'Commander, 2nd Brigade'],
  [
    'a link that says nothing',
    more(line('x', 'UnknownLink', { subject: 'x-person', object: 'x-brigade', role: 'knows' })),
    LAST,
    'role',
    'knows',
  ],
  ['control that may not be command', changed('x-control', { controlType: 'voting' }), 6, 'controlType', 'voting'],
  ['control by a person', changed('x-control', { controller: 'x-person' }), 6, 'controller', 'x-person'],
  ['an interval without any date', changed('x-control', { startDate: [], date: [] }), 6, 'startDate', ''],
  [
    'properties without a place here',
    changed('x-person', { email: 'a@example.org', topics: ['poi', 'sanction'] }),
    3,
    'properties',
    'email=a@example.org; topics=poi | sanction',
  ],
  [
    'a further value of a property that has one here',
    changed('x-doc', { title: ['Report on Velmora', 'Other title'] }),
    9,
    'properties',
    'title=Other title',
  ],
  [
    'the end of a text that is too long',
    changed('x-event', { summary: 'x'.repeat(20_001) }),
    8,
    'summary',
    expect.stringContaining('xxx') as never,
  ],
  ['a country by its name', changed('x-brigade', { country: 'Velmora' }), 4, 'country', 'Velmora'],
  ['further starts', changed('x-occ', { startDate: ['2021-11', '2021-12'] }), 1, 'startDate', '2021-12'],
];

test.each(DROPPED)(
  'in FollowTheMoney, %s is dropped with a warning and no error',
  async (_what, lines, row, column, got) => {
    const { records, errors, problems } = await imported(lines);
    expect(errors).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row, column, got }));
    expect(faultsOf(records)).toEqual([]);
  },
);

test('of the valid FollowTheMoney sample, only the persons involved are dropped', async () => {
  const { problems } = await imported(WORLD);
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    // The position keeps its name as a title; no word for a role stands alone in it.
    [1, 'post'],
    [8, 'involved'],
    [9, 'publisher'],
  ]);
});
