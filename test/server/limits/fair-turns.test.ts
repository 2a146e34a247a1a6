import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { FairTurns } from '../../../src/server/limits/fair-turns.js';

/** An answer to a client, as far as turns know it: it ends, and its connection may close before. */
function answerTo(ip: string) {
  const raw = Object.assign(new EventEmitter(), { destroyed: false });
  const reply = { request: { ip }, raw } as unknown as FastifyReply;
  const end = () => {
    raw.destroyed = true;
    raw.emit('close');
  };
  return { reply, end };
}

/** What has its turn so far, in order. */
function watch(turns: FairTurns) {
  const running: string[] = [];
  const ask = (ip: string, name: string) => {
    const { reply, end } = answerTo(ip);
    const turn = turns.take(reply).then(() => void running.push(name));
    turn.catch(() => undefined);
    return { turn, end };
  };
  return { running, ask };
}

const settled = () => new Promise((done) => setImmediate(done));
const GREEDY = '203.0.113.1';
const OTHER = '203.0.113.2';

test('a client that is alone has all places, and its further operations wait in order', async () => {
  const { running, ask } = watch(new FairTurns({ atOnce: 3 }));
  const operations = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(GREEDY, name));
  await settled();
  expect(running).toEqual(['a', 'b', 'c']);
  operations[1]?.end();
  await settled();
  expect(running).toEqual(['a', 'b', 'c', 'd']);
});

test('a client that comes while another has a thousand operations waiting is next, and then has half of the places', async () => {
  const { running, ask } = watch(new FairTurns({ atOnce: 2, waitingOfOne: 1_000 }));
  const greedy = Array.from({ length: 1_000 }, (_, index) => ask(GREEDY, `greedy ${index}`));
  await settled();
  const [one, two] = [ask(OTHER, 'one'), ask(OTHER, 'two')];
  greedy[0]?.end();
  await settled();
  expect(running).toEqual(['greedy 0', 'greedy 1', 'one']);
  one.end();
  await settled();
  expect(running.at(-1)).toBe('two');
  two.end();
  greedy[1]?.end();
  await settled();
  expect(running.slice(-1)).toEqual(['greedy 2']);
});

test('an operation beyond those that may wait is refused at once, and one that waits too long after that', async () => {
  const { ask } = watch(new FairTurns({ atOnce: 1, waitingOfOne: 1, patienceMs: 20 }));
  ask(GREEDY, 'a');
  const late = ask(GREEDY, 'b').turn;
  await expect(ask(GREEDY, 'c').turn).rejects.toMatchObject({ code: 'TOO_MANY_OPERATIONS' });
  await expect(late).rejects.toMatchObject({ code: 'TOO_MANY_OPERATIONS' });
});

test('a client that goes away while it waits gives its turn to the next', async () => {
  const { running, ask } = watch(new FairTurns({ atOnce: 1 }));
  const [first, second] = [ask(GREEDY, 'a'), ask(GREEDY, 'b'), ask(OTHER, 'c')];
  await settled();
  second?.end();
  first?.end();
  await settled();
  expect(running.at(-1)).toBe('c');
});

test('places are free again after all answers, and clients are forgotten', async () => {
  const turns = new FairTurns({ atOnce: 2, shareMs: -1 });
  for (let round = 0; round < 50; round += 1) {
    const { running, ask } = watch(turns);
    const operations = Array.from({ length: 6 }, (_, index) => ask(`203.0.113.${index}`, `${index}`));
    for (const one of operations) {
      await one.turn;
      one.end();
    }
    expect(running.length).toBe(6);
  }
  const { running, ask } = watch(turns);
  ask(GREEDY, 'a');
  ask(GREEDY, 'b');
  await settled();
  expect(running).toEqual(['a', 'b']);
});
