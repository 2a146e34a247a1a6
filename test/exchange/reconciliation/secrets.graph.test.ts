import { expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { extend } from '../../../src/exchange/reconciliation/extend.js';
import { reconcile } from '../../../src/exchange/reconciliation/match.js';
import { preview } from '../../../src/exchange/reconciliation/preview.js';
import { PROPERTIES } from '../../../src/exchange/reconciliation/properties.rules.js';
import { suggestEntities } from '../../../src/exchange/reconciliation/suggest.js';
import { Reader } from '../../../src/graph/graph.js';
import type { Clearance } from '../../../src/model/lens.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, HIDDEN, OF_EDITORS, OF_PARTNERS, PARTNER, PUBLIC } from '../../support/secrets.js';

useGraph('fictional');

/** Everything that the service answers on a text taken as a name, as an id, as a unit and as a beginning. */
async function textOfAnswers(text: string, clearance: Clearance) {
  const reader = new Reader(graph());
  const context = new Context(reader, clearance, await publishedThrough(graph()));
  const view = context.view();
  const properties = PROPERTIES.map(({ id }) => ({ id }));
  const answers = [
    await reconcile(context, view, [
      ['q0', { query: text }],
      ['q1', { query: text, properties: PROPERTIES.map(({ id }) => ({ pid: id, v: text })) }],
      [
        'q2',
        {
          properties: [
            { pid: 'unit', v: { id: text } },
            { pid: 'identifiers', v: text },
          ],
        },
      ],
    ]),
    await suggestEntities(context, view, { prefix: text, cursor: 0 }),
    await extend(context, view, { ids: [text], properties }),
    await preview(context, view, text),
  ];
  return { text: JSON.stringify(answers), statements: reader.statements };
}

/** The ids of what stands near what is hidden, through whose properties it could be seen. */
const NEAR = [
  'unit-fx-u1',
  'unit-fx-u3',
  'person-fx-holt',
  'person-fx-anders',
  'location-fx-velmora',
  'body-fx-archive',
];

const without = (answer: string, term: string) => answer.replaceAll(JSON.stringify(term).slice(1, -1), '');

test.each([
  ['a public reader', PUBLIC, [...OF_PARTNERS, ...OF_EDITORS]],
  ['a partner', PARTNER, OF_EDITORS],
] as const)(
  '%s finds nothing hidden by any route and query',
  async (_who, clearance, secrets) => {
    for (const term of [...secrets, ...NEAR]) {
      const { text } = await textOfAnswers(term, clearance);
      for (const secret of secrets) expect([term, without(text, term).includes(secret)]).toEqual([term, false]);
    }
  },
  240_000,
);

test('a hidden id gets the same answer, at the same cost, as a missing one', async () => {
  for (const [, id] of HIDDEN) {
    // As long, and made of the same kind of words, so that nothing but its being there could make the difference.
    const missing = id.replace(/[a-z]+$/, (word) => 'qxz'.repeat(word.length).slice(0, word.length));
    const [hidden, none] = [await textOfAnswers(id, PUBLIC), await textOfAnswers(missing, PUBLIC)];
    expect(hidden.text.includes(id) ? without(hidden.text, id) : hidden.text).toBe(without(none.text, missing));
    expect(hidden.statements).toEqual(none.statements);
  }
}, 240_000);

test('an editor finds by every route what is hidden from a public reader', async () => {
  const context = new Context(new Reader(graph()), CONFIDENTIAL, await publishedThrough(graph()));
  const view = context.view();
  const { q0 } = await reconcile(context, view, [['q0', { query: 'Orlo Kesh', type: 'Person' }]]);
  expect(q0?.result[0]).toMatchObject({ id: 'person-fx-kesh', score: 100, match: true });
  expect((await suggestEntities(context, view, { prefix: 'Kesh', cursor: 0 })).result.map(({ id }) => id)).toContain(
    'person-fx-kesh',
  );
  expect(await preview(context, view, 'person-fx-kesh')).toContain('Orlo Kesh');
  const { rows } = await extend(context, view, { ids: ['unit-fx-u3'], properties: [{ id: 'subordinates' }] });
  expect(JSON.stringify(rows)).toContain('unit-fx-night-cell');
});

test('an alias for partners is never matched, shown or compared for a public reader', async () => {
  expect((await textOfAnswers('The Miller', PUBLIC)).text).not.toContain('person-fx-holt');
  expect((await textOfAnswers('The Miller', PARTNER)).text).toContain('person-fx-holt');
});

test('an entity whose names were retracted is not found by name, by id or through other entities', async () => {
  const before = (await textOfAnswers('unit-fx-u2', PUBLIC)).text;
  expect(before).toContain('Tomas Anders');
  await graph().command(
    'test',
    "MATCH (name:Name)-[:OF]->({id: 'person-fx-anders'}) SET name.retractedAt = '2026-01-01T00:00:00.000Z'",
  );
  expect((await textOfAnswers('unit-fx-u2', PUBLIC)).text).not.toMatch(/Anders|person-fx-anders/);
  expect((await textOfAnswers('Tomas Anders', PUBLIC)).text).not.toContain('person-fx-anders');
  expect(without((await textOfAnswers('person-fx-anders', PUBLIC)).text, 'person-fx-anders')).not.toMatch(
    /Tomas|Commander of the 2nd/,
  );
});
