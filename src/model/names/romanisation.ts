import anyAscii from 'any-ascii';
import { withLettersForDigits } from './digits-for-letters.js';
import { fold, spelt } from './letters.js';

/**
 * Spellings of one name in Latin letters. Cyrillic names reach them through the official Ukrainian romanisation (Cabinet
 * of Ministers, resolution 55 of 2010) and through the usual Russian one (BGN/PCGN without diacritics), and those of other
 * languages where a letter shows them. Sources also write them as Germans, French and Poles hear them, and as scholars do
 * (ISO 9 of 1968, Scientific transliteration).
 * All of these are compared by a skeleton in which their differences are gone: Serhii, Sergey, Сергій and Сергей are one.
 */

// biome-ignore format: a table of letters reads best in rows
const SHARED = {
  а: 'a', б: 'b', в: 'v', д: 'd', ж: 'zh', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's',
  т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', '’': '', "'": '', ў: 'w',
} as const;

const UKRAINIAN: Record<string, string> = {
  ...SHARED,
  г: 'h',
  ґ: 'g',
  е: 'e',
  є: 'ie',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  ю: 'iu',
  я: 'ia',
  ё: 'io',
  ы: 'y',
  э: 'e',
  ъ: '',
};
const UKRAINIAN_INITIAL: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };
const RUSSIAN: Record<string, string> = {
  ...SHARED,
  г: 'g',
  ґ: 'g',
  е: 'e',
  ё: 'yo',
  є: 'ye',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  ы: 'y',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ъ: '',
};

/** The letters that only other languages have, as English would write them: Serbian and, as its passports do, Macedonian. */
// biome-ignore format: a table of letters reads best in rows
const FURTHER: Record<string, string> = {
  ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ch', џ: 'dzh', ѓ: 'gj', ѕ: 'dz', ќ: 'kj',
};

/** Another reading of a Cyrillic word, where a letter shows that it may be of that language. */
interface Alphabet {
  readonly shows: RegExp;
  readonly letters: Readonly<Record<string, string>>;
}

// biome-ignore format: tables of letters read best in rows
const ALPHABETS: readonly Alphabet[] = [
  // Belarusian: ў is w by BGN/PCGN of 1979, but u in passports (Ministry of the Interior, 288 of 2008; ICAO 9303) and ŭ on maps (State Committee on Land, 15 of 2000, as changed by 38 of 2007)
  { shows: /ў/, letters: { ...UKRAINIAN, ў: 'u' } },
  // Bulgarian: Transliteration Act of 2009, BGN/PCGN of 2013
  { shows: /щ|ъ(?![еёюя])|ьо/, letters: { ...RUSSIAN, щ: 'sht', ъ: 'a', ь: 'y' } },
  // Serbian and Macedonian: their own Latin letters (BGN/PCGN of 2005 and 2013), as they are typed without carons
  {
    shows: /[ђјљњћџѓѕќ]/,
    letters: { ...RUSSIAN, ...FURTHER, ж: 'z', х: 'h', ц: 'c', ч: 'c', ш: 's', ђ: 'd', ћ: 'c', џ: 'dz' },
  },
];

const CYRILLIC = /\p{Script=Cyrillic}/u;
const OTHER_SCRIPTS = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{M}]/u;

/** How readers of a language write sounds; a word is read so only where something in it shows that it may be theirs. */
interface Orthography {
  readonly shows: RegExp;
  readonly read: (word: string) => string;
}

/** Sounds as pairs of what is written and how English would write it; the first that fits at a place counts. */
function orthography(shows: RegExp, sounds: Readonly<Record<string, string>>): Orthography {
  const written = new RegExp(Object.keys(sounds).join('|'), 'g');
  return {
    shows,
    read: (word) => word.replace(written, (letters) => sounds[letters] ?? sounds[`${letters}$`] ?? letters),
  };
}

