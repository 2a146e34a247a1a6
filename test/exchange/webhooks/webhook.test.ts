import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newState } from '../../../src/exchange/webhooks/delivery.rules.js';
import { resolveBySystem } from '../../../src/exchange/webhooks/public-address.js';
import { StateFile } from '../../../src/exchange/webhooks/state-file.js';
import { Webhook } from '../../../src/exchange/webhooks/webhook.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { answerWith, newSecret, Receiver, webhookTo } from './receiver.js';

/** What one webhook writes to its log and its file. */

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

interface LogLine {
  readonly level: string;
  readonly details: object;
  readonly message: string;
}

/** A webhook that gives up at once, and its log. */
function webhookIn(folder: string, secret = newSecret()) {
  const lines: LogLine[] = [];
  const to = (level: string) => (details: object, message: string) => void lines.push({ level, details, message });
  const config = webhookTo(`${receiver.address}?key=hunter2`, { secrets: [secret] });
  const webhook = new Webhook(config, new StateFile(folder, config), newState('PUBLIC'), {
    schedule: { delaysMs: [], jitter: 0 },
    timeoutMs: 5_000,
    resolve: resolveBySystem,
    signal: new AbortController().signal,
    log: { warn: to('warn'), error: to('error') },
  });
  return { webhook, lines };
}

test('a delivery that is given up, and a receiver that is gone, are in the log, without address, secret or answer', async () => {
  const secret = newSecret();
  const { webhook, lines } = webhookIn(temporaryFolder(), secret);
  receiver.answer = answerWith(500, {}, 'hunter3');
  webhook.look('A');
  await webhook.idle();
  receiver.answer = answerWith(410);
  webhook.look('B');
  await webhook.idle();
  const [first, second] = receiver.arrivals.map(({ id }) => id);
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
  const folder = temporaryFolder();
  const { webhook, lines } = webhookIn(join(folder, 'partner.json', 'webhooks'));
  await new StateFile(folder, webhook.config).write(newState('PUBLIC'));
  for (let look = 0; look < 3; look++) {
    webhook.look('A');
    await webhook.idle();
  }
  expect(receiver.arrivals).toEqual([]);
  expect(lines.map(({ level, message }) => [level, message])).toEqual([['error', 'A webhook failed.']]);
  expect(webhook.current).toEqual(newState('PUBLIC'));
});

test('what is remembered can be read by its owner alone', async () => {
  const folder = join(temporaryFolder(), 'webhooks');
  const { webhook } = webhookIn(folder);
  webhook.look('A');
  await webhook.idle();
  const modes = [folder, join(folder, 'partner.json')].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(['700', '600']);
});
