import { fold } from './letters.js';
import { isSlight } from './slight-words.js';

/** Names of units and bodies that are written by the first letters of their words: `PLA`, `ГРУ`. */

const [FEWEST_LETTERS, MOST_LETTERS] = [3, 8];
/** A longer text is no name. */
const MOST_WORDS = 12;
const BEGINS_WITH_LETTER = /^\p{L}/u;

export const mayBeAcronym = ({ length }: string) => length >= FEWEST_LETTERS && length <= MOST_LETTERS;

/** The first letters of all words of a name, and of those that are not slight, such as `mod` and `md`, where they are as many as those of an acronym. */
export function acronymsOf(words: readonly string[]): string[] {
  if (words.length > MOST_WORDS) return [];
  const folded = words.map(fold).filter((word) => BEGINS_WITH_LETTER.test(word));
  const initials = [folded, folded.filter((word) => !isSlight(word))].map((some) =>
    some.map((word) => [...word][0]).join(''),
  );
  return [...new Set(initials)].filter(mayBeAcronym);
}
