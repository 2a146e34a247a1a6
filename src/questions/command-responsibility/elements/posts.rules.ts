import { COMMANDING_ROLES } from '../../../model/command-words.js';
import { groupBy } from '../../../model/group.js';
import { type PostingOn, postingsOn } from '../../case-file/cover.rules.js';
import { isHandover, isOnDay } from '../../command/posts.rules.js';
import { corroborated, type Grade, gradeOf, stronger } from '../grade.rules.js';
import type { Situation } from '../situation.rules.js';
import { type Evidence, marking } from './element.rules.js';

/** Posts of command as evidence: each from all claims about it, and against others who are said to hold it. */

/**
 * Other people whom sources place in command of some units on the day. If both hold the post, one source is wrong, unless
 * one took it over from the other on that very day.
 */
export function competingPostings({ file, day, personId }: Situation, units: readonly string[]): PostingOn[] {
  const commands = postingsOn(file, day).filter(
    ({ atId, role }) => units.includes(atId) && COMMANDING_ROLES.includes(role),
  );
  const onThatDay = groupBy(commands.filter(isOnDay), ({ personId: id, atId }) => `${id} ${atId}`);
  const postOf = (id: string, unitId: string) => (onThatDay.get(`${id} ${unitId}`) ?? []).map(({ range }) => range);
  return commands.filter(
    (posting) =>
      posting.personId !== personId &&
      (posting.cover === 'CITED' || posting.cover === 'IMPRECISE') &&
      !isHandover(day, postOf(personId, posting.atId), postOf(posting.personId, posting.atId)),
  );
}

export const unitsOf = (posts: readonly PostingOn[]) => posts.map(({ atId }) => atId);

const byUnit = (posts: readonly PostingOn[]) => [...groupBy(posts, ({ atId }) => atId).values()];

/** The grade of the strongest of some posts of command, each against its own competing holders. */
export function gradeOfPosts(situation: Situation, posts: readonly PostingOn[]): Grade {
  const { file } = situation;
  const grades = byUnit(posts).map((claims) => {
    const established = corroborated(file, claims);
    return gradeOf(file, { supporting: claims, against: competingPostings(situation, unitsOf(claims)), established });
  });
  return grades.reduce(stronger, 'NO_EVIDENCE');
}

/** The grade of the orders that appointed the person, each against others who are said to command the unit. */
export function gradeOfAppointments(situation: Situation, appointments: Situation['appointments']): Grade {
  const { file } = situation;
  const grades = [...groupBy(appointments, ({ unitId }) => unitId)].map(([unitId, ofUnit]) => {
    const orders = ofUnit.map(({ indicator }) => indicator);
    const established = corroborated(file, orders);
    return gradeOf(file, { supporting: orders, against: competingPostings(situation, [unitId]), established });
  });
  return grades.reduce(stronger, 'NO_EVIDENCE');
}

/** Whether sources corroborate one another about one and the same post. */
export const corroboratedPost = ({ file }: Situation, posts: readonly PostingOn[]) =>
  byUnit(posts).some((claims) => corroborated(file, claims));

/** A post, marked if by this claim the person took it after the incident. */
export const markedPost = ({ successorPosts }: Situation, posting: PostingOn): Evidence =>
  successorPosts.includes(posting) ? marking(posting, 'SUCCESSOR') : posting;
