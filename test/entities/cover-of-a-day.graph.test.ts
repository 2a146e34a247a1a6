import { expect, test } from '@jest/globals';
import { COVERS } from '../../src/model/date-range.js';
import { objectsIn } from '../support/competency.js';
import { ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const DAYS = ['2021-06-01', '2022-03-20', '2022-04-12', '2022-07-15', '2023-12-31', '2025-01-01'];
const LENSES = [null, { publishedBy: '2023-06-30' }, { excludeReports: ['report-fx-archive-2023'] }];
const LISTS = ['postings', 'superiorLinks', 'positionings'];
const SOURCE = `query ($on: Date!, $lens: EvidenceLens) { units(first: 100, lens: $lens) { nodes { ${COVERS.flatMap(
  (cover) =>
    LISTS.map(
      (list) => `${cover}_${list}: ${list}(on: $on, cover: [${cover}], first: 100) { nodes { id cover(on: $on) } }`,
    ),
).join('\n')} } } }`;

test.each(LENSES)(
  'the cover of a claim is the one by which a list of the day finds it, under the lens %j',
  async (lens) => {
    const found = new Set<string>();
    for (const on of DAYS) {
      const { data } = await ask(SOURCE, { on, lens });
      for (const unit of data.units.nodes)
        for (const [alias, { nodes }] of Object.entries<{ nodes: { cover: string }[] }>(unit)) {
          const covers = nodes.map(({ cover }) => cover);
          expect([on, alias, covers]).toEqual([on, alias, covers.map(() => alias.split('_')[0])]);
          for (const cover of covers) found.add(cover);
        }
    }
    expect([...found].sort()).toEqual([...COVERS].sort());
  },
);

test('the covers of a claim for several days take no statement more than the claim', async () => {
  const days = DAYS.map((on, at) => `day${at}: cover(on: "${on}")`).join(' ');
  const { data, statements } = await ask(`{ unit(id: "unit-fx-u2") { postings { nodes { ${days} } } } }`);
  expect(statements).toEqual(['Unit in brief', 'Posting.AT']);
  expect(new Set(objectsIn(data.unit.postings.nodes).flatMap(Object.values)).size).toBeGreaterThan(2);
});
