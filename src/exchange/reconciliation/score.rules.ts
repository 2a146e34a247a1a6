import { fold } from '../../model/names/letters.js';
import {
  isOneName,
  likeness,
  type NameWords,
  SAME,
  SAME_IN_OTHER_LETTERS,
  wordsOfName,
} from '../../model/names/likeness.js';
import type { Property, PropertyValue } from './property.rules.js';
import { describe, type ReconciliationEntity, typeOf } from './reconciliation.rules.js';

/** How well entities fit a query, and which of them is the one. What the numbers mean stands in docs/reconciliation.md. */

/** A value that a client wants to agree: a text, or an entity that it already matched. */
export interface WantedValue {
  readonly id: string | null;
  readonly text: string;
}

export interface Constraint {
  readonly property: Property;
  readonly values: readonly WantedValue[];
}

/** One query of a batch, as it is answered. */
export interface MatchQuery {
  /** What names are compared with; null where the query has none. */
  readonly text: string | null;
  /** Whether an entity is of the type asked for. */
  readonly fits: (entity: ReconciliationEntity) => boolean;
  readonly constraints: readonly Constraint[];
  readonly limit: number;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

/** Below this, what two names have in common is more likely chance. */
const LEAST = 20;
/** How much of the score of a name is left where everything else that was asked is different. */
const NAME_ALONE = 0.7;
/** The least score of an entity that bears an identifier asked for, whatever it is called. */
const IDENTIFIED = 90;
const AGREES = 1;
const NOT_KNOWN = 0.5;
const DIFFERS = 0;

/** What an entity and a query have in common. */
interface Compared {
  readonly entity: ReconciliationEntity;
  readonly name: number;
  readonly matched: string | null;
  /** From 0 to 1; null where nothing was asked that the entity could have. */
  readonly properties: number | null;
  readonly allAgree: boolean;
  readonly score: number;
}

/** Names and values prepared for comparison once for a whole batch. */
export class Spellings {
  private readonly wordsByName = new Map<string, NameWords>();
  private readonly foldedTexts = new Map<string, string>();

  of(name: string): NameWords {
    const words = this.wordsByName.get(name) ?? wordsOfName(name);
    this.wordsByName.set(name, words);
    return words;
  }

  folded(text: string): string {
    const foldedText = this.foldedTexts.get(text) ?? fold(text).trim();
    this.foldedTexts.set(text, foldedText);
    return foldedText;
  }
}

/** The candidates of a query among these entities, best first. */
export function rankCandidates(
  query: MatchQuery,
  entities: readonly ReconciliationEntity[],
  spellings: Spellings,
): Candidate[] {
  const compared = entities
    .filter(query.fits)
    .map((entity) => compare(query, entity, spellings))
    .filter(({ score }) => score >= LEAST)
    .sort(
      (a, b) =>
        b.score - a.score || compareTexts(a.entity.name, b.entity.name) || compareTexts(a.entity.id, b.entity.id),
    );
  const one = theOne(compared);
  return compared.slice(0, query.limit).map((each) => candidate(each, each === one, query));
}

function compare(query: MatchQuery, entity: ReconciliationEntity, spellings: Spellings): Compared {
  const { score: name, matched } = nameOf(query.text, entity, spellings);
  const constraints = query.constraints.filter(({ property }) =>
    property.types.some((type) => entity.types.includes(type)),
  );
  const agreements = constraints.map((constraint) => ({
    constraint,
    agrees: agreement(constraint, entity, spellings),
  }));
  const properties =
    agreements.length === 0 ? null : agreements.reduce((sum, { agrees }) => sum + agrees, 0) / agreements.length;
  const allAgree = agreements.every(({ agrees }) => agrees === AGREES);
  const identified = agreements.some(
    ({ constraint, agrees }) => constraint.property.id === 'identifiers' && agrees === AGREES,
  );
  const byName = name * (NAME_ALONE + (1 - NAME_ALONE) * (properties ?? 1));
  const byProperties = agreements.some(({ agrees }) => agrees === AGREES) ? 100 * (properties ?? 0) : 0;
  const score = Math.round(Math.max(query.text === null ? byProperties : byName, identified ? IDENTIFIED : 0));
  return { entity, name, matched, properties, allAgree, score };
}

/** The best of the names that count; the id of an entity is as good as its name. */
function nameOf(text: string | null, entity: ReconciliationEntity, spellings: Spellings) {
  if (text === null) return { score: 0, matched: null };
  if (text === entity.id) return { score: SAME, matched: entity.name };
  const typed = spellings.of(text);
  let best: { score: number; matched: string | null } = { score: 0, matched: null };
  for (const name of entity.names) {
    const score = likeness(typed, spellings.of(name));
    if (score > best.score) best = { score, matched: name };
  }
  return best;
}

/** Whether one of the wanted values is among those of the entity; in between where sources give it none. */
export function agreement(
  { property, values }: Constraint,
  entity: ReconciliationEntity,
  spellings: Spellings,
): number {
  const entityValues = property.values(entity).filter((value) => value !== null);
  if (entityValues.length === 0) return NOT_KNOWN;
  return entityValues.some((one) => values.some((value) => agree(property, one, value, spellings))) ? AGREES : DIFFERS;
}

function agree(property: Property, value: PropertyValue, { id, text }: WantedValue, spellings: Spellings): boolean {
  if (id !== null) return value.id === undefined ? id === value.text : id === value.id;
  if (text === value.id) return true;
  const words = [value.text, ...(value.also ?? [])];
  if (property.exact) return words.some((word) => spellings.folded(word) === spellings.folded(text));
  return words.some((word) => isOneName(spellings.of(text), spellings.of(word)));
}

/**
 * The only entity that the query can mean: the only one with exactly that name, with no other of the same name in other
 * letters, and with everything that was requested. A stand-in is never it.
 */
function theOne(compared: readonly Compared[]): Compared | undefined {
  const [one, ...others] = compared.filter(({ name }) => name >= SAME_IN_OTHER_LETTERS);
  if (one === undefined || others.length > 0) return undefined;
  return one.name === SAME && one.allAgree && !one.entity.placeholder ? one : undefined;
}

function candidate(
  { entity, name, matched, properties, score }: Compared,
  match: boolean,
  { text }: MatchQuery,
): Candidate {
  const named = matched !== null && matched !== entity.name ? `named ${matched}` : '';
  return {
    id: entity.id,
    name: entity.name,
    description: [named, describe(entity)].filter((part) => part !== '').join(' · '),
    type: entity.types.map(typeOf),
    score,
    match,
    features: [
      ...(text === null
        ? []
        : [
            { id: 'name', value: name },
            { id: 'exact_name', value: name === SAME },
          ]),
      ...(properties === null ? [] : [{ id: 'properties', value: Math.round(100 * properties) }]),
    ],
  };
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
