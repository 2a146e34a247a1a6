/** Digits that stand for letters, as in `Ig0r Sech1n`: a slip of the eye of whoever typed or scanned it, or meant to hide the name. */

/** A digit between letters, perhaps twice, or a nought that begins a word: no number stands there. */
const INSIDE = /(?<=\p{L})(?:(\p{Nd})\1?)(?=\p{L})|^0(?=\p{L}{2})/gu;
const LEAST_LETTERS = 3;
/** As many readings of a word at most: each 1 may be two letters. */
const MOST_READINGS = 8;

const LATIN: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'il',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  9: 'g',
};
const CYRILLIC: Readonly<Record<string, string>> = { 0: 'о', 3: 'з', 4: 'ч', 6: 'б' };

/** The words that a folded word may stand for whose digits are meant as letters; none for any other word. */
export function withLettersForDigits(word: string): string[] {
  if (!/\p{Nd}/u.test(word) || (word.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS) return [];
  const letters = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const inside = new Set([...word.matchAll(INSIDE)].flatMap(({ index, 0: { length } }) => [index, index + length - 1]));
  const all = word.split('').reduce<string[]>(
    (readings, sign, at) => {
      const meant = inside.has(at) ? (letters[sign] ?? sign) : sign;
      return readings.flatMap((text) => [...meant].map((letter) => text + letter)).slice(0, MOST_READINGS);
    },
    [''],
  );
  return all.filter((reading) => !/\p{N}/u.test(reading));
}
