import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { WebhookState } from '../../../src/exchange/webhooks/delivery.rules.js';
import { resolveBySystem } from '../../../src/exchange/webhooks/public-address.js';
import { Webhook } from '../../../src/exchange/webhooks/webhook.js';
import { WebhookStates } from '../../../src/exchange/webhooks/webhook-states.js';
import type { WebhookSettings } from '../../../src/exchange/webhooks/webhooks.js';
import type { WebhookConfig } from '../../../src/exchange/webhooks/webhooks-file.js';
import { createServer } from '../../../src/server/server.js';
import { graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL } from '../../support/secrets.js';
import { post, SETTINGS } from '../../support/server.js';
import { here } from '../sync/public-changes.js';
import { changesIn, manifestIn, snapshot } from '../sync/read-feed.js';
import { measuresInTurn } from '../sync/write-changes.js';
import { answerWith, newSecret, Receiver, verified, webhookTo } from './receiver.js';

useGraph('fictional');

const TOKEN = 'token-of-the-test';
const LOOK_MS = 20;
const { publicly, secretly } = measuresInTurn();
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await what()); await pause(5))
    if (Date.now() > deadline) throw new Error(`This did not come: ${what}`);
}

let receiver: Receiver;
let app: FastifyInstance | undefined;
let address = '';

beforeEach(async () => {
  await graph().command('test', 'MATCH (w:Webhook) DELETE w');
  receiver = await Receiver.start();
});
afterEach(async () => {
  await stop();
  await receiver.stop();
});

/** Starts a server with webhooks; it tries three times, quickly. */
async function start(webhooks: readonly WebhookConfig[], pace: WebhookSettings['pace'] = {}): Promise<void> {
  const quick = { schedule: { delaysMs: [LOOK_MS, LOOK_MS], jitter: 0 }, timeoutMs: 5_000 };
  app = await createServer(graph(), {
    ...SETTINGS,
    writeToken: TOKEN,
    lookEveryMs: LOOK_MS,
    webhooks: { webhooks, pace: { ...quick, ...pace } },
  });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
}

async function stop(): Promise<void> {
  await app?.close();
  app = undefined;
}

/** Starts it, and waits until the first notice, which has nothing before it, is known to have arrived. */
async function startAndHear(webhook: WebhookConfig, pace?: WebhookSettings['pace']): Promise<void> {
  await start([webhook], pace);
  await until(() => receiver.arrivals.length === 1);
  await until(async () => (await stored()).pending === null);
}

/** What is remembered of the webhook. */
async function stored(): Promise<WebhookState> {
  const [row] = await graph().read(
    { name: 'test', text: "MATCH (w:Webhook {name: 'partner'}) RETURN w.state AS state" },
    {},
  );
  return JSON.parse(String(row?.state));
}

async function asEditor(source: string) {
  const { json } = await post(address, JSON.stringify({ query: source }), { authorization: `Bearer ${TOKEN}` });
  expect(json.errors).toBeUndefined();
  return json.data;
}

const STATUS =
  'name origin access deliveredAt disabledAt pending { id attempts } deadLetters { id attempts status failure excerpt nextAttemptAt }';
const statusOf = async (name = 'partner') => {
  const { webhooks } = await asEditor(`{ webhooks { ${STATUS} } }`);
  return webhooks.find((webhook: { name: string }) => webhook.name === name);
};
const ids = () => receiver.arrivals.map(({ id }) => id);
const cursors = () => receiver.arrivals.map(({ json }) => json.data.cursor);

