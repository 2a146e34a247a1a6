import { describe, expect, test } from '@jest/globals';
import { faultsOf, OPTIONS, recordsOfType } from '../sheets.js';
import { changed, imported, line, WORLD } from './lines.js';
import { published, TESTENKO } from './open-sanctions.js';

/** Posts of people as OpenSanctions publishes them, and the doubts about the dates of links. */

const MINISTER = published('Q1', 'Position', { name: 'Minister of Defence', country: 'xt', topics: 'gov.national' });
const holds = (properties: Record<string, string | string[]>, post = 'Q1') =>
  published('tl-o', 'Occupancy', { holder: 'NK-1', post, ...properties });

async function flawless(lines: Parameters<typeof imported>[0]) {
  const outcome = await imported(lines);
  expect(outcome.errors).toEqual([]);
  expect(faultsOf(outcome.records)).toEqual([]);
  return outcome;
}

test('a position of OpenSanctions without an organization is a fact of who holds it, in the words of the file', async () => {
  const occupancy = holds({ startDate: '2020-01-02', status: 'current', constituency: 'North' });
  const { records, problems, report } = await flawless([TESTENKO, MINISTER, occupancy]);
  expect(recordsOfType(records, 'people').at(-1)).toEqual({
    id: expect.stringMatching(/^person-nk-1-/),
    extends: true,
    names: [],
    identifiers: [],
    facts: [
      {
        property: 'POSITION',
        value: 'Minister of Defence',
        note: 'Country: xt. Start: 2020-01-02. Status: current. Constituency: North.',
        cites: [{ report: OPTIONS.fileAsReport.id, pinpoint: 'entity tl-o' }],
      },
    ],
  });
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row: 3, got: 'Minister of Defence' }));
  expect(report.links.balance).toEqual({ in: 1, out: 1, repeated: 0, refused: 0 });
});

test('a position at a company, or at an organization that is not there, is a fact that names the organization', async () => {
  const post = published('Q2', 'Position', { name: 'Director', organization: ['NK-3', 'NK-away'] });
  const company = published('NK-3', 'Company', { name: 'Drones' });
  const { records } = await flawless([TESTENKO, company, post, holds({}, 'Q2')]);
  expect(recordsOfType(records, 'people').at(-1)).toMatchObject({
    facts: [{ value: 'Director', note: 'Organization: Drones. Organization: NK-away.' }],
  });
});

test.each([
  ['Directorship', { director: 'NK-1', organization: 'x-brigade' }],
  ['Employment', { employee: 'NK-1', employer: 'x-brigade' }],
  ['Membership', { member: 'NK-1', organization: 'x-brigade' }],
])(
  'a %s of a person in FollowTheMoney is a posting in its words, and a fact where the organization is none of ours',
  async (schema, ends) => {
    const role = { role: 'Leader or official of', startDate: '2021' };
    const { records } = await flawless([...WORLD, TESTENKO, line('x', schema, { ...ends, ...role })]);
    expect(recordsOfType(records, 'postings').at(-1)).toMatchObject({
      at: expect.stringMatching(/^unit-x-brigade-/),
      role: 'UNKNOWN',
      title: 'Leader or official of',
      first: '2021 START',
      doubts: ['ROLE_UNKNOWN'],
    });
    const at = Object.fromEntries(Object.entries(ends).map(([end, id]) => [end, id === 'x-brigade' ? 'NK-3' : id]));
    const company = line('NK-3', 'Company', { name: 'Drones' });
    const elsewhere = await flawless([TESTENKO, company, line('x', schema, { ...at, ...role })]);
    expect(recordsOfType(elsewhere.records, 'people').at(-1)).toMatchObject({
      facts: [{ property: 'POSITION', value: 'Leader or official of', note: 'Organization: Drones. Start: 2021.' }],
    });
  },
);

