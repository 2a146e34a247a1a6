import { randomUUID } from 'node:crypto';
import { ApiError } from '../../model/errors.js';
import {
  type AttemptOutcome,
  afterAttempt,
  afterResend,
  type Delivery,
  isDue,
  type RetrySchedule,
  type WebhookState,
  withNotice,
} from './delivery.rules.js';
import type { Resolve } from './public-address.js';
import { sendSigned } from './send-signed.js';
import type { StateFile } from './state-file.js';
import type { WebhookConfig } from './webhooks-file.js';

/** What all webhooks of a process share. */
export interface Delivering {
  readonly schedule: RetrySchedule;
  readonly timeoutMs: number;
  readonly resolve: Resolve;
  readonly signal: AbortSignal;
  readonly log: WebhookLog;
}

/** Where it is noted what an operator should know. Neither addresses nor secrets go there. */
export interface WebhookLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * One webhook of this process. Its state is on disk before anything is sent and before anything is forgotten, so whatever
 * ends the process, a notice is sent again with its id rather than lost.
 */
export class Webhook {
  private turn: Promise<unknown> = Promise.resolve();
  private looking = false;
  private fault = '';

  constructor(
    readonly config: WebhookConfig,
    private readonly file: StateFile,
    private state: WebhookState,
    private readonly delivering: Delivering,
  ) {}

  get current(): WebhookState {
    return this.state;
  }

  /** The feed is at a cursor: notes a delivery where it has moved, and makes the attempt that is due. */
  look(cursor: string): void {
    if (this.looking || this.delivering.signal.aborted) return;
    this.looking = true;
    this.inTurn(async () => {
      const now = new Date();
      await this.save(withNotice(this.state, cursor, `msg_${randomUUID()}`, now));
      if (isDue(this.state, now)) await this.attempt();
      this.fault = '';
    })
      .catch((error: unknown) => this.report(error))
      .finally(() => {
        this.looking = false;
      });
  }

  /** Sends what is on its way at once, or a dead letter again. A `NOT_FOUND` error where there is neither. */
  resend(id: string): Promise<AttemptOutcome> {
    return this.inTurn(async () => {
      if (this.state.pending?.id === id) return this.attempt();
      const letter = this.state.deadLetters.find((one) => one.id === id);
      if (!letter)
        throw new ApiError('NOT_FOUND', `There is no delivery ${JSON.stringify(id.slice(0, 80))} to send again.`);
      const outcome = await this.send(letter.id, noticeOf(letter));
      await this.save(afterResend(this.state, id, outcome, new Date()));
      return outcome;
    });
  }

  /** Sends a message of the type `webhook.test`, once; nothing is remembered of it. */
  test(): Promise<AttemptOutcome> {
    const body = { type: 'webhook.test', timestamp: new Date().toISOString(), data: {} };
    return this.inTurn(() => this.send(`msg_${randomUUID()}`, body));
  }

  /** Delivers again after an answer 410. */
  enable(): Promise<void> {
    return this.inTurn(() => this.save({ ...this.state, disabledAt: null }));
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    await this.turn;
  }

  private async attempt(): Promise<AttemptOutcome> {
    const { pending } = this.state;
    if (pending === null) throw new Error('There is no delivery to attempt.');
    const outcome = await this.send(pending.id, noticeOf(pending));
    // The stop of the server is no failure of the receiver.
    if (!outcome.delivered && this.delivering.signal.aborted) return outcome;
    const { schedule } = this.delivering;
    await this.save(afterAttempt(this.state, outcome, schedule, new Date(), Math.random()));
    this.note(pending, outcome);
    return outcome;
  }

  private send(id: string, body: object): Promise<AttemptOutcome> {
    return sendSigned(this.config, { id, body: JSON.stringify(body) }, this.delivering);
  }

  /** One after the other: there is one request at most on its way. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.turn.then(work);
    this.turn = next.catch(() => undefined);
    return next;
  }

  private async save(state: WebhookState): Promise<void> {
    if (state === this.state) return;
    await this.file.write(state);
    this.state = state;
  }

  private note({ id }: Delivery, { status, failure }: AttemptOutcome): void {
    const { deadLetters, disabledAt } = this.state;
    const details = { webhook: this.config.name, delivery: id, status, failure };
    if (disabledAt !== null) this.delivering.log.warn(details, 'A webhook is disabled: its receiver is gone.');
    else if (deadLetters.at(-1)?.id === id) this.delivering.log.warn(details, 'A delivery of a webhook was given up.');
  }

  /** The same error comes at each look until its cause is gone. */
  private report(error: unknown): void {
    const text = String(error);
    if (text !== this.fault) this.delivering.log.error({ webhook: this.config.name, err: error }, 'A webhook failed.');
    this.fault = text;
  }
}

/** What a receiver is told: that there is something new for it, and from where to ask for it. */
const noticeOf = ({ noticedAt, since, cursor }: Delivery) => ({
  type: 'graph.changed',
  timestamp: noticedAt,
  data: { since, cursor },
});
