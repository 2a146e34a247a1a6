import { groupBy } from '../../model/group.js';
import {
  type AttributionFile,
  type CaseFile,
  type FindingFile,
  type IncidentFile,
  type IndicatorFile,
  type LinkOn,
  linksOn,
  type MeasureFile,
  type PostingOn,
  postingsOn,
} from '../case-file/case-file.rules.js';
import { standing } from '../case-file/item.rules.js';
import { COMMANDING_ROLES } from '../chain-of-command/chain-of-command.rules.js';
import { inChain, isHeld, perpetratorUnits, stepsAbove } from '../incident-chains/incident-chains.rules.js';
import { earlierBySubordinates, noticeOf } from '../notice/notice.rules.js';
import type { Notice } from '../notice/notice.type.js';
import { FRAMEWORKS, type Framework, type FrameworkName } from './frameworks.rules.js';
import { corroborated, GRADE_ORDER, type Grade, gradeOf, stronger, weaker } from './grade.rules.js';

/** What a case file says of one person and one incident on one day, put in order before any element is judged. */
export interface Situation {
  readonly file: CaseFile;
  readonly incident: IncidentFile;
  readonly day: string;
  readonly personId: string;
  readonly framework: Framework;
  /** Units named as perpetrators. */
  readonly perpetrators: readonly AttributionFile[];
  /** Posts of command that the person holds on the day. */
  readonly held: readonly PostingOn[];
  /** All other posts of the person: not on the day, or not of command. */
  readonly otherPosts: readonly PostingOn[];
  /** How the units named as perpetrators lead up to a unit that the person commands. */
  readonly way: Way | null;
  /** Links that lead up to it but do not carry command, where no way does. */
  readonly notCommand: readonly LinkOn[];
  /** Everybody else who commands a unit above the perpetrators on the day. */
  readonly otherSuperiors: readonly string[];
  /** Units of the chain above the perpetrators, and those of the person's own posts. */
  readonly units: ReadonlySet<string>;
  readonly earlier: readonly IncidentFile[];
  readonly notices: readonly Notice[];
  /** Findings on the incident that name the person. */
  readonly named: readonly FindingFile[];
}

export interface Way {
  /** Links between a perpetrator and the unit of the person, on every way. */
  readonly links: readonly LinkOn[];
  /** Links of the shortest way; 0 where the person commands the perpetrator itself. */
  readonly distance: number;
  /** The weakest link of the strongest way of one link or more; null where there is none. */
  readonly grade: Grade | null;
  /** Whether some way is cited on the day in every link. */
  readonly cited: boolean;
  readonly unitId: string;
}

export function situationOf(
  file: CaseFile,
  incident: IncidentFile,
  personId: string,
  frameworkName: FrameworkName,
  day: string,
): Situation {
  const links = linksOn(file, day).filter(({ cover }) => cover !== 'NONE');
  const postings = postingsOn(file, day);
  const own = postings.filter((posting) => posting.personId === personId);
  const isCommand = (posting: PostingOn) => COMMANDING_ROLES.includes(posting.role) && isHeld(posting);
  const held = own.filter(isCommand);
  const perpetrators = perpetratorUnits(file, incident.id);
  const starts = [...new Set(perpetrators.map(({ toId }) => toId))];
  const chain = new Set(
    starts.flatMap((id) =>
      stepsAbove(links, id)
        .levels.flat()
        .map(({ unitId }) => unitId),
    ),
  );
  const posts = new Set(held.map(({ atId }) => atId));
  const way = bestWay(file, links, starts, [...posts]);
  const otherSuperiors = postings
    .filter((posting) => isCommand(posting) && posting.personId !== personId && chain.has(posting.atId))
    .map((posting) => posting.personId);
  return {
    file,
    incident,
    day,
    personId,
    framework: FRAMEWORKS[frameworkName],
    perpetrators,
    held,
    otherPosts: own.filter((posting) => !isCommand(posting)),
    way,
    notCommand: way ? [] : linksBeside(links, starts, posts),
    otherSuperiors: [...new Set(otherSuperiors)],
    units: new Set([...chain, ...own.map(({ atId }) => atId)]),
    earlier: earlierBySubordinates(file, incident, personId),
    notices: noticeOf(file, incident, personId, day),
    named: file.findings.filter(
      ({ aboutIds, concernsIds }) => aboutIds.includes(personId) && concernsIds.includes(incident.id),
    ),
  };
}

/** All ways from the perpetrators to the posts: the nearest names the place, the strongest the grade. */
function bestWay(
  file: CaseFile,
  links: readonly LinkOn[],
  starts: readonly string[],
  posts: readonly string[],
): Way | null {
  const ways = starts.flatMap((start) => posts.flatMap((post) => wayBetween(file, links, start, post) ?? []));
  const [first] = ways.sort((a, b) => a.distance - b.distance || (a.unitId < b.unitId ? -1 : 1));
  if (!first) return null;
  const grades = ways.flatMap(({ grade }) => grade ?? []);
  return {
    ...first,
    links: [...new Set(ways.flatMap(({ links: some }) => some))],
    grade: grades.length === 0 ? null : grades.reduce(stronger),
    cited: ways.some(({ cited }) => cited),
  };
}

