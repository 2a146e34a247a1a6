import { levelsUpTo } from '../../model/access.rules.js';
import { ApiError } from '../../model/errors.js';
import type { Watch } from '../sync/watch.js';
import { STANDARD_SCHEDULE } from './delivery.rules.js';
import { resolveBySystem } from './public-address.js';
import { StateFile } from './state-file.js';
import { type Delivering, Webhook, type WebhookLog } from './webhook.js';
import type { WebhookConfig } from './webhooks-file.js';

export interface WebhookSettings {
  readonly webhooks: readonly WebhookConfig[];
  /** Where what is remembered of them stands. */
  readonly folder: string;
  readonly pace?: Partial<Pick<Delivering, 'schedule' | 'timeoutMs' | 'resolve'>>;
}

/** How long a receiver may take to answer; milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * The webhooks of a process. Each follows the feed as a reader of its level, by the same watch as the streams of changes:
 * it hears of nothing that this reader may not see, not even that there was something.
 */
export class Webhooks {
  private readonly leaving: (() => void)[] = [];

  private constructor(
    readonly all: readonly Webhook[],
    private readonly stopping: AbortController,
  ) {}

  /** Reads what is remembered of each; nothing is sent before `follow`. */
  static async open({ webhooks, folder, pace }: WebhookSettings, log: WebhookLog): Promise<Webhooks> {
    const stopping = new AbortController();
    const { signal } = stopping;
    const standard = { schedule: STANDARD_SCHEDULE, timeoutMs: TIMEOUT_MS, resolve: resolveBySystem };
    const delivering = { ...standard, ...pace, signal, log };
    const all = webhooks.map(async (webhook) => {
      const file = new StateFile(folder, webhook);
      return new Webhook(webhook, file, await file.read(), delivering);
    });
    return new Webhooks(await Promise.all(all), stopping);
  }

  follow(watch: Watch): void {
    for (const webhook of this.all) {
      const clearance = levelsUpTo(webhook.config.access);
      this.leaving.push(watch.listen({ clearance, grants: {} }, (cursor) => webhook.look(cursor)));
    }
  }

  /** Ends what is on its way; the next process sends it again. */
  async stop(): Promise<void> {
    for (const leave of this.leaving.splice(0)) leave();
    this.stopping.abort();
    await Promise.all(this.all.map((webhook) => webhook.idle()));
  }

  /** A webhook by its name; a `NOT_FOUND` error where there is none. */
  named(name: string): Webhook {
    const found = this.all.find(({ config }) => config.name === name);
    if (found) return found;
    throw new ApiError('NOT_FOUND', `There is no webhook ${JSON.stringify(name.slice(0, 80))} on this server.`);
  }
}
