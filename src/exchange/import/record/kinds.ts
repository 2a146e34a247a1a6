/** The words of the sheets, as far as we know them, in the words of our vocabularies. */

const LINK_WORDS: readonly (readonly [RegExp, string])[] = [
  [/operational/i, 'OPERATIONAL'],
  [/administrative/i, 'ADMINISTRATIVE'],
  [/informal|cooperat/i, 'COOPERATION'],
  [/member/i, 'MEMBERSHIP'],
  [/command/i, 'COMMAND'],
];

/** The kind of a link to a superior, by the class that the sheet gives; a child without a class is under command. */
export function linkKindOf(relation: string, relationClass: string): string | undefined {
  if (relation === 'member') return 'MEMBERSHIP';
  if (relation !== 'child') return undefined;
  return relationClass === '' ? 'COMMAND' : LINK_WORDS.find(([words]) => words.test(relationClass))?.[1];
}
