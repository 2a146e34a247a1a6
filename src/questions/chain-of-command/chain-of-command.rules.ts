import type { Cover } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { COMMAND_LINK_KIND, POST_ROLE, Word } from '../../model/vocabulary.js';

/** How a chain of command is put together from links: pure functions, rows in, levels out. */

export type Direction = 'UP' | 'DOWN';

/** The kinds of link that carry command; the others are shown beside the chain unless they are asked for. */
export const COMMAND_KINDS: readonly Word<typeof COMMAND_LINK_KIND>[] = ['COMMAND', 'OPERATIONAL'];

/** The covers by which a link or post counts, unless others are asked for. */
export const CHAIN_COVERS: readonly Cover[] = ['CITED', 'IMPRECISE', 'ASSUMED'];

/** Longest walk, in links: no army has more levels. */
export const MAX_DEPTH = 20;

/** The roles that command or head, in the order of an answer. */
export const COMMANDING_ROLES: readonly Word<typeof POST_ROLE>[] = ['COMMANDER', 'HEAD', 'ACTING'];

export interface Link {
  readonly id: string;
  readonly subordinateId: string;
  readonly superiorId: string;
  readonly kind: Word<typeof COMMAND_LINK_KIND>;
  readonly cover: Cover | null;
}

export interface Walk<L extends Link> {
  /** Units by their distance from the start, which is level 0. */
  readonly levels: readonly (readonly Step<L>[])[];
  /** Links that would have closed a circle; they are left out. */
  readonly circular: readonly L[];
}

export interface Step<L extends Link> {
  readonly unitId: string;
  /** The links by which units of this answer stand under it (upward) or over it (downward). */
  readonly links: readonly L[];
  /** Links on the day that are not part of the chain: of another kind, or of a cover not asked for. */
  readonly beside: readonly L[];
}

export interface WalkOptions {
  readonly direction: Direction;
  readonly kinds: readonly string[];
  readonly cover: readonly Cover[];
  readonly depth: number;
}

/** Walks from `start` along the links that the options let through. The answer has no circle, and each unit once. */
export function walk<L extends Link>(start: string, links: readonly L[], options: WalkOptions): Walk<L> {
  const near = (link: L) => (options.direction === 'UP' ? link.subordinateId : link.superiorId);
  const far = (link: L) => (options.direction === 'UP' ? link.superiorId : link.subordinateId);
  const inChain = (link: L) =>
    options.kinds.includes(link.kind) && link.cover !== null && options.cover.includes(link.cover);
  const leaving = groupBy(links.filter(inChain), near);
  const beside = groupBy(
    links.filter((link) => !inChain(link)),
    near,
  );
  const circular = circularLinks(start, leaving, far);
  const kept = (unit: string) => (leaving.get(unit) ?? []).filter((link) => !circular.has(link));

  const levels: string[][] = [[start]];
  const level = new Map([[start, 0]]);
  for (let here = levels[0]; here && here.length > 0 && levels.length <= options.depth; here = levels.at(-1)) {
    const next = [...new Set(here.flatMap((unit) => kept(unit).map(far)))].filter((unit) => !level.has(unit)).sort();
    for (const unit of next) level.set(unit, levels.length);
    if (next.length === 0) break;
    levels.push(next);
  }
  const arriving = groupBy(
    [...level.keys()].flatMap((unit) => kept(unit).filter((link) => level.has(far(link)))),
    far,
  );
  const step = (unitId: string): Step<L> => ({
    unitId,
    links: arriving.get(unitId) ?? [],
    beside: beside.get(unitId) ?? [],
  });
  return { levels: levels.map((units) => units.map(step)), circular: [...circular] };
}

/** The nearest levels that together hold at most so many units; the start is always among them. */
export function nearest<S>(levels: readonly (readonly S[])[], most: number): readonly (readonly S[])[] {
  let units = 0;
  const beyond = levels.findIndex((level) => {
    units += level.length;
    return units > most;
  });
  return beyond === -1 ? levels : levels.slice(0, Math.max(beyond, 1));
}

