import { expect, test } from '@jest/globals';
import { chainOf, conflictsOf, gapsOf, postsOf } from '../support/chain.js';
import { answer, useGraphToRead } from '../support/graph.js';

useGraphToRead('amnesty-ukraine', 'public-record');

const GROUP = 'unit-joint-group-of-forces-ukraine';
const on = async (day: string, lens = '') => {
  const chain = await chainOf(GROUP, `on: "${day}"`, lens);
  const withoutGroup = (lines: string[]) => lines.map((line) => line.replace(`${GROUP}: `, ''));
  return {
    posts: withoutGroup(postsOf(chain)),
    conflicts: withoutGroup(conflictsOf(chain)),
    gaps: gapsOf(chain)[GROUP],
  };
};

test('the command of Surovikin after his appointment is cited by a later page, and was assumed before it came out', async () => {
  const { posts, conflicts } = await on('2022-10-10');
  expect(posts).toEqual(['COMMANDER Sergei Surovikin CITED']);
  expect(conflicts).toEqual([]);
  expect((await on('2022-10-10', 'publishedBy: "2022-10-31"')).posts).toEqual(['COMMANDER Sergei Surovikin ASSUMED']);
});

test('the joint group on the day of the change has two cited commanders, of whom one takes over from the other, and three deputies', async () => {
  const { posts, conflicts } = await on('2023-01-11');
  expect(posts).toEqual([
    'COMMANDER Sergei Surovikin CITED',
    'COMMANDER Valery Gerasimov CITED',
    'DEPUTY Alexei Kim CITED',
    'DEPUTY Oleg Salyukov CITED',
    'DEPUTY Sergei Surovikin CITED',
  ]);
  expect(conflicts).toEqual([]);
});

test('the assumed command of Surovikin is overruled in March by a stated end', async () => {
  const { posts, conflicts } = await on('2023-03-01');
  expect(posts).toEqual([
    'COMMANDER Valery Gerasimov ASSUMED',
    'DEPUTY Alexei Kim ASSUMED',
    'DEPUTY Oleg Salyukov ASSUMED',
    'DEPUTY Sergei Surovikin ASSUMED',
  ]);
  expect(conflicts).toEqual([]);
});

test('the assumed command of Surovikin holds on all three days for a reader of 2022, who knows no end', async () => {
  for (const day of ['2022-10-10', '2023-01-11', '2023-03-01']) {
    expect((await on(day, 'publishedBy: "2022-12-31"')).posts).toEqual(['COMMANDER Sergei Surovikin ASSUMED']);
  }
});

test('the joint group without the Kyiv Independent has the same commander in October and the same end in January', async () => {
  const lens = 'excludePublishers: ["body-kyiv-independent"]';
  expect(await on('2022-10-10', lens)).toEqual({
    posts: ['COMMANDER Sergei Surovikin CITED'],
    conflicts: [],
    gaps: ['NO_SUPERIOR_CITED'],
  });
  const { posts, conflicts } = await on('2023-01-11', lens);
  expect(posts.slice(0, 2)).toEqual(['COMMANDER Sergei Surovikin CITED', 'COMMANDER Valery Gerasimov CITED']);
  expect(conflicts).toEqual([]);
  expect((await on('2023-03-01', lens)).posts[0]).toBe('COMMANDER Valery Gerasimov ASSUMED');
});

test('the page that states only the end gives Surovikin as OPEN in October, where OPEN is asked for', async () => {
  const chain = await chainOf(
    GROUP,
    'on: "2022-10-10", cover: [OPEN]',
    'excludeReports: ["report-ki-surovikin", "report-rferl-2023"]',
  );
  expect(postsOf(chain)).toEqual([`${GROUP}: COMMANDER Sergei Surovikin OPEN`]);
});

test('the appointment of Gerasimov has three claims in conflict, each with its sources', async () => {
  const { unit } = await answer(`{ unit(id: "${GROUP}") { postings(on: "2023-01-11", roles: [COMMANDER], first: 10) {
    nodes { status person { id } appointedBy { id } citations { report { publisher { id } } } } } } }`);
  interface Claim {
    readonly status: string;
    readonly person: { readonly id: string };
    readonly appointedBy: { readonly id: string } | null;
    readonly citations: readonly { readonly report: { readonly publisher: { readonly id: string } } }[];
  }
  const claims = unit.postings.nodes
    .filter(({ person }: Claim) => person.id === 'person-valery-gerasimov')
    .map(({ status, appointedBy, citations }: Claim) =>
      [status, appointedBy?.id ?? 'nobody', ...citations.map(({ report }) => report.publisher.id).sort()].join(' '),
    );
  expect(claims.sort()).toEqual([
    'ACCEPTED nobody body-kyiv-independent body-rferl body-the-hill',
    'CONFLICT person-sergei-shoigu body-kyiv-independent body-rferl',
    'CONFLICT person-vladimir-putin body-the-hill',
  ]);
});
