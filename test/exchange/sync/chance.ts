/** Choices that look random and are the same for the same seed (mulberry32). */
export class Chance {
  constructor(private state: number) {}

  /** From 0, below 1. */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** From 1 to `most`. */
  upTo(most: number): number {
    return 1 + Math.floor(this.next() * most);
  }

  yes(): boolean {
    return this.next() < 0.5;
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.upTo(items.length) - 1];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  /** Up to `most` of them, each once. */
  some<T>(items: readonly T[], most: number): T[] {
    if (items.length === 0) return [];
    return [...new Set(Array.from({ length: this.upTo(most) }, () => this.of(items)))];
  }
}
