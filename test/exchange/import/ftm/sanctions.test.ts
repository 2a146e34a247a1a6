import { describe, expect, test } from '@jest/globals';
import { faultsOf, OPTIONS, recordsOfType } from '../sheets.js';
import { one } from './ftm-records.js';
import { imported, line } from './lines.js';
import { BY_PROGRAMME, LIST, published, TESTENKO } from './open-sanctions.js';

/** What becomes of sanctions as OpenSanctions publishes them. */

const sanction = (properties: Record<string, string | string[]>) =>
  one('findings', [TESTENKO, published('tl-s', 'Sanction', { entity: 'NK-1', ...properties })]);

test('a sanction of OpenSanctions is a finding by its authority, with all that it says, and rests on the official list', async () => {
  const { records, errors } = await imported([BY_PROGRAMME, TESTENKO]);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  const [finding] = recordsOfType(records, 'findings');
  const list = recordsOfType(records, 'reports').find(({ url }) => url === LIST);
  const authority = recordsOfType(records, 'bodies').find(({ id }) => id === finding?.by);
  expect(authority).toMatchObject({ kind: 'AUTHORITY', names: [{ value: 'Council of Testland' }] });
  expect(list).toMatchObject({ title: LIST, publisher: finding?.by, retrievedAt: '2023-12-29' });
  expect(finding).toEqual({
    id: expect.stringMatching(/^finding-tl-s1-/),
    type: 'SANCTION',
    proofDomain: 'ADMINISTRATIVE',
    title: 'Sanction under TL-RUS',
    summary: 'Commands troops.',
    by: expect.stringMatching(/^body-council-of-testland-/),
    about: [expect.stringMatching(/^person-nk-1-/)],
    concerns: [],
    decidedOn: '2023-02-01',
    note: 'Programme: TL-RUS. Programme at: https://example.org/programme. Measures: Asset freeze; Travel ban. Status: Active. In effect from: 2023-02-03. Country: xt.',
    cites: [{ report: list?.id }, { report: OPTIONS.fileAsReport.id, pinpoint: 'entity tl-s1', secondary: true }],
  });
});

test.each([
  ['its programmes', { program: ['A', 'B'], programId: 'TL', authority: 'Office' }, 'A; B'],
  ['the id of its programme', { programId: 'TL', authority: 'Office', summary: 'Redacted' }, 'Sanction under TL'],
  ['its authority', { authority: 'Office', summary: 'Redacted' }, 'Sanction by Office'],
  ['nothing else', {}, 'Sanction'],
])(
  'a sanction in FollowTheMoney has its title from %s, and never from its summary',
  async (_what, properties, title) => {
    expect(await sanction(properties)).toMatchObject({ title });
  },
);

test('a summary and an end of a sanction in FollowTheMoney are kept in its note', async () => {
  const finding = await sanction({
    authority: 'Office',
    summary: 'Redacted',
    endDate: '2023-06-01',
    unscId: 'TLi.001',
  });
  expect(finding).toMatchObject({
    note: 'Summary: Redacted Ended: 2023-06-01. Number at the United Nations: TLi.001.',
  });
  expect(finding).not.toHaveProperty('decidedOn');
});

test('a sanction in FollowTheMoney without an authority is kept, with the doubt that nobody says who made it', async () => {
  const { records, errors, problems } = await imported([
    TESTENKO,
    published('tl-s', 'Sanction', { entity: 'NK-1', programId: 'TL-RUS', startDate: '2023' }),
  ]);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  expect(recordsOfType(records, 'findings')).toEqual([
    expect.objectContaining({
      by: expect.stringMatching(/^body-authority-not-stated-/),
      decidedOn: '2023',
      doubts: ['AUTHORITY_UNKNOWN'],
      doubtsAsStated: ['authority: empty'],
    }),
  ]);
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row: 2, column: 'authority' }));
});

test('a sanction in FollowTheMoney with a date that cannot be read is kept, with the words of the date', async () => {
  const finding = await sanction({ authority: 'Office', listingDate: 'spring of 2023' });
  expect(finding).toMatchObject({ doubts: ['DATE_UNREADABLE'], doubtsAsStated: ['listingDate: spring of 2023'] });
  expect(finding).not.toHaveProperty('decidedOn');
});

test('a sanction in FollowTheMoney that is younger than its sources is kept with that doubt', async () => {
  const { records, errors } = await imported([
    TESTENKO,
    published('tl-s', 'Sanction', { entity: 'NK-1', authority: 'Office', listingDate: '2024-05-01', sourceUrl: LIST }),
  ]);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  expect(recordsOfType(records, 'findings')[0]).toMatchObject({
    decidedOn: '2024-05-01',
    doubts: ['SOURCE_OLDER_THAN_DATE'],
  });
});

