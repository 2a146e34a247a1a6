import { COMMAND_KINDS, COMMANDING_ROLES } from '../../model/command-words.js';
import { textOrder } from '../../model/order.js';
import type { Reference } from '../case-file/answer.type.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { type LinkOn, linksOn, type PostingOn, postingsOn } from '../case-file/cover.rules.js';
import { itemOf, nameIn, refOf } from '../case-file/item.rules.js';
import { speakingFor, withItems } from '../case-file/linked-incidents.rules.js';
import { gapsOf } from '../command/chain-gap.rules.js';
import { competingHolders, isOnDay, postsOnDay } from '../command/posts.rules.js';
import { isInChain, stepsAbove, type WalkStep } from '../command/walk.rules.js';
import type { AttributedChain, SourcedChain, SourcedUnit } from './incident-chains.type.js';

export function chainAbove(file: CaseFile, unitId: string, day: string): SourcedChain {
  const links = linksOn(file, day).filter(({ cover }) => cover !== 'NONE');
  const postings = postingsOn(file, day).filter(isOnDay);
  const { levels, cycles } = stepsAbove(links, unitId);
  const goesOn = new Set(links.filter(isInChain).map(({ subordinateId }) => subordinateId));
  return {
    unit: refOf(file, unitId),
    on: day,
    levels: levels.map((steps, level) => ({
      level,
      units: steps.map((step) => sourcedUnit(file, step, postings, day, !goesOn.has(step.unitId))),
    })),
    warnings: cycles.map(
      (link) =>
        `The links form a cycle: ${nameIn(file, link.subordinateId)} stands under ${nameIn(file, link.superiorId)} and over it; the link ${link.id} is left out.`,
    ),
  };
}

function sourcedUnit(
  file: CaseFile,
  { unitId, links, otherLinks }: WalkStep<LinkOn>,
  postings: readonly PostingOn[],
  day: string,
  isTop: boolean,
): SourcedUnit {
  const posts = postsOnDay(postings.filter(({ atId }) => atId === unitId));
  const item = (link: LinkOn) => itemOf(file, link, link);
  const placeholder = file.entities.get(unitId)?.placeholder ?? false;
  const commanderCited = posts.some(({ role }) => COMMANDING_ROLES.includes(role));
  return {
    unit: refOf(file, unitId),
    links: links.map(item),
    otherLinks: otherLinks.map(item),
    posts: posts.map(({ personId, role, cover, postings: claims }) => ({
      person: refOf(file, personId),
      role,
      cover,
      items: claims.map((claim) => itemOf(file, claim, claim)),
    })),
    competingHolders: [
      ...new Set(competingHolders(posts, day, ({ range }) => range).map(({ personId }) => personId)),
    ].map((id) => refOf(file, id)),
    gaps: gapsOf({ isTop, placeholder, otherLinks, commanderCited }, 'UP', COMMAND_KINDS),
  };
}

/** The chains above all whom sources name for an incident, units before people, each with who names them. */
export function incidentChains(file: CaseFile, incident: IncidentEntry, day: string): AttributedChain[] {
  const named = withItems(file, incident, speakingFor(file, incident), ({ id }) =>
    file.attributions.filter(({ incidentId }) => incidentId === id),
  );
  const subjects = [...new Set(named.map(({ toId }) => toId))].map((id) => refOf(file, id));
  const postings = postingsOn(file, day).filter(isOnDay);
  const unitsOf = ({ id, label }: Reference) =>
    label === 'Person'
      ? [...new Set(postings.filter(({ personId }) => personId === id).map(({ atId }) => atId))]
      : [id];
  return subjects
    .sort((a, b) => (a.label === b.label ? textOrder(a.id, b.id) : textOrder(b.label, a.label)))
    .map((subject) => ({
      subject,
      attributions: named.filter(({ toId }) => toId === subject.id).map(({ item }) => item),
      chains: unitsOf(subject).map((unitId) => chainAbove(file, unitId, day)),
    }));
}
