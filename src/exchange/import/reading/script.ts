/** The script that a text is written in, as ISO 15924 has it; `Zyyy` where no letter tells. */
export function scriptOf(text: string): string {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'Cyrl';
  if (/\p{Script=Arabic}/u.test(text)) return 'Arab';
  return /\p{Script=Latin}/u.test(text) ? 'Latn' : 'Zyyy';
}
