import type { EndHardness, StartHardness } from '../../model/date-range.js';
import { inWords } from '../../model/words.js';

/** What the service reads of an entity, and the types it knows. */

/** The types of entities, by the id that clients send. */
export const TYPES = {
  Person: { name: 'Person', description: 'A person whom sources name in a post, a finding or an attribution.' },
  Unit: { name: 'Unit', description: 'A unit or organization that commands or is commanded.' },
  Body: {
    name: 'Body',
    description: 'A court, commission, authority, organization or newspaper that says or decides.',
  },
  Location: { name: 'Location', description: 'A country, region, town, site or area.' },
  Incident: { name: 'Incident', description: 'Something that happened, under its title. Ask for it by this type.' },
} as const;

export type TypeId = keyof typeof TYPES;
export const TYPE_IDS = Object.keys(TYPES) as TypeId[];

/** The types that are asked for; without any, whatever has names: the titles of incidents hold the names of others. */
export const typesOf = (type: string | readonly string[] | undefined): TypeId[] =>
  TYPE_IDS.filter((id) => (type === undefined ? id !== 'Incident' : [type].flat().includes(id)));

export const typeOf = (id: TypeId) => ({ id, name: TYPES[id].name });

/** When something held or happened, as a source gives it. */
interface Span {
  readonly first: string | null;
  readonly firstHardness: StartHardness | null;
  readonly last: string | null;
  readonly lastHardness: EndHardness | null;
}

/** An entity or incident that the reader may know of, with the names and identifiers that count. */
export interface ReconciliationRow extends Span {
  readonly id: string;
  readonly name: string;
  readonly types: readonly TypeId[];
  /** The kind of a place. */
  readonly kind: string | null;
  readonly bodyKind: string | null;
  /** What facts say of the kinds of a unit, and of the countries of a unit or place; the kinds of an incident. */
  readonly kinds: readonly string[];
  readonly countries: readonly string[];
  readonly placeholder: boolean | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly within: { readonly id: string; readonly name: string } | null;
  /** Of an incident: its title, or those that sources give it. */
  readonly names: readonly string[];
  /** Where an incident happened. */
  readonly place: { readonly id: string; readonly name: string } | null;
  /** The titles of the reports that an incident cites. */
  readonly sources: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** What a claim says of an entity and another one: a post, a link of command, a site, a part. */
export interface RelatedRow extends Span {
  readonly id: string;
  readonly name: string;
  /** Every name of the other entity that counts. */
  readonly names: readonly string[];
  /** What the claim says of it: the role of a post, the kind of a link. */
  readonly kind: string;
  readonly title: string | null;
  /** The titles of the reports that the claim cites. */
  readonly sources: readonly string[];
}

/** The claims that lead from an entity to others, by the name that the service reads them under. */
export const RELATIONS = ['posts', 'holders', 'superiors', 'subordinates', 'sites', 'wholes'] as const;
export type Relation = (typeof RELATIONS)[number];

/** An entity with those relations that were read. */
export interface ReconciliationEntity extends ReconciliationRow {
  readonly related: Readonly<Partial<Record<Relation, readonly RelatedRow[]>>>;
}

/** `ARMED_FORCES` as "Armed forces". */
export const asLabel = (word: string) => (word === 'NGO' ? word : word.charAt(0) + inWords(word.slice(1)));

const FROM: Readonly<Record<StartHardness, string>> = { START: 'from', FIRST_CITED: 'first cited' };
const TO: Readonly<Record<EndHardness, string>> = {
  END: 'to',
  LAST_CITED: 'last cited',
  ASSUMED_TO_CONTINUE: 'assumed to go on after',
};

/** A span in words that keep apart what a source says from what it leaves open; empty where there are no dates. */
export function spanOf({ first, firstHardness, last, lastHardness }: Span): string {
  if (first === null || firstHardness === null || last === null || lastHardness === null) return '';
  return `${FROM[firstHardness]} ${first}, ${TO[lastHardness]} ${last}`;
}

/** A post in words: title or role, where, and when. */
export const postInWords = (post: RelatedRow) =>
  [post.title ?? asLabel(post.kind), post.name, spanOf(post)].filter((part) => part !== '').join(' · ');

/** What tells an entity from its namesakes, in one line. */
export function describe(entity: ReconciliationEntity): string {
  const { types, kind, kinds, bodyKind, countries, placeholder, within, place, related } = entity;
  if (placeholder) return 'Stand-in for a unit that sources leave unnamed';
  const post = related.posts?.at(-1);
  const parts = [
    ...kinds.map(asLabel),
    kind && asLabel(kind),
    bodyKind && asLabel(bodyKind),
    ...countries,
    within?.name,
    place?.name,
    spanOf(entity),
    types.includes('Person') && post ? postInWords(post) : null,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}
