import { expect, test } from '@jest/globals';
import { graph, useGraph } from '../../support/graph.js';
import { post, query, useServer } from '../../support/server.js';
import { CREATE } from './edit-requests.js';

/** The addresses of a report are of the web alone. */

useGraph('fictional');
const TOKEN = 'token-of-this-test-0123456789';
const address = useServer({ writeToken: TOKEN });

const record = (fields: object) =>
  post(
    address(),
    JSON.stringify({
      query: CREATE,
      variables: {
        input: {
          dataset: 'fictional',
          reason: 'For a test.',
          record: {
            report: { id: 'report-test-address', title: 'A', publisher: 'body-fx-lantern', language: 'en', ...fields },
          },
        },
      },
    }),
    { authorization: `Bearer ${TOKEN}` },
  );

test.each(['url', 'copyUrl', 'archivedUrl'])('an editor cannot record another kind of address as %s', async (name) => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://u:p@example.org/',
    'https://example.org/">',
  ]) {
    const { json } = await record({ [name]: text });
    expect(json.data.recordCreate.created).not.toBe(true);
    expect(json.data.recordCreate.userErrors).toEqual([
      expect.objectContaining({
        code: 'BAD_INPUT',
        field: expect.arrayContaining([name]),
        message: expect.stringMatching(/^Expected an address such as .*; got "/),
      }),
    ]);
  }
});

test('an address is recorded in the form of the standard', async () => {
  const { json } = await record({ url: 'HTTPS://Example.org', archivedUrl: 'https://example.org/d’Été' });
  expect(json.data.recordCreate.userErrors).toEqual([]);
  const answer = await query(address(), '{ report(id: "report-test-address") { url archivedUrl } }');
  expect(answer.json.data.report).toEqual({
    url: 'https://example.org/',
    archivedUrl: 'https://example.org/d%E2%80%99%C3%89t%C3%A9',
  });
});

test('another kind of address that stands in the graph already is no link in exports of links', async () => {
  await graph().command('test', "MATCH (n:Report {id: 'report-fx-un-2022'}) SET n.url = 'javascript:alert(1)'");
  for (const [file, link] of [
    ['records.jsonld', '"schema:url":"javascript:'],
    ['records.ftm.json', '"sourceUrl":["javascript:'],
  ]) {
    const response = await fetch(`${address()}/export/${file}`);
    const text = await response.text();
    expect([response.status, text.includes('report-fx-un-2022')]).toEqual([200, true]);
    expect(text.includes(link ?? '')).toBe(false);
  }
});
