import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { whileKnown } from '../../src/server/serving.js';

/** An answer in four pieces, each of which its client takes in 600 ms, to a sender who is known or not. */
async function piecesFor(isKnown: () => Promise<boolean>): Promise<string[]> {
  let now = 0;
  async function* pieces() {
    for (const piece of ['one', 'two', 'three', 'four']) {
      yield piece;
      now += 600;
    }
  }
  const found: string[] = [];
  try {
    for await (const piece of whileKnown(pieces(), {} as FastifyRequest, { isKnown }, () => now)) found.push(piece);
  } catch (error) {
    found.push(String(error));
  }
  return found;
}

test('a long answer goes on while its sender is known', async () => {
  expect(await piecesFor(async () => true)).toEqual(['one', 'two', 'three', 'four']);
});

test('a long answer breaks off within a second after its sender was revoked', async () => {
  expect(await piecesFor(async () => false)).toEqual(['one', 'two', 'Error: The sender is not known any more.']);
});
