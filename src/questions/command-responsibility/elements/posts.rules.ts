import { groupBy } from '../../../model/group.js';
import { type PostingOn, postingsOn } from '../../case-file/cover.rules.js';
import { COMMANDING_ROLES } from '../../command/posts.rules.js';
import { corroborated, type Grade, gradeOf, stronger } from '../grade.rules.js';
import type { Situation } from '../situation.rules.js';
import type { Evidence } from './element.rules.js';

/** Posts of command as evidence: each from all claims about it, and against others who are said to hold it. */

/**
 * Other people whom sources place in command of the same units on the day. If both hold the post, one source is wrong.
 */
export function competingPostings({ file, day, personId }: Situation, posts: readonly PostingOn[]): PostingOn[] {
  const units = new Set(posts.map(({ atId }) => atId));
  return postingsOn(file, day).filter(
    (posting) =>
      posting.personId !== personId &&
      units.has(posting.atId) &&
      COMMANDING_ROLES.includes(posting.role) &&
      (posting.cover === 'CITED' || posting.cover === 'IMPRECISE'),
  );
}

const byUnit = (posts: readonly PostingOn[]) => [...groupBy(posts, ({ atId }) => atId).values()];

/** The grade of the strongest of some posts of command, each against its own competing holders. */
export function gradeOfPosts(situation: Situation, posts: readonly PostingOn[]): Grade {
  const { file } = situation;
  const grades = byUnit(posts).map((claims) => {
    const established = corroborated(file, claims) ? 'BY_SOURCES' : null;
    return gradeOf(file, { supporting: claims, against: competingPostings(situation, claims), established });
  });
  return grades.reduce(stronger, 'NO_EVIDENCE');
}

/** Whether sources corroborate one another about one and the same post. */
export const corroboratedPost = ({ file }: Situation, posts: readonly PostingOn[]) =>
  byUnit(posts).some((claims) => corroborated(file, claims));

/** A post, marked if by this claim the person took it after the incident. */
export const markedPost = ({ successorPosts }: Situation, posting: PostingOn): Evidence =>
  successorPosts.includes(posting) ? { statement: posting, marks: ['SUCCESSOR'] } : posting;
