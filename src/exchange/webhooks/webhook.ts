import { randomUUID } from 'node:crypto';
import { ApiError } from '../../model/errors.js';
import {
  type AttemptOutcome,
  afterAttempt,
  afterResend,
  type Delivery,
  type FeedPosition,
  isDue,
  newState,
  type RetrySchedule,
  type WebhookState,
  withNotice,
} from './delivery.rules.js';
import type { Resolve } from './public-address.js';
import { sendSigned } from './send-signed.js';
import type { WebhookStates } from './webhook-states.js';
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

/** How much longer than an attempt its lease is; milliseconds. */
const LEASE_MARGIN_MS = 15_000;

/**
 * One webhook, as this process sends it. Its state is in the graph before anything is sent and before anything is
 * forgotten, so whatever ends the process, a notice is sent again with its id rather than lost; and whichever process
 * has the lease sends it, so that it is sent once where nothing fails.
 */
export class Webhook {
  private turn: Promise<unknown> = Promise.resolve();
  private looking = false;
  private fault = '';
  /** What this process last read, at which position of the feed, and until when another attempt is under way. */
  private state: WebhookState;
  private seenCursor: string | undefined;
  private heldUntil: Date | undefined;

  constructor(
    readonly config: WebhookConfig,
    private readonly states: WebhookStates,
    private readonly delivering: Delivering,
  ) {
    this.state = newState(config.access);
  }

  /** The feed is at a position: notes a delivery where it has moved, and makes the attempt that is due. */
  look(position: FeedPosition): void {
    if (this.looking || this.delivering.signal.aborted || !this.mayConcern(position)) return;
    this.looking = true;
    this.inTurn(async () => {
      await this.attemptWhere((state) => withNotice(state, position, `msg_${randomUUID()}`, new Date()));
      this.seenCursor = position.cursor;
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
      const isPending = (state: WebhookState) => state.pending?.id === id;
      const letterIn = (state: WebhookState) => state.deadLetters.find((one) => one.id === id);
      const attempt = randomUUID();
      const { state, isTaken, heldUntil } = await this.states.take(
        this.config,
        attempt,
        this.leaseMs,
        (found) => found,
        (found) => isPending(found) || letterIn(found) !== undefined,
      );
      if (heldUntil) throw new ApiError('BUSY', 'A delivery of this webhook is on its way; try again in a minute.');
      if (!isTaken)
        throw new ApiError('NOT_FOUND', `There is no delivery ${JSON.stringify(id.slice(0, 80))} to send again.`);
      const letter = letterIn(state);
      if (!letter) return this.attempt(attempt, state);
      const outcome = await this.send(letter.id, noticeOf(letter));
      this.state = await this.states.giveBack(this.config, attempt, (found) =>
        afterResend(found, id, outcome, new Date()),
      );
      return outcome;
    });
  }

  /** Sends a message of the type `webhook.test`, once; nothing is remembered of it. */
  test(): Promise<AttemptOutcome> {
    const body = { type: 'webhook.test', timestamp: new Date().toISOString(), data: {} };
    return this.inTurn(() => this.send(`msg_${randomUUID()}`, body));
  }

  /** Delivers again after an answer 410. */
  enable(): Promise<WebhookState> {
    return this.inTurn(async () => {
      this.state = await this.states.change(this.config, (state) => ({ ...state, disabledAt: null }));
      this.seenCursor = undefined;
      return this.state;
    });
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    await this.turn;
  }

  private get leaseMs(): number {
    return this.delivering.timeoutMs + LEASE_MARGIN_MS;
  }

  /** Whether there may be something to do, by what this process last read: the graph is asked no more than that. */
  private mayConcern(position: FeedPosition): boolean {
    const now = new Date();
    if (this.heldUntil && now < this.heldUntil) return false;
    const isNew = position.cursor !== this.seenCursor || withNotice(this.state, position, '', now) !== this.state;
    return isNew || this.heldUntil !== undefined || isDue(this.state, now);
  }

  private async attemptWhere(change: (state: WebhookState) => WebhookState): Promise<void> {
    const attempt = randomUUID();
    const turn = await this.states.take(this.config, attempt, this.leaseMs, change, (state) =>
      isDue(state, new Date()),
    );
    this.state = turn.state;
    this.heldUntil = turn.heldUntil;
    if (turn.isTaken) await this.attempt(attempt, turn.state);
  }

  private async attempt(attempt: string, { pending }: WebhookState): Promise<AttemptOutcome> {
    if (pending === null) throw new Error('There is no delivery to attempt.');
    const outcome = await this.send(pending.id, noticeOf(pending));
    // The stop of the server is no failure of the receiver.
    const isStopped = !outcome.delivered && this.delivering.signal.aborted;
    const { schedule } = this.delivering;
    this.state = await this.states.giveBack(this.config, attempt, (state) =>
      isStopped ? state : afterAttempt(state, outcome, schedule, new Date(), Math.random()),
    );
    if (!isStopped) this.note(pending, outcome);
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
