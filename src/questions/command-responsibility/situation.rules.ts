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
} from '../../evidence/evidence.rules.js';
import { standing } from '../../evidence/item.rules.js';
import { groupBy } from '../../shared/group.js';
import { COMMANDING_ROLES } from '../chain-of-command/chain-of-command.rules.js';
import { inChain, isHeld, perpetratorUnits, stepsAbove } from '../incident-chains/incident-chains.rules.js';
import { earlierBySubordinates, type Notice, noticeOf } from '../notice/notice.rules.js';
import { FRAMEWORKS, type Framework, type FrameworkName } from './frameworks.rules.js';
import { corroborated, type Grade, gradeOf, stronger, weaker } from './grade.rules.js';

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
  /** The strongest way's weakest link; null where the person commands the perpetrator itself. */
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

/** The strongest of the ways from the perpetrators to the posts; a way is as strong as its weakest link. */
function bestWay(
  file: CaseFile,
  links: readonly LinkOn[],
  starts: readonly string[],
  posts: readonly string[],
): Way | null {
  const ways = starts.flatMap((start) => posts.flatMap((post) => wayBetween(file, links, start, post) ?? []));
  const [first, ...others] = ways.sort((a, b) => a.distance - b.distance || (a.unitId < b.unitId ? -1 : 1));
  if (!first) return null;
  return others.reduce<Way>(
    (best, way) => ({
      ...best,
      links: [...new Set([...best.links, ...way.links])],
      grade: best.grade === null || way.grade === null ? null : stronger(best.grade, way.grade),
      cited: best.cited || way.cited,
    }),
    first,
  );
}

interface Strength {
  readonly grade: Grade;
  readonly cited: boolean;
}

function wayBetween(file: CaseFile, links: readonly LinkOn[], start: string, post: string): Way | null {
  const { levels } = stepsAbove(links, start);
  const distance = levels.findIndex((level) => level.some(({ unitId }) => unitId === post));
  if (distance === -1) return null;
  if (distance === 0) return { links: [], distance, grade: null, cited: true, unitId: post };
  const reached = levels.flat();
  const arriving = new Map(reached.map(({ unitId, links: into }) => [unitId, into]));
  const into = (unitId: string) => [
    ...groupBy(arriving.get(unitId) ?? [], ({ subordinateId }) => subordinateId).values(),
  ];
  const known = new Map<string, Strength | null>([[start, null]]);
  const strength = (unitId: string): Strength | null => {
    const kept = known.get(unitId);
    if (kept !== undefined) return kept;
    const found = into(unitId)
      .map((claims) => {
        const below = strength(claims[0]?.subordinateId ?? start);
        const grade = linkGrade(file, claims);
        const cited = claims.some(({ cover }) => cover === 'CITED');
        return below ? { grade: weaker(grade, below.grade), cited: cited && below.cited } : { grade, cited };
      })
      .reduce((a, b) => ({ grade: stronger(a.grade, b.grade), cited: a.cited || b.cited }));
    known.set(unitId, found);
    return found;
  };
  const { grade, cited } = strength(post) ?? { grade: 'NO_EVIDENCE', cited: false };
  return { links: linksBelow(post, arriving), distance, grade, cited, unitId: post };
}

/** One relation of two units, from all claims about it on the day. */
const linkGrade = (file: CaseFile, claims: readonly LinkOn[]): Grade =>
  gradeOf(file, { supporting: claims, against: [], established: corroborated(file, claims) ? 'BY_SOURCES' : null });

function linksBelow(unitId: string, arriving: ReadonlyMap<string, readonly LinkOn[]>): LinkOn[] {
  const found = new Set<LinkOn>();
  const visit = (id: string): void => {
    for (const link of arriving.get(id) ?? []) {
      if (found.has(link)) continue;
      found.add(link);
      visit(link.subordinateId);
    }
  };
  visit(unitId);
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
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
