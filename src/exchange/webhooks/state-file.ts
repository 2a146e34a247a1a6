import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ACCESS_LEVELS } from '../../model/access.rules.js';
import { ConfigError } from '../../model/errors.js';
import { canonical } from '../../model/hash.js';
import { newState, type WebhookState } from './delivery.rules.js';
import type { WebhookConfig } from './webhooks-file.js';

/** The state of a webhook as a file of its own, so that it outlasts the process. */

const text = z.string().nullable();

const DELIVERY = z.strictObject({
  id: z.string(),
  since: text,
  cursor: z.string(),
  noticedAt: z.string(),
  attempts: z.int().nonnegative(),
  attemptedAt: text,
  nextAttemptAt: text,
  status: z.int().nullable(),
  failure: text,
  excerpt: text,
});

const STATE = z.strictObject({
  access: z.enum(ACCESS_LEVELS),
  latest: text,
  delivered: text,
  deliveredAt: text,
  disabledAt: text,
  pending: DELIVERY.nullable(),
  deadLetters: z.array(DELIVERY),
});

export class StateFile {
  private readonly path: string;

  constructor(
    private readonly folder: string,
    private readonly webhook: Pick<WebhookConfig, 'name' | 'access'>,
  ) {
    this.path = join(folder, `${webhook.name}.json`);
  }

  /** What was remembered; a new state where there is nothing of this level. Throws a `ConfigError` if it cannot be read. */
  async read(): Promise<WebhookState> {
    const { access } = this.webhook;
    const content = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw new ConfigError(`The state of a webhook, ${this.path}, cannot be read: ${error.code}.`);
    });
    if (content === null) return newState(access);
    const state = STATE.safeParse(jsonOf(content));
    if (!state.success)
      throw new ConfigError(
        `Expected the state of a webhook in ${this.path}; got something else. Move it away: the webhook then begins anew, with one delivery.`,
      );
    return state.data.access === access ? state.data : newState(access);
  }

  /** Writes all of it or nothing. */
  async write(state: WebhookState): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const beside = `${this.path}.part`;
    await writeFile(beside, `${canonical(state)}\n`, { mode: 0o600, flush: true });
    await rename(beside, this.path);
  }
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