describe('a notice', () => {
  test('comes at first, and after a change, signed, with the cursors to ask from and nothing else', async () => {
    const secret = newSecret();
    const first = await here();
    await startAndHear(webhookTo(receiver.address, { secrets: [secret] }));
    const changedIds = await publicly();
    const second = await here();
    await until(() => receiver.arrivals.length === 2);
    const bodies = receiver.arrivals.map((arrival) => verified(secret, arrival));
    const timestamp = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(bodies).toEqual([
      { type: 'graph.changed', timestamp, data: { since: null, cursor: first } },
      { type: 'graph.changed', timestamp, data: { since: first, cursor: second } },
    ]);
    expect(new Set(ids()).size).toBe(2);
    const response = await fetch(`${address}/changes?since=${receiver.arrivals[1]?.json.data.since}`);
    const text = await response.text();
    const changes = changesIn(text);
    expect(changes.map(({ id }) => id)).toEqual(expect.arrayContaining(changedIds));
    expect(changes.every(({ op }) => op === 'ADD')).toBe(true);
  });

  test('does not come for a change that the reader of the webhook may not see', async () => {
    const ours = await Receiver.start();
    const all = webhookTo(ours.address, { name: 'ours', access: 'CONFIDENTIAL' });
    await start([webhookTo(receiver.address), all]);
    await until(() => receiver.arrivals.length === 1 && ours.arrivals.length === 1);
    await secretly();
    await until(() => ours.arrivals.length === 2);
    expect(ours.arrivals[1]?.json.data.cursor).toBe(manifestIn(await snapshot(CONFIDENTIAL)).cursor);
    await pause(5 * LOOK_MS);
    expect(receiver.arrivals).toHaveLength(1);
    await publicly();
    await until(() => receiver.arrivals.length === 2);
    expect(cursors()[1]).toBe(await here());
    await stop();
    await ours.stop();
  });

  test('is signed with both secrets of a webhook while they rotate', async () => {
    const secrets = [newSecret(), newSecret()];
    await startAndHear(webhookTo(receiver.address, { secrets }));
    const [arrival] = receiver.arrivals;
    for (const secret of secrets) expect(arrival && verified(secret, arrival)).toMatchObject({ type: 'graph.changed' });
  });

  test('is in the graph before it is sent', async () => {
    let id: string | undefined;
    receiver.answer = async (response) => {
      id = (await stored()).pending?.id;
      response.writeHead(204).end();
    };
    await startAndHear(webhookTo(receiver.address));
    expect(id).toBe(ids()[0]);
  });
});

