import { acronymsOf } from './acronyms.js';
import { APOSTROPHE, fold, spelt } from './letters.js';
import { numberIn, withWholeNumbers } from './number-words.js';
import { romanise, skeletonsOf } from './romanisation.js';

/** What the full-text index holds of a name, and what is looked for in it. */

/** Raise it when `fold`, `searchText`, `searchTextOfName` or `searchFields` changes: the texts of a graph of before are then folded anew at its next start. */
export const FOLDING = 5;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** As many words of a text as are looked for. */
const MOST_WORDS = 8;

/** The words of a name with their accents, without apostrophes; one with a hyphen, and then its parts. */
export function wordsOf(text: string): string[] {
  const words = spelt(text).replaceAll(APOSTROPHE, '').match(WORD) ?? [];
  return words.flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]);
}

/** The same words, one with a hyphen as its parts alone. */
export const partsOf = (text: string): string[] => wordsOf(text).filter((word) => !word.includes('-'));

/** The text that the full-text index holds for a title or summary: its words as written, romanised, and as `=skeleton`, also joined. */
export function searchText(text: string): string {
  const tokens = wordsOf(text).flatMap((word) => [fold(word), ...romanise(word), ...tokensOf(word)]);
  return [...new Set([...tokens, ...joinedWords(partsOf(text)).flatMap(tokensOf)])].join(' ');
}

/** The same for a name, and its acronym. */
export const searchTextOfName = (name: string): string =>
  [...new Set([...searchText(name).split(' '), ...acronymTokens(partsOf(name))])].join(' ');

/** The acronyms of a name, without those of which one letter is left, such as that of `A A A`. */
const acronymTokens = (words: readonly string[]): string[] =>
  acronymsOf(words)
    .flatMap(tokensOf)
    .filter((token) => token.length > 2);

/** What is the same in all spellings of a word, with a sign before it; of a number in letters or digits, its digits. */
function tokensOf(word: string): string[] {
  const number = numberIn(fold(word));
  return [...new Set([...skeletonsOf(word), ...(number === undefined ? [] : [number])])].map((form) => `=${form}`);
}

/** Each two words in a row, letters in a row and the words of a number as one word: `Van der Bilt`, `A.B.C.` and `forty 4` are written so, too. */
function joinedWords(words: readonly string[]): string[] {
  const parts = words.slice(0, MOST_WORDS);
  const pairs = parts.slice(1).map((word, at) => `${parts[at]}${word}`);
  const letters = parts.map((word) => (word.length === 1 ? word : ' ')).join('');
  const folded = parts.map(fold);
  const numbers = withWholeNumbers(folded).filter((word) => !folded.includes(word));
  return [...new Set([...pairs, ...letters.split(' ').filter((run) => run.length > 2), ...numbers])];
}

/**
 * A Lucene query for what a person typed: any word must match, exactly, by its beginning, by its skeleton, or by a
 * skeleton with one or two letters off. Only letters and digits reach Lucene, so its syntax cannot be spoken.
 */
export function searchQuery(typed: string): string {
  const words = partsOf(typed).slice(0, MOST_WORDS);
  return [
    ...words.map(alternatives),
    ...joinedWords(words).map((word) => nearSkeletons(tokensOf(word))),
    acronymTokens(words).map((token) => `${token}^1`),
  ]
    .filter((some) => some.length > 0)
    .map((some) => `(${some.join(' ')})`)
    .join(' ');
}

function alternatives(word: string): string[] {
  const plain = fold(word).replace(/[^\p{L}\p{N}]/gu, '');
  // Some letters have no other form than signs: ʔ, Ƹ, ↇ.
  if (plain === '') return [];
  return [`${plain}^8`, ...(plain.length > 1 ? [`${plain}*^4`] : []), ...nearSkeletons(tokensOf(word))];
}

const nearSkeletons = (skeletons: readonly string[]) =>
  skeletons.flatMap((form) => [
    `${form}^3`,
    ...(form.length > 3 ? [`${form}*^2`, `${form}~${form.length > 7 ? 2 : 1}`] : []),
  ]);
