import type { FastifyReply } from 'fastify';

/** A number of answers that may be on their way at once. */
export class Places {
  private taken = 0;

  constructor(readonly most: number) {}

  /** Takes a place until the answer is given or its client is gone; false where none is left. */
  take({ raw }: FastifyReply): boolean {
    if (this.taken >= this.most) return false;
    // Whoever is gone already will not close again, and would keep the place for ever.
    if (raw.destroyed) return true;
    this.taken += 1;
    raw.once('close', () => {
      this.taken -= 1;
    });
    return true;
  }
}
