import { groupBy } from '../../model/group.js';

/** What will stand side by side on one person or unit after a merge and asks for an editor's eye; it does not hinder the merge. */

/** A live claim, with the links that it has or will have. */
export interface StandingClaim {
  readonly id: string;
  readonly kind: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly type: string; readonly to: string }[];
}

export const CONFLICT_KINDS = {
  OVERLAPPING_POSTS: 'Posts that certainly overlap: one person in two places, or two people in one post.',
  TWO_PREFERRED_NAMES: 'Two preferred names; the name of the merged record becomes an alias.',
  IDENTIFIERS: 'Two values of one scheme of identifiers.',
  FACTS: 'Two values of one property, such as a date of birth.',
} as const;

export interface Conflict {
  readonly kind: keyof typeof CONFLICT_KINDS;
  readonly message: string;
  /** The claim that moves, and the one that is there. */
  readonly claimIds: readonly [string, string];
}

/** Roles that one person holds at a time. */
const SOLE_ROLES = ['COMMANDER', 'HEAD', 'CHIEF_OF_STAFF'];

const text = ({ properties }: StandingClaim, name: string) => String(properties[name] ?? '');
const end = ({ links }: StandingClaim, type: string) => links.find((link) => link.type === type)?.to;

interface Rule {
  readonly kind: Conflict['kind'];
  readonly between: (moving: StandingClaim, there: StandingClaim) => boolean;
  readonly describe: (claim: StandingClaim) => string;
}

/** By the kind of claim: when two of them are in each other's way. */
const RULES: Readonly<Record<string, Rule>> = {
  Posting: {
    kind: 'OVERLAPPING_POSTS',
    between: (one, other) => areCompeting(one, other) && overlap(one, other),
    describe: (claim) =>
      `${end(claim, 'OF')}, ${text(claim, 'role')} at ${end(claim, 'AT')} from ${text(claim, 'first')} to ${text(claim, 'last')}`,
  },
  Name: {
    kind: 'TWO_PREFERRED_NAMES',
    between: (one, other) =>
      [one, other].every((name) => text(name, 'kind') === 'PREFERRED') &&
      text(one, 'script') === text(other, 'script') &&
      text(one, 'sortKey') !== text(other, 'sortKey'),
    describe: (claim) => text(claim, 'value'),
  },
  Identifier: {
    kind: 'IDENTIFIERS',
    between: (one, other) => differ('scheme', one, other),
    describe: (claim) => `${text(claim, 'scheme')} ${text(claim, 'value')}`,
  },
  Fact: {
    kind: 'FACTS',
    between: (one, other) => differ('property', one, other),
    describe: (claim) => `${text(claim, 'property')} ${text(claim, 'value')}`,
  },
};

/** One person at two places, or two people in a post that one holds. */
function areCompeting(one: StandingClaim, other: StandingClaim): boolean {
  if (end(one, 'OF') === end(other, 'OF')) return end(one, 'AT') !== end(other, 'AT');
  return (
    end(one, 'AT') === end(other, 'AT') &&
    text(one, 'role') === text(other, 'role') &&
    SOLE_ROLES.includes(text(one, 'role'))
  );
}

/** True where two spans share a day on every reading of their dates. */
function overlap(one: StandingClaim, other: StandingClaim): boolean {
  const first = [text(one, 'firstMax'), text(other, 'firstMax')].sort()[1] ?? '';
  const last = [text(one, 'lastMin'), text(other, 'lastMin')].sort()[0] ?? '';
  return first <= last;
}

const differ = (about: string, one: StandingClaim, other: StandingClaim) =>
  text(one, about) === text(other, about) && text(one, 'value') !== text(other, 'value');

/** The claims that move, with their new links, held against those of the one that stays. */
export function conflictsOf(moving: readonly StandingClaim[], staying: readonly StandingClaim[]): Conflict[] {
  const stays = groupBy(staying, ({ kind }) => kind);
  return moving.flatMap((claim) => {
    const rule = RULES[claim.kind];
    const conflictingClaims = rule ? (stays.get(claim.kind) ?? []).filter((other) => rule.between(claim, other)) : [];
    return conflictingClaims.map((other): Conflict => {
      const { kind, describe } = rule as Rule;
      return { kind, message: `${describe(claim)}; ${describe(other)}.`, claimIds: [claim.id, other.id] };
    });
  });
}
