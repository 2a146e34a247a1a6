import { setTimeout as pause } from 'node:timers/promises';
import { API_ERRORS, ApiError } from '../model/errors.js';

/** How long a database that is ready takes at the most to answer when nothing is asked of it; milliseconds. */
const READY_MS = 2_000;
/** How long one that is busy may take before it is held to be gone: others then are refused. */
const BUSY_MS = 5_000;
/** How long to wait for an answer before asking again, and between the answer that it is gone and the next question. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 500;

/** Codes of the driver that say that no database answered, or that the one that did takes no statements now. */
const UNAVAILABLE = ['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable'];

/**
 * Whether the database answers. Once it does not, statements fail at once instead of waiting for it, and it is asked again
 * until it does.
 */
export class Availability {
  /** Whether it answered when it was last asked. */
  isUp = true;
  private isEnded = false;
  private verdict: Promise<boolean> | undefined;
  private readonly listeners = new Set<(isUp: boolean) => void>();

  constructor(
    /** Asks the database for nothing; fails where it does not answer. */
    private readonly knock: () => Promise<unknown>,
  ) {}

  /** Throws a `GRAPH_UNAVAILABLE` error while the database is known not to answer. */
  check(): void {
    if (!this.isUp) throw unavailable();
  }

  /** Whether the database answers now, within two seconds. */
  async answers(): Promise<boolean> {
    return this.isUp && (await within(READY_MS, this.knocked()));
  }

  /** Calls back whenever the database stops answering, and when it answers again. */
  onChange(listener: (isUp: boolean) => void): void {
    this.listeners.add(listener);
  }

  /** A statement failed as if there were no database: finds out whether there is, and if not, watches until there is. */
  suspect(): Promise<boolean> {
    if (!this.isUp) return Promise.resolve(false);
    this.verdict ??= this.findOut().finally(() => {
      this.verdict = undefined;
    });
    return this.verdict;
  }

  /** The database is gone for good, or nobody asks any more. */
  end(): void {
    this.isEnded = true;
    this.isUp = false;
  }

  private async findOut(): Promise<boolean> {
    const answer = this.knocked();
    const isUp = await within(BUSY_MS, answer);
    this.become(isUp);
    if (!isUp) void this.watch(answer);
    return isUp;
  }

  private async watch(first: Promise<boolean>): Promise<void> {
    for (let answer = first; !this.isEnded; answer = this.knocked()) {
      if (await within(PATIENCE_MS, answer)) return this.become(true);
      await pause(PAUSE_MS, undefined, { ref: false });
    }
  }

  private knocked(): Promise<boolean> {
    return this.knock().then(
      () => true,
      () => false,
    );
  }

  private become(isUp: boolean): void {
    if (this.isEnded || this.isUp === isUp) return;
    this.isUp = isUp;
    for (const listener of this.listeners) listener(isUp);
  }
}

export const unavailable = (): ApiError => new ApiError('GRAPH_UNAVAILABLE', API_ERRORS.GRAPH_UNAVAILABLE);

/** Whether an error of the driver says that no database answered. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // A connection that is not to be had in time has no code of its own.
  return UNAVAILABLE.includes(String(code)) || String(message).startsWith('Connection acquisition timed out');
}

/** What it answers within the time; false without an answer. */
function within(milliseconds: number, answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, pause(milliseconds, false, { ref: false })]);
}
