import { withLettersForDigits } from './digits-for-letters.js';
import { fold } from './letters.js';

/** Numbers in names, which sources write in digits or in words: `1st Army`, `First Army`, `Перша армія`. */

// biome-ignore format: lists in the order of the numbers read best in rows
const LISTS = {
  english: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  englishOrdinals: '- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ukrainianOrdinals: '- перша друга третя четверта п’ята шоста сьома восьма дев’ята десята',
  ukrainianOrdinalsOfMen: '- перший другий третій четвертий п’ятий шостий сьомий восьмий дев’ятий десятий',
  russianOrdinals: '- первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая',
  russianOrdinalsOfMen: '- первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый',
};
const UNITS = LISTS.english.split(' ').slice(1, 10);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** How many people write a number. */
const MISSPELT: Readonly<Record<string, string>> = { fourty: 'forty', ninty: 'ninety' };
const ONES = /^[1-9]$/;

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ...Object.values(LISTS).flatMap((list) =>
    list.split(' ').map((word, number) => [fold(word).replaceAll('’', ''), String(number)] as const),
  ),
  ...TENS.map((word, at) => [word, String(20 + 10 * at)] as const),
  ...TENS.flatMap((tens, at) => UNITS.map((unit, more) => [`${tens}${unit}`, String(21 + 10 * at + more)] as const)),
]);

/** The number that a folded word of a name states, in digits: that of `58th`, `58-й`, and `first`; none of `Ig0r`. */
export const numberIn = (word: string): string | undefined =>
  withLettersForDigits(word).length > 0
    ? undefined
    : (/\p{N}+/u.exec(word)?.[0] ?? NUMBERS.get(MISSPELT[word] ?? word));

/** Words in a row of which two state one number, such as `forty` and `four` or `4`, with these two as one. */
export function withWholeNumbers(words: readonly string[]): string[] {
  const [first, second, ...rest] = words;
  if (first === undefined) return [];
  if (second === undefined) return [first];
  const tens = MISSPELT[first] ?? first;
  const ones = ONES.test(second) ? UNITS[Number(second) - 1] : second;
  return TENS.includes(tens) && ones !== undefined && UNITS.includes(ones)
    ? [`${tens}${ones}`, ...withWholeNumbers(rest)]
    : [first, ...withWholeNumbers([second, ...rest])];
}