describe('a link of FollowTheMoney', () => {
  const link = (properties: Record<string, string | string[]>) =>
    line('x-link', 'Control', { controller: 'x-brigade', controlled: 'x-battalion', ...properties });
  const claims = async (properties: Record<string, string | string[]>) => {
    const { records } = await flawless([...WORLD.filter(({ id }) => id !== 'x-control'), link(properties)]);
    return recordsOfType(records, 'command-links');
  };
  const brief = (list: Record<string, unknown>[]) =>
    list.map(({ first, last, doubts, doubtsAsStated, status }) => ({ first, last, doubts, doubtsAsStated, status }));

  test.each([
    ['without any date is undated', {}, undefined, undefined, 'NO_DATE', 'startDate: empty'],
    [
      'with a start in words alone is undated',
      { startDate: 'spring' },
      undefined,
      undefined,
      'DATE_UNREADABLE',
      'startDate: spring',
    ],
    [
      'keeps the end of which it gives a date',
      { startDate: 'spring', endDate: '2023' },
      '2023 FIRST_CITED',
      '2023 END',
      'DATE_UNREADABLE',
      'startDate: spring',
    ],
    [
      'that ended on no stated day is last cited on its last date',
      { startDate: '2022', status: 'ended' },
      '2022 START',
      '2022 LAST_CITED',
      'NO_DATE',
      'endDate: empty, status: ended',
    ],
  ])('%s, and has that doubt', async (_what, properties, first, last, doubt, text) => {
    expect(brief(await claims(properties))).toEqual([
      { first, last, doubts: [doubt], doubtsAsStated: [text], status: undefined },
    ]);
  });

  test('with its end before its start is kept as it says, and counts for nothing', async () => {
    expect(brief(await claims({ startDate: '2022', endDate: '2020' }))).toEqual([
      {
        first: '2022 START',
        last: '2020 END',
        doubts: ['RANGE_REVERSED'],
        doubtsAsStated: ['2022 to 2020'],
        status: 'ISSUE',
      },
    ]);
  });

  test('with a start after its source came out has a doubt, and the file is cited as that which says so', async () => {
    const [claim] = await claims({ startDate: '2023-06', proof: 'x-doc' });
    expect(claim).toMatchObject({
      first: '2023-06 START',
      doubts: ['SOURCE_OLDER_THAN_DATE'],
      doubtsAsStated: ['2023-06'],
      cites: [
        { report: expect.stringMatching(/^report-x-doc-/) },
        { report: OPTIONS.fileAsReport.id, pinpoint: 'entity x-link', secondary: true },
      ],
    });
  });

  test('has a claim without its end for a source that came out before it, beside the doubtful claim of all of it', async () => {
    expect(brief(await claims({ startDate: '2022', endDate: '2023-06', proof: 'x-doc' }))).toEqual([
      { first: '2022 START', last: '2022 LAST_CITED' },
      { first: '2022 START', last: '2023-06 END', doubts: ['SOURCE_OLDER_THAN_DATE'], doubtsAsStated: ['2023-06'] },
    ]);
  });

  test('is sound where one of its sources can know of all of it', async () => {
    const young = line('x-young', 'Document', { title: 'Later', publisher: 'P', publishedAt: '2023-12' });
    const control = link({ startDate: '2022', endDate: '2023-06', proof: ['x-doc', 'x-young'] });
    const { records } = await flawless([...WORLD.filter(({ id }) => id !== 'x-control'), young, control]);
    expect(brief(recordsOfType(records, 'command-links'))).toEqual([
      { first: '2022 START', last: '2022 LAST_CITED' },
      { first: '2022 START', last: '2023-06 END' },
    ]);
  });

  test('whose document is not there rests on the file, with that doubt', async () => {
    const [claim] = await claims({ startDate: '2022', proof: 'away' });
    expect(claim).toMatchObject({
      cites: [{ report: OPTIONS.fileAsReport.id, pinpoint: 'entity x-link' }],
      doubts: ['SOURCE_UNKNOWN'],
      doubtsAsStated: ['proof: away'],
    });
  });
});

test('a date of birth in FollowTheMoney that cannot be read is a fact in the words of the file, with that doubt', async () => {
  const { records } = await flawless([line('x', 'Person', { name: 'A', birthDate: ['1979-13', '1979'] })]);
  expect(recordsOfType(records, 'people')[0]?.facts).toEqual([
    { property: 'BORN', value: '1979' },
    { property: 'BORN', value: '1979-13', doubts: ['DATE_UNREADABLE'], doubtsAsStated: ['birthDate: 1979-13'] },
  ]);
});

test('an incident of FollowTheMoney keeps the date that can be read, with the doubt about the other', async () => {
  const { records } = await flawless(changed('x-event', { endDate: '2022-02-30' }));
  expect(recordsOfType(records, 'incidents')[0]).toMatchObject({
    first: '2022-03-04 START',
    last: '2022-03-04 LAST_CITED',
    doubts: ['DATE_UNREADABLE'],
    doubtsAsStated: ['endDate: 2022-02-30'],
  });
});

test('a document of FollowTheMoney keeps words in place of its date in its note, and its address where it has no title', async () => {
  const document = line('x', 'Document', { sourceUrl: 'https://example.org/a', publishedAt: 'undated' });
  const { records } = await flawless([document]);
  expect(recordsOfType(records, 'reports').at(-1)).toMatchObject({
    title: 'https://example.org/a',
    note: 'Date that cannot be read: publishedAt: undated.',
  });
});
