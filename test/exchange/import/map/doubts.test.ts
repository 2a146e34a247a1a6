import { describe, expect, test } from '@jest/globals';
import { faultsOf, type Outcome, recordsOfType } from '../sheets.js';
import { mapped } from './tables.js';

/** Tables of others say things in ways that are not ours. What is doubtful goes in with its doubt, in the words of the table. */

const TABLE = 'report-velmora-sheets';

const POSTS = `
tables:
  list:
    sources:
      each: { column: Links, separator: "|" }
      url: Links
      published: { column: Printed, date: DAY_FIRST }
    records:
      - template: people
        columns: { id: { id: person-vm, from: Who }, name: Who }
      - template: units
        columns:
          id: { id: unit-vm, from: Unit }
          name: Unit
          kind: { column: Type, words: UNIT_KINDS }
      - template: postings
        columns:
          person_id: { id: person-vm, from: Who }
          at_id: { id: unit-vm, from: Unit }
          role: { column: Post, words: ROLES }
          first: { column: From, date: DAY_FIRST }
          first_hardness: { value: START }
          last: { column: To, date: DAY_FIRST }
      - template: command-links
        where: { Above: { filled: true } }
        columns:
          subordinate_id: { id: unit-vm, from: Unit }
          superior_id: { id: unit-vm, from: Above }
          kind: { column: Tie, words: { under command: COMMAND } }
          first: { column: From, date: DAY_FIRST }
          last: { column: To, date: DAY_FIRST }
`;

const HEADINGS = ['Who', 'Unit', 'Type', 'Post', 'From', 'To', 'Above', 'Tie', 'Links', 'Printed'];
const ROW = {
  Who: 'Ander',
  Unit: 'Osk',
  Type: 'Army',
  Post: 'Commander',
  From: '1.3.2020',
  To: '5.4.2021',
  Above: 'Osk',
  Tie: '',
  Links: 'https://lake.example/a',
  Printed: '1.6.2021',
};

