import type { AccessLevel } from '../../model/access.rules.js';

/** What becomes of a webhook as its deliveries succeed and fail: states in, states out. */

/** What one attempt to deliver came to. */
export interface AttemptOutcome {
  readonly delivered: boolean;
  /** The status of the answer; null where there was none. */
  readonly status: number | null;
  /** Why it failed, in words for an operator. */
  readonly failure: string | null;
  /** The beginning of the answer, where it failed. */
  readonly excerpt: string | null;
  /** The header `Retry-After` of the answer. */
  readonly retryAfter: string | null;
}

/** One notice that the feed has moved. Its id and its cursors are the same at each attempt. */
export interface Delivery {
  readonly id: string;
  /** The cursor of the last notice that arrived; null before the first. */
  readonly since: string | null;
  readonly cursor: string;
  readonly noticedAt: string;
  readonly attempts: number;
  readonly attemptedAt: string | null;
  /** Null where no more attempts are made. */
  readonly nextAttemptAt: string | null;
  readonly status: number | null;
  readonly failure: string | null;
  readonly excerpt: string | null;
}

/** What is remembered of a webhook. It has one delivery at most on its way; what changes meanwhile is for the next. */
export interface WebhookState {
  /** A cursor is of one level: at another level everything begins anew. */
  readonly access: AccessLevel;
  /** The instant of the graph at which the feed was last seen to have moved: a process that lags has an earlier one. */
  readonly through: string;
  /** The cursor of the last delivery that ended, well or not. */
  readonly latest: string | null;
  /** The cursor of the last delivery that arrived. */
  readonly delivered: string | null;
  readonly deliveredAt: string | null;
  readonly disabledAt: string | null;
  readonly pending: Delivery | null;
  /** Deliveries that were given up, the latest last. */
  readonly deadLetters: readonly Delivery[];
}

/** When a failed delivery is tried again. */
export interface RetrySchedule {
  /** The pauses between attempts; after the last of them the delivery is given up. */
  readonly delaysMs: readonly number[];
  /** By which part of itself a pause may be longer, by chance. */
  readonly jitter: number;
}

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** The schedule that Standard Webhooks proposes: ten attempts in three days. */
export const STANDARD_SCHEDULE: RetrySchedule = {
  delaysMs: [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
  jitter: 0.2,
};

/** The longest pause that a receiver may ask for. */
const LONGEST_PAUSE_MS = 24 * HOUR;
/** How many dead letters are kept; the oldest go first. */
export const MOST_DEAD_LETTERS = 100;
const STATUS_GONE = 410;

export const newState = (access: AccessLevel): WebhookState => ({
  access,
  through: '',
  latest: null,
  delivered: null,
  deliveredAt: null,
  disabledAt: null,
  pending: null,
  deadLetters: [],
});

/** Where the feed of a reader is: its cursor, and the instant of the graph at which it was read. */
export interface FeedPosition {
  readonly cursor: string;
  readonly through: string;
}

/** The state once the feed is at a position: with a new delivery, if none is on its way and the feed has moved since. */
export function withNotice(
  state: WebhookState,
  { cursor, through }: FeedPosition,
  id: string,
  now: Date,
): WebhookState {
  if (state.disabledAt !== null || state.pending !== null) return state;
  if (state.latest === cursor || through < state.through) return state;
  const at = now.toISOString();
  const untried = { attempts: 0, attemptedAt: null, nextAttemptAt: at, status: null, failure: null, excerpt: null };
  return { ...state, through, pending: { id, since: state.delivered, cursor, noticedAt: at, ...untried } };
}

/** The state after an attempt at the delivery that was on its way. `chance` is from 0 to 1. */
export function afterAttempt(
  state: WebhookState,
  outcome: AttemptOutcome,
  { delaysMs, jitter }: RetrySchedule,
  now: Date,
  chance: number,
): WebhookState {
  const { pending } = state;
  if (pending === null) return state;
  if (outcome.delivered) {
    const [delivered, deliveredAt] = [pending.cursor, now.toISOString()];
    return { ...state, latest: pending.cursor, delivered, deliveredAt, pending: null };
  }
  const failed = withFailure(pending, outcome, now);
  const delay = delaysMs[pending.attempts];
  if (delay === undefined || outcome.status === STATUS_GONE) {
    const deadLetters = [...state.deadLetters, failed].slice(-MOST_DEAD_LETTERS);
    return { ...state, ...disabledBy(outcome, now), latest: pending.cursor, pending: null, deadLetters };
  }
  const pause = Math.max(delay * (1 + jitter * chance), pauseAskedFor(outcome.retryAfter, now));
  return { ...state, pending: { ...failed, nextAttemptAt: new Date(now.getTime() + pause).toISOString() } };
}

/** The state after a dead letter was sent again: it is gone if it arrived. */
export function afterResend(state: WebhookState, id: string, outcome: AttemptOutcome, now: Date): WebhookState {
  if (outcome.delivered) {
    const deadLetters = state.deadLetters.filter((letter) => letter.id !== id);
    return { ...state, deliveredAt: now.toISOString(), deadLetters };
  }
  const deadLetters = state.deadLetters.map((letter) =>
    letter.id === id ? withFailure(letter, outcome, now) : letter,
  );
  return { ...state, ...disabledBy(outcome, now), deadLetters };
}

/** Whether the delivery on its way is to be tried now. */
export const isDue = ({ disabledAt, pending }: WebhookState, now: Date): boolean =>
  disabledAt === null && pending !== null && (pending.nextAttemptAt ?? '') <= now.toISOString();

const disabledBy = ({ status }: AttemptOutcome, now: Date) =>
  status === STATUS_GONE ? { disabledAt: now.toISOString() } : {};

function withFailure(delivery: Delivery, outcome: AttemptOutcome, now: Date): Delivery {
  const { status, failure, excerpt } = outcome;
  const attempt = { attempts: delivery.attempts + 1, attemptedAt: now.toISOString(), nextAttemptAt: null };
  return { ...delivery, ...attempt, status, failure, excerpt };
}

/** RFC 9110: seconds, or a date. What is neither asks for nothing. */
function pauseAskedFor(retryAfter: string | null, now: Date): number {
  const text = retryAfter?.trim() ?? '';
  const pause = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now.getTime();
  return Number.isNaN(pause) ? 0 : Math.min(Math.max(pause, 0), LONGEST_PAUSE_MS);
}