test('webhooks of one level share one reading of the clock at each look, and one of the datasets at each change', async () => {
  const statements: string[] = [];
  const read = (statement: { name: string; text: string }, parameters: Record<string, unknown>) => {
    statements.push(statement.name);
    return graph().read(statement, parameters);
  };
  const counted = Object.create(graph(), { read: { value: read } });
  const several = Array.from({ length: 4 }, (_, index) => webhookTo(receiver.address, { name: `partner-${index}` }));
  app = await createServer(counted, {
    ...SETTINGS,
    lookEveryMs: LOOK_MS,
    webhooks: { webhooks: several },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  await until(() => receiver.arrivals.length === 4);
  statements.length = 0;
  await publicly();
  await until(() => receiver.arrivals.length === 8);
  expect(statements).toEqual(['export: datasets']);
});

describe('a delivery that fails', () => {
  test('is sent again with its id and its bytes, and what changed meanwhile is one more delivery', async () => {
    const secret = newSecret();
    const patient = { schedule: { delaysMs: Array(10_000).fill(LOOK_MS), jitter: 0 } };
    await startAndHear(webhookTo(receiver.address, { secrets: [secret] }), patient);
    receiver.arrivals.length = 0;
    receiver.answer = answerWith(500);
    await publicly();
    const second = await here();
    await until(() => receiver.arrivals.length >= 3);
    for (let index = 0; index < 3; index++) await publicly();
    const last = await here();
    receiver.answer = answerWith(204);
    await until(() => cursors().at(-1) === last);
    await pause(5 * LOOK_MS);
    const different = (values: readonly unknown[]) => [...new Set(values)];
    expect(different(cursors())).toEqual([second, last]);
    expect(different(receiver.arrivals.map(({ id, body }) => `${id} ${body}`))).toHaveLength(2);
    expect(cursors().filter((cursor) => cursor === last)).toHaveLength(1);
    expect(receiver.arrivals.at(-1)?.json.data.since).toBe(second);
    for (const arrival of receiver.arrivals) verified(secret, arrival);
  });

  test('is given up to the dead letters, which an editor sees and sends again', async () => {
    receiver.answer = answerWith(500, {}, 'Broken,\n\u0007 sorry.');
    await start([webhookTo(receiver.address)]);
    await until(() => receiver.arrivals.length === 3);
    await pause(5 * LOOK_MS);
    expect(new Set(ids()).size).toBe(1);
    const failure = 'Expected an answer 2xx; got 500.';
    const letter = { id: ids()[0], status: 500, failure, excerpt: 'Broken, sorry.', nextAttemptAt: null };
    expect(await statusOf()).toMatchObject({
      pending: null,
      deliveredAt: null,
      deadLetters: [{ ...letter, attempts: 3 }],
    });
    const resend = `mutation { webhookResend(name: "partner", id: "${ids()[0]}") { delivered status failure excerpt } }`;
    expect((await asEditor(resend)).webhookResend).toEqual({
      delivered: false,
      status: 500,
      failure,
      excerpt: 'Broken, sorry.',
    });
    expect((await statusOf()).deadLetters).toEqual([{ ...letter, attempts: 4 }]);
    receiver.answer = answerWith(204);
    expect((await asEditor(resend)).webhookResend).toEqual({
      delivered: true,
      status: 204,
      failure: null,
      excerpt: null,
    });
    expect(await statusOf()).toMatchObject({ deadLetters: [], deliveredAt: expect.any(String) });
    expect(new Set(receiver.arrivals.map(({ body, id }) => `${id} ${body}`)).size).toBe(1);
    expect(receiver.arrivals).toHaveLength(5);
  });

  test('can be sent at once by an editor while it waits', async () => {
    receiver.answer = answerWith(500);
    await start([webhookTo(receiver.address)], { schedule: { delaysMs: [3_600_000], jitter: 0 } });
    await until(() => receiver.arrivals.length === 1);
    receiver.answer = answerWith(204);
    const resend = `mutation { webhookResend(name: "partner", id: "${ids()[0]}") { delivered } }`;
    expect((await asEditor(resend)).webhookResend).toEqual({ delivered: true });
    expect(await statusOf()).toMatchObject({ pending: null, deadLetters: [] });
  });

  test('does not hold up another webhook, nor does a receiver that is slow', async () => {
    const slow = await Receiver.start();
    slow.answer = () => undefined;
    await start([webhookTo(slow.address, { name: 'slow' }), webhookTo(receiver.address)], { timeoutMs: 60_000 });
    await until(() => slow.arrivals.length === 1 && receiver.arrivals.length === 1);
    for (let count = 2; count < 4; count++) {
      await publicly();
      await until(() => receiver.arrivals.length === count);
    }
    expect(slow.arrivals).toHaveLength(1);
    const begin = performance.now();
    await stop();
    expect(performance.now() - begin).toBeLessThan(5_000);
    await slow.stop();
  });
});

describe('a receiver that answers 410', () => {
  test('gets nothing more until an editor enables its webhook', async () => {
    await startAndHear(webhookTo(receiver.address));
    receiver.answer = answerWith(410);
    await publicly();
    await until(() => receiver.arrivals.length === 2);
    receiver.answer = answerWith(204);
    await publicly();
    await pause(10 * LOOK_MS);
    expect(receiver.arrivals).toHaveLength(2);
    const before = await statusOf();
    expect(before).toMatchObject({ pending: null, disabledAt: expect.any(String), deadLetters: [{ id: ids()[1] }] });
    const { webhookEnable } = await asEditor('mutation { webhookEnable(name: "partner") { disabledAt } }');
    expect(webhookEnable).toEqual({ disabledAt: null });
    await until(() => receiver.arrivals.length === 3);
    expect(receiver.arrivals[2]?.json.data).toEqual({ since: cursors()[0], cursor: await here() });
  });
});

describe('a restart', () => {
  test('sends nothing where nothing changed, and once what changed while the server was down', async () => {
    const webhook = webhookTo(receiver.address);
    await startAndHear(webhook);
    await stop();
    await start([webhook]);
    await pause(10 * LOOK_MS);
    expect(receiver.arrivals).toHaveLength(1);
    await stop();
    await publicly();
    await publicly();
    await start([webhook]);
    await until(() => receiver.arrivals.length === 2);
    await pause(5 * LOOK_MS);
    expect(cursors().slice(1)).toEqual([await here()]);
  });

  test('goes on with a delivery that has failed, by its id', async () => {
    receiver.answer = answerWith(500);
    const webhook = webhookTo(receiver.address);
    await start([webhook], { schedule: { delaysMs: [300, 300], jitter: 0 } });
    await until(() => receiver.arrivals.length === 1);
    await pause(2 * LOOK_MS);
    await stop();
    await start([webhook], { schedule: { delaysMs: [300, 300], jitter: 0 } });
    receiver.answer = answerWith(204);
    await until(() => receiver.arrivals.length === 2);
    expect(ids()[1]).toBe(ids()[0]);
    await pause(5 * LOOK_MS);
    expect(await statusOf()).toMatchObject({ pending: null, deadLetters: [] });
    expect(receiver.arrivals).toHaveLength(2);
  });

  test('sends again by its id what was on its way at the stop, which is no failure of the receiver', async () => {
    receiver.answer = () => undefined;
    const webhook = webhookTo(receiver.address);
    await start([webhook]);
    await until(() => receiver.arrivals.length === 1);
    await stop();
    expect((await stored()).pending).toMatchObject({ attempts: 0 });
    receiver.answer = answerWith(204);
    await start([webhook]);
    await until(() => receiver.arrivals.length === 2);
    expect(ids()[1]).toBe(ids()[0]);
  });
});

describe('for an editor', () => {
  test('a webhook has neither its secret nor the path of its address', async () => {
    const secret = newSecret();
    const webhook = webhookTo(`${receiver.address}/hunter2?key=hunter3`, { secrets: [secret] });
    await startAndHear(webhook);
    const { origin } = new URL(receiver.address);
    const status = await statusOf();
    expect(status).toMatchObject({ name: 'partner', origin, access: 'PUBLIC', disabledAt: null });
    for (const text of [JSON.stringify(status), JSON.stringify(await stored())])
      expect(text).not.toMatch(/hunter|whsec/);
  });

  test('a test message arrives, once and with a type of its own', async () => {
    const secret = newSecret();
    await startAndHear(webhookTo(receiver.address, { secrets: [secret] }));
    const source = 'mutation { webhookTest(name: "partner") { delivered status failure excerpt } }';
    const delivered = { delivered: true, status: 204, failure: null, excerpt: null };
    expect((await asEditor(source)).webhookTest).toEqual(delivered);
    const [, arrival] = receiver.arrivals;
    expect(arrival && verified(secret, arrival)).toEqual({
      type: 'webhook.test',
      timestamp: expect.any(String),
      data: {},
    });
    receiver.answer = answerWith(302, { location: receiver.address });
    expect((await asEditor(source)).webhookTest).toMatchObject({ delivered: false, status: 302 });
    await pause(5 * LOOK_MS);
    expect(receiver.arrivals).toHaveLength(3);
    expect(await statusOf()).toMatchObject({ pending: null, deadLetters: [] });
  });

  test('a webhook or a delivery that there is not is NOT_FOUND', async () => {
    await startAndHear(webhookTo(receiver.address));
    const codesOf = async (source: string) =>
      (await post(address, JSON.stringify({ query: source }), { authorization: `Bearer ${TOKEN}` })).codes;
    for (const source of [
      'mutation { webhookTest(name: "other") { delivered } }',
      'mutation { webhookEnable(name: "other") { name } }',
      'mutation { webhookResend(name: "other", id: "msg_1") { delivered } }',
      'mutation { webhookResend(name: "partner", id: "msg_1") { delivered } }',
    ])
      expect([source, await codesOf(source)]).toEqual([source, ['NOT_FOUND']]);
  });
});

test('nobody but an editor sees webhooks or sends anything to them', async () => {
  await startAndHear(webhookTo(receiver.address));
  for (const source of [
    `{ webhooks { ${STATUS} } }`,
    'mutation { webhookTest(name: "partner") { delivered } }',
    'mutation { webhookEnable(name: "partner") { name } }',
    'mutation { webhookResend(name: "partner", id: "msg_1") { delivered } }',
  ]) {
    const { codes, json } = await post(address, JSON.stringify({ query: source }));
    expect([codes, json.data]).toEqual([['FORBIDDEN'], null]);
  }
  expect(receiver.arrivals).toHaveLength(1);
});

/** A webhook that gives up at once, as a process of its own would send it, and its log. */
function webhookAlone(over = graph(), secret = newSecret()) {
  const lines: { readonly level: string; readonly details: object; readonly message: string }[] = [];
  const to = (level: string) => (details: object, message: string) => void lines.push({ level, details, message });
  const config = webhookTo(`${receiver.address}?key=hunter2`, { secrets: [secret] });
  const webhook = new Webhook(config, new WebhookStates(over), {
    schedule: { delaysMs: [], jitter: 0 },
    timeoutMs: 5_000,
    resolve: resolveBySystem,
    signal: new AbortController().signal,
    log: { warn: to('warn'), error: to('error') },
  });
  return { webhook, lines };
}
const at = (cursor: string, through: string) => ({ cursor, through });

test('a delivery that is given up, and a receiver that is gone, are in the log, without address, secret or answer', async () => {
  const secret = newSecret();
  const { webhook, lines } = webhookAlone(graph(), secret);
  receiver.answer = answerWith(500, {}, 'hunter3');
  webhook.look(at('A', '2026-03-01'));
  await webhook.idle();
  receiver.answer = answerWith(410);
  webhook.look(at('B', '2026-03-02'));
  await webhook.idle();
  const [first, second] = ids();
  const details = (delivery: string | undefined, status: number) => ({
    webhook: 'partner',
    delivery,
    status,
    failure: `Expected an answer 2xx; got ${status}.`,
  });
  expect(lines).toEqual([
    { level: 'warn', details: details(first, 500), message: 'A delivery of a webhook was given up.' },
    { level: 'warn', details: details(second, 410), message: 'A webhook is disabled: its receiver is gone.' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`hunter|127\\.0\\.0\\.1|${secret.slice(6, 20)}`));
});

test('nothing is sent that could not be written down, and the log says so once', async () => {
  const failing = Object.create(graph(), { write: { value: async () => Promise.reject(new Error('No space.')) } });
  const { webhook, lines } = webhookAlone(failing);
  for (let look = 0; look < 3; look++) {
    webhook.look(at('A', '2026-03-01'));
    await webhook.idle();
  }
  expect(receiver.arrivals).toEqual([]);
  expect(lines.map(({ level, message }) => [level, message])).toEqual([['error', 'A webhook failed.']]);
});

describe('of several processes with the same webhook', () => {
  const look = async (all: readonly ReturnType<typeof webhookAlone>[], position: ReturnType<typeof at>) => {
    for (const { webhook } of all) webhook.look(position);
    await Promise.all(all.map(({ webhook }) => webhook.idle()));
  };

  test('one sends each notice, whichever looks first', async () => {
    const all = [webhookAlone(), webhookAlone(), webhookAlone()];
    for (let round = 1; round <= 5; round++) await look(all, at(`cursor ${round}`, `2026-03-0${round}`));
    expect(cursors()).toEqual([1, 2, 3, 4, 5].map((round) => `cursor ${round}`));
    expect(all.flatMap(({ lines }) => lines)).toEqual([]);
  });

  test('another sends again, by its id, what one was sending when it ended, once its lease is over', async () => {
    receiver.answer = () => undefined;
    const [one, other] = [webhookAlone(), webhookAlone()];
    one.webhook.look(at('A', '2026-03-01'));
    await until(() => receiver.arrivals.length === 1);
    receiver.answer = answerWith(204);
    await look([other], at('A', '2026-03-01'));
    expect(receiver.arrivals).toHaveLength(1);
    await graph().command('test', 'MATCH (w:Webhook) SET w.heldUntil = timestamp() - 1');
    await look([webhookAlone()], at('A', '2026-03-01'));
    expect(receiver.arrivals).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
    await one.webhook.idle();
    expect(await stored()).toMatchObject({ pending: null, delivered: 'A', deadLetters: [] });
  });
});
