/**
 * Spellings of one name. Cyrillic names reach Latin through the official Ukrainian romanisation (Cabinet of Ministers,
 * resolution 55 of 2010) and through the usual Russian one (BGN/PCGN without diacritics); sources mix both, so search
 * compares a skeleton in which the differences between them are gone (Serhii, Sergey, Сергій and Сергей are one).
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

/** What has no accents to take off: most of what is folded, in Latin letters. */
const PLAIN = /^[\x20-\x7e]*$/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const WORD = /[\p{L}\p{N}]+(?:[’'`ʼ-]?[\p{L}\p{N}]+)*/gu;

/** Lower case, without diacritics (Agnès → agnes); letters of their own, such as й and ї, stay. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll('`', '’');
  return [...text.normalize('NFC').toLowerCase()]
    .map((letter) => (CYRILLIC.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('')
    .replace(/[`ʼ]/g, '’');
}

/** The romanisations of a word, Ukrainian first; a Latin word is its own. */
export function romanise(word: string): string[] {
  const folded = fold(word);
  if (!CYRILLIC.test(folded)) return [folded];
  return [...new Set([ukrainian(folded), spell(folded, RUSSIAN)])];
}

function ukrainian(word: string): string {
  const first = UKRAINIAN_INITIAL[word[0] ?? ''];
  const marked = word.replace(/зг/g, 'zgh');
  return first === undefined ? spell(marked, UKRAINIAN) : first + spell(marked.slice(1), UKRAINIAN);
}

function spell(word: string, letters: Record<string, string>): string {
  return [...word].map((letter) => letters[letter] ?? letter).join('');
}

/** What is left of a romanised word once the romanisations' differences are taken out: `serhii` and `sergey` give `serhi`. */
export function skeleton(latin: string): string {
  return latin
    .replace(/[^a-z0-9]/g, '')
    .replace(/shch/g, '6')
    .replace(/sh/g, '5')
    .replace(/ch/g, '4')
    .replace(/zh/g, '3')
    .replace(/ts|tz/g, '2')
    .replace(/kh|gh|g/g, 'h')
    .replace(/x/g, 'ks')
    .replace(/[wv]/g, 'v')
    .replace(/ck|q/g, 'k')
    .replace(/[yij]+/g, 'i')
    .replace(/i(?=[aeou])/g, '')
    .replace(/ei/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

export function wordsOf(text: string): string[] {
  return (fold(text).match(WORD) ?? []).flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]);
}

/** The text that the full-text index holds for a name: each word as written, romanised, and as `=skeleton`. */
export function searchText(name: string): string {
  const tokens = wordsOf(name).flatMap((word) => {
    const latin = romanise(word);
    return [word, ...latin, ...latin.map((form) => `=${skeleton(form)}`)];
  });
  return [...new Set(tokens)].join(' ');
}

/**
 * A Lucene query for what a person typed: every word must match (or any, where that is asked), exactly, by its beginning,
 * by its skeleton, or by a skeleton with one or two letters off. Only letters and digits reach Lucene, so its syntax
 * cannot be spoken.
 */
export function searchQuery(typed: string, which: 'EVERY' | 'ANY' = 'EVERY'): string {
  const words = (fold(typed).match(WORD) ?? []).flatMap((word) => word.split('-')).slice(0, 8);
  return words.map((word) => `${which === 'EVERY' ? '+' : ''}(${alternatives(word).join(' ')})`).join(' ');
}

function alternatives(word: string): string[] {
  const plain = word.replace(/[^\p{L}\p{N}]/gu, '');
  const skeletons = [...new Set(romanise(plain).map(skeleton))].filter((form) => form !== '');
  return [
    `${plain}^8`,
    ...(plain.length > 1 ? [`${plain}*^4`] : []),
    ...skeletons.flatMap((form) => [
      `=${form}^3`,
      ...(form.length > 2 ? [`=${form}*^2`, `=${form}~${form.length > 7 ? 2 : 1}`] : []),
    ]),
  ];
}
