import { expect, test } from '@jest/globals';
import fastify from 'fastify';
import { delayRefusals } from '../../../src/server/limits/refusal-delay.js';

function serverWith(mostAtOnce?: number) {
  const app = fastify();
  delayRefusals(app, mostAtOnce);
  app.get('/much', async (_request, reply) => reply.status(429).send('too much'));
  app.get('/little', async () => 'little');
  return app;
}

test('refusals of clients that ask too much wait, while others have their answers', async () => {
  const app = serverWith();
  const answered: string[] = [];
  const ask = (url: string) => app.inject(url).then(({ body }) => answered.push(body));
  await Promise.all([ask('/much'), ask('/little'), ask('/little')]);
  expect(answered).toEqual(['little', 'little', 'too much']);
});

test('refusals go at once and close their connection where too many wait', async () => {
  const app = serverWith(1);
  const answers = await Promise.all([app.inject('/much'), app.inject('/much'), app.inject('/much')]);
  expect(answers.map(({ headers }) => headers.connection)).toEqual(['keep-alive', 'close', 'close']);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([429, 429, 429]);
  expect((await app.inject('/much')).headers.connection).toBe('keep-alive');
});
