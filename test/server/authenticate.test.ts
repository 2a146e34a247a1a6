import { expect, test } from '@jest/globals';
import { AuthenticationError, senderOf } from '../../src/server/authenticate.js';

const TOKEN = 'abc-DEF_123';

function answerTo(authorization: string, token: string | undefined = TOKEN): string {
  const socket = { remoteAddress: '127.0.0.1', localPort: 4000 };
  const request = { headers: { authorization }, rawHeaders: ['Host', 'localhost:4000'], url: '/graphql', socket };
  try {
    return senderOf(request as never, { writeToken: token, corsOrigins: [] }).kind;
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
])('the token is read from %j', (header) => {
  expect(answerTo(header)).toBe('EDITOR');
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
])('the header %j is refused with 401, without a word of it', (header, message) => {
  const answer = answerTo(header);
  expect(answer).toMatch(/^401 Expected `authorization: Bearer/);
  expect(answer).toContain(message);
  expect(answer).not.toContain(TOKEN);
});
