import type { FastifyReply } from 'fastify';

/** Limits how many answers are in progress at once. */
export class ConcurrencyLimit {
  private active = 0;

  constructor(readonly most: number) {}

  /** Takes a slot until the answer is complete or its client disconnects; false if no slot is free. */
  take({ raw }: FastifyReply): boolean {
    if (this.active >= this.most) return false;
    // The `close` of a client that is gone came before anybody listened: its place would never be free again.
    if (raw.destroyed) return true;
    this.active += 1;
    raw.once('close', () => {
      this.active -= 1;
    });
    return true;
  }
}
