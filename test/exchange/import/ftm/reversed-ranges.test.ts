import { expect, test } from '@jest/globals';
import { faultsOf, recordsOfType } from '../sheets.js';
import { imported, type Line, line, WORLD } from './lines.js';

/** Whatever FollowTheMoney dates with a start and an end, where it ends before it starts. */

type Properties = Record<string, string | string[]>;

const KINDS: Readonly<
  Record<string, { recordType: string; schema: string; ends: Properties; more?: readonly Line[] }>
> = {
  'an occupancy': { recordType: 'postings', schema: 'Occupancy', ends: { holder: 'x-person', post: 'x-post' } },
  'a directorship': {
    recordType: 'postings',
    schema: 'Directorship',
    ends: { director: 'x-person', organization: 'x-brigade' },
  },
  'an employment': {
    recordType: 'postings',
    schema: 'Employment',
    ends: { employee: 'x-person', employer: 'x-brigade' },
  },
  'a membership of a person': {
    recordType: 'postings',
    schema: 'Membership',
    ends: { member: 'x-person', organization: 'x-brigade' },
  },
  'a membership of a unit': {
    recordType: 'command-links',
    schema: 'Membership',
    ends: { member: 'x-battalion', organization: 'x-brigade' },
  },
  'a control': {
    recordType: 'command-links',
    schema: 'Control',
    ends: { controller: 'x-brigade', controlled: 'x-battalion' },
  },
  'a positioning': {
    recordType: 'positionings',
    schema: 'UnknownLink',
    ends: { subject: 'x-brigade', object: 'x-place', role: 'SITE' },
  },
  'an event': { recordType: 'incidents', schema: 'Event', ends: { name: 'Killings', keywords: 'KILLING' } },
  'a sanction': {
    recordType: 'findings',
    schema: 'Sanction',
    ends: { entity: 'x-person', authority: 'Lake League', listingDate: '2019' },
  },
  'a party to a court case': {
    recordType: 'findings',
    schema: 'CourtCaseParty',
    ends: { party: 'x-person', case: 'x-case', date: '2023' },
    more: [line('x-case', 'CourtCase', { name: 'Warrant', type: 'WARRANT', category: 'CRIMINAL', court: 'Tribunal' })],
  },
};

const OTHERS = WORLD.filter(({ schema }) => !['Occupancy', 'Control', 'Event', 'Documentation'].includes(schema));

async function dated(kind: string, startDate: string | string[], endDate: string | string[]) {
  const { recordType = '', schema = '', ends, more = [] } = KINDS[kind] ?? {};
  const { records, errors, problems } = await imported([
    ...OTHERS,
    ...more,
    line('x-dated', schema, { ...ends, startDate, endDate }),
  ]);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  const doubted = recordsOfType(records, recordType).map(({ doubts, doubtsAsStated, status }) => {
    const at = ((doubts ?? []) as string[]).indexOf('RANGE_REVERSED');
    return { text: (doubtsAsStated as string[] | undefined)?.[at], status };
  });
  const warnings = problems.filter(({ message }) => message === 'The last date is before the first.');
  return { doubted, warnings: warnings.map(({ expected, got }) => [expected, got]) };
}

const REVERSED: readonly (readonly [string, string])[] = [
  ['2022-03-05', '2022-03-04'],
  ['2022-03', '2022-02'],
  ['2022', '2014-05-06'],
];

test.each(Object.keys(KINDS).flatMap((kind) => REVERSED.map(([start, end]) => [kind, start, end] as const)))(
  '%s of FollowTheMoney from %s until %s goes in with that doubt, is told, and counts for nothing',
  async (kind, start, end) => {
    const { doubted, warnings } = await dated(kind, start, end);
    expect(doubted).toEqual([{ text: `${start} to ${end}`, status: 'ISSUE' }]);
    expect(warnings).toEqual([[`a date on or after ${start}`, end]]);
  },
);

const SOUND: readonly (readonly [string | string[], string | string[]])[] = [
  ['2022-03-05', '2022-03-05'],
  ['2022-03', '2022'],
  [
    ['2019-05', '2014-05'],
    ['2014-05-06', '2019-04'],
  ],
];

test.each(Object.keys(KINDS).flatMap((kind) => SOUND.map(([start, end]) => [kind, start, end] as const)))(
  '%s of FollowTheMoney from %s until %s has no such doubt',
  async (kind, start, end) => {
    const { doubted, warnings } = await dated(kind, start, end);
    expect(doubted).toEqual([{ text: undefined, status: undefined }]);
    expect(warnings).toEqual([]);
  },
);

test.each(REVERSED)(
  'a post of FollowTheMoney at no unit that is imported, from %s until %s, is a fact with that doubt',
  async (startDate, endDate) => {
    const post = line('x-else', 'Position', { name: 'Member of the assembly' });
    const occupancy = line('x-dated', 'Occupancy', { holder: 'x-person', post: 'x-else', startDate, endDate });
    const { records, errors } = await imported([...OTHERS, post, occupancy]);
    expect(errors).toEqual([]);
    expect(faultsOf(records)).toEqual([]);
    const facts = recordsOfType(records, 'people').flatMap((person) => person.facts as object[]);
    expect(facts).toContainEqual(
      expect.objectContaining({
        property: 'POSITION',
        note: `Start: ${startDate}. End: ${endDate}.`,
        status: 'ISSUE',
        doubts: ['RANGE_REVERSED'],
        doubtsAsStated: [`${startDate} to ${endDate}`],
      }),
    );
  },
);

test('conduct of a court case of FollowTheMoney reaches from the first start to the last end of its parties', async () => {
  const party = (id: string, startDate: string, endDate: string) =>
    line(id, 'CourtCaseParty', { party: 'x-person', case: 'x-case', date: '2023', startDate, endDate });
  const { more = [] } = KINDS['a party to a court case'] ?? {};
  const parties = [party('x-one', '2014', '2015'), party('x-two', '2016', '2018')];
  const { records, errors } = await imported([...OTHERS, ...more, ...parties]);
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'findings')).toEqual([
    expect.objectContaining({ conductFrom: '2014', conductTo: '2018' }),
  ]);
});

test('conduct of a court case of FollowTheMoney is left out where one of its parties ends before it starts', async () => {
  const party = (id: string, startDate: string, endDate: string) =>
    line(id, 'CourtCaseParty', { party: 'x-person', case: 'x-case', date: '2023', startDate, endDate });
  const { more = [] } = KINDS['a party to a court case'] ?? {};
  const parties = [party('x-one', '2014', '2015'), party('x-two', '2018', '2016')];
  const { records } = await imported([...OTHERS, ...more, ...parties]);
  const [finding] = recordsOfType(records, 'findings');
  expect(finding).toMatchObject({ doubts: ['RANGE_REVERSED'], doubtsAsStated: ['2018 to 2016'], decidedOn: '2023' });
  expect(finding).not.toHaveProperty('conductFrom');
  expect(finding).not.toHaveProperty('conductTo');
});
