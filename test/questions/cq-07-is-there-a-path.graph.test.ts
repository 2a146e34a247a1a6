import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const PATHS = `query ($person: ID!, $unit: ID!, $on: Date!) {
  pathsBetween(a: $person, b: $unit, on: $on, through: [Posting, CommandLink]) { length commandOnly steps { by {
    __typename citations { pinpoint report { title } }
    ... on Posting { role } ... on CommandLink { kind } } } } }`;

interface Path {
  readonly commandOnly: boolean;
  readonly steps: readonly { readonly by: { readonly role?: string; readonly kind?: string } }[];
}

const textOf = ({ commandOnly, steps }: Path) =>
  `${commandOnly ? 'command only' : 'not of command'}: ${steps.map(({ by }) => by.role ?? by.kind).join(', ')}`;

test('Is there a path at all between a person and a unit, and of which kind?', async () => {
  const variables = { person: 'person-fx-gran', unit: 'unit-fx-u3', on: '2022-03-20' };
  const { answers, statements } = await competency('cq-07', PATHS, variables);
  const [{ pathsBetween: paths }] = answers;
  // From the minister to the ministry, to the brigade that it administers, to the battalion.
  expect(paths.map(textOf)).toEqual(['not of command: HEAD, ADMINISTRATIVE, COMMAND']);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
