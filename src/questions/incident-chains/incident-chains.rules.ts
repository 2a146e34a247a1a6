import type { Cover } from '../../model/date-range.js';
import { textOrder } from '../../model/order.js';
import type { Reference } from '../case-file/answer.type.js';
import {
  type AttributionFile,
  type CaseFile,
  type IncidentFile,
  type LinkOn,
  linksOn,
  type PostingOn,
  postingsOn,
} from '../case-file/case-file.rules.js';
import { itemOf, nameIn, refOf } from '../case-file/item.rules.js';
import {
  CHAIN_COVERS,
  COMMAND_KINDS,
  COMMANDING_ROLES,
  gapsOf,
  MAX_DEPTH,
  postsHeld,
  rivals,
  type Step,
  walk,
} from '../chain-of-command/chain-of-command.rules.js';
import type { AttributedChain, SourcedChain, SourcedUnit } from './incident-chains.type.js';

/** Every superior of the units to which an incident is attributed, on its day, as values with their sources. */

/** Modes of attribution that make a unit the perpetrator. */
export const PERPETRATING: readonly string[] = ['PERPETRATOR', 'CO_PERPETRATOR'];

/** The units that sources name as perpetrators of an incident. */
export function perpetratorUnits(file: CaseFile, incidentId: string): AttributionFile[] {
  return file.attributions.filter(
    ({ incidentId: of, toId, mode }) =>
      of === incidentId && PERPETRATING.includes(mode) && file.entities.get(toId)?.label === 'Unit',
  );
}

/** The walk up from a unit on a day, over links that carry command. */
export function stepsAbove(links: readonly LinkOn[], unitId: string) {
  const { levels, circular } = walk(unitId, links, {
    direction: 'UP',
    kinds: COMMAND_KINDS,
    cover: CHAIN_COVERS,
    depth: MAX_DEPTH,
  });
  return { levels, circular };
}

export const inChain = (link: LinkOn) => COMMAND_KINDS.includes(link.kind) && CHAIN_COVERS.includes(link.cover);
export const isHeld = ({ cover }: { readonly cover: Cover }) => CHAIN_COVERS.includes(cover);

export function chainAbove(file: CaseFile, unitId: string, day: string): SourcedChain {
  const links = linksOn(file, day).filter(({ cover }) => cover !== 'NONE');
  const postings = postingsOn(file, day).filter(isHeld);
  const { levels, circular } = stepsAbove(links, unitId);
  const goesOn = new Set(links.filter(inChain).map(({ subordinateId }) => subordinateId));
  return {
    unit: refOf(file, unitId),
    on: day,
    levels: levels.map((steps, level) => ({
      level,
      units: steps.map((step) => sourcedUnit(file, step, postings, !goesOn.has(step.unitId))),
    })),
    warnings: circular.map(
      (link) =>
        `The links form a circle: ${nameIn(file, link.subordinateId)} stands under ${nameIn(file, link.superiorId)} and over it; the link ${link.id} is left out.`,
    ),
  };
}

function sourcedUnit(
  file: CaseFile,
  { unitId, links, beside }: Step<LinkOn>,
  postings: readonly PostingOn[],
  isTop: boolean,
): SourcedUnit {
  const held = postsHeld(postings.filter(({ atId }) => atId === unitId));
  const item = (link: LinkOn) => itemOf(file, link, link);
  const placeholder = file.entities.get(unitId)?.placeholder ?? false;
  const commanderCited = held.some(({ role }) => COMMANDING_ROLES.includes(role));
  return {
    unit: refOf(file, unitId),
    links: links.map(item),
    beside: beside.map(item),
    posts: held.map(({ personId, role, cover, postings: claims }) => ({
      person: refOf(file, personId),
      role,
      cover,
      items: claims.map((claim) => itemOf(file, claim, claim)),
    })),
    rivals: [...new Set(rivals(held).map(({ personId }) => personId))].map((id) => refOf(file, id)),
    gaps: gapsOf({ isTop, placeholder, besideKinds: beside, commanderCited }, 'UP', COMMAND_KINDS),
  };
}

/** The chains above all whom sources name for an incident, units before people, each with who names them. */
export function incidentChains(file: CaseFile, incident: IncidentFile, day: string): AttributedChain[] {
  const named = file.attributions.filter(({ incidentId }) => incidentId === incident.id);
  const subjects = [...new Set(named.map(({ toId }) => toId))].map((id) => refOf(file, id));
  const postings = postingsOn(file, day).filter(isHeld);
  const unitsOf = ({ id, label }: Reference) =>
    label === 'Person'
      ? [...new Set(postings.filter(({ personId }) => personId === id).map(({ atId }) => atId))]
      : [id];
  return subjects
    .sort((a, b) => (a.label === b.label ? textOrder(a.id, b.id) : textOrder(b.label, a.label)))
    .map((subject) => ({
      subject,
      attributions: named.filter(({ toId }) => toId === subject.id).map((claim) => itemOf(file, claim)),
      chains: unitsOf(subject).map((unitId) => chainAbove(file, unitId, day)),
    }));
}