describe('the list at the address of a sanction in FollowTheMoney', () => {
  const second = (properties: Record<string, string | string[]>) =>
    published('tl-s2', 'Sanction', { entity: 'NK-1', sourceUrl: LIST, ...properties });
  const lists = async (...lines: Parameters<typeof imported>[0][number][]) => {
    const { records, errors } = await imported([TESTENKO, BY_PROGRAMME, ...lines]);
    expect(errors).toEqual([]);
    const bodies = new Map(
      recordsOfType(records, 'bodies').map(({ id, names }) => [id, (names as { value: string }[])[0]?.value]),
    );
    return recordsOfType(records, 'reports')
      .filter(({ url }) => url !== undefined)
      .map(({ url, publisher }) => [url, bodies.get(publisher as string)]);
  };

  test('is one report for all sanctions that name it', async () => {
    expect(await lists(second({ authority: 'Council of Testland' }))).toEqual([[LIST, 'Council of Testland']]);
  });

  test('has no publisher where sanctions of several authorities name it', async () => {
    expect(await lists(second({ authority: 'Office' }))).toEqual([[LIST, 'Publisher not stated']]);
  });

  test('is told as not imported where it is no address', async () => {
    const { problems } = await imported([TESTENKO, second({ sourceUrl: 'see annex' })]);
    expect(problems).toContainEqual(
      expect.objectContaining({ column: 'properties', got: expect.stringContaining('sourceUrl=see annex') }),
    );
  });
});

test('the same sanction in FollowTheMoney has the same id in each edition, and another one where it says something else', async () => {
  const idOf = async (status: string) => (await sanction({ authority: 'Office', status })).id;
  expect(await idOf('Active')).toBe(await idOf('Active'));
  expect(await idOf('Active')).not.toBe(await idOf('Expired'));
});

test('an organization of FollowTheMoney that a sanction lists is a unit as well as a body, wherever the sanction stands', async () => {
  const listed = published('tl-s', 'Sanction', { entity: 'NK-2', authority: 'Office' });
  const force = published('NK-2', 'Organization', { name: 'Guard Corps', topics: 'sanction' });
  const { records, errors } = await imported([force, listed]);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  expect(recordsOfType(records, 'units')).toEqual([
    expect.objectContaining({ id: expect.stringMatching(/^org-nk-2-/), body: { kind: 'NGO' } }),
  ]);
  expect(recordsOfType(records, 'findings')[0]).toMatchObject({ about: [expect.stringMatching(/^org-nk-2-/)] });
});

test('a sanction of a company in FollowTheMoney is left out, and told', async () => {
  const { records, errors, problems } = await imported([
    published('NK-3', 'Company', { name: 'Drones' }),
    published('tl-s', 'Sanction', { entity: 'NK-3', authority: 'Office' }),
  ]);
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'findings')).toEqual([]);
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: 'WARNING', row: 2, message: 'This Sanction is not imported.' }),
  );
});

test('a person of OpenSanctions keeps the ids from before the merger, and addresses, programme, rank and post as facts', async () => {
  const person = await one('people', [TESTENKO]);
  expect((person.identifiers as { value: string }[]).map(({ value }) => value)).toEqual([
    'NK-1',
    'tl-list-1',
    'tl-nsdc-77',
  ]);
  expect(person.facts).toEqual([
    { property: 'POSITION', value: 'Deputy Commander for Armaments' },
    { property: 'TITLE', value: 'Colonel' },
    { property: 'SANCTION_PROGRAMME', value: 'TL-RUS' },
    { property: 'SOURCE_ADDRESS', value: 'https://example.org/people/1' },
  ]);
  const { problems } = await imported([TESTENKO]);
  expect(problems.filter(({ column }) => column === 'properties').map(({ got }) => got)).toEqual([
    'topics=sanction | role.pep',
  ]);
});

test('whatever names an entity of FollowTheMoney by an id from before its merger names the entity', async () => {
  const { records, errors } = await imported([
    line('x-member', 'Membership', { member: 'old-person', organization: 'old-unit', role: 'Commander', date: '2023' }),
    line('x-told', 'Documentation', { document: 'old-doc', entity: 'x-member' }),
    line('x-person', 'Person', { name: 'A' }, { referents: ['old-person'] }),
    line('x-unit', 'PublicBody', { name: 'B', topics: 'mil' }, { referents: ['old-unit'] }),
    line('x-doc', 'Document', { title: 'C', publisher: 'D', publishedAt: '2023-12' }, { referents: ['old-doc'] }),
  ]);
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'postings')).toEqual([
    expect.objectContaining({
      person: expect.stringMatching(/^person-x-person-/),
      at: expect.stringMatching(/^unit-x-unit-/),
      cites: [{ report: expect.stringMatching(/^report-x-doc-/) }],
    }),
  ]);
});

test('an id that two entities of FollowTheMoney had before stands for neither', async () => {
  const { records, errors } = await imported([
    line('x-a', 'Person', { name: 'A' }, { referents: ['old'] }),
    line('x-b', 'Person', { name: 'B' }, { referents: ['old'] }),
    line('x-s', 'Sanction', { entity: 'old', authority: 'Office' }),
  ]);
  expect(recordsOfType(records, 'findings')).toEqual([]);
  expect(errors).toEqual([expect.objectContaining({ row: 3, column: 'entity', got: 'old' })]);
});

test('the residence of a person in FollowTheMoney stays out where the person names it by an id from before a merger', async () => {
  const { records } = await imported([
    line('x-home', 'Address', { full: '1 Lane, Ostra' }, { referents: ['addr-old'] }),
    line('x-person', 'Person', { name: 'A', addressEntity: 'addr-old' }),
  ]);
  expect(JSON.stringify(records)).not.toContain('Lane');
});
