import type { FastifyReply } from 'fastify';

/** A number of answers that may be on their way at once. */
export class ConcurrencyLimit {
  private active = 0;

  constructor(readonly most: number) {}

  /** Takes a place until the answer is given or its client is gone; false where none is left. */
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
