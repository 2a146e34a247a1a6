import { END_OF_DAYS } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import { type IndicatorFile, type PostingOn, postingsOn } from '../case-file/case-file.rules.js';
import { type ItemMark, nameIn } from '../case-file/item.rules.js';
import { COMMANDING_ROLES } from '../chain-of-command/chain-of-command.rules.js';
import { type Found, type Marked, personal } from './found.rules.js';
import { corroborated, type Grade, gradeOf, stronger } from './grade.rules.js';
import { indicatorsOf, type Situation } from './situation.rules.js';

/** Judges of the relation of superior and subordinate: status, subordination, control, and all of it on the day. */

/** Other people whom sources put in command of the same units on the day: if both hold the post, one source is wrong. */
function rivalsOf({ file, day, personId }: Situation, held: readonly PostingOn[]): PostingOn[] {
  const units = new Set(held.map(({ atId }) => atId));
  return postingsOn(file, day).filter(
    (posting) =>
      posting.personId !== personId &&
      units.has(posting.atId) &&
      COMMANDING_ROLES.includes(posting.role) &&
      (posting.cover === 'CITED' || posting.cover === 'IMPRECISE'),
  );
}

const byUnit = (held: readonly PostingOn[]) => [...groupBy(held, ({ atId }) => atId).values()];

/** The strongest of some posts of command, each from all claims that the person holds it and against its own rivals. */
function bestPost(situation: Situation, held: readonly PostingOn[]): Grade {
  const { file } = situation;
  const grades = byUnit(held).map((claims) => {
    const established = corroborated(file, claims) ? 'BY_SOURCES' : null;
    return gradeOf(file, { supporting: claims, against: rivalsOf(situation, claims), established });
  });
  return grades.reduce(stronger, 'NO_EVIDENCE');
}

const DE_FACTO: readonly IndicatorFile['code'][] = [
  'ORDERS_ISSUED_AND_FOLLOWED',
  'POWER_TO_DISCIPLINE',
  'POWER_TO_PROMOTE_OR_DISMISS',
  'TASKS_PERFORMED',
  'SENDING_OR_WITHDRAWING_FORCES',
  'RESUBORDINATING_UNITS',
];

export function superiorStatus(situation: Situation): Found {
  const { file, held, otherPosts, personId } = situation;
  const inLaw = held.some(({ status }) => status === 'ACCEPTED');
  const inFact = inLaw ? [] : personal(situation, 'CONTROL').filter(({ code }) => DE_FACTO.includes(code));
  const graded = stronger(bestPost(situation, held), gradeOf(file, { supporting: inFact, against: [] }));
  return {
    supporting: [...held, ...inFact],
    against: rivalsOf(situation, held),
    context: otherPosts.map((posting) => markedPost(situation, posting)),
    because: [inFact.length > 0 && 'R5'],
    graded,
    missing: [
      held.length === 0 &&
        `Looked for a post of command that ${nameIn(file, personId)} held on ${situation.day}, and found none.`,
      held.length > 0 &&
        graded !== 'ESTABLISHED_BY_SOURCES' &&
        'A second independent firm source for the post on the day.',
    ],
  };
}

function markedPost({ incident }: Situation, posting: PostingOn): Marked {
  const after = COMMANDING_ROLES.includes(posting.role) && posting.range.first.min > incident.range.last.max;
  return after ? { statement: posting, marks: ['SUCCESSOR'] } : posting;
}

export function subordination(situation: Situation): Found {
  const { file, held, way, notCommand, perpetrators, personId } = situation;
  const own = held.filter(({ atId }) => perpetrators.some(({ toId }) => toId === atId));
  const graded = stronger(bestPost(situation, own), way?.grade ?? 'NO_EVIDENCE');
  return {
    supporting: way ? [...way.links, ...own] : [],
    against: rivalsOf(situation, own),
    context: notCommand,
    because: [
      notCommand.some(({ kind }) => kind === 'COOPERATION') && 'R4',
      notCommand.some(({ kind }) => kind !== 'COOPERATION') && 'R20',
    ],
    graded,
    missing: [
      perpetrators.length === 0 && 'No unit is named as the perpetrator, so no chain can be followed.',
      perpetrators.length > 0 &&
        way === null &&
        `Looked for links of command from the units named up to a unit that ${nameIn(file, personId)} commanded on ${situation.day}, and found none.`,
      notCommand.length > 0 && 'NOT_A_COMMAND_LINK: the only links found do not carry command.',
      way !== null &&
        graded !== 'ESTABLISHED_BY_SOURCES' &&
        'Two independent firm sources for each link between the unit and the person.',
    ],
  };
}

