/** The words of the sheets, as far as we know them, in the words of our vocabularies. */

/** The kind of a unit whose classification says none. */
export const UNIT_KIND = 'MIXED_FORCES';

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/non-state|armed group|militia|rebel|insurgent/i, 'NON_STATE_ARMED_GROUP'],
  [/government|ministry|presiden/i, 'GOVERNMENT'],
  [/intelligence|secret service|state security/i, 'INTELLIGENCE'],
  [/police|gendarm|polic[ií]a/i, 'POLICE'],
  [
    /army|military|navy|air force|marine|guard|peacekeep|ej[eé]rcito|militar|armada|armed forces|infantry/i,
    'ARMED_FORCES',
  ],
];

/** The kind of unit that its classifications tell; a government that also counts as a force is a government. */
export function unitKindOf(classifications: readonly string[]): string | undefined {
  const kinds = UNIT_WORDS.filter(([words]) => classifications.some((text) => words.test(text))).map(
    ([, kind]) => kind,
  );
  if (kinds.includes('GOVERNMENT') || kinds.length <= 1) return kinds.includes('GOVERNMENT') ? 'GOVERNMENT' : kinds[0];
  return kinds.includes('INTELLIGENCE') && kinds.length === 2 ? 'INTELLIGENCE' : 'MIXED_FORCES';
}

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
