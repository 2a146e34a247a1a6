import { beforeAll, describe, expect, test } from '@jest/globals';
import { dump } from '../../support/fictional.js';
import { answer, useGraph } from '../../support/graph.js';
import { CITES, create, faults } from './edit-requests.js';

useGraph('fictional');

const POSTING = { person: 'person-fx-anders', at: 'unit-fx-u9', role: 'STAFF', cites: CITES };
const DAY = { first: '2022-03-20', firstBound: 'START', last: '2022-03-20', lastBound: 'END' };

const POSTINGS = `query ($on: Date, $day: Date!, $cover: [Cover!], $lens: EvidenceLens) { unit(id: "unit-fx-u9", lens: $lens) {
  postings(on: $on, cover: $cover, roles: [STAFF]) { totalCount nodes { id cover(on: $day) range { first last } doubts doubtsAsStated } } } }`;

interface PostingVariables {
  readonly on?: string;
  readonly cover?: readonly string[];
  readonly lens?: object;
}
const postings = async (variables: PostingVariables = {}) =>
  (await answer(POSTINGS, { day: variables.on ?? '2022-03-20', ...variables })).unit.postings.nodes;

let undated = '';
let oneDay = '';
beforeAll(async () => {
  const doubts = { doubts: ['NO_DATE'], doubtsAsStated: ['First citation: empty'] };
  undated = (await create({ posting: { ...POSTING, ...doubts } })).record.id;
  oneDay = (await create({ posting: { ...POSTING, person: 'person-fx-berg', range: DAY } })).record.id;
});

describe('a posting without dates', () => {
  test('has no range, and its doubt with the words of the source', async () => {
    expect(await postings()).toContainEqual({
      ...{ id: undated, cover: 'OPEN', range: null },
      ...{ doubts: ['NO_DATE'], doubtsAsStated: ['First citation: empty'] },
    });
  });

  test.each(['1990-01-01', '2022-03-20', '2030-01-01'])('leaves %s open, and is not cited on it', async (on) => {
    const covers = async (cover: readonly string[]) =>
      (await postings({ on, cover })).filter(({ id }: { id: string }) => id === undated);
    expect(await covers(['CITED', 'IMPRECISE', 'ASSUMED', 'NONE'])).toEqual([]);
    expect(await covers(['OPEN'])).toEqual([expect.objectContaining({ cover: 'OPEN' })]);
  });

  test('does not count where the lens leaves its doubt out, and counts where it leaves another out', async () => {
    const ids = async (withoutDoubts: readonly string[]) =>
      (await postings({ lens: { withoutDoubts } })).map(({ id }: { id: string }) => id);
    expect(await ids(['NO_DATE'])).toEqual([oneDay]);
    expect((await ids(['ROLE_UNKNOWN'])).sort()).toEqual([oneDay, undated].sort());
  });

  test('stands in the graph without the dates that it has not', async () => {
    const record = (await dump()).find((line) => line.includes(`"id":"${undated}"`)) ?? '';
    expect(record).toContain('"doubts":["NO_DATE"]');
    expect(record).not.toMatch(/"(first|last)":/);
  });

  test('with one end of a range is refused', async () => {
    const half = { first: '2022', firstBound: 'START', last: '', lastBound: 'END' };
    expect(faults(await create({ posting: { ...POSTING, range: half } }))).toEqual([
      'input.record.posting.range.last BAD_INPUT',
    ]);
  });
});

test('a posting that starts and ends on one day is cited on that day alone', async () => {
  const on = async (day: string) =>
    (await postings({ on: day, cover: ['CITED', 'NONE'] })).find(({ id }: { id: string }) => id === oneDay)?.cover;
  expect([await on('2022-03-19'), await on('2022-03-20'), await on('2022-03-21')]).toEqual(['NONE', 'CITED', 'NONE']);
});
