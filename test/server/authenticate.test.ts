import { expect, test } from '@jest/globals';
import { AuthenticationError } from '../../src/accounts/authentication-error.js';
import { senderOf } from '../../src/server/authenticate.js';

const TOKEN = 'abc-DEF_123';

async function answerTo(authorization: string): Promise<string> {
  const socket = { remoteAddress: '127.0.0.1', localPort: 4000 };
  const rawHeaders = ['Host', 'localhost:4000', 'Authorization', authorization];
  const request = { headers: { authorization }, rawHeaders, url: '/graphql', socket };
  try {
    return (await senderOf(request as never, { writeToken: TOKEN, corsOrigins: [] })).kind;
  } catch (error) {
    if (error instanceof AuthenticationError) return `${error.statusCode} ${error.message}`;
    throw error;
  }
}

test.each([
  `Bearer ${TOKEN}`,
  `bearer ${TOKEN}`,
  `BEARER ${TOKEN}`,
  `Bearer   ${TOKEN}`,
  `Bearer\t${TOKEN}`,
  ` Bearer ${TOKEN}  `,
])('the token is read from %j', async (header) => {
  expect(await answerTo(header)).toBe('START_TOKEN');
});

test.each([
  ['', 'got an empty header'],
  ['   ', 'got an empty header'],
  [TOKEN, 'got no scheme before it'],
  [`Basic ${TOKEN}`, 'got another scheme than Bearer'],
  [`Token token=${TOKEN}`, 'got another scheme than Bearer'],
  [`Bearer:${TOKEN}`, 'got no scheme before it'],
  ['Bearer', 'got no token'],
  ['Bearer ', 'got no token'],
  [`Bearer ${TOKEN} ${TOKEN}`, 'got 2 words after Bearer'],
  [`Bearer "${TOKEN}"`, 'got a token with characters that no token has'],
  [`Bearer ${TOKEN},`, 'got a token with characters that no token has'],
  [`Bearer ${TOKEN.toLowerCase()}`, 'got another'],
  ['Bearer guessed', 'got another'],
])('the header %j is refused with 401, without a word of it', async (header, message) => {
  const answer = await answerTo(header);
  expect(answer).toMatch(/^401 Expected `authorization: Bearer/);
  expect(answer).toContain(message);
  expect(answer).not.toContain(TOKEN);
});

const sent = (more: string[], access: object = {}) => {
  const socket = { remoteAddress: '127.0.0.1', localPort: 4000 };
  const authorization = `Bearer ${TOKEN}`;
  const rawHeaders = ['Host', 'localhost:4000', 'Authorization', authorization, ...more];
  const request = { headers: { authorization }, rawHeaders, url: '/graphql', socket };
  return senderOf(request as never, { writeToken: TOKEN, corsOrigins: [], ...access });
};

test('two headers are refused, even where they are the same', async () => {
  await expect(sent(['authorization', `Bearer ${TOKEN}`])).rejects.toThrow(
    'Expected one header `authorization`; got 2.',
  );
});

test('the token of the start is an administrator until its time is over, and says so then', async () => {
  const until = Date.now();
  expect(await sent([], { writeTokenUntil: until + 60_000 })).toMatchObject({ role: 'ADMIN', datasets: null });
  await expect(sent([], { writeTokenUntil: until })).rejects.toThrow(
    `Expected an API key; got the token of the start, which was good until ${new Date(until).toISOString()}.`,
  );
});
