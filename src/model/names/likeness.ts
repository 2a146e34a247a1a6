import { acronymsOf, mayBeAcronym } from './acronyms.js';
import { withLettersForDigits } from './digits-for-letters.js';
import { fold } from './letters.js';
import { numberIn, withWholeNumbers } from './number-words.js';
import { skeletonsOf } from './romanisation.js';
import { partsOf } from './search-text.js';
import { isSlight } from './slight-words.js';

/** How alike two names are. The steps and their numbers stand in docs/reconciliation.md. */

/** A word of a name, with what its spellings in other scripts and romanisations have in common. */
interface Word {
  readonly text: string;
  readonly skeletons: readonly string[];
  /** The digits of `58th`, `58-й` or `first`; two numbers are the same or not, never nearly so. */
  readonly number: string | undefined;
  /** The digits in it that may stand for letters, as in `Ig0r`; two words with other digits are two, as `Mi8MT` and `Mi9MT`. */
  readonly digits: string;
  /** How much it tells a name from others. */
  readonly weight: number;
}

/** A name taken apart for comparison. */
export type NameWords = readonly Word[];

export const SAME = 100;
export const SAME_IN_OTHER_LETTERS = 95;
export const SAME_IN_OTHER_ORDER = 90;
/** The most that names of partly other words can have in common. */
const PARTLY = 89;

/** As many words of a name as are compared: the longest in the seed has fifteen. */
const MOST_WORDS = 24;
/** A longer word is the same as another or it is not: no name has one. */
const LONGEST_WORD = 100;
/** As many words in a row may be one word of the other name: `Van der Bilt`. */
const MOST_JOINED = 4;
/** Words as short as this are not joined where there is a slip in them: there is too little to tell them by. */
const LEAST_JOINED = 3;
const JOINED_ALIKE = 0.9;
const SLIGHT_WEIGHT = 0.1;
/** Letters in common from which two words may be slips of one: less is chance. */
const LEAST_ALIKE = 0.65;
/** How much of a difference in letters counts. */
const SLIP = 0.5;
const IN_OTHER_LETTERS = 0.97;
const NEARLY = 0.94;
const AS_INITIAL = 0.8;
/** A name by the first letters of its words: many names have the same. */
const AS_ACRONYM = 0.6;
/** A word of which the beginning is typed. */
const BEGINNING = 0.9;
/** A word against which the other name has another one weighs more than one that is shared. */
const AGAINST = 2.5;
/** A word that the other name leaves out, such as a patronymic. */
const LEFT_OUT = 0.3;
/** Names of which no number is the same. */
const OTHER_NUMBERS = 0.5;

/** The same words around the word of a descent in another order: a father and his son. */
const OTHER_DESCENT = 0.6;

/** Words after which comes the father's name: the order of the names around them counts. */
const DESCENT = new Set(['bin', 'ibn', 'ben', 'bint', 'ould']);

/** Takes a name apart: lower case, without accents, apostrophes and punctuation. */
export function wordsOfName(name: string): NameWords {
  const words = partsOf(name).slice(0, MOST_WORDS);
  return withWholeNumbers(words).map((word) => {
    const text = fold(word);
    return {
      text,
      skeletons: skeletonsOf(word),
      number: numberIn(text),
      digits: withLettersForDigits(text).length > 0 ? text.replace(/\P{N}/gu, '') : '',
      weight: isSlight(text) ? SLIGHT_WEIGHT : 1,
    };
  });
}

/** How alike two names are, from 0 to 100; 100 only where they are the same but for case, accents and punctuation. */
export function likeness(one: NameWords, other: NameWords): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (inOrder(one, other, (a, b) => a.text === b.text)) return SAME;
  if (inOrder(one, other, isOneWord)) return SAME_IN_OTHER_LETTERS;
  if (isOneName(one, other)) return SAME_IN_OTHER_ORDER;
  const share = shareOf(joined(one, other), joined(other, one));
  return Math.floor(PARTLY * Math.max(share, shareAsAcronym(one, other), shareAsAcronym(other, one)));
}

