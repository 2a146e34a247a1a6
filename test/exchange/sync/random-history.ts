import type { ManagedTransaction } from 'neo4j-driver';
import { ACCESS_LEVELS, type AccessLevel } from '../../../src/model/access.rules.js';
import type { Properties } from '../../../src/model/record/draft.js';
import { restore, retract, writeDataset } from '../../../src/writing/change/write-records.js';
import { moveFindings, moveFindingsBack } from '../../../src/writing/merge/findings.change.js';
import { correct } from '../../support/corrections.js';
import { Chance } from './chance.js';
import { RandomRecords } from './random-records.js';
import { aboutDataset, changed, write } from './write-changes.js';

const BEGIN = Date.parse('2026-02-01T00:00:00.000Z');

/** A long random history: records are written, taken back and brought back, and findings are moved between people. */
export class RandomHistory {
  private readonly chance: Chance;
  private readonly records: RandomRecords;
  private number = 0;
  private readonly there = new Set<string>();
  private readonly retractedIds = new Set<string>();
  private readonly moves: { from: string; into: string; mergedAt: string }[] = [];

  constructor(seed: number) {
    this.chance = new Chance(seed);
    this.records = new RandomRecords(this.chance);
  }

  /** The datasets that it writes to, beside the fictional one. */
  async begin(): Promise<void> {
    await this.change(async (tx, at) => {
      for (const id of ['other', 'closed']) await writeDataset(tx, aboutDataset(id, id !== 'closed'), at);
      await write(tx, at, 'other', this.records.firstBody());
    });
  }

  /** One change, of one to three steps. */
  step(): Promise<void> {
    return this.change(async (tx, at) => {
      for (let steps = this.chance.upTo(3); steps > 0; steps -= 1) await this.act(tx, at);
    });
  }

  private change(work: (tx: ManagedTransaction, at: string) => Promise<void>): Promise<void> {
    this.number += 1;
    return changed(new Date(BEGIN + this.number * 60_000).toISOString(), work);
  }

  private act(tx: ManagedTransaction, at: string): Promise<unknown> {
    const acts = [
      ...Array(7).fill(() => this.write(tx, at)),
      () => this.retract(tx, at),
      () => this.retract(tx, at),
      () => this.restore(tx, at),
      () => this.moveFindings(tx, at),
      () => this.correct(tx, at),
    ];
    return this.chance.of(acts)();
  }

  private async write(tx: ManagedTransaction, at: string): Promise<void> {
    const { dataset, written } = this.records.some();
    for (const id of await write(tx, at, dataset, written)) this.there.add(id);
  }

  private async retract(tx: ManagedTransaction, at: string): Promise<void> {
    const reports = this.records.reports.map(({ id }) => id).filter((id) => !this.retractedIds.has(id));
    const ids = this.chance.some(this.chance.upTo(3) === 1 ? reports : [...this.there], 3);
    await retract(tx, ids, at, 'EDITED');
    for (const id of ids) this.move(id, this.there, this.retractedIds);
  }

  private async restore(tx: ManagedTransaction, at: string): Promise<void> {
    const ids = this.chance.some([...this.retractedIds], 3);
    await restore(tx, ids, at);
    for (const id of ids) this.move(id, this.retractedIds, this.there);
  }

  /** Corrects an incident, a finding or a report: its title, or that fewer readers may see it. */
  private async correct(tx: ManagedTransaction, at: string): Promise<void> {
    const { records } = await tx.run(
      `MATCH (n:Record) WHERE (n:Incident OR n:Finding OR n:Report) AND n.retractedAt IS NULL AND n.recordedAt < $at
       RETURN n.id AS id, n.access AS access ORDER BY id`,
      { at },
    );
    const { id, access } = this.chance.of(records).toObject() as { id: string; access: AccessLevel };
    const stricter = ACCESS_LEVELS.slice(ACCESS_LEVELS.indexOf(access));
    const more: Properties =
      this.chance.upTo(3) === 1 ? { access: this.chance.of(stricter) } : { title: `Title of ${at}` };
    await correct(tx, id, at, (properties) => ({ ...properties, ...more }));
  }

  private move(id: string, from: Set<string>, to: Set<string>): void {
    from.delete(id);
    to.add(id);
  }

  /** Moves the findings about a person to another, as a merge of the two does, or the last of them back. */
  private async moveFindings(tx: ManagedTransaction, at: string): Promise<void> {
    const last = this.chance.yes() ? this.moves.pop() : undefined;
    if (last && last.mergedAt < at) return moveFindingsBack(tx, { ...last, at });
    const { people } = this.records;
    const [from, into] = [this.chance.of(people).id, this.chance.of(people).id];
    if (from === into) return;
    await moveFindings(tx, { from, into, at });
    this.moves.push({ from, into, mergedAt: at });
  }
}
