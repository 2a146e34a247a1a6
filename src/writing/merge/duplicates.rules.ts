import {
  likeness,
  type NameWords,
  SAME,
  SAME_IN_OTHER_LETTERS,
  SAME_IN_OTHER_ORDER,
  wordsOfName,
} from '../../model/names/likeness.js';
import { textOrder } from '../../model/order.js';

/** Who may be the same: by identifiers that both have, and by our own comparison of the names that the reader may see. */

/** Why a record is proposed, from the strongest reason to the weakest. */
export const DUPLICATE_REASON = {
  SAME_IDENTIFIER: 'Both have an identifier.',
  SAME_NAME: 'Both have a name, but for case, accents and punctuation.',
  SAME_NAME_IN_OTHER_LETTERS: 'The same name in another script or romanisation.',
  SAME_NAME_IN_OTHER_ORDER: 'The same words of a name in another order.',
  SAME_INITIALS: 'Names of people that agree, where one or both have initials: several people may have them.',
  SIMILAR_NAME: 'Most of a name is the same, with slips of letters or without some of its words.',
};
export type DuplicateReason = keyof typeof DUPLICATE_REASON;

/** Another person or unit, with those of its visible names that are anything like one of the first. */
export interface OtherRecord {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly identifiers: readonly string[];
}

/** Two names that are alike. */
interface NamePair {
  readonly name: string;
  readonly otherName: string;
  /** What the comparison of names gives. */
  readonly alike: number;
  /** The same, as far as two people may be told to be one by it. */
  readonly score: number;
}

export interface ScoredDuplicate extends OtherRecord {
  readonly score: number;
  readonly reason: DuplicateReason;
  /** The two names that are most alike; null where none are. */
  readonly name: string | null;
  readonly otherName: string | null;
}

/** From here on two names are more often one name than two. */
const LEAST = 60;
/** The least score of a record that has an identifier of the first, whatever it is called. */
const IDENTIFIED = 90;
/** The most that people have in common of whom a name has initials: a father and his son may share them. */
const BY_INITIALS = 80;
const MOST_CANDIDATES = 100;

/** Those of the others that may be the same as the one with these names: first by identifiers, then by score. */
export function rankDuplicates(names: readonly string[], others: readonly OtherRecord[]): ScoredDuplicate[] {
  const own = names.map((name) => ({ name, words: wordsOfName(name) }));
  return others
    .map((other) => scored(own, other))
    .filter(({ score }) => score >= LEAST)
    .sort(
      (a, b) =>
        b.identifiers.length - a.identifiers.length ||
        b.score - a.score ||
        b.names.length - a.names.length ||
        textOrder(a.id, b.id),
    )
    .slice(0, MOST_CANDIDATES);
}

function scored(own: readonly { name: string; words: NameWords }[], other: OtherRecord): ScoredDuplicate {
  const pairs = other.names.flatMap((otherName): NamePair[] => {
    const words = wordsOfName(otherName);
    return own.map((one) => {
      const alike = likeness(one.words, words);
      const isUnsure = other.label === 'Person' && (hasInitials(one.words) || hasInitials(words));
      return { name: one.name, otherName, alike, score: isUnsure ? Math.min(alike, BY_INITIALS) : alike };
    });
  });
  const [best] = pairs
    .filter(({ score }) => score >= LEAST)
    .sort(
      (a, b) =>
        b.score - a.score || b.alike - a.alike || textOrder(a.otherName, b.otherName) || textOrder(a.name, b.name),
    );
  const isIdentified = other.identifiers.length > 0;
  return {
    ...other,
    names: [...new Set(pairs.filter(({ alike }) => alike === SAME).map(({ otherName }) => otherName))],
    score: Math.max(best?.score ?? 0, isIdentified ? IDENTIFIED : 0),
    reason: isIdentified ? 'SAME_IDENTIFIER' : reasonOf(best),
    name: best?.name ?? null,
    otherName: best?.otherName ?? null,
  };
}

function reasonOf(pair: NamePair | undefined): DuplicateReason {
  if (pair === undefined) return 'SIMILAR_NAME';
  if (pair.score < pair.alike) return 'SAME_INITIALS';
  switch (pair.score) {
    case SAME:
      return 'SAME_NAME';
    case SAME_IN_OTHER_LETTERS:
      return 'SAME_NAME_IN_OTHER_LETTERS';
    case SAME_IN_OTHER_ORDER:
      return 'SAME_NAME_IN_OTHER_ORDER';
    default:
      return 'SIMILAR_NAME';
  }
}

const hasInitials = (words: NameWords) => words.some(({ text }) => text.length === 1);
