import { COMMANDING_ROLES } from '../../model/command-words.js';
import { type Cover, coverOrder, type ImpreciseDate, type ImpreciseRange } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { POST_ROLE, Word } from '../../model/vocabulary.js';
import type { CaseFile } from '../case-file/case-file.rules.js';
import { type PostingOn, postingsOfPersonOn } from '../case-file/cover.rules.js';
import { CHAIN_COVERS } from './walk.rules.js';

/** Who held which post on a day. */

export interface PostingLike {
  readonly id: string;
  readonly personId: string;
  readonly role: Word<typeof POST_ROLE>;
  readonly cover: Cover | null;
  readonly status: string;
}

export interface PostOnDay<P extends PostingLike> {
  readonly personId: string;
  readonly role: Word<typeof POST_ROLE>;
  /** The firmest cover among its postings. */
  readonly cover: Cover;
  readonly postings: readonly P[];
}

const ROLE_ORDER: readonly Word<typeof POST_ROLE>[] = [
  'COMMANDER',
  'HEAD',
  'ACTING',
  'DEPUTY',
  'CHIEF_OF_STAFF',
  'STAFF',
  'SPOKESPERSON',
  'MEMBER',
  'UNKNOWN',
];

/** Postings on a day as posts: one for each person and role, commanders first. */
export function postsOnDay<P extends PostingLike>(postings: readonly P[]): PostOnDay<P>[] {
  const groups = groupBy(postings, (posting) => `${posting.personId} ${posting.role}`);
  const posts = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const covers = group.map((posting) => posting.cover ?? 'NONE').sort((a, b) => coverOrder(a) - coverOrder(b));
    return [{ personId: first.personId, role: first.role, cover: covers[0] ?? 'NONE', postings: group }];
  });
  const rank = (post: PostOnDay<P>) => ROLE_ORDER.indexOf(post.role) * 10 + coverOrder(post.cover);
  return posts.sort((a, b) => rank(a) - rank(b) || (a.personId < b.personId ? -1 : 1));
}

/**
 * The posts of commanders and heads, where sources cite more than one person in that place for the same day. Whoever only
 * took over from another on that very day, or handed over, does not compete with them.
 */
export function competingHolders<P extends PostingLike>(
  posts: readonly PostOnDay<P>[],
  day: string,
  rangeOf: (posting: P) => ImpreciseRange | null,
): PostOnDay<P>[] {
  const commanding = posts.filter((post) => COMMANDING_ROLES.includes(post.role));
  const ranges = groupBy(
    commanding.flatMap(({ postings }) => postings),
    ({ personId }) => personId,
  );
  const rangesOf = (personId: string) => (ranges.get(personId) ?? []).flatMap((posting) => rangeOf(posting) ?? []);
  const compete = (one: string, other: string) => one !== other && !isHandover(day, rangesOf(one), rangesOf(other));
  return commanding.filter(({ personId }) => [...ranges.keys()].some((other) => compete(personId, other)));
}

/**
 * Whether of two people, by all claims on a post that hold on a day, one handed it over to the other on that day: a stated
 * end meets a stated start, so no source is wrong.
 */
export const isHandover = (day: string, one: readonly ImpreciseRange[], other: readonly ImpreciseRange[]) =>
  (endsOn(day, one) && beginsOn(day, other)) || (endsOn(day, other) && beginsOn(day, one));

const isThatDay = ({ min, max }: ImpreciseDate, day: string) => min === day && max === day;

const endsOn = (day: string, ranges: readonly ImpreciseRange[]) =>
  ranges.some(({ last, lastHardness }) => lastHardness === 'END' && isThatDay(last, day)) &&
  ranges.every(({ last }) => last.min <= day);

const beginsOn = (day: string, ranges: readonly ImpreciseRange[]) =>
  ranges.some(({ first, firstHardness }) => firstHardness === 'START' && isThatDay(first, day)) &&
  ranges.every(({ first }) => first.max >= day);

export const isOnDay = ({ cover }: { readonly cover: Cover }) => CHAIN_COVERS.includes(cover);

/** The posts of command that a person held on a day. */
export function commandsOn(file: CaseFile, personId: string, day: string): PostingOn[] {
  return postingsOfPersonOn(file, personId, day).filter(
    (posting) => COMMANDING_ROLES.includes(posting.role) && isOnDay(posting),
  );
}
