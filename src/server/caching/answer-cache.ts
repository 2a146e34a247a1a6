import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Published } from '../../writing/change/clock.js';

/**
 * Answers that were given before, while the graph is still in the state in which they were given. An answer to somebody who
 * shows nothing follows from the state and the request alone, so it is the same bytes that would be worked out anew.
 */

export interface KeptAnswer {
  readonly body: string;
  readonly contentType: string;
  /** What the operation costs its client, in points: as much as if it ran. */
  readonly cost: number;
}

/** What an entry takes beside its answer, about, and a character of that at the most; bytes. */
const ENTRY_BYTES = 500;
const CHARACTER_BYTES = 2;

export class AnswerCache {
  private readonly answers: LRUCache<string, KeptAnswer> | undefined;
  private state = '';
  private settled = '';
  private isSettling = false;
  /** Requests that began when all of the state was there. */
  private readonly begunSettled = new WeakSet<FastifyRequest>();

  /**
   * All answers take no more than `mostBytes`; the one that was asked for longest ago goes first. 0 keeps none. `settle` gives
   * the state of the graph once no change is on its way into it.
   */
  constructor(
    mostBytes: number,
    private readonly settle: () => Promise<Published>,
  ) {
    if (mostBytes === 0) return;
    const sizeCalculation = ({ body }: KeptAnswer) => body.length * CHARACTER_BYTES + ENTRY_BYTES;
    this.answers = new LRUCache({ maxSize: mostBytes, sizeCalculation });
  }

  /** The answer to a request in the latest state that was read. All others go. */
  get(request: FastifyRequest, latest: Published): KeptAnswer | undefined {
    if (!this.answers) return undefined;
    const state = stateOf(latest);
    if (state !== this.state) this.answers.clear();
    this.state = state;
    if (state === this.settled) this.begunSettled.add(request);
    else this.beginSettling();
    return this.answers.get(keyOf(request));
  }

  /**
   * Keeps an answer that was given in a state, unless the graph is in another by now, or the request began while a part of
   * the change that led to the state may not have been there yet.
   */
  keep(request: FastifyRequest, state: Published, answer: KeptAnswer): void {
    if (stateOf(state) === this.state && this.begunSettled.has(request)) this.answers?.set(keyOf(request), answer);
  }

  /** Whoever asks meanwhile is answered, and nothing is kept. Where it fails, the next request begins it anew. */
  private beginSettling(): void {
    if (this.isSettling) return;
    this.isSettling = true;
    this.settle()
      .then(
        (state) => {
          this.settled = stateOf(state);
        },
        () => undefined,
      )
      .finally(() => {
        this.isSettling = false;
      });
  }
}

/** The hash of the journal tells graphs apart that were restored to the same instant. */
const stateOf = ({ through, head, folding }: Published) => `${through} ${head} ${folding}`;

/** All of a request that its answer may depend on. HEAD is answered as GET. */
const keyOf = ({ method, url, headers, jsonBytes }: FastifyRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([method === 'POST', url, headers.accept, headers['content-type']]))
    .update(jsonBytes ?? '')
    .digest('base64');
