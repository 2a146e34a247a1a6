import { expect, test } from '@jest/globals';
import { one } from './ftm-records.js';
import { changed, type Line, line, WORLD } from './lines.js';

/** What becomes of posts, control, membership and links of FollowTheMoney. */

test('a FollowTheMoney occupancy of a position at a unit is a posting, wherever the position is in the file; its name is a title and makes nobody a commander', async () => {
  const posting = await one('postings', WORLD);
  expect(posting).toMatchObject({
    person: expect.stringMatching(/^person-x-person-/),
    at: expect.stringMatching(/^unit-x-brigade-/),
    role: 'UNKNOWN',
    doubts: ['ROLE_UNKNOWN'],
    doubtsAsStated: ['Commander, 2nd Brigade'],
    title: 'Commander, 2nd Brigade',
    first: '2021-11 START',
    last: '2022-06-10 END',
  });
});

test('role and rank of our own FollowTheMoney export are recognized in any order', async () => {
  const lines = changed('x-occ', { summary: ['Brigadier', 'DEPUTY'] });
  expect(await one('postings', lines)).toMatchObject({ role: 'DEPUTY', rank: 'Brigadier' });
});

test.each([
  ['a start and an end', { startDate: '2021', endDate: '2022' }, '2021 START', '2022 END'],
  ['a start alone', { startDate: '2021' }, '2021 START', '2021 LAST_CITED'],
  ['a start that goes on', { startDate: '2021', status: 'current' }, '2021 START', '2021 ASSUMED_TO_CONTINUE'],
  ['an end alone', { endDate: '2022' }, '2022 FIRST_CITED', '2022 END'],
  ['one date', { date: '2021-05' }, '2021-05 FIRST_CITED', '2021-05 LAST_CITED'],
  ['two dates in any order', { date: ['2022', '2021-05'] }, '2021-05 FIRST_CITED', '2022 LAST_CITED'],
  ['a date and an end', { date: '2021-05', endDate: '2022' }, '2021-05 FIRST_CITED', '2022 END'],
  ['a time of day', { startDate: '2021-05-31T23:59:59', endDate: '2022' }, '2021-05-31 START', '2022 END'],
])('a FollowTheMoney interval with %s gives that alone', async (_what, properties, first, last) => {
  const [person, unit, post] = WORLD.filter(({ id }) => ['x-person', 'x-brigade', 'x-post'].includes(id)) as Line[];
  const document = WORLD.find(({ id }) => id === 'x-doc') as Line;
  const occupancy = line('x-occ', 'Occupancy', { holder: 'x-person', post: 'x-post', ...properties });
  const lines = [person, unit, post, document, occupancy] as Line[];
  expect(await one('postings', lines)).toMatchObject({ first, last });
});

test('FollowTheMoney control is a command link, and membership is a link without command', async () => {
  expect(await one('command-links', WORLD)).toMatchObject({
    subordinate: expect.stringMatching(/^unit-x-battalion-/),
    superior: expect.stringMatching(/^unit-x-brigade-/),
    kind: 'OPERATIONAL',
    first: '2022-02-24 START',
    last: '2022-05 LAST_CITED',
  });
  const member = line('x-member', 'Membership', { member: 'x-battalion', organization: 'x-brigade', date: '2020' });
  expect(await one('command-links', [...WORLD, member])).toMatchObject({
    kind: 'MEMBERSHIP',
    first: '2020 FIRST_CITED',
  });
});

test('a FollowTheMoney membership is a post for a person, and an affiliation for a body', async () => {
  const person = line('x-member', 'Membership', {
    member: 'x-person',
    organization: 'x-brigade',
    date: '2020',
    role: 'Chief of staff',
  });
  expect(await one('postings', [...WORLD, person])).toMatchObject({ role: 'CHIEF_OF_STAFF', title: 'Chief of staff' });
  const bodies = ['body-a', 'body-b'].map((id) => line(id, 'Organization', { name: id, classification: 'NGO' }));
  const body = line('x-part', 'Membership', { member: 'body-a', organization: 'body-b' });
  expect(await one('affiliations', [...bodies, body])).toMatchObject({
    part: 'body-a',
    whole: 'body-b',
    kind: 'PART_OF',
  });
});

test('a FollowTheMoney link whose role is in our vocabulary becomes that claim', async () => {
  const placed = line('x-link', 'UnknownLink', { subject: 'x-brigade', object: 'x-place', role: 'SITE', date: '2021' });
  expect(await one('positionings', [...WORLD, placed])).toMatchObject({ kind: 'SITE', last: '2021 LAST_CITED' });
  const beside = line('x-link', 'UnknownLink', {
    subject: 'x-brigade',
    object: 'x-battalion',
    role: 'COOPERATION',
    date: '2021',
  });
  expect(await one('command-links', [...WORLD, beside])).toMatchObject({ kind: 'COOPERATION' });
});
