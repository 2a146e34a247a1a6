import { fold } from '../../../model/names/letters.js';

/** Which words of sources stand for which word of a vocabulary. A text is matched as a whole, never by a part of it. */

/** Words of sources by language and by the word of the vocabulary that they stand for. */
export type LexiconTable<W extends string = string> = Readonly<
  Record<string, { readonly [K in W]?: readonly string[] }>
>;

/** A word such as `Deputy *`: what stands before and behind another word. */
interface Pattern<W extends string> {
  readonly before: string;
  readonly behind: string;
  readonly senses: Set<W>;
}

export class Lexicon<W extends string = string> {
  private readonly senses = new Map<string, ReadonlySet<W>>();
  private readonly patterns = new Map<string, Pattern<W>>();

  /** Of two tables that have the same word, the later one says what it stands for. A `*` stands for a word of `filling`. */
  constructor(
    tables: readonly LexiconTable<W>[],
    private readonly filling: readonly W[] = [],
  ) {
    for (const table of tables) this.add(table);
  }

  private add(table: LexiconTable<W>): void {
    const ofTable = new Map<string, Set<W>>();
    for (const [text, word] of wordsIn(table)) ofTable.set(text, (ofTable.get(text) ?? new Set<W>()).add(word));
    for (const [text, senses] of ofTable) {
      const [before = '', behind] = text.split('*').map((part) => part.trim());
      if (behind === undefined) this.senses.set(text, senses);
      else this.patterns.set(text, { before, behind, senses });
    }
  }

  /** All words of the vocabulary that a text stands for as a whole. */
  allOf(text: string): readonly W[] {
    const whole = folded(text);
    const pattern = [...this.patterns.values()].find((one) => this.fits(whole, one));
    return [...(this.senses.get(whole) ?? pattern?.senses ?? [])];
  }

  /** The same of a list in one text, such as `Army, Police`; none where one of its parts is unknown. */
  allIn(text: string): readonly W[] {
    const whole = this.allOf(text);
    if (whole.length > 0) return whole;
    const parts = text.split(/[,;/،]/).map((part) => this.allOf(part));
    return parts.every(({ length }) => length > 0) ? [...new Set(parts.flat())] : [];
  }

  /** The word of the vocabulary that a text stands for as a whole; undefined where there is none, or more than one. */
  of(text: string): W | undefined {
    const [one, ...others] = this.allOf(text);
    return others.length === 0 ? one : undefined;
  }

  private fits(whole: string, { before, behind }: Pattern<W>): boolean {
    if (!whole.startsWith(before) || !whole.endsWith(behind)) return false;
    const senses = this.senses.get(whole.slice(before.length, whole.length - behind.length).trim());
    return senses !== undefined && [...senses].every((word) => this.filling.includes(word));
  }
}

const wordsIn = <W extends string>(table: LexiconTable<W>): [string, W][] =>
  Object.values(table).flatMap((byWord) =>
    Object.entries<readonly string[] | undefined>(byWord).flatMap(([word, texts = []]) =>
      texts.map((text): [string, W] => [folded(text), word as W]),
    ),
  );

/**
 * Case, accents, dots, commas, brackets, quotes, hyphens and underscores do not tell one word from another. Any other sign does:
 * `Commander?` is a doubt, and `Commander/Deputy` are two.
 */
const folded = (text: string) =>
  fold(text)
    .replace(/[\s._,،'"\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+/gu, ' ')
    .trim();
