import { canonical, claimIdOf } from '../hash.js';
import { spelt } from '../names/letters.js';
import { OWN_FIELDS } from './fields/kinds.js';
import { propertyNames } from './fields/stored.js';

/** What a redaction takes out of the graph, and what is left of it, as far as a record alone decides. */

interface Link {
  readonly type: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A record, or what it stated before a correction. */
export interface RedactionCandidate {
  readonly id: string;
  readonly kind: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly Link[];
}

/** Shorter values stand in too many places to be searched for: years, ranks. */
const SHORTEST_TEXT = 6;

/** The properties that hold free text. A title of a post is no such text: many have the same. */
const FREE_TEXTS = 'value title summary note request doubtsAsStated'.split(' ');

/** What a record says in free text: values, titles, notes. */
export function freeTextsOf({ kind, properties }: RedactionCandidate): string[] {
  const names = FREE_TEXTS.filter((name) => !(kind === 'Posting' && name === 'title'));
  const texts = names.flatMap((name) => properties[name]).filter((value) => typeof value === 'string');
  return [...new Set(texts)].filter((text) => searchable(text).trim().length >= SHORTEST_TEXT);
}

/**
 * Whether two claims, of which one was made of the other, state the same: a merge, a dispute or an acceptance copies a claim
 * whole, and a correction may have changed no more than its sources or its grading.
 */
export function isCopy(one: RedactionCandidate, other: RedactionCandidate): boolean {
  const { restates = one.id } = one.properties;
  const { restates: otherRestates = other.id } = other.properties;
  return restates === otherRestates || isRestatement(one, other) || isRestatement(other, one) || statesSame(one, other);
}

/** A dispute or an acceptance gives its claim an id that follows from the earlier claim and the instant. */
const isRestatement = (claim: RedactionCandidate, earlier: RedactionCandidate) =>
  claim.id === claimIdOf([earlier.id, claim.properties.recordedAt]);

const statesSame = (one: RedactionCandidate, other: RedactionCandidate) =>
  one.kind === other.kind && canonical(statementOf(one)) === canonical(statementOf(other));

/** What a claim says beside its sources, its grading and its note. */
function statementOf({ kind, properties, links }: RedactionCandidate) {
  const fields = OWN_FIELDS[kind as keyof typeof OWN_FIELDS] ?? {};
  const names = Object.entries(fields).flatMap(([name, field]) => propertyNames(name, field));
  const ends = links.filter(({ type }) => type !== 'CITES').map(({ type, to }) => `${type} ${to}`);
  return [names.map((name) => properties[name] ?? null), ends.sort()];
}

/** What is left of a record: that it was there, from when until when, and the hash of what it said. */
export const LEFT_PROPERTIES = [
  'id',
  'hash',
  'recordedHash',
  'recordedAt',
  'retractedAt',
  'away',
  'linkedAt',
  'dataset',
  'supersededKey',
  'standing',
];

/** What a redaction says of the record. */
const REDACTION_PROPERTIES = ['retraction', 'redactedAt', 'seenBy'];

/** The properties of a redacted record that hold something of it still. */
export const contentLeftIn = (properties: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(properties).filter((name) => ![...LEFT_PROPERTIES, ...REDACTION_PROPERTIES].includes(name));

/** What JSON and CSV put before or around parts of a text. */
const QUOTING = /["\\]/g;
const ESCAPED_BREAKS = /\\[nrt]/g;
const SPACES = /\s+/g;

/**
 * A text as it is searched: in one case, one form of each letter, apostrophe and space, without what nobody sees. It is the
 * same in JSON and CSV.
 */
export const searchable = (text: string): string =>
  spelt(text.replace(ESCAPED_BREAKS, ' ')).replace(QUOTING, '').replace(SPACES, ' ');

/** A text that must stand nowhere: as it was given, but for its case, and as it is searched. */
export interface SearchedWord {
  readonly exact: string;
  readonly searchable: string;
}

export const searchedWord = (text: string): SearchedWord => ({
  exact: text.trim().toLowerCase(),
  searchable: searchable(text).trim(),
});

/** Whether a text holds one of some words. A word of two scripts is searched in one, and as it stands. */
export function holdsWord(text: string, words: readonly SearchedWord[]): boolean {
  if (words.length === 0) return false;
  const forms = { exact: text.toLowerCase(), searchable: searchable(text) };
  return words.some((word) => forms.exact.includes(word.exact) || forms.searchable.includes(word.searchable));
}
