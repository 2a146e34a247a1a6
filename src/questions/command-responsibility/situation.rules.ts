import { COMMANDING_ROLES } from '../../model/command-words.js';
import type { Days } from '../../model/date-range.js';
import {
  type AttributionEntry,
  type CaseFile,
  type FindingEntry,
  type IncidentEntry,
  isChecked,
  type StatementEntry,
} from '../case-file/case-file.rules.js';
import { findingsOn } from '../case-file/conduct.rules.js';
import { type LinkOn, linksOn, type PostingOn, postingsOn } from '../case-file/cover.rules.js';
import { type Appointment, appointmentsOn } from '../command/appointments.rules.js';
import { perpetratorForces, perpetratorUnits } from '../command/perpetrators.rules.js';
import { isOnDay } from '../command/posts.rules.js';
import { successorPostings } from '../command/successors.rules.js';
import { stepsAbove } from '../command/walk.rules.js';
import { earlierAlike, earlierBySubordinates, noticeOf, reportedDuring } from '../notice/notice.rules.js';
import type { Notice } from '../notice/notice.type.js';
import { bestPath, type CommandPath, nonCommandLinksBetween } from './command-path.rules.js';
import { type Framework, type FrameworkName, frameworkOf } from './frameworks.rules.js';

/** What a case file says of one person and one incident on one day, put in order before any element is assessed. */
export interface Situation {
  readonly file: CaseFile;
  readonly incident: IncidentEntry;
  readonly day: string;
  /** The days on which all is as on that day, in words: `on 2022-10-10`, or `from 2022-10-10 to 2022-10-20`. */
  readonly daysInWords: string;
  readonly personId: string;
  readonly framework: Framework;
  /** Units named as perpetrators. */
  readonly perpetrators: readonly AttributionEntry[];
  /** Those of them that somebody can command. */
  readonly forces: readonly AttributionEntry[];
  /** Posts of command that the person holds on the day. */
  readonly heldPosts: readonly PostingOn[];
  /** All other posts of the person: not on the day, or not of command. */
  readonly otherPosts: readonly PostingOn[];
  /** Those of the other posts by which the person took command after the incident. */
  readonly successorPosts: readonly PostingOn[];
  /** Orders that appointed the person, each to a unit, as far as they may hold on the day. */
  readonly appointments: readonly Appointment[];
  /** How the units named as perpetrators are connected upward with a unit that the person commands, or was appointed to. */
  readonly path: CommandPath | null;
  /** The same to posts that the person holds on the day, and to units that the person was appointed to. */
  readonly paths: { readonly byPost: CommandPath | null; readonly byAppointment: CommandPath | null };
  /** Links that lead up to it but do not carry command, where no path does. */
  readonly nonCommandLinks: readonly LinkOn[];
  /** Everybody else who commands a unit above the perpetrators on the day. */
  readonly otherSuperiors: readonly string[];
  /** Units of the chain above the perpetrators, and those of the person's own posts. */
  readonly units: ReadonlySet<string>;
  /** The units over which control counts: the perpetrators, and those between them and the post; the chain where there is no post in it. */
  readonly force: ReadonlySet<string>;
  /** Earlier incidents of the same kind by units that were under the person then. */
  readonly earlier: readonly IncidentEntry[];
  /** The same by units of the chain, whoever commanded them then. */
  readonly earlierOfForce: readonly IncidentEntry[];
  readonly notices: readonly Notice[];
  /** What was in print on the incident itself or a part of it by the end of these days, while it went on. */
  readonly reportedDuring: readonly StatementEntry[];
  /** Findings on the incident that name the person. */
  readonly findingsOnPerson: readonly FindingEntry[];
}

export function situationOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  frameworkName: FrameworkName,
  days: Days,
): Situation {
  const { from: day, to } = days;
  const links = linksOn(file, day).filter(({ cover }) => cover !== 'NONE');
  const postings = postingsOn(file, day);
  const own = postings.filter((posting) => posting.personId === personId);
  const isCommand = (posting: PostingOn) => COMMANDING_ROLES.includes(posting.role) && isOnDay(posting);
  const heldPosts = own.filter(isCommand);
  const perpetrators = perpetratorUnits(file, incident.id);
  const forces = perpetratorForces(file, incident.id);
  const starts = [...new Set(forces.map(({ toId }) => toId))];
  const chain = new Set(
    starts.flatMap((id) =>
      stepsAbove(links, id)
        .levels.flat()
        .map(({ unitId }) => unitId),
    ),
  );
  const appointments = appointmentsOn(file, personId, day).filter(({ indicator }) => isChecked(indicator));
  const posts = new Set(heldPosts.map(({ atId }) => atId));
  const pathTo = (unitIds: readonly string[]) => bestPath(file, links, starts, [...new Set(unitIds)]);
  const paths = { byPost: pathTo([...posts]), byAppointment: pathTo(appointments.map(({ unitId }) => unitId)) };
  const path = paths.byPost ?? paths.byAppointment;
  const otherSuperiors = postings
    .filter((posting) => isCommand(posting) && posting.personId !== personId && chain.has(posting.atId))
    .map((posting) => posting.personId);
  const otherPosts = own.filter((posting) => !isCommand(posting));
  const takenAfter = new Set(successorPostings(file, incident, personId).map(({ id }) => id));
  return {
    file,
    incident,
    day,
    daysInWords: day === to ? `on ${day}` : `from ${day} to ${to}`,
    personId,
    framework: frameworkOf(frameworkName),
    perpetrators,
    forces,
    heldPosts,
    otherPosts,
    successorPosts: otherPosts.filter(({ id }) => takenAfter.has(id)),
    appointments,
    path,
    paths,
    nonCommandLinks: path ? [] : nonCommandLinksBetween(links, starts, posts),
    otherSuperiors: [...new Set(otherSuperiors)],
    units: new Set([...chain, ...own.map(({ atId }) => atId)]),
    force: path ? unitsOfPath(path, starts) : chain,
    earlier: earlierBySubordinates(file, incident, personId),
    earlierOfForce: earlierAlike(file, incident).filter(({ id }) =>
      perpetratorUnits(file, id).some(({ toId }) => chain.has(toId)),
    ),
    notices: noticeOf(file, incident, personId, days),
    reportedDuring: path ? reportedDuring(file, incident, to) : [],
    findingsOnPerson: findingsOn(file, incident.id).filter(({ aboutIds }) => aboutIds.includes(personId)),
  };
}

const unitsOfPath = ({ links, unitIds }: CommandPath, starts: readonly string[]) =>
  new Set([...starts, ...unitIds, ...links.flatMap(({ subordinateId, superiorId }) => [subordinateId, superiorId])]);

/** Whether a finding applies a mode of liability that means this framework. */
export const meansFramework = ({ framework }: Situation, finding: FindingEntry) =>
  finding.classifications.some(({ modes }) => modes.some((mode) => framework.modes.includes(mode)));
