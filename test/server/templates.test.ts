import { afterAll, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { exampleOf, TEMPLATE_NAMES, templateOf } from '../../src/exchange/import/csv/templates.js';
import { serveTemplates } from '../../src/server/templates.js';

/** The templates for researchers, as anybody may download them: they need no graph. */

const app = fastify();
serveTemplates(app, (reply, status, code, message) =>
  reply.status(status).send({ errors: [{ message, extensions: { code } }] }),
);
afterAll(() => app.close());

const get = (file: string) => app.inject({ url: `/import/templates/${file}` });

test.each(TEMPLATE_NAMES)('the template of %s and its example can be downloaded as CSV', async (name) => {
  const empty = await get(`${name}.csv`);
  expect([empty.statusCode, empty.body]).toEqual([200, `\ufeff${templateOf(name)}`]);
  expect(empty.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
  expect((await get(`${name}.example.csv`)).body).toBe(`\ufeff${exampleOf(name)}`);
});

test('the columns of the templates are described as JSON', async () => {
  const reply = await get('columns.json');
  expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(Object.keys(reply.json())).toEqual(TEMPLATE_NAMES);
  expect(reply.json().postings.columns[0]).toEqual({
    name: 'person_id',
    meaning: 'The person who held the post.',
    required: true,
    expected: 'an id such as person-some-name',
    example: 'person-vm-ander',
  });
});

test.each(['nothing.csv', 'constructor.csv', '__proto__.csv', 'units.xlsx', 'units.other.csv', '..%2Fserver.ts'])(
  'the template %s is not found',
  async (file) => {
    const reply = await get(file);
    expect(reply.statusCode).toBe(404);
    expect(reply.json().errors[0].message).toContain('units.example.csv');
  },
);
