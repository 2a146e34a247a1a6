import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const REACH = `query ($person: ID!) { person(id: $person) { findings(reach: COMMAND_PERIOD, first: 100, orderBy: PUBLISHED) {
  nodes { id type title publishedOn citations { pinpoint report { title } } } } } }`;

test('Which findings reach the command period of person P and the units then under P?', async () => {
  const { answers, statements } = await competency('cq-19', REACH, { person: 'person-fx-anders' });
  const [{ person }] = answers;
  // Not the judgment against the State, nor the listing, which states no period of conduct, nor the report on the trial.
  expect(person.findings.nodes.map(({ id }: { id: string }) => short(id))).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
