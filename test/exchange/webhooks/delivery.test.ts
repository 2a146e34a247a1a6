import { describe, expect, test } from '@jest/globals';
import {
  type AttemptOutcome,
  afterAttempt,
  afterResend,
  isDue,
  MOST_DEAD_LETTERS,
  newState,
  STANDARD_SCHEDULE,
  type WebhookState,
  withNotice,
} from '../../../src/exchange/webhooks/delivery.rules.js';

const NOW = new Date('2026-03-01T00:00:00.000Z');
/** The feed at a cursor, as of an instant. */
const at = (cursor: string, through = '2026-03-01') => ({ cursor, through });
const later = (ms: number) => new Date(NOW.getTime() + ms);
const ARRIVED: AttemptOutcome = { delivered: true, status: 204, failure: null, excerpt: null, retryAfter: null };
const failed = (status: number | null, retryAfter: string | null = null): AttemptOutcome => ({
  delivered: false,
  status,
  failure: 'It failed.',
  excerpt: 'no',
  retryAfter,
});
const noticed = withNotice(newState('PUBLIC'), at('A'), 'msg_1', NOW);
const attempted = (state: WebhookState, outcome: AttemptOutcome, chance = 0, now = NOW) =>
  afterAttempt(state, outcome, STANDARD_SCHEDULE, now, chance);
/** The pause before the next attempt, in milliseconds. */
const pauseOf = ({ pending }: WebhookState) => Date.parse(pending?.nextAttemptAt ?? '') - NOW.getTime();

describe('a notice', () => {
  test('is on its way at once, also the first of a new webhook', () => {
    expect(noticed.pending).toMatchObject({ id: 'msg_1', since: null, cursor: 'A', attempts: 0 });
    expect(isDue(noticed, NOW)).toBe(true);
  });

  test('names the cursor of the last that arrived', () => {
    const next = withNotice(attempted(noticed, ARRIVED), at('B'), 'msg_2', NOW);
    expect(next.pending).toMatchObject({ id: 'msg_2', since: 'A', cursor: 'B' });
  });

  test('is not sent where nothing has changed, while another is on its way, or to a disabled webhook', () => {
    const arrived = attempted(noticed, ARRIVED);
    expect(withNotice(arrived, at('A'), 'msg_2', NOW)).toBe(arrived);
    expect(withNotice(noticed, at('B'), 'msg_2', NOW)).toBe(noticed);
    const disabled = { ...arrived, disabledAt: NOW.toISOString() };
    expect(withNotice(disabled, at('B'), 'msg_2', NOW)).toBe(disabled);
  });

  test('is not sent for what a process saw that lags behind the last notice', () => {
    const arrived = attempted(withNotice(newState('PUBLIC'), at('B', '2026-03-02'), 'msg_1', NOW), ARRIVED);
    expect(withNotice(arrived, at('A', '2026-03-01'), 'msg_2', NOW)).toBe(arrived);
    expect(withNotice(arrived, at('C', '2026-03-02'), 'msg_2', NOW).pending).toMatchObject({ since: 'B', cursor: 'C' });
  });
});

describe('a delivery that fails', () => {
  test('is tried ten times by the schedule of Standard Webhooks, and is then a dead letter', () => {
    const pauses: number[] = [];
    let state = noticed;
    while (state.pending) {
      expect(state.pending.id).toBe('msg_1');
      state = attempted(state, failed(500));
      if (state.pending) pauses.push(pauseOf(state) / 1_000);
    }
    expect(pauses).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(state.deadLetters).toMatchObject([
      {
        id: 'msg_1',
        cursor: 'A',
        attempts: 10,
        nextAttemptAt: null,
        status: 500,
        failure: 'It failed.',
        excerpt: 'no',
      },
    ]);
    expect(state).toMatchObject({ latest: 'A', delivered: null, disabledAt: null });
  });

  test('leaves the next one to say from where to ask', () => {
    let state = withNotice(attempted(noticed, ARRIVED), at('B'), 'msg_2', NOW);
    while (state.pending) state = attempted(state, failed(500));
    expect(withNotice(state, at('B'), 'msg_3', NOW)).toBe(state);
    expect(withNotice(state, at('C'), 'msg_3', NOW).pending).toMatchObject({ since: 'A', cursor: 'C' });
  });

  test('waits longer by chance, up to a fifth', () => {
    expect(pauseOf(attempted(noticed, failed(500), 0.5))).toBe(5_500);
    expect(pauseOf(attempted(noticed, failed(500), 1))).toBe(6_000);
  });

  test.each([
    ['120', 120_000],
    ['1', 5_000],
    ['999999999', 86_400_000],
    ['Sun, 01 Mar 2026 00:10:00 GMT', 600_000],
    ['Sun, 01 Mar 2020 00:10:00 GMT', 5_000],
    ['soon', 5_000],
    ['-5', 5_000],
    ['', 5_000],
  ])(
    'waits as long as Retry-After asks for, but no shorter than planned and no longer than a day: %j',
    (text, pause) => {
      expect(pauseOf(attempted(noticed, failed(503, text)))).toBe(pause);
    },
  );

  test('is not due before its time', () => {
    const state = attempted(noticed, failed(null));
    expect([isDue(state, later(4_999)), isDue(state, later(5_000))]).toEqual([false, true]);
  });

  test('disables the webhook where the answer is 410, and is a dead letter', () => {
    const disabled = attempted(noticed, failed(410));
    expect(disabled).toMatchObject({ disabledAt: NOW.toISOString(), pending: null, latest: 'A' });
    expect(disabled.deadLetters.map(({ id }) => id)).toEqual(['msg_1']);
    expect(isDue({ ...noticed, disabledAt: NOW.toISOString() }, NOW)).toBe(false);
  });
});

describe('dead letters', () => {
  const dead = attempted(noticed, failed(410));

  test('go when they arrive, and stay with one more attempt when they do not', () => {
    const [arrived, again] = [
      afterResend(dead, 'msg_1', ARRIVED, later(1)),
      afterResend(dead, 'msg_1', failed(500), later(1)),
    ];
    expect([arrived.deadLetters, arrived.deliveredAt]).toEqual([[], later(1).toISOString()]);
    expect(again.deadLetters).toMatchObject([
      { id: 'msg_1', attempts: 2, status: 500, attemptedAt: later(1).toISOString() },
    ]);
  });

  test('are kept up to a number, the latest of them', () => {
    let state = newState('PUBLIC');
    for (let index = 0; index < MOST_DEAD_LETTERS + 2; index++) {
      state = withNotice({ ...state, disabledAt: null }, at(`cursor ${index}`), `msg_${index}`, NOW);
      state = attempted(state, failed(410));
    }
    expect(state.deadLetters).toHaveLength(MOST_DEAD_LETTERS);
    expect([state.deadLetters[0]?.id, state.deadLetters.at(-1)?.id]).toEqual(['msg_2', `msg_${MOST_DEAD_LETTERS + 1}`]);
  });
});
