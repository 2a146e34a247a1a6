import { COVERS, type Cover } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { ATTRIBUTION_MODE, Word } from '../../model/vocabulary.js';
import type { EvidenceItem, Reference } from '../../questions/case-file/answer.type.js';
import type { CaseFile, IncidentEntry, LinkEntry } from '../../questions/case-file/case-file.rules.js';
import { independentPublishers } from '../../questions/case-file/independence.rules.js';
import { refOf } from '../../questions/case-file/item.rules.js';
import { CHAIN_GAPS, type ChainGap } from '../../questions/command/chain-gap.rules.js';
import { incidentChains } from '../../questions/incident-chains/incident-chains.rules.js';
import type { SourcedChain, SourcedUnit } from '../../questions/incident-chains/incident-chains.type.js';
import type { DossierItem, ExhibitList } from './exhibits.rules.js';

/** The chains above those named for the incident, as units, posts and links that a chart or a table can show. */

export interface DossierPost {
  readonly person: Reference;
  /** Whether it is a person whom the document is about. */
  readonly isSubject: boolean;
  readonly role: string;
  readonly cover: Cover;
  readonly items: readonly DossierItem[];
}

export interface DossierUnit {
  readonly unit: Reference;
  readonly posts: readonly DossierPost[];
  /** People whom sources put in command on the same day, where there is more than one. */
  readonly competingHolders: readonly Reference[];
  readonly gaps: readonly { readonly gap: ChainGap; readonly meaning: string }[];
  /** Links of the unit that do not carry command, or that neither show nor exclude the day. */
  readonly otherLinks: readonly DossierItem[];
}

/** All claims by which one unit stands under another in one way. */
export interface DossierLink {
  /** L1, L2 … within its chain. */
  readonly label: string;
  readonly subordinateId: string;
  readonly superiorId: string;
  readonly kind: string;
  /** The firmest among its claims. */
  readonly cover: Cover;
  readonly independentPublishers: number;
  /** Whether all of it rests on one publisher, with those that repeat it. */
  readonly singlePublisher: boolean;
  readonly items: readonly DossierItem[];
}

export interface DossierChain {
  /** The unit at its foot. */
  readonly unit: Reference;
  readonly on: string;
  /** From the foot upward. */
  readonly levels: readonly { readonly level: number; readonly units: readonly DossierUnit[] }[];
  readonly links: readonly DossierLink[];
  readonly warnings: readonly string[];
}

/** Who names a unit or person for the incident, and for what part. */
export interface DossierAttribution {
  readonly by: Reference;
  readonly mode: Word<typeof ATTRIBUTION_MODE>;
  readonly item: DossierItem;
}

export interface DossierNamed {
  /** The unit or person that sources name for the incident. */
  readonly subject: Reference;
  readonly attributions: readonly DossierAttribution[];
  /** The units whose chains stand in this dossier on its account. */
  readonly chains: readonly Reference[];
}

/** Who is named for the incident, and the chain above each unit once. */
export function chainsOf(
  file: CaseFile,
  incident: IncidentEntry,
  personIds: readonly string[],
  day: string,
  list: ExhibitList,
) {
  const found = incidentChains(file, incident, day);
  const named: DossierNamed[] = found.map(({ subject, attributions, chains }) => ({
    subject,
    attributions: attributionsOf(file, attributions, list),
    chains: chains.map(({ unit }) => unit),
  }));
  const once = new Map(found.flatMap(({ chains }) => chains).map((chain) => [chain.unit.id, chain]));
  return { named, chains: [...once.values()].map((chain) => chainOf(file, chain, personIds, list)) };
}

function attributionsOf(file: CaseFile, items: readonly EvidenceItem[], list: ExhibitList): DossierAttribution[] {
  const claims = new Map(file.attributions.map((claim) => [claim.id, claim]));
  return items.flatMap((item) => {
    const claim = claims.get(item.id);
    return claim ? [{ by: refOf(file, claim.byId), mode: claim.mode, item: list.item(item) }] : [];
  });
}

function chainOf(file: CaseFile, chain: SourcedChain, personIds: readonly string[], list: ExhibitList): DossierChain {
  const { unit, on, levels, warnings } = chain;
  return {
    unit,
    on,
    levels: levels.map(({ level, units }) => ({ level, units: units.map((one) => unitOf(one, personIds, list)) })),
    links: linksOf(
      file,
      levels.flatMap(({ units }) => units.flatMap(({ links }) => links)),
      list,
    ),
    warnings,
  };
}

function unitOf(
  { unit, posts, competingHolders, gaps, otherLinks }: SourcedUnit,
  personIds: readonly string[],
  list: ExhibitList,
): DossierUnit {
  return {
    unit,
    posts: posts.map(({ person, role, cover, items }) => ({
      person,
      isSubject: personIds.includes(person.id),
      role,
      cover,
      items: list.items(items),
    })),
    competingHolders,
    gaps: gaps.map((gap) => ({ gap, meaning: CHAIN_GAPS[gap] })),
    otherLinks: list.items(otherLinks),
  };
}

function linksOf(file: CaseFile, items: readonly EvidenceItem[], list: ExhibitList): DossierLink[] {
  const claims = new Map(file.links.map((link) => [link.id, link]));
  const linkItems = items.flatMap((item) => {
    const claim = claims.get(item.id);
    return claim ? [{ claim, item }] : [];
  });
  const groups = groupBy(linkItems, ({ claim }) => relation(claim));
  return [...groups.values()].flatMap((group, index) => {
    const [first] = group;
    if (!first) return [];
    const { subordinateId, superiorId, kind } = first.claim;
    const publishers = independentPublishers(
      file,
      group.flatMap(({ claim }) => claim.citations),
    );
    return [
      {
        label: `L${index + 1}`,
        subordinateId,
        superiorId,
        kind,
        cover: firmest(group.map(({ item }) => item.cover ?? 'NONE')),
        independentPublishers: publishers,
        singlePublisher: publishers < 2,
        items: list.items(group.map(({ item }) => item)),
      },
    ];
  });
}

const relation = ({ subordinateId, superiorId, kind }: LinkEntry) => `${subordinateId} ${superiorId} ${kind}`;
const firmest = (covers: readonly Cover[]): Cover => COVERS.find((cover) => covers.includes(cover)) ?? 'NONE';
