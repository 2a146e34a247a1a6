import { groupBy } from '../../model/group.js';
import type { CaseFile } from '../case-file/case-file.rules.js';
import type { LinkOn } from '../case-file/cover.rules.js';
import { isOnDay } from '../command/posts.rules.js';
import { isInChain, stepsAbove, unitsReachable } from '../command/walk.rules.js';
import { corroborated, GRADE_ORDER, type Grade, gradeOf, stronger, weaker } from './grade.rules.js';

/** How links of command lead from the units named for an incident up to a unit that the person commands. */

export interface CommandPath {
  /** Links between a perpetrator and the unit of the person, on every path. */
  readonly links: readonly LinkOn[];
  /** Links of the shortest path; 0 where the person commands the perpetrator itself. */
  readonly distance: number;
  /** The weakest link of the strongest path of one link or more; null where there is none. */
  readonly grade: Grade | null;
  /** Whether some path is cited on the day in every link. */
  readonly cited: boolean;
  /** The unit of the person on the shortest path. */
  readonly unitId: string;
  /** The units of the person to which some path leads. */
  readonly unitIds: readonly string[];
}

/** All paths from the perpetrators to the posts: the nearest names the place, the strongest the grade. */
export function bestPath(
  file: CaseFile,
  links: readonly LinkOn[],
  starts: readonly string[],
  posts: readonly string[],
): CommandPath | null {
  const paths = starts.flatMap((start) => posts.flatMap((post) => pathBetween(file, links, start, post) ?? []));
  const [first] = paths.sort((a, b) => a.distance - b.distance || (a.unitId < b.unitId ? -1 : 1));
  if (!first) return null;
  const grades = paths.flatMap(({ grade }) => grade ?? []);
  return {
    ...first,
    links: [...new Set(paths.flatMap(({ links: some }) => some))],
    unitIds: [...new Set(paths.map(({ unitId }) => unitId))],
    grade: grades.length === 0 ? null : grades.reduce(stronger),
    cited: paths.some(({ cited }) => cited),
  };
}

const STRONGEST_FIRST = [...GRADE_ORDER].reverse();

/**
 * The paths up from a unit to a post. Of each pair of units all claims count together; a grade is reached where pairs of
 * that grade or better lead all the way up. Circles do no harm: no link is left out that some path needs.
 */
function pathBetween(
  file: CaseFile,
  links: readonly LinkOn[],
  start: string,
  post: string,
): Omit<CommandPath, 'unitIds'> | null {
  const distance = stepsAbove(links, start).levels.findIndex((level) => level.some(({ unitId }) => unitId === post));
  if (distance === -1) return null;
  if (distance === 0) return { links: [], distance, grade: null, cited: true, unitId: post };
  const between = linksBetween(links.filter(isInChain), start, post);
  const pairs = [...groupBy(between, ({ subordinateId, superiorId }) => `${subordinateId} ${superiorId}`).values()];
  const joinedBy = (some: readonly LinkOn[][]) =>
    unitsReachable([start], some.flat(), 'subordinateId', 'superiorId').has(post);
  const reaches = (grade: Grade) =>
    joinedBy(pairs.filter((claims) => weaker(grade, linkGrade(file, claims)) === grade));
  return {
    links: between,
    distance,
    grade: STRONGEST_FIRST.find(reaches) ?? 'NO_EVIDENCE',
    cited: joinedBy(pairs.filter((claims) => claims.some(({ cover }) => cover === 'CITED'))),
    unitId: post,
  };
}

/** The relation of two units, from all claims about it on the day. */
const linkGrade = (file: CaseFile, claims: readonly LinkOn[]): Grade =>
  gradeOf(file, { supporting: claims, against: [], established: corroborated(file, claims) });

/** The links by which paths lead from one unit up to another, without those that turn back to either. */
function linksBetween(links: readonly LinkOn[], start: string, post: string): LinkOn[] {
  const onward = links.filter(({ subordinateId, superiorId }) => subordinateId !== post && superiorId !== start);
  const above = unitsReachable([start], onward, 'subordinateId', 'superiorId');
  const below = unitsReachable([post], onward, 'superiorId', 'subordinateId');
  return onward
    .filter(({ subordinateId, superiorId }) => above.has(subordinateId) && below.has(superiorId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The links that do not carry command on any path from a perpetrator to a post. */
export function nonCommandLinksBetween(
  links: readonly LinkOn[],
  starts: readonly string[],
  posts: ReadonlySet<string>,
): LinkOn[] {
  const linksOnDay = links.filter(isOnDay);
  const above = unitsReachable(starts, linksOnDay, 'subordinateId', 'superiorId');
  const below = unitsReachable([...posts], linksOnDay, 'superiorId', 'subordinateId');
  return linksOnDay.filter((link) => !isInChain(link) && above.has(link.subordinateId) && below.has(link.superiorId));
}
