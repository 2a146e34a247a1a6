import { textOrder } from '../order.js';
import { FINDING } from './fields/finding.js';
import { INCIDENT } from './fields/incident.js';
import { propertiesOf, propertyNames } from './fields/stored.js';

/**
 * A record's own words: what editors wrote from all its reports together, and no report need have said alone. Of a claim
 * that is its note; an incident or finding has its title, summary, dates and more, a finding also the rules of law that it
 * applies and its places. Under a lens that leaves out one of its reports they are not shown, for they may be from that
 * one, unless a report that counts gives them all.
 */

/** What a report says of a record, as far as it decides. */
interface WordSource {
  readonly secondary?: boolean | null;
  readonly suffices?: boolean | null;
}

const isDirect = ({ secondary }: WordSource) => !secondary;

/** How many citations say so themselves. */
export const directCount = (citations: readonly WordSource[]): number => citations.filter(isDirect).length;

/**
 * Whether the own words of a record count: one report that gives them all counts, or all do. `citations` are those that
 * count, out of `sourceCount` that are direct. `visible.cypher.ts` has the same in Cypher; a test compares the two.
 */
export const ownWordsCount = (citations: readonly WordSource[], sourceCount: number): boolean =>
  citations.some((citation) => citation.suffices && isDirect(citation)) || directCount(citations) === sourceCount;

/** A fact about an incident that stands in for a word of its own. */
export interface Account {
  readonly property: string;
  readonly value: string;
  readonly code?: string | null;
}

/** The properties of facts about an incident that stand in for its own words where these do not count. */
export const ACCOUNT = {
  TITLE: 'A short title.',
  SUMMARY: 'What happened.',
  VIOLATION_TYPE: 'A kind, with its word of the vocabulary as the code.',
  MEANS: 'The means used.',
  FIRST: 'The first date, written as an incident writes it.',
  LAST: 'The last date, written as an incident writes it.',
} as const;

/** What stands in for the title of an incident or finding. */
export const UNTITLED = {
  Incident: 'Incident described only by reports outside this lens',
  Finding: 'Finding described only by reports outside this lens',
} as const;

type Values = Readonly<Record<string, unknown>>;

const OF_CLAIM: Values = { note: null, doubtsAsStated: null };
const OF_FINDING = [
  'title',
  'summary',
  'standardAsStated',
  'decidedOn',
  'publishedOn',
  'conductFrom',
  'conductTo',
] as const;
const CANNOT_BE_JUDGED = 6;

/** The end of an incident's range that a fact with this property gives; undefined where it gives none. */
export function accountedEnd(property: string, value: string) {
  if (property !== 'FIRST' && property !== 'LAST') return undefined;
  return (property === 'FIRST' ? INCIDENT.first : INCIDENT.last).shape.safeParse(value).data;
}

function wordsOfIncident(accounts: readonly Account[]): Values {
  const of = (property: keyof typeof ACCOUNT) => accounts.filter((account) => account.property === property);
  const ends = (property: 'FIRST' | 'LAST') => of(property).flatMap(({ value }) => accountedEnd(property, value) ?? []);
  // Reports tell the days together: the earliest first day and the latest last one of those that count.
  const [first] = ends('FIRST').sort((a, b) => textOrder(a.date.min, b.date.min));
  const [last] = ends('LAST').sort((a, b) => textOrder(b.date.max, a.date.max));
  return {
    title: of('TITLE')[0]?.value ?? UNTITLED.Incident,
    summary: of('SUMMARY')[0]?.value ?? null,
    kinds: [...new Set(of('VIOLATION_TYPE').flatMap(({ code }) => code ?? []))],
    means: [...new Set(of('MEANS').map(({ value }) => value))],
    ...propertiesOf({ first: INCIDENT.first, last: INCIDENT.last }, first && last ? { first, last } : {}),
  };
}

const WORDS_OF_FINDING: Values = {
  ...Object.fromEntries(
    OF_FINDING.flatMap((name) => [name, ...propertyNames(name, FINDING[name])]).map((name) => [name, null]),
  ),
  title: UNTITLED.Finding,
  classifications: [],
  turnedOn: [],
  placesIds: [],
};

/** The links that are own words: the rules of law that a finding applies, and its places. */
const OWN_LINKS: Readonly<Record<string, readonly string[]>> = { Finding: ['CLASSIFIES', 'AT'] };

/** The links of a record that make it the one that it is, without those that are own words. */
export const linksBesideOwn = <L extends { readonly type: string }>(label: string, links: readonly L[]): readonly L[] =>
  links.filter(({ type }) => !OWN_LINKS[label]?.includes(type));

/** What stands in for the own words of a record of that label, by the names of fields and properties. */
export function standIns(label: string, accounts: readonly Account[] = []): Values {
  if (label === 'Incident') return { ...OF_CLAIM, credibility: CANNOT_BE_JUDGED, ...wordsOfIncident(accounts) };
  if (label === 'Finding') return { ...OF_CLAIM, credibility: CANNOT_BE_JUDGED, ...WORDS_OF_FINDING };
  return OF_CLAIM;
}

/** A record with what stands in for its own words, as far as it has such fields. */
export function withStandIns<T extends object>(record: T, words: Values): T {
  const replaced = Object.entries(words).filter(([name]) => name in record);
  return { ...record, ...Object.fromEntries(replaced) };
}

/** A citation whose report the reader may see, with what the lens makes of it. */
interface HeldCitation extends WordSource {
  /** Whether the lens lets the report count. */
  readonly counts: boolean;
  /** The last day on which the report may have come out. */
  readonly publishedMax: string;
  readonly title?: string;
}

/** What a statement of the graph returns of a record, with what decides over its own words. */
interface Row {
  readonly label?: unknown;
  readonly citations: readonly HeldCitation[];
  readonly accounts?: unknown;
}

/** The last day on which a report may have come out that says so itself; null where there is none. */
const latestOf = (citations: readonly HeldCitation[]): string | null =>
  citations
    .filter(isDirect)
    .map(({ publishedMax }) => publishedMax)
    .sort()
    .at(-1) ?? null;

const ENDS = ['first', 'last'] as const;
const RANGE_PROPERTIES = ENDS.flatMap((name) => propertyNames(name, INCIDENT[name]));

/**
 * A row with citations as a reader may see it: with the citations that count and the last day that they know of, `knownThrough`; with its
 * own words where these count, else with what stands in for them.
 */
export function shownUnder<T extends object>(row: T): T {
  const { accounts, citations: all, ...rest } = row as T & Row;
  const counted = all.filter(({ counts }) => counts);
  const citations = counted.map(
    ({ counts: _counts, publishedMax: _publishedMax, title: _title, ...passage }) => passage,
  );
  const whole = { ...rest, citations, knownThrough: latestOf(counted) } as unknown as T & Row;
  if (ownWordsCount(counted, directCount(all))) return whole;
  const label = String(whole.label);
  const words = standIns(label, accounts as Account[] | undefined);
  const narrowed = withStandIns(whole, words);
  if (label !== 'Incident') return narrowed;
  const range = Object.fromEntries(RANGE_PROPERTIES.map((name) => [name, words[name]]));
  return { ...narrowed, range: words.first === null ? null : range };
}