const lines = (...rows: Readonly<Record<string, string>>[]) =>
  [HEADINGS, ...rows.map((row) => HEADINGS.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n');

/** One posting, with some cells changed. */
const posting = (cells: Partial<typeof ROW>): Promise<Outcome> =>
  mapped(`${lines({ ...ROW, Above: '', ...cells })}\n`, POSTS);

/** What is wrong in the records, but for what only other data can tell. */
const faults = ({ records }: Outcome) => faultsOf(records);

test('a row of a mapped table in which nothing is doubtful has no doubts', async () => {
  const outcome = await posting({});
  expect(outcome.problems).toEqual([]);
  expect(JSON.stringify(outcome.records)).not.toContain('doubts');
});

describe('a posting of a mapped table', () => {
  test.each([
    ['a date that cannot be read', { From: 'spring' }, 'DATE_UNREADABLE', 'From: spring'],
    ['a date in another order', { To: '4/15/2021' }, 'DATE_UNREADABLE', 'To: 4/15/2021'],
    ['words for no date', { From: 'n.d.', To: '' }, 'NO_DATE', 'From: n.d.'],
    ['no date', { From: '', To: '' }, 'NO_DATE', 'From: empty'],
    ['a reversed range', { To: '1.2.2020' }, 'RANGE_REVERSED', 'To: 2020-02-01'],
    ['an unknown role', { Post: 'Keeper of boats' }, 'ROLE_UNKNOWN', 'Post: Keeper of boats'],
    ['no role', { Post: '' }, 'ROLE_UNKNOWN', 'Post: empty'],
    ['a source that is no address', { Links: 'HIDDEN' }, 'SOURCE_UNKNOWN', 'Links: HIDDEN, 1.6.2021'],
    ['a source that is too old', { Printed: '1.6.2019' }, 'SOURCE_OLDER_THAN_DATE', '2021-04-05'],
  ])('with %s goes in with that doubt and its words', async (_what, cells, doubt, text) => {
    const outcome = await posting(cells);
    expect(outcome.errors).toEqual([]);
    expect(faults(outcome)).toEqual([]);
    expect(recordsOfType(outcome.records, 'postings')).toMatchObject([{ doubts: [doubt], doubtsAsStated: [text] }]);
    expect(outcome.report.links.balance).toMatchObject({ in: 1, out: 1, refused: 0 });
  });

  test('whose role is unknown keeps the words, and commands nothing', async () => {
    const { records, report } = await posting({ Post: 'Keeper of boats' });
    expect(recordsOfType(records, 'postings')).toMatchObject([{ role: 'UNKNOWN', roleAsStated: 'Keeper of boats' }]);
    expect(report.unknownWords).toEqual([{ lexicon: 'ROLES', asStated: 'Keeper of boats', count: 1 }]);
  });

  test('keeps the words of a role that is known', async () => {
    const { records } = await posting({});
    expect(recordsOfType(records, 'postings')).toMatchObject([{ role: 'COMMANDER', roleAsStated: 'Commander' }]);
  });

  test('whose source is too old cites the table as that which passes the date on', async () => {
    const { records } = await posting({ Printed: '1.6.2019' });
    const [, { id } = { id: '' }] = recordsOfType(records, 'reports');
    expect(recordsOfType(records, 'postings')).toMatchObject([
      { cites: [{ report: id }, { report: TABLE, secondary: true }] },
    ]);
  });

  test('whose range is reversed counts for nothing', async () => {
    const { records } = await posting({ To: '1.2.2020' });
    expect(recordsOfType(records, 'postings')).toMatchObject([{ status: 'ISSUE', last: '2020-02-01 LAST_CITED' }]);
  });

  test('cites the sources that can be told, and the table for one that cannot', async () => {
    const outcome = await posting({ Links: 'HIDDEN|https://lake.example/a' });
    const reports = recordsOfType(outcome.records, 'reports');
    expect(reports.map(({ url }) => url)).toEqual([undefined, 'https://lake.example/a']);
    expect(recordsOfType(outcome.records, 'postings')).toMatchObject([
      { cites: [{ report: TABLE }, { report: reports[1]?.id }], doubts: ['SOURCE_UNKNOWN'] },
    ]);
    expect(recordsOfType(outcome.records, 'people')).toMatchObject([{ names: [{ doubts: ['SOURCE_UNKNOWN'] }] }]);
  });
});

test('a link of a mapped table whose kind is unknown is kept, and carries no command', async () => {
  const row = { ...ROW, Above: 'Lake', Tie: 'friends of' };
  const outcome = await mapped(`${lines(row, { ...ROW, Who: 'Marn', Unit: 'Lake', Above: '' })}\n`, POSTS);
  expect(outcome.errors).toEqual([]);
  expect(faults(outcome)).toEqual([]);
  expect(recordsOfType(outcome.records, 'command-links')).toMatchObject([
    { kind: 'OTHER', doubts: ['KIND_UNKNOWN'], doubtsAsStated: ['Tie: friends of'] },
  ]);
});

test('an unknown kind of a unit in a mapped table is a fact with its doubt, which its name does not share', async () => {
  const outcome = await posting({ Type: 'Boat club' });
  expect(outcome.errors).toEqual([]);
  const [unit] = recordsOfType(outcome.records, 'units');
  expect(unit).toMatchObject({
    facts: [
      { property: 'KIND_AS_STATED', value: 'Boat club', doubts: ['KIND_UNKNOWN'], doubtsAsStated: ['Type: Boat club'] },
    ],
  });
  expect(unit?.names).toEqual([expect.not.objectContaining({ doubts: expect.anything() })]);
});

const INCIDENTS = `
tables:
  list:
    records:
      - template: reports
        where: { src: { filled: true }, paper: { filled: true } }
        columns: { id: { id: report-vm, from: src }, title: paper, publisher_id: { table: PUBLISHER } }
      - template: locations
        columns:
          id: { id: location-vm, from: [lat, lon] }
          name: where
          kind: { value: PLACE }
          latitude: lat
          longitude: lon
      - template: incidents
        columns:
          id: { id: incident-vm, from: no }
          title: what
          kinds: { column: kind, words: { raid: ATTACK_ON_CIVILIANS } }
          first: { column: day, date: DAY_FIRST }
          sources: { id: report-vm, from: src }
`;
const incident = (row: string) => mapped(`no,what,kind,day,where,lat,lon,src,paper\n${row}\n`, INCIDENTS);

test('an incident of a mapped table whose kind is unknown has no kind, the words, and the doubt', async () => {
  const outcome = await incident('1,A,feud,5.3.2021,Osk,10.5,20.5,,');
  expect(outcome.errors).toEqual([]);
  expect(recordsOfType(outcome.records, 'incidents')).toMatchObject([
    {
      doubts: ['KIND_UNKNOWN'],
      doubtsAsStated: ['kind: feud'],
      facts: [{ property: 'KINDS_AS_STATED', value: 'feud' }],
      cites: [{ report: TABLE }],
    },
  ]);
});

test('an incident of a mapped table whose unknown kind may be sexual violence is refused, since its day would show', async () => {
  const { errors, records } = await incident('1,A,viol,5.3.2021,Osk,10.5,20.5,,');
  expect(errors).toMatchObject([{ row: 2, column: 'kind', got: 'viol' }]);
  expect(recordsOfType(records, 'incidents')).toEqual([]);
});

test('an incident that names a source which the mapped table has no row for cites the table, with the doubt', async () => {
  const outcome = await incident('1,A,raid,5.3.2021,Osk,10.5,20.5,S9,');
  expect(outcome.errors).toEqual([]);
  expect(faults(outcome)).toEqual([]);
  expect(recordsOfType(outcome.records, 'incidents')).toMatchObject([
    { cites: [{ report: TABLE }], doubts: ['SOURCE_UNKNOWN'], doubtsAsStated: ['src: S9'] },
  ]);
});

test.each([
  ['cannot be read', '10.5,east', [['LONGITUDE', 'east']]],
  ['lies outside of the Earth', '10.5,200', [['LONGITUDE', '200']]],
  ['is missing', '10.5,', []],
])(
  'a place of a mapped table of which one coordinate %s has none, and keeps what is stated',
  async (_what, point, more) => {
    const outcome = await incident(`1,A,raid,5.3.2021,Osk,${point},,`);
    expect(outcome.errors).toEqual([]);
    expect(faults(outcome)).toEqual([]);
    const [place] = recordsOfType(outcome.records, 'locations');
    expect(place).not.toHaveProperty('latitude');
    expect(place).not.toHaveProperty('longitude');
    expect(place?.facts).toEqual(
      [...more, ['LATITUDE', '10.5']].map(([name, value]) => ({ property: `${name}_AS_STATED`, value })),
    );
  },
);

const COARSE = `
tables:
  list:
    records:
      - template: locations
        where: { kind: { isNot: viol } }
        columns: { id: { id: location-vm, from: where }, name: where, kind: { value: PLACE } }
      - template: incidents
        where: { kind: { isNot: viol } }
        columns:
          id: { id: incident-vm, from: no }
          title: what
          kinds: { column: kind, words: { raid: ATTACK_ON_CIVILIANS } }
          first: { column: day, date: DAY_FIRST }
          location_id: { id: location-vm, from: where }
      - template: incidents
        where: { kind: { is: viol } }
        columns:
          id: { id: incident-vm, from: no }
          title: { value: Sexual violence }
          kinds: { value: SEXUAL_VIOLENCE }
          first: { column: day, date: DAY_FIRST, exactness: { value: MONTH } }
`;

test('a map can bring in sexual violence by its month alone, and a date that it cannot read shows no words', async () => {
  const table =
    'no,what,kind,day,where\n1,A,raid,5.3.2021,Osk\n2,B,viol,6.3.2021,Brack\n3,C,viol,6th of Mai 2021,Brack\n';
  const { records, errors } = await mapped(table, COARSE);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  expect(recordsOfType(records, 'incidents').slice(1)).toMatchObject([
    { kinds: ['SEXUAL_VIOLENCE'], first: '2021-03 FIRST_CITED' },
    { kinds: ['SEXUAL_VIOLENCE'], doubts: ['DATE_UNREADABLE'], doubtsAsStated: ['Withheld.'] },
  ]);
  expect(JSON.stringify(records)).not.toMatch(/Brack|6th/);
});

const DATED_SOURCES = `
tables:
  list:
    sources: { each: "of[]", url: "of[].url", published: { column: "of[].date", date: YEAR_FIRST } }
    records:
      - template: people
        columns: { id: { id: person-vm, from: who }, name: who }
      - template: units
        columns: { id: { id: unit-vm, from: unit }, name: unit }
      - template: postings
        columns:
          person_id: { id: person-vm, from: who }
          at_id: { id: unit-vm, from: unit }
          role: { value: COMMANDER }
          first: { column: from, date: YEAR_FIRST }
          first_hardness: { value: START }
          last: { column: to, date: YEAR_FIRST }
`;

test('sources of a mapped posting that are too old for its end know of its start, in a claim of their own', async () => {
  const of = ['2016', '2019', '2023'].map((date) => ({ url: `https://lake.example/${date}`, date }));
  const row = { who: 'Ander', unit: 'Osk', from: '2018-05', to: '2022-06', of };
  const outcome = await mapped(JSON.stringify([row]), DATED_SOURCES, { name: 'list.json' });
  expect(outcome.errors).toEqual([]);
  expect(faults(outcome)).toEqual([]);
  const [oldest, older, young] = recordsOfType(outcome.records, 'reports')
    .slice(1)
    .map(({ id }) => ({ report: id }));
  const [early, whole] = recordsOfType(outcome.records, 'postings');
  expect(early).toMatchObject({
    first: '2018-05 START',
    last: '2018-05 LAST_CITED',
    cites: [oldest, older, { report: TABLE, secondary: true }],
    doubts: ['SOURCE_OLDER_THAN_DATE'],
    doubtsAsStated: ['2018-05'],
  });
  expect(whole).toMatchObject({ first: '2018-05 START', last: '2022-06 LAST_CITED', cites: [young] });
  expect(whole).not.toHaveProperty('doubts');
  expect(outcome.report.links.balance).toEqual({ in: 1, out: 1, repeated: 0, refused: 0 });
  expect(outcome.report.citations.balance).toMatchObject({ refused: 0 });
});