/** The links that lead back to a unit on the way that led to them, found depth first. */
function circularLinks<L extends Link>(
  start: string,
  leaving: ReadonlyMap<string, readonly L[]>,
  far: (link: L) => string,
): Set<L> {
  const circular = new Set<L>();
  const done = new Set<string>();
  const onTheWay = new Set<string>();
  const visit = (unit: string): void => {
    onTheWay.add(unit);
    for (const link of leaving.get(unit) ?? []) {
      if (onTheWay.has(far(link))) circular.add(link);
      else if (!done.has(far(link))) visit(far(link));
    }
    onTheWay.delete(unit);
    done.add(unit);
  };
  visit(start);
  return circular;
}

export const CHAIN_GAPS = {
  NO_COMMANDER_CITED: 'No source cites a commander or head of this unit for the day.',
  NO_SUPERIOR_CITED:
    'No source cites a link of command above this unit for the day: the chain ends here, in the sources.',
  ONLY_NON_COMMAND_LINKS: 'Sources link it to other units on the day, but by no link that carries command.',
  LINK_NOT_SHOWN_OR_EXCLUDED:
    'A link of command exists whose dates neither show nor exclude the day; ask with the cover OPEN to see it.',
  SUPERIOR_UNNAMED: 'The superior is a stand-in: sources leave it unnamed.',
} as const;

export type ChainGap = keyof typeof CHAIN_GAPS;

export interface UnitState {
  readonly isTop: boolean;
  readonly placeholder: boolean;
  readonly besideKinds: readonly { readonly kind: string; readonly cover: Cover | null }[];
  readonly commanderCited: boolean;
}

/** What is missing at one unit of a chain, each gap once; downward only who commands is asked. */
export function gapsOf(unit: UnitState, direction: Direction, kinds: readonly string[]): ChainGap[] {
  const gaps: ChainGap[] = [];
  if (unit.placeholder) gaps.push('SUPERIOR_UNNAMED');
  else if (!unit.commanderCited) gaps.push('NO_COMMANDER_CITED');
  if (direction === 'DOWN') return gaps;
  if (unit.isTop) gaps.push('NO_SUPERIOR_CITED');
  if (unit.isTop && unit.besideKinds.some(({ kind, cover }) => !kinds.includes(kind) && cover !== 'OPEN'))
    gaps.push('ONLY_NON_COMMAND_LINKS');
  if (unit.besideKinds.some(({ kind, cover }) => kinds.includes(kind) && cover === 'OPEN'))
    gaps.push('LINK_NOT_SHOWN_OR_EXCLUDED');
  return gaps;
}

export interface PostingLike {
  readonly id: string;
  readonly personId: string;
  readonly role: Word<typeof POST_ROLE>;
  readonly cover: Cover | null;
  readonly status: string;
}

export interface Held<P extends PostingLike> {
  readonly personId: string;
  readonly role: Word<typeof POST_ROLE>;
  /** The firmest cover among its postings. */
  readonly cover: Cover;
  readonly postings: readonly P[];
}

const COVER_ORDER: readonly Cover[] = ['CITED', 'IMPRECISE', 'ASSUMED', 'OPEN', 'NONE'];
const ROLE_ORDER: readonly Word<typeof POST_ROLE>[] = [
  'COMMANDER',
  'HEAD',
  'ACTING',
  'DEPUTY',
  'CHIEF_OF_STAFF',
  'STAFF',
  'SPOKESPERSON',
  'MEMBER',
];

/** Postings on a day as posts held: one for each person and role, commanders first. */
export function postsHeld<P extends PostingLike>(postings: readonly P[]): Held<P>[] {
  const groups = groupBy(postings, (posting) => `${posting.personId} ${posting.role}`);
  const held = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const covers = group
      .map((posting) => posting.cover ?? 'NONE')
      .sort((a, b) => COVER_ORDER.indexOf(a) - COVER_ORDER.indexOf(b));
    return [{ personId: first.personId, role: first.role, cover: covers[0] ?? 'NONE', postings: group }];
  });
  const rank = (post: Held<P>) => ROLE_ORDER.indexOf(post.role) * 10 + COVER_ORDER.indexOf(post.cover);
  return held.sort((a, b) => rank(a) - rank(b) || (a.personId < b.personId ? -1 : 1));
}

/** The posts of commanders and heads, where sources cite more than one person in that place for the same day. */
export function rivals<P extends PostingLike>(held: readonly Held<P>[]): Held<P>[] {
  const commanding = held.filter((post) => COMMANDING_ROLES.includes(post.role));
  return new Set(commanding.map((post) => post.personId)).size > 1 ? commanding : [];
}