export function effectiveControl(situation: Situation): Found {
  const { held, otherPosts, way, notCommand, otherSuperiors } = situation;
  const all = indicatorsOf(situation, 'CONTROL').filter(
    ({ code }) => code !== 'CAUSATION_CITED' && code !== 'WITHIN_RESPONSIBILITY',
  );
  const supporting = personal(situation, 'CONTROL').filter((indicator) => all.includes(indicator));
  const end = endOfPosts([...held, ...otherPosts]);
  const afterPost = (indicator: IndicatorFile) => end !== null && indicator.onMin > end;
  const chain = way ? [...held, ...way.links] : [];
  return {
    supporting: [
      ...supporting.map((indicator): Marked => markedIndicator(situation, indicator, afterPost(indicator))),
      ...chain,
    ],
    against: all.filter(({ polarity }) => polarity === 'WEIGHS_AGAINST'),
    context: notCommand,
    because: [
      chain.length > 0 && 'R1',
      supporting.some(({ code }) => code === 'FORMAL_APPOINTMENT') && 'R2',
      supporting.some(afterPost) && 'R3',
      notCommand.some(({ kind }) => kind === 'COOPERATION') && 'R4',
      chain.length > 0 && otherSuperiors.length > 0 && 'R6',
    ],
    missing: [
      supporting.length === 0 &&
        'Sources on what the person could do: orders given and followed, discipline, promotion, forces sent or withdrawn.',
      'A court that found effective control, beyond reasonable doubt.',
    ],
  };
}

function markedIndicator({ incident }: Situation, indicator: IndicatorFile, afterPost: boolean): Marked {
  const marks: ItemMark[] = afterPost ? ['AFTER_END_OF_POST'] : [];
  if (indicator.onMin > incident.range.last.max) marks.push('AFTER_INCIDENT');
  return { statement: indicator, marks };
}

/** The last day on which the person may have held a post of command whose end is stated; null where one goes on. */
function endOfPosts(posts: readonly PostingOn[]): string | null {
  const commanding = posts.filter(({ role }) => COMMANDING_ROLES.includes(role));
  if (commanding.length === 0 || commanding.some(({ range }) => range.lastHardness !== 'END')) return null;
  return (
    commanding
      .map(({ range }) => range.last.max)
      .sort()
      .at(-1) ?? null
  );
}

export function temporalCoincidence(situation: Situation): Found {
  const { file, held, otherPosts, way, incident, day } = situation;
  const commanding = otherPosts.filter(({ role }) => COMMANDING_ROLES.includes(role));
  const before = held.length === 0 && commanding.some(({ range }) => range.first.min > incident.range.last.max);
  const established = byUnit(held).some((claims) => corroborated(file, claims));
  const cited = held.some(({ cover }) => cover === 'CITED');
  const dated = day >= incident.range.first.max && day <= incident.range.last.min;
  return {
    supporting: held,
    against: commanding.filter((posting) => contradicts(posting, held)),
    context: before ? commanding.map((posting) => markedPost(situation, posting)) : [],
    because: [before && 'R8', before && 'R9', held.length > 0 && !(cited && dated && (way?.cited ?? true)) && 'R19'],
    established: established && way?.cited && dated ? 'BY_SOURCES' : null,
    missing: [
      held.length === 0 && `Looked for posts of command that cover ${day}, and found none.`,
      held.length > 0 && !cited && 'A source that cites the post on the day itself.',
      held.length > 0 && !way?.cited && 'Sources that cite each link of a chain up to the post on the day itself.',
      !dated && 'A source that dates the incident to the day.',
      held.length > 0 && !established && 'A second independent firm source for the post on the day.',
    ],
  };
}

/** A claim about the same post that leaves the day out, although its time overlaps that of one that covers it. */
function contradicts(posting: PostingOn, held: readonly PostingOn[]): boolean {
  return (
    posting.cover === 'NONE' &&
    held.some(
      ({ atId, role, range }) =>
        atId === posting.atId &&
        role === posting.role &&
        posting.range.first.min <= (range.lastHardness === 'END' ? range.last.max : END_OF_DAYS) &&
        posting.range.last.max >= range.first.min,
    )
  );
}
