import { groupBy } from '../../model/group.js';
import type { EvidenceItem } from './answer.type.js';
import {
  type CaseFile,
  type IncidentEntry,
  type IncidentLinkEntry,
  isChecked,
  type StatementEntry,
} from './case-file.rules.js';
import { ITEM_MARKS, type ItemMark, itemOf, refOf } from './item.rules.js';

/** Incidents that sources link with another, and what is said of one as evidence on the other: always labelled. */

export interface LinkedIncident {
  readonly incident: IncidentEntry;
  /** What a reader must know of an item that bears on the other incident through this one. */
  readonly mark: LinkMark;
  /** The claims that lead to it, from the other incident on. */
  readonly links: readonly IncidentLinkEntry[];
}

export const LINK_MARKS = [
  'FROM_SAME_EVENT',
  'FROM_THE_WHOLE',
  'FROM_A_PART',
  'FROM_ANOTHER_PART',
] as const satisfies readonly ItemMark[];
export type LinkMark = (typeof LINK_MARKS)[number];

/** How many links are followed one after the other, as in `case-file.cypher.ts`. */
const MAX_LINKS = 5;

type Paths = ReadonlyMap<string, readonly IncidentLinkEntry[]>;
/** Where a link leads from an incident; null where it leads nowhere in that direction. */
type Step = (link: IncidentLinkEntry, from: string) => string | null;

const toWhole: Step = ({ kind, incidentId, withId }, from) =>
  kind === 'PART_OF' && incidentId === from ? withId : null;
const toPart: Step = ({ kind, incidentId, withId }, from) =>
  kind === 'PART_OF' && withId === from ? incidentId : null;
const toAccount: Step = ({ kind, incidentId, withId }, from) => {
  if (kind !== 'SAME_EVENT') return null;
  return incidentId === from ? withId : incidentId;
};

/** The other accounts of the event, its wholes, its parts, and the other parts of its wholes; each once, the closest relation first. */
export function linkedWith(file: CaseFile, incident: IncidentEntry): LinkedIncident[] {
  const links = file.incidentLinks.filter(isChecked);
  if (links.length === 0) return [];
  const ofIncident = groupBy(
    links.flatMap((link) => [link.incidentId, link.withId].map((id) => ({ id, link }))),
    ({ id }) => id,
  );
  const along = (starts: Paths, step: Step, depth = MAX_LINKS): Paths => {
    const paths = new Map(starts);
    let latest = [...starts];
    for (let steps = 0; steps < depth && latest.length > 0; steps += 1) {
      latest = latest.flatMap(([id, path]) =>
        (ofIncident.get(id) ?? []).flatMap(({ link }) => {
          const to = step(link, id);
          if (to === null || paths.has(to)) return [];
          const entry: [string, readonly IncidentLinkEntry[]] = [to, [...path, link]];
          paths.set(...entry);
          return [entry];
        }),
      );
    }
    return paths;
  };
  const accounts = along(new Map([[incident.id, []]]), toAccount);
  const wholes = along(accounts, toWhole);
  const related: readonly (readonly [LinkMark, Paths])[] = [
    ['FROM_SAME_EVENT', accounts],
    ['FROM_THE_WHOLE', wholes],
    ['FROM_A_PART', along(accounts, toPart)],
    ['FROM_ANOTHER_PART', along(wholes, toPart, 1)],
  ];
  const byId = new Map(file.incidents.map((one) => [one.id, one]));
  const ids = new Set([incident.id]);
  return related.flatMap(([mark, paths]) =>
    [...paths].flatMap(([id, path]) => {
      const linked = byId.get(id);
      if (!linked || ids.has(id)) return [];
      ids.add(id);
      return [{ incident: linked, mark, links: path }];
    }),
  );
}

/**
 * Whether what sources say of a linked incident is evidence on the other, and not only background: both are accounts of
 * one event; or one is a part of the other and they are of one kind. An act of aggression does not make each attack in the
 * course of it a crime, and one strike says nothing of the next.
 */
export const speaksFor = ({ incident: linked, mark }: LinkedIncident, incident: IncidentEntry): boolean =>
  mark === 'FROM_SAME_EVENT' ||
  (mark !== 'FROM_ANOTHER_PART' && linked.kinds.some((kind) => incident.kinds.includes(kind)));

/** The linked incidents that are evidence on an incident. */
export const speakingFor = (file: CaseFile, incident: IncidentEntry): LinkedIncident[] =>
  linkedWith(file, incident).filter((linked) => speaksFor(linked, incident));

/** The linked incidents, each with the claims that lead to it as items. */
export const linkedItems = (file: CaseFile, incident: IncidentEntry) =>
  linkedWith(file, incident).map(({ incident: { id }, mark, links }) => ({
    incident: refOf(file, id),
    mark,
    links: links.map((link) => itemOf(file, link)),
  }));

/** Statements on an incident and on linked ones, each once, with its item; that of the incident itself rather than a labelled one. */
export function withItems<S extends StatementEntry>(
  file: CaseFile,
  incident: IncidentEntry,
  linked: readonly LinkedIncident[],
  statementsOn: (incident: IncidentEntry) => readonly S[],
): (S & { readonly item: EvidenceItem })[] {
  const found = new Map<string, S & { readonly item: EvidenceItem }>();
  for (const statement of statementsOn(incident))
    found.set(statement.id, { ...statement, item: itemOf(file, statement) });
  for (const one of linked)
    for (const statement of statementsOn(one.incident))
      if (!found.has(statement.id))
        found.set(statement.id, { ...statement, item: throughLinked(file, itemOf(file, statement), one) });
  return [...found.values()];
}

/** An item as it bears on another incident, through the one of which its sources speak. */
export function throughLinked<I extends EvidenceItem>(file: CaseFile, item: I, { incident, mark }: LinkedIncident): I {
  const marks = new Set<ItemMark>([...item.marks, mark]);
  return {
    ...item,
    marks: (Object.keys(ITEM_MARKS) as ItemMark[]).filter((one) => marks.has(one)),
    throughIncident: refOf(file, incident.id),
  };
}
