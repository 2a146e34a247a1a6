import { fold, romanise, skeleton } from '../../model/names.js';

/** How alike two names are. The steps and their numbers stand in docs/reconciliation.md. */

/** A word of a name, with what its spellings in other scripts and romanisations have in common. */
interface Word {
  readonly text: string;
  readonly skeletons: readonly string[];
  /** The digits of `58th` or `58-й`; two numbers are the same or not, never nearly so. */
  readonly number: string | undefined;
}

/** A name taken apart for comparison. */
export type NameWords = readonly Word[];

export const SAME = 100;
export const SAME_IN_OTHER_LETTERS = 95;
export const SAME_IN_OTHER_ORDER = 90;
/** The most that names of partly other words can have in common. */
const PARTLY = 80;

/** As many words of a name as are compared: the longest in the seed has fifteen. */
const MOST_WORDS = 24;
/** A longer word is the same as another or it is not: no name has one. */
const LONGEST_WORD = 100;
/** Letters in common from which two words may be slips of one: less is chance. */
const LEAST_ALIKE = 0.7;
const IN_OTHER_LETTERS = 0.95;
const AS_INITIAL = 0.5;

/** Takes a name apart: lower case, without accents, apostrophes and punctuation. */
export function wordsOfName(name: string): NameWords {
  const words =
    fold(name)
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, MOST_WORDS).map((text) => ({
    text,
    skeletons: [...new Set(romanise(text).map(skeleton))].filter((form) => form !== ''),
    number: /\p{N}+/u.exec(text)?.[0],
  }));
}

/** How alike two names are, from 0 to 100; 100 only where they are the same but for case, accents and punctuation. */
export function likeness(one: NameWords, other: NameWords): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (inOrder(one, other, (a, b) => a.text === b.text)) return SAME;
  if (inOrder(one, other, isOneWord)) return SAME_IN_OTHER_LETTERS;
  if (isOneName(one, other)) return SAME_IN_OTHER_ORDER;
  const pairs = pairsOf(one, other);
  const share = (2 * pairs.reduce((sum, { alike }) => sum + alike, 0)) / (one.length + other.length);
  return Math.floor(PARTLY * share * (numbersDiffer(one, other) ? 0.5 : 1));
}

/** Whether two names have the same words, in any letters and any order: what `likeness` gives 90 and more. */
export function isOneName(one: NameWords, other: NameWords): boolean {
  if (one.length !== other.length || one.length === 0) return false;
  const left = [...other];
  return one.every((word) => {
    const at = left.findIndex((opposite) => isOneWord(word, opposite));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

const inOrder = (one: NameWords, other: NameWords, same: (a: Word, b: Word) => boolean) =>
  one.length === other.length &&
  one.every((word, at) => {
    const opposite = other[at];
    return opposite !== undefined && same(word, opposite);
  });

function isOneWord(a: Word, b: Word): boolean {
  if (a.text === b.text) return true;
  if (a.number !== undefined || b.number !== undefined) return a.number === b.number;
  return isInitial(a) === isInitial(b) && a.skeletons.some((form) => b.skeletons.includes(form));
}

interface Pair {
  readonly a: Word;
  readonly b: Word;
  readonly alike: number;
}

/** Each word with the most alike word of the other name that no better pair has taken. */
function pairsOf(one: NameWords, other: NameWords): Pair[] {
  const all = one.flatMap((a) => other.map((b) => ({ a, b, alike: alikeWords(a, b) })));
  const paired = new Set<Word>();
  return all
    .filter(({ alike }) => alike > 0)
    .sort((left, right) => right.alike - left.alike)
    .filter(({ a, b }) => {
      if (paired.has(a) || paired.has(b)) return false;
      paired.add(a).add(b);
      return true;
    });
}

function alikeWords(a: Word, b: Word): number {
  if (a.text === b.text) return 1;
  if (isOneWord(a, b)) return IN_OTHER_LETTERS;
  if (a.number !== undefined || b.number !== undefined) return 0;
  if (isInitial(a) || isInitial(b)) return startAlike(a, b) ? AS_INITIAL : 0;
  const best = Math.max(0, ...a.skeletons.flatMap((left) => b.skeletons.map((right) => lettersAlike(left, right))));
  return best >= LEAST_ALIKE ? Math.min(best, IN_OTHER_LETTERS - 0.01) : 0;
}

const isInitial = ({ text }: Word) => text.length === 1;

const startAlike = (a: Word, b: Word) => a.skeletons.some((left) => b.skeletons.some((right) => left[0] === right[0]));

/** The share of letters that stay when one form is changed into the other, letter by letter. */
function lettersAlike(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest > LONGEST_WORD || Math.abs(a.length - b.length) / longest > 1 - LEAST_ALIKE) return 0;
  return 1 - distance(a, b) / longest;
}

/** The fewest letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (let at = 1; at <= b.length; at++)
      line.push(
        Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (letter === b[at - 1] ? 0 : 1)),
      );
    above = line;
  }
  return above[b.length] ?? 0;
}

/** Two units with numbers of which none is the same are other units, however alike the rest. */
function numbersDiffer(one: NameWords, other: NameWords): boolean {
  const numbers = (words: NameWords) => words.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const [left, right] = [numbers(one), numbers(other)];
  return left.length > 0 && right.length > 0 && !left.some((number) => right.includes(number));
}
