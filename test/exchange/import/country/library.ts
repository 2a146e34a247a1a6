import { isoOf, joined, LAST_SOURCE } from './days.js';
import type { Dice } from './dice.js';
import { publicationOf } from './names.js';

/** The sources of the invented country, in the order of their publication. */
export class Library {
  private readonly ids: string[];

  constructor(
    private readonly dice: Dice,
    readonly size: number,
  ) {
    this.ids = Array.from({ length: size }, () => dice.uuid());
  }

  /** Sources for one fact, none published before a day; most facts rest on one or two. */
  pick(notBefore: number, most = 4): string[] {
    const lowest = Math.min(this.size - 1, Math.ceil((notBefore / LAST_SOURCE) * this.size));
    // Sources of one time are cited together more often than others.
    const range = Math.min(this.size - lowest, Math.ceil(this.size / 5));
    const first = lowest + this.dice.below(range);
    const count = Math.min(most, 1 + Math.floor(this.dice.next() ** 3.2 * 4));
    const picked = Array.from(
      { length: count },
      (_none, at) => this.ids[Math.min(this.size - 1, first + at * 3)] as string,
    );
    return [...new Set(picked)];
  }

  /** The rows of the sheet of sources. */
  *rows(): Generator<Record<string, string>> {
    for (const [number, id] of this.ids.entries()) yield this.row(number, id);
  }

  private row(number: number, id: string): Record<string, string> {
    const { dice } = this;
    const day = Math.floor((number / this.size) * LAST_SOURCE) + 1;
    const dated = !dice.chance(0.03);
    const path = `${dice.below(1_000_000)}/${id.slice(0, 8)}`;
    const opened = isoOf(day + dice.between(0, 700));
    return {
      source_id: id,
      title: `${dice.one(TITLES)}, no. ${number + 1}`,
      page: dice.chance(0.3) ? String(dice.between(1, 90)) : '',
      published_on: dated ? joined(dice, day, dice.chance(0.9) ? 'day' : dice.one(['month', 'year'])) : '',
      access_date: dated && dice.chance(0.1) ? '' : opened,
      source_url: `https://press.example/${path}`,
      archive_url: dice.chance(0.8) ? `https://archive.example/${path}` : '',
      archive_timestamp: `${opened}T08:15:00Z`,
      publication_title: dice.chance(0.005) ? '' : publicationOf(Math.floor(dice.next() ** 2 * 120)),
    };
  }
}

const TITLES = [
  'Order of battle',
  'Change of command',
  'Parade at the barracks',
  'Appointments of the week',
  'Про призначення',
];

export const SOURCE_COLUMNS = [
  'source_id',
  'title',
  'page',
  'published_on',
  'access_date',
  'source_url',
  'archive_url',
  'archive_timestamp',
  'publication_title',
];
