import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const COMMANDERS = `query ($unit: ID!, $from: Date!, $to: Date!) { unit(id: $unit) { commandersBetween(from: $from, to: $to) {
  tenures { from to person { name } role spans { from to cover isDisputed } items { ...Item } }
  gaps { from to } overlaps { from to people { name } isConflict } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Commanders {
  readonly tenures: readonly { person: Named; spans: readonly (Span & { cover: string; isDisputed: boolean })[] }[];
  readonly gaps: readonly Span[];
  readonly overlaps: readonly (Span & { people: readonly Named[]; isConflict: boolean })[];
}

const linesOf = ({ tenures, gaps, overlaps }: Commanders) => [
  ...gaps.map(({ from, to }) => `${from} to ${to}: nobody is cited`),
  ...tenures.flatMap(({ person, spans }) =>
    spans.map(
      ({ from, to, cover, isDisputed }) => `${from} to ${to}: ${person.name} ${cover}${isDisputed ? ', disputed' : ''}`,
    ),
  ),
  ...overlaps.map(
    ({ from, to, people, isConflict }) =>
      `${from} to ${to}: ${people.map(({ name }) => name).join(' and ')}${isConflict ? ' in conflict' : ''}`,
  ),
];

test('Who held the post between two dates, and where are gaps and overlaps?', async () => {
  const variables = { unit: 'unit-fx-u2', from: '2021-01-01', to: '2022-12-31' };
  const { answers, statements } = await competency('cq-04', COMMANDERS, variables);
  const [{ unit }] = answers;
  expect(linesOf(unit.commandersBetween)).toEqual([
    '2021-01-01 to 2021-05-31: nobody is cited',
    '2021-06-01 to 2022-04-14: Tomas Anders CITED',
    '2022-04-10 to 2022-04-14: Ulrik Berg CITED, disputed',
    '2022-04-15 to 2022-12-31: Ulrik Berg CITED',
    '2022-04-10 to 2022-04-14: Tomas Anders and Ulrik Berg in conflict',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
