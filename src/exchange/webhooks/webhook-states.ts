import { z } from 'zod';
import type { Graph } from '../../graph/graph.js';
import { ACCESS_LEVELS } from '../../model/access.rules.js';
import { canonical } from '../../model/hash.js';
import { newState, type WebhookState } from './delivery.rules.js';
import type { WebhookConfig } from './webhooks-file.js';

/**
 * What is remembered of webhooks, in the graph, so that it outlasts the process and several processes share the work. Of
 * each webhook one process at a time makes an attempt: it holds a lease, which ends by itself if the process does.
 */

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
  through: z.string(),
  latest: text,
  delivered: text,
  deliveredAt: text,
  disabledAt: text,
  pending: DELIVERY.nullable(),
  deadLetters: z.array(DELIVERY),
});

type Named = Pick<WebhookConfig, 'name' | 'access'>;
type Change = (state: WebhookState) => WebhookState;

/** The lease, where this process has it; and until when another process has it, by the clock of this one. */
export interface Turn {
  readonly state: WebhookState;
  readonly heldUntil: Date | undefined;
}

/** Holds the node until the transaction ends. The time is that of the database, the same for all processes. */
const LOCK = `MERGE (w:Webhook {name: $name}) SET w.turn = true REMOVE w.turn
RETURN w.state AS state, w.attempt AS attempt, w.heldUntil - timestamp() AS heldFor`;

export class WebhookStates {
  constructor(private readonly graph: Graph) {}

  async read(webhooks: readonly Named[]): Promise<Map<string, WebhookState>> {
    const rows = await this.graph.readLatest(
      { name: 'webhooks', text: 'MATCH (w:Webhook) WHERE w.name IN $names RETURN w.name AS name, w.state AS state' },
      { names: webhooks.map(({ name }) => name) },
    );
    const stored = new Map(rows.map(({ name, state }) => [name, state]));
    return new Map(webhooks.map((webhook) => [webhook.name, stateOf(webhook, stored.get(webhook.name))]));
  }

  /** Changes what is remembered of a webhook. */
  change(webhook: Named, change: Change): Promise<WebhookState> {
    return this.inTurn(webhook, async ({ state }, write) => {
      const changed = change(state);
      if (changed !== state) await write('SET w.state = $state', { state: canonical(changed) });
      return changed;
    });
  }

  /**
   * Changes what is remembered, and takes the lease for an attempt where `isDue` says so. Nothing is changed while
   * another attempt holds it.
   */
  take(
    webhook: Named,
    attempt: string,
    leaseMs: number,
    change: Change,
    isDue: (state: WebhookState) => boolean,
  ): Promise<Turn & { readonly isTaken: boolean }> {
    return this.inTurn(webhook, async ({ state, heldUntil }, write) => {
      if (heldUntil) return { state, heldUntil, isTaken: false };
      const changed = change(state);
      const isTaken = isDue(changed);
      if (changed !== state) await write('SET w.state = $state', { state: canonical(changed) });
      if (isTaken) await write('SET w.attempt = $attempt, w.heldUntil = timestamp() + $leaseMs', { attempt, leaseMs });
      return { state: changed, heldUntil: undefined, isTaken };
    });
  }

  /** Gives the lease back with what came of the attempt. Of one that has lasted longer than its lease nothing is remembered. */
  giveBack(webhook: Named, attempt: string, change: Change): Promise<WebhookState> {
    return this.inTurn(webhook, async ({ state, attempt: current }, write) => {
      if (current !== attempt) return state;
      const changed = change(state);
      await write('SET w.state = $state REMOVE w.attempt, w.heldUntil', { state: canonical(changed) });
      return changed;
    });
  }

  private inTurn<T>(
    webhook: Named,
    work: (
      turn: Turn & { readonly attempt: string | null },
      write: (clause: string, parameters: Record<string, unknown>) => Promise<unknown>,
    ) => Promise<T>,
  ): Promise<T> {
    const { name } = webhook;
    return this.graph.write('webhook', async (tx) => {
      const { records } = await tx.run(LOCK, { name });
      const { state, attempt, heldFor } = records[0]?.toObject() ?? {};
      const heldUntil = Number(heldFor ?? 0) > 0 ? new Date(Date.now() + Number(heldFor)) : undefined;
      const write = (clause: string, parameters: Record<string, unknown>) =>
        tx.run(`MATCH (w:Webhook {name: $name}) ${clause}`, { name, ...parameters });
      return work({ state: stateOf(webhook, state), attempt: attempt ?? null, heldUntil }, write);
    });
  }
}

/** A new state where nothing of this level is remembered. */
function stateOf({ name, access }: Named, stored: unknown): WebhookState {
  if (typeof stored !== 'string') return newState(access);
  const state = STATE.safeParse(JSON.parse(stored));
  if (!state.success) throw new Error(`Expected the state of the webhook ${name} in the graph; got something else.`);
  return state.data.access === access ? state.data : newState(access);
}
