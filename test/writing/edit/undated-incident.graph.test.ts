import { beforeAll, expect, test } from '@jest/globals';
import { answer, ask, useGraph } from '../../support/graph.js';
import { CITES, create } from './edit-requests.js';

useGraph('fictional');

/** An incident of which sources give no day: it is a record as any other, and a question about a day must give one. */

const ID = 'incident-fx-undated';
const CHAIN = `query ($on: Date) { incident(id: "${ID}") { commandResponsibility(on: $on) { on warnings people { person { id } } } } }`;

beforeAll(async () => {
  const doubts = { doubts: ['NO_DATE', 'KIND_UNKNOWN'], doubtsAsStated: ['Date: n.d.', 'Type: mischief'] };
  const attributions = [{ to: 'unit-fx-u3', by: 'body-fx-archive', cites: CITES }];
  const incident = { id: ID, title: 'Mischief at the mill', ...doubts, attributions, cites: CITES };
  const { userErrors } = await create({ incident });
  expect(userErrors).toEqual([]);
});

test('an incident without a date and kind has neither in answers, and its doubts with the words of the source', async () => {
  const { incident } = await answer(
    `{ incident(id: "${ID}") { title kinds range { first } doubts doubtsAsStated candidates { reason } } }`,
  );
  expect(incident).toEqual({
    title: 'Mischief at the mill',
    kinds: [],
    range: null,
    doubts: ['NO_DATE', 'KIND_UNKNOWN'],
    doubtsAsStated: ['Date: n.d.', 'Type: mischief'],
    candidates: [],
  });
});

test('a question about the day of an incident without a date is an error that asks for the day', async () => {
  const { errors } = await ask(CHAIN, {});
  expect(errors?.map(({ message }: { message: string }) => message)).toEqual([
    'Expected a day, since no source dates the incident; got none.',
  ]);
});

test('with a day, an incident without a date is assessed as if it happened on it, and says so', async () => {
  const { incident } = await answer(CHAIN, { on: '2022-03-20' });
  expect(incident.commandResponsibility).toMatchObject({
    on: '2022-03-20',
    warnings: ['No source dates the incident: it is assessed as if it happened on 2022-03-20.'],
  });
  expect(incident.commandResponsibility.people).not.toEqual([]);
});

test('an incident without a date may be one of any period that a list asks for', async () => {
  const { incidents } = await answer(
    '{ incidents(filter: { from: "1950-01-01", to: "1950-12-31" }) { nodes { id } } }',
  );
  expect(incidents.nodes).toEqual([{ id: ID }]);
});
