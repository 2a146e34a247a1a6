import anyAscii from 'any-ascii';

/** The letters of a name without what a reader does not see or does not mean: the one folding of all comparisons. */

/** All that has nothing to fold but its case. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;
/** Characters without a shape, such as a soft hyphen or a mark of direction: they come from web pages, Word and PDF. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** What breaks a line or leaves a gap, where a reader sees a space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** What people type for an apostrophe, and the primes of a transliterated soft sign. */
const APOSTROPHES = /[`'´ʹʻʼʽˈ‘’‛′＇]/g;
export const APOSTROPHE = '’';

const LETTERS_OF_A_WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

// biome-ignore format: a table of letters reads best in rows
const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', J: 'Ј', K: 'К', M: 'М', O: 'О', P: 'Р', S: 'Ѕ', T: 'Т', X: 'Х', Y: 'У',
  a: 'а', c: 'с', e: 'е', i: 'і', j: 'ј', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у', ï: 'ї', ë: 'ё',
};
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LATIN_TO_CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]),
);

/** A text in which a sequence of characters that reads as one letter is that letter, and invisible ones are gone. */
export const withoutInvisible = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '');

/** The same of a name, in which a reader sees a space for what breaks a line. */
export const visible = (text: string): string => withoutInvisible(text).replace(BREAKS, ' ');

/** Words of letters from two scripts that look alike, such as `Пeтров` with a Latin `e`. */
export function wordsOfTwoScripts(text: string): string[] {
  return (visible(text).match(LETTERS_OF_A_WORD) ?? []).filter((word) => CYRILLIC.test(word) && LATIN.test(word));
}

/** The word in the script of most of its letters, where the others have twins in it. */
function inOneScript(word: string): string {
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return word;
  const letters = [...word];
  const cyrillic = letters.filter((letter) => CYRILLIC.test(letter)).length;
  const [first, second] =
    cyrillic * 2 >= letters.length ? [LATIN_TO_CYRILLIC, CYRILLIC_TO_LATIN] : [CYRILLIC_TO_LATIN, LATIN_TO_CYRILLIC];
  const written = (twins: Readonly<Record<string, string>>) =>
    letters.map((letter) => twins[letter] ?? letter).join('');
  const isOne = (text: string) => !CYRILLIC.test(text) || !LATIN.test(text);
  return [written(first), written(second)].find(isOne) ?? word;
}

/** Lower case, one apostrophe, one script in a word; accents stay. */
export function spelt(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll("'", APOSTROPHE);
  return withoutInvisible(text.replace(APOSTROPHES, APOSTROPHE).normalize('NFKC'))
    .replace(LETTERS_OF_A_WORD, inOneScript)
    .toLowerCase()
    .normalize('NFC');
}

/**
 * Lower case, without what is not seen, without accents and strokes (Agnès → agnes, Łódź → lodz, ß → ss), with one kind
 * of apostrophe; of Cyrillic letters ё is е, and those of their own, such as й and ї, stay.
 */
export function fold(text: string): string {
  const plain = spelt(text);
  return PLAIN.test(plain) ? plain : [...plain].map(foldLetter).join('');
}

function foldLetter(letter: string): string {
  if (letter <= '\x7e' || letter === APOSTROPHE) return letter;
  if (letter === 'ё') return 'е';
  if (CYRILLIC.test(letter)) return letter;
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  return LATIN.test(bare) ? anyAscii(bare) : bare;
}
