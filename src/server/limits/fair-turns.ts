import { availableParallelism } from 'node:os';
import type { FastifyReply } from 'fastify';
import { ApiError } from '../../model/errors.js';
import { clientOf } from './client.js';

/** How operations share the processors. */
export interface TurnLimits {
  /** Operations that run at once. */
  readonly atOnce: number;
  /** Operations of one client that wait for their turn. */
  readonly waitingOfOne: number;
  /** How long one of them waits at most; milliseconds. */
  readonly patienceMs: number;
  /** For how long a client that has asked for something still has its share; milliseconds. */
  readonly shareMs: number;
}

const LIMITS: TurnLimits = {
  atOnce: Math.max(2, availableParallelism()),
  waitingOfOne: 250,
  patienceMs: 15_000,
  shareMs: 2_000,
};

interface Client {
  active: number;
  readonly waiting: (() => void)[];
  lastAt: number;
}

/**
 * Lets so many operations run at once and the others wait. A client that is alone may have all the places; of several each
 * has an equal share, at least one, and they take turns: one that sends a thousand operations waits for itself.
 */
export class FairTurns {
  private active = 0;
  /** The client whose turn was longest ago comes first. */
  private readonly clients = new Map<string, Client>();
  private readonly holders = new WeakMap<FastifyReply, Client>();
  private readonly limits: TurnLimits;

  constructor(limits: Partial<TurnLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** Resolves when it is the turn of the request, and holds its place until `end`, or until the client is gone. Throws an `ApiError`. */
  async take(reply: FastifyReply): Promise<void> {
    this.forget();
    const name = clientOf(reply.request);
    const client = this.clients.get(name) ?? { active: 0, waiting: [], lastAt: 0 };
    client.lastAt = Date.now();
    this.clients.set(name, client);
    const { waitingOfOne } = this.limits;
    if (client.waiting.length >= waitingOfOne)
      throw tooMany(`${waitingOfOne} operations of yours wait for their turn, which is the limit.`);
    if (!(await this.turn(client, reply))) return;
    this.holders.set(reply, client);
    if (reply.raw.destroyed) this.end(reply);
    else reply.raw.once('close', () => this.end(reply));
  }

  /** The answer is ready: its place is free, however slowly its client reads. */
  end(reply: FastifyReply): void {
    const client = this.holders.get(reply);
    if (!client) return;
    this.holders.delete(reply);
    this.active -= 1;
    client.active -= 1;
    this.callNext();
  }

  /** Whether the operation has its place in the end, or its client is gone. */
  private turn(client: Client, reply: FastifyReply): boolean | Promise<boolean> {
    if (client.waiting.length === 0 && this.mayStart(client)) return this.begin(client);
    const { patienceMs } = this.limits;
    return new Promise((done, fail) => {
      const stop = (settle: () => void) => () => {
        clearTimeout(timer);
        reply.raw.removeListener('close', leave);
        const at = client.waiting.indexOf(start);
        if (at >= 0) client.waiting.splice(at, 1);
        settle();
      };
      const start = stop(() => done(this.begin(client)));
      const leave = stop(() => done(false));
      const giveUp = stop(() => fail(tooMany(`The operation has waited ${patienceMs / 1_000} seconds for its turn.`)));
      const timer = setTimeout(giveUp, patienceMs);
      reply.raw.once('close', leave);
      client.waiting.push(start);
    });
  }

  private begin(client: Client): true {
    this.active += 1;
    client.active += 1;
    return true;
  }

  private mayStart({ active }: Client): boolean {
    return this.active < this.limits.atOnce && active < this.share();
  }

  private share(): number {
    return Math.max(1, Math.floor(this.limits.atOnce / Math.max(1, this.clients.size)));
  }

  private forget(): void {
    const before = Date.now() - this.limits.shareMs;
    for (const [name, { active, waiting, lastAt }] of this.clients)
      if (active === 0 && waiting.length === 0 && lastAt < before) this.clients.delete(name);
  }

  private callNext(): void {
    this.forget();
    let started = true;
    while (started) started = [...this.clients].some(([name, client]) => this.startOne(name, client));
  }

  private startOne(name: string, client: Client): boolean {
    const [next] = client.waiting;
    if (!next || !this.mayStart(client)) return false;
    this.clients.delete(name);
    this.clients.set(name, client);
    next();
    return true;
  }
}

const tooMany = (what: string) => new ApiError('TOO_MANY_OPERATIONS', `${what} Try again in a few seconds.`);