// biome-ignore format: tables of letters read best in rows
const GERMAN = {
  schtsch: 'shch', tsch: 'ch', dsch: 'dzh', sch: 'sh', ch: 'kh', ck: 'k', tz: 'ts', z: 'ts', j: 'y', ä: 'ae', ö: 'oe', ø: 'oe', ü: 'ue', å: 'aa',
};
// biome-ignore format: tables of letters read best in rows
const ORTHOGRAPHIES: readonly Orthography[] = [
  orthography(/sch|[jwäöøüåßz]/, GERMAN),
  // German has no letter for the sound of zh, and writes sch.
  orthography(/sch/, { ...GERMAN, sch: 'zh' }),
  // French
  orthography(/ou|tch|[jï]|gu[eiy]|ine$/, {
    chtch: 'shch', tch: 'ch', dj: 'dzh', ch: 'sh', j: 'zh', gue: 'ge', gui: 'gi', guy: 'gy', ou: 'u', ï: 'y', 'ine$': 'in',
  }),
  // Polish
  orthography(/[scr]z|[łżźśćńąęów]|ch/, {
    szcz: 'shch', sz: 'sh', cz: 'ch', rz: 'zh', ż: 'zh', ch: 'kh', ck: 'tsk', ć: 'ts', c: 'ts', j: 'y', ó: 'u',
  }),
  // What scholars write, and maps of Belarus, Serbia and North Macedonia
  orthography(/[čšžěćđŝǵḱ]|ch|[xj]|[aeiouy]ŭ|ci[aeou]|[aeiou]c$|ck(i|a|y|ij)?$/, {
    šč: 'shch', ŝ: 'shch', č: 'ch', ć: 'ch', š: 'sh', ž: 'zh', ch: 'kh', x: 'kh', c: 'ts', j: 'y', ŭ: 'w', ǵ: 'gj', ḱ: 'kj',
  }),
  // Bulgarian by BGN/PCGN of 1952
  orthography(/(?<![aeiouy])ŭ/, { ŭ: 'a' }),
  // Serbian without its own letter
  orthography(/dj/, { dj: 'd' }),
];

/**
 * The Latin spellings of a word: Ukrainian and Russian of a Cyrillic one, and others where its letters show them; a Latin
 * one as written, then as others read it.
 */
export function romanise(word: string): string[] {
  const written = spelt(word);
  if (CYRILLIC.test(written)) return [...new Set(cyrillic(written))];
  if (OTHER_SCRIPTS.test(written)) return [anyAscii(written).toLowerCase()];
  const readings = ORTHOGRAPHIES.filter(({ shows }) => shows.test(written)).map(({ read }) => fold(read(written)));
  return [...new Set([fold(written), ...readings])];
}

/** The letters of other languages, such as Kazakh, as `any-ascii` has them. A word that begins with ё may be written with е. */
function cyrillic(written: string): string[] {
  const word = fold(written);
  const others = ALPHABETS.filter(({ shows }) => shows.test(word)).map(({ letters }) => spell(word, letters));
  const yo = written.startsWith('ё') ? [spell(written, RUSSIAN)] : [];
  return [ukrainian(word), ...others, ...yo, spell(word, RUSSIAN)].map((latin) => spell(latin, FURTHER, anyAscii));
}

/** The official Ukrainian romanisation of a word in small letters; other letters stay. Ids of imports are made of it. */
export function ukrainian(word: string): string {
  const first = UKRAINIAN_INITIAL[word[0] ?? ''];
  const marked = word.replace(/зг/g, 'zgh');
  return first === undefined ? spell(marked, UKRAINIAN) : first + spell(marked.slice(1), UKRAINIAN);
}

function spell(
  word: string,
  letters: Readonly<Record<string, string>>,
  other = (letter: string): string => letter,
): string {
  return [...word].map((letter) => letters[letter] ?? other(letter)).join('');
}

/**
 * What is left of a romanised word once the differences of romanisations are taken out: `serhii` and `sergey` give
 * `serhi`. A letter for each sound that several letters write: 2 for ts, 3 for zh, 4 for ch, 5 for sh, 6 for shch.
 */
export function skeleton(latin: string): string {
  return latin.replace(/[^a-z0-9]/g, '').replace(/[a-z]+/g, soundsOf);
}

/** The skeletons of all romanisations of a word, each once; also of what it says where digits in it stand for letters. */
export const skeletonsOf = (word: string): string[] =>
  [...new Set([word, ...withLettersForDigits(fold(word))].flatMap(romanise).map(skeleton))].filter(
    (form) => form !== '',
  );

function soundsOf(letters: string): string {
  return letters
    .replace(/shch/g, '6')
    .replace(/sh/g, '5')
    .replace(/ch/g, '4')
    .replace(/zh/g, '3')
    .replace(/ts|tz/g, '2')
    .replace(/kh|gh|g/g, 'h')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/ph/g, 'f')
    .replace(/[wv]/g, 'v')
    .replace(/ck|q/g, 'k')
    .replace(/[yij]+/g, 'i')
    .replace(/(?<!^)io|(?<=[3456])o/g, 'e')
    .replace(/i(?=[aeou])/g, '')
    .replace(/ei/g, 'i')
    .replace(/(.)\1+/g, '$1');
}