const STRONGEST_FIRST = [...GRADE_ORDER].reverse();

/**
 * The ways up from a unit to a post. Of each pair of units all claims count together; a grade is reached where pairs of
 * that grade or better lead all the way up. Circles do no harm: no link is left out that some way needs.
 */
function wayBetween(file: CaseFile, links: readonly LinkOn[], start: string, post: string): Way | null {
  const distance = stepsAbove(links, start).levels.findIndex((level) => level.some(({ unitId }) => unitId === post));
  if (distance === -1) return null;
  if (distance === 0) return { links: [], distance, grade: null, cited: true, unitId: post };
  const between = linksBetween(links.filter(inChain), start, post);
  const pairs = [...groupBy(between, ({ subordinateId, superiorId }) => `${subordinateId} ${superiorId}`).values()];
  const joinedBy = (some: readonly LinkOn[][]) =>
    reachable([start], some.flat(), 'subordinateId', 'superiorId').has(post);
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
  gradeOf(file, { supporting: claims, against: [], established: corroborated(file, claims) ? 'BY_SOURCES' : null });

/** The links by which ways lead from one unit up to another, without those that turn back to either. */
function linksBetween(links: readonly LinkOn[], start: string, post: string): LinkOn[] {
  const onward = links.filter(({ subordinateId, superiorId }) => subordinateId !== post && superiorId !== start);
  const above = reachable([start], onward, 'subordinateId', 'superiorId');
  const below = reachable([post], onward, 'superiorId', 'subordinateId');
  return onward
    .filter(({ subordinateId, superiorId }) => above.has(subordinateId) && below.has(superiorId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The links that do not carry command on any way from a perpetrator to a post. */
function linksBeside(links: readonly LinkOn[], starts: readonly string[], posts: ReadonlySet<string>): LinkOn[] {
  const shown = links.filter(isHeld);
  const above = reachable(starts, shown, 'subordinateId', 'superiorId');
  const below = reachable([...posts], shown, 'superiorId', 'subordinateId');
  return shown.filter((link) => !inChain(link) && above.has(link.subordinateId) && below.has(link.superiorId));
}

function reachable(
  starts: readonly string[],
  links: readonly LinkOn[],
  from: 'subordinateId' | 'superiorId',
  to: 'subordinateId' | 'superiorId',
): Set<string> {
  const leaving = groupBy(links, (link) => link[from]);
  const reached = new Set(starts);
  for (const unit of reached) for (const link of leaving.get(unit) ?? []) reached.add(link[to]);
  return reached;
}

/** The people, units and incidents that an indicator or measure concerns, told apart. */
function concerns({ file }: Situation, { concernsIds }: { readonly concernsIds: readonly string[] }) {
  const is = (label: string) => concernsIds.filter((id) => file.entities.get(id)?.label === label);
  const [persons, units] = [is('Person'), is('Unit')];
  return { persons, units, incidents: concernsIds.filter((id) => !persons.includes(id) && !units.includes(id)) };
}

/** Indicators of a group that bear on this person and incident: about the person here, or about a unit of the chain as such. */
export function indicatorsOf(situation: Situation, group: IndicatorFile['group']): IndicatorFile[] {
  const incidents = [situation.incident.id, ...situation.earlier.map(({ id }) => id)];
  return situation.file.indicators.filter((indicator) => {
    if (indicator.group !== group) return false;
    const about = concerns(situation, indicator);
    const here =
      (about.units.length === 0 || about.units.some((id) => situation.units.has(id))) &&
      (about.incidents.length === 0 || about.incidents.some((id) => incidents.includes(id)));
    if (about.persons.length > 0) return here && about.persons.includes(situation.personId);
    return here && about.units.length + about.incidents.length > 0;
  });
}

/** Measures of the person that bear on this incident; `earlier` says whether measures on earlier incidents do. */
export function measuresOf(situation: Situation, earlier: boolean): MeasureFile[] {
  const incidents = [situation.incident.id, ...(earlier ? situation.earlier.map(({ id }) => id) : [])];
  return situation.file.measures.filter((measure) => {
    const about = concerns(situation, measure);
    if (!about.persons.includes(situation.personId)) return false;
    if (about.incidents.length > 0) return about.incidents.some((id) => incidents.includes(id));
    return about.units.length === 0 || about.units.some((id) => situation.units.has(id));
  });
}

/** Whether a finding applies a mode of liability that means this framework. */
export const meansFramework = ({ framework }: Situation, finding: FindingFile) =>
  finding.classifications.some(({ modes }) => modes.some((mode) => framework.modes.includes(mode)));

export const stands = (file: CaseFile, finding: FindingFile) => {
  const became = standing(file, finding);
  return became === 'STANDING' || became === 'AFFIRMED';
};
