import { expect, test } from '@jest/globals';
import type { Clearance } from '../../../src/model/lens.js';
import { graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, OF_EDITORS, OF_PARTNERS, PUBLIC } from '../../support/secrets.js';
import { type Copy, copyOf, fold, snapshotOf } from './partner.js';
import { RandomHistory } from './random-history.js';
import { EDITORS_WORD, HIDDEN_WORD } from './random-records.js';
import { changesIn, feed, manifestIn, snapshot } from './read-feed.js';

useGraph('fictional');

const CHANGES = 500;
const COMPARISONS = 12;

/** A partner that keeps a copy while others write, and holds it against a snapshot each time. */
class Partner {
  private copy: Copy = new Map();
  private cursor: string | undefined;
  /** Everything that it was ever sent. */
  readonly received: string[] = [];
  readonly ops: Record<string, number> = { ADD: 0, MOD: 0, DEL: 0 };

  constructor(private readonly clearance: Clearance) {}

  async begin(): Promise<void> {
    const text = await snapshot(this.clearance);
    this.copy = copyOf(text);
    this.cursor = manifestIn(text).cursor;
    expect(snapshotOf(this.copy, text.slice(0, text.indexOf('\n')))).toBe(text);
  }

  /** Takes the changes, and compares with the snapshot of the instant that they lead to. */
  async goOn(pageSize: number): Promise<void> {
    const text = await feed(this.clearance, { since: this.cursor, pageSize });
    this.received.push(text);
    for (const { op, id, record } of changesIn(text)) {
      const before = this.copy.get(id);
      expect([id, op, op === 'ADD' ? before === undefined : before !== undefined]).toEqual([id, op, true]);
      if (op === 'MOD') expect(JSON.stringify(record)).not.toBe(before);
      this.ops[op] = (this.ops[op] ?? 0) + 1;
    }
    const { copy, manifest, cursor } = fold(this.copy, text);
    const { recordedBy } = JSON.parse(manifest).lens;
    const whole = await snapshot(this.clearance, { recordedBy });
    expect(snapshotOf(copy, manifest) === whole).toBe(true);
    expect(manifestIn(whole).cursor).toBe(cursor);
    [this.copy, this.cursor] = [copy, cursor];
  }
}

test('a snapshot and the changes since make the next snapshot, byte for byte, while others write', async () => {
  const history = new RandomHistory(20_260_201);
  await history.begin();
  let written = 0;
  const writing = (async () => {
    for (; written < CHANGES; written += 1) await history.step();
  })();
  const partners = [new Partner(PUBLIC), new Partner(CONFIDENTIAL)];
  const reading = partners.map(async (partner, index) => {
    await partner.begin();
    for (let round = 1; round <= COMPARISONS; round += 1) {
      // Between two comparisons, others write.
      while (written < (CHANGES * round) / COMPARISONS) await new Promise((done) => setTimeout(done, 10));
      await partner.goOn([1_000, 70][(round + index) % 2] ?? 1_000);
    }
  });
  await Promise.all([writing, ...reading]);

  for (const { ops } of partners)
    for (const op of ['ADD', 'MOD', 'DEL']) expect([op, (ops[op] ?? 0) > 20]).toEqual([op, true]);
  const [open, all] = partners.map(({ received }) => received.join(''));
  for (const word of [HIDDEN_WORD, ...OF_PARTNERS, ...OF_EDITORS, '"PARTNER"', '"CONFIDENTIAL"'])
    expect([word, open?.includes(word)]).toEqual([word, false]);
  expect([all?.includes(HIDDEN_WORD), all?.includes(EDITORS_WORD)]).toEqual([true, false]);
  const [{ restored, relinked, superseded } = {}] = await graph().read(
    {
      name: 'test',
      text: 'RETURN COUNT { (:Restored) } AS restored, COUNT { (:Relinked) } AS relinked, COUNT { (:Superseded) } AS superseded',
    },
    {},
  );
  expect([Number(restored) > 20, Number(relinked) > 5, Number(superseded) > 20]).toEqual([true, true, true]);
}, 360_000);

test('the feed of changes without a cursor gives every record as added', async () => {
  for (const clearance of [PUBLIC, CONFIDENTIAL]) {
    const text = await feed(clearance, { pageSize: 130 });
    expect(new Set(changesIn(text).map(({ op }) => op))).toEqual(new Set(['ADD']));
    const { copy, manifest } = fold(new Map(), text);
    expect(snapshotOf(copy, manifest) === (await snapshot(clearance))).toBe(true);
  }
});