/** How alike a name is to a text that somebody types: words may be begun only. From 0 to 100. */
export function likenessToTyped(typed: NameWords, name: NameWords): number {
  const alike = likeness(typed, name);
  if (alike >= SAME_IN_OTHER_ORDER) return alike;
  return Math.max(
    alike,
    Math.floor(PARTLY * shareOf(typed, name, (a, b) => Math.max(alikeWords(a, b), beginningAlike(a, b)))),
  );
}

function beginningAlike(typed: Word, word: Word): number {
  const starts =
    word.text.startsWith(typed.text) ||
    typed.skeletons.some((start) => start.length > 2 && word.skeletons.some((form) => form.startsWith(start)));
  return starts ? BEGINNING : 0;
}

/** Whether two names have the same words, in any letters and any order: what `likeness` gives 90 and more. */
export function isOneName(one: NameWords, other: NameWords): boolean {
  if (one.length !== other.length || one.length === 0) return false;
  if (inOrder(one, other, isOneWord)) return true;
  if (hasDescent(one) || hasDescent(other)) return false;
  const left = [...other];
  return one.every((word) => {
    const at = left.findIndex((opposite) => isOneWord(word, opposite));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}

const hasDescent = (words: NameWords) => words.some(({ text }) => DESCENT.has(text));

const inOrder = (one: NameWords, other: NameWords, same: (a: Word, b: Word) => boolean) =>
  one.length === other.length &&
  one.every((word, at) => {
    const opposite = other[at];
    return opposite !== undefined && same(word, opposite);
  });

function isOneWord(a: Word, b: Word): boolean {
  if (a.text === b.text) return true;
  if (a.number !== undefined || b.number !== undefined) return a.number === b.number;
  if (digitsDiffer(a, b)) return false;
  return isInitial(a) === isInitial(b) && a.skeletons.some((form) => b.skeletons.includes(form));
}

/** The name with words in a row written as one, where the other name writes them so, perhaps with a slip: `A.B.C.` and `ABC`. */
function joined(words: NameWords, other: NameWords): NameWords {
  const found = words.flatMap((_, at) =>
    Array.from({ length: MOST_JOINED - 1 }, (_, more) => words.slice(at, at + 2 + more)).filter(
      (run) => run.length > 1 && isJoined(run, other),
    ),
  )[0];
  if (found === undefined) return words;
  const at = words.indexOf(found[0] as Word);
  const [whole] = wordsOfName(textOf(found));
  const rest = joined(words.slice(at + found.length), other);
  return [...words.slice(0, at), ...(whole ? [whole] : []), ...rest];
}

/** Whether the other name has these words as one; with a slip only where none of them is short. */
function isJoined(run: NameWords, other: NameWords): boolean {
  const whole = textOf(run);
  const isLong = run.every(({ text }) => text.length >= LEAST_JOINED);
  return other.some(
    ({ text }) =>
      text === whole ||
      (isLong &&
        Math.abs(text.length - whole.length) <= (1 - JOINED_ALIKE) * whole.length &&
        lettersAlike(text, whole) >= JOINED_ALIKE),
  );
}

const textOf = (words: NameWords) => words.map(({ text }) => text).join('');

/** The share of what two names say that both say, from 0 to 1. */
function shareOf(one: NameWords, other: NameWords, alikeness: Alikeness = alikeWords): number {
  const pairs = pairsOf(one, other, alikeness);
  const paired = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const weigh = (words: NameWords) =>
    words.filter((word) => !paired.has(word)).reduce((sum, { weight }) => sum + weight, 0);
  const [left, right] = [weigh(one), weigh(other)];
  const shared = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const alike = pairs.reduce((sum, { weight, alike }) => sum + weight * alike, 0);
  const whole = shared + AGAINST * Math.min(left, right) + LEFT_OUT * Math.abs(left - right);
  const doubt =
    (numbersDiffer(one, other) ? OTHER_NUMBERS : 1) * (descentDiffers(one, other, pairs) ? OTHER_DESCENT : 1);
  return (alike / whole) * doubt;
}

/** What a name says of another by a word that has the first letters of all words of that other. */
function shareAsAcronym(short: NameWords, long: NameWords): number {
  const [first] = long;
  if (first === undefined || long.length <= short.length) return 0;
  const inQuestion = short.filter((word) => mayBeAcronym(word.text) && startAlike(word, first));
  if (inQuestion.length === 0) return 0;
  const forms = acronymsOf(long.map(({ text }) => text)).flatMap(skeletonsOf);
  const acronym = inQuestion.find(({ skeletons }) => skeletons.some((form) => forms.includes(form)));
  if (acronym === undefined) return 0;
  const rest = short.filter((word) => word !== acronym).reduce((sum, { weight }) => sum + weight, 0);
  return AS_ACRONYM / (1 + LEFT_OUT * rest);
}

/** How alike two words are, from 0 to 1. */
type Alikeness = (a: Word, b: Word) => number;

/** Whether a name with the word of a descent has its words in another order in the other name. */
function descentDiffers(one: NameWords, other: NameWords, pairs: readonly Pair[]): boolean {
  if (!hasDescent(one) && !hasDescent(other)) return false;
  const places = [...pairs]
    .sort((left, right) => one.indexOf(left.a) - one.indexOf(right.a))
    .map(({ b }) => other.indexOf(b));
  return places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
}

interface Pair {
  readonly a: Word;
  readonly b: Word;
  readonly weight: number;
  readonly alike: number;
}

/** Each word with the most alike word of the other name that no better pair has taken. */
function pairsOf(one: NameWords, other: NameWords, alikeness: Alikeness): Pair[] {
  const all = one.flatMap((a) =>
    other.map((b) => ({ a, b, weight: Math.min(a.weight, b.weight), alike: alikeness(a, b) })),
  );
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
  if (a.number !== undefined || b.number !== undefined || digitsDiffer(a, b)) return 0;
  if (isInitial(a) || isInitial(b)) return startAlike(a, b) ? AS_INITIAL : 0;
  const best = Math.max(
    lettersAlike(a.text, b.text),
    ...a.skeletons.flatMap((left) => b.skeletons.map((right) => lettersAlike(left, right))),
  );
  return best >= LEAST_ALIKE ? 1 - SLIP * (1 - Math.min(best, NEARLY)) : 0;
}

const digitsDiffer = (a: Word, b: Word) => a.digits !== '' && b.digits !== '' && a.digits !== b.digits;

const isInitial = ({ text }: Word) => text.length === 1;

const startAlike = (a: Word, b: Word) => a.skeletons.some((left) => b.skeletons.some((right) => left[0] === right[0]));

/** The share of letters that stay when one form is changed into the other, letter by letter. */
function lettersAlike(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest > LONGEST_WORD || Math.abs(a.length - b.length) / longest > 1 - LEAST_ALIKE) return 0;
  return 1 - lettersOff(a, b) / longest;
}

/** The fewest letters to put in, take out, change or swap with their neighbour (optimal string alignment). */
export function lettersOff(a: string, b: string): number {
  let beforeAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let at = 1; at <= b.length; at++) {
      const change = (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const swap = swapped ? (beforeAbove[at - 2] ?? 0) + 1 : change;
      line.push(Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, change, swap));
    }
    [beforeAbove, above] = [above, line];
  }
  return above[b.length] ?? 0;
}

/** Two units with numbers of which none is the same are other units, however alike the rest. */
function numbersDiffer(one: NameWords, other: NameWords): boolean {
  const numbers = (words: NameWords) => words.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const [left, right] = [numbers(one), numbers(other)];
  return left.length > 0 && right.length > 0 && !left.some((number) => right.includes(number));
}
