import type { View } from '../../model/lens.js';
import { RESPONSIBILITY_ELEMENT } from '../../model/vocabulary.js';
import type { AnswerBasis, Reference } from '../../questions/case-file/answer.type.js';
import { withBasis } from '../../questions/case-file/basis.rules.js';
import type { CaseFile, IncidentEntry } from '../../questions/case-file/case-file.rules.js';
import { itemOf, refOf } from '../../questions/case-file/item.rules.js';
import { responsibilityOf } from '../../questions/command-responsibility/command-responsibility.rules.js';
import type {
  ElementAnswer,
  PlaceInChain,
  PostInPlace,
} from '../../questions/command-responsibility/command-responsibility.type.js';
import {
  type ElementName,
  type FrameworkName,
  frameworkOf,
} from '../../questions/command-responsibility/frameworks.rules.js';
import { GRADES, type Grade } from '../../questions/command-responsibility/grade.rules.js';
import { LEGAL_RULES, type RuleId } from '../../questions/command-responsibility/legal-rules.rules.js';
import {
  earlierBySubordinates,
  NOTICE_BEARINGS,
  NOTICE_KINDS,
  NOTICE_TIMES,
  noticeOf,
} from '../../questions/notice/notice.rules.js';
import { chainsOf, type DossierChain, type DossierNamed } from './chains.rules.js';
import { type DossierItem, type DossierSource, SourceList } from './sources.rules.js';

/** All that the graph gives on one person and one incident, as a document whose every line names its sources. */
export interface Dossier {
  readonly person: Reference;
  readonly incident: DossierItem & { readonly title: string };
  /** The day as of which everything is assessed. */
  readonly on: string;
  /** The presumption of innocence, as it applies to the person for this incident. */
  readonly presumption: string;
  readonly framework: {
    readonly name: FrameworkName;
    readonly title: string;
    readonly basis: string;
    readonly knowledge: string;
  };
  readonly warnings: readonly string[];
  readonly place: DossierPlace;
  readonly elements: readonly DossierElement[];
  /** The rules that the elements name, and the rule on distance. */
  readonly rules: readonly DossierRule[];
  readonly named: readonly DossierNamed[];
  readonly chains: readonly DossierChain[];
  /** Earlier incidents of the same kind by units that were under the person on the day of those incidents. */
  readonly earlierIncidents: readonly Reference[];
  readonly notices: readonly DossierNotice[];
  readonly gaps: readonly DossierGap[];
  readonly sources: readonly DossierSource[];
  readonly basis: AnswerBasis;
}

/** The place of the person, with the posts of the day and the numbers of their sources. */
export interface DossierPlace extends Omit<PlaceInChain, 'posts'> {
  readonly posts: readonly (Omit<PostInPlace, 'items'> & { readonly items: readonly DossierItem[] })[];
}

export interface DossierRule {
  readonly id: RuleId;
  readonly sentence: string;
  readonly basis: string;
}

export interface DossierElement {
  readonly element: ElementName;
  readonly meaning: string;
  readonly grade: Grade;
  readonly gradeMeaning: string;
  readonly rules: readonly DossierRule[];
  readonly supporting: readonly DossierItem[];
  readonly weighingAgainst: readonly DossierItem[];
  /** Shown, but not graded. */
  readonly context: readonly DossierItem[];
  readonly missing: readonly string[];
}

export interface DossierNotice {
  readonly on: string;
  readonly kind: string;
  readonly kindMeaning: string;
  readonly time: string;
  readonly timeMeaning: string;
  readonly bearsOn: string;
  readonly bearsOnMeaning: string;
  readonly incident: Reference;
  readonly isEarlier: boolean;
  readonly item: DossierItem;
}

/** What is missing, at one element or at one unit of a chain. */
export interface DossierGap {
  readonly at: 'ELEMENT' | 'UNIT';
  /** The element, or the name of the unit. */
  readonly where: string;
  readonly missing: readonly string[];
}

/** What a dossier is asked for, once its case is open. */
export interface DossierQuestion {
  readonly file: CaseFile;
  readonly view: View;
  readonly incident: IncidentEntry;
  readonly personId: string;
  readonly framework: FrameworkName;
  readonly day: string;
  readonly warnings: readonly string[];
}

/** The dossier of a case. The same case brings the same bytes. */
export function dossierOf(question: DossierQuestion): Dossier {
  const { file, view, incident, personId, framework, day, warnings } = question;
  const list = new SourceList();
  const matrix = responsibilityOf(file, incident, personId, framework, day);
  const { title, basis, knowledge } = frameworkOf(framework);
  const about = { ...list.item(itemOf(file, incident)), title: incident.title };
  const elements = matrix.elements.map((element) => elementOf(element, list));
  const { named, chains } = chainsOf(file, incident, personId, day, list);
  const notices = noticesOf(question, list);
  const answer = {
    person: matrix.person,
    incident: about,
    on: day,
    presumption: matrix.presumption,
    framework: { name: framework, title, basis, knowledge: knowledge?.test ?? 'not asked by this test' },
    warnings,
    place: { ...matrix.place, posts: matrix.place.posts.map((post) => ({ ...post, items: list.items(post.items) })) },
    elements,
    rules: matrix.rules,
    named,
    chains,
    earlierIncidents: earlierBySubordinates(file, incident, personId).map(({ id }) => refOf(file, id)),
    notices,
    gaps: gapsOf(elements, chains),
    sources: list.all(),
  };
  const questionArgs = { dossier: { person: personId, incident: incident.id, framework, on: day } };
  return withBasis(file, view, questionArgs, answer);
}

function elementOf(answer: ElementAnswer, list: SourceList): DossierElement {
  const { element, grade, because, supporting, weighingAgainst, context, missing } = answer;
  return {
    element,
    meaning: RESPONSIBILITY_ELEMENT[element],
    grade,
    gradeMeaning: GRADES[grade],
    rules: because.map((id) => ({ id, ...LEGAL_RULES[id] })),
    supporting: list.items(supporting),
    weighingAgainst: list.items(weighingAgainst),
    context: list.items(context),
    missing,
  };
}

function noticesOf({ file, incident, personId, day }: DossierQuestion, list: SourceList): DossierNotice[] {
  return noticeOf(file, incident, personId, day).map((notice) => ({
    ...notice,
    kindMeaning: NOTICE_KINDS[notice.kind],
    timeMeaning: NOTICE_TIMES[notice.time],
    bearsOnMeaning: NOTICE_BEARINGS[notice.bearsOn],
    item: list.item(notice.item),
  }));
}

/** Everything that is missing, in one place: by element, then by unit from the foot of each chain upward. */
function gapsOf(elements: readonly DossierElement[], chains: readonly DossierChain[]): DossierGap[] {
  const byElement = elements.map(({ element, missing }) => ({ at: 'ELEMENT' as const, where: element, missing }));
  const units = chains.flatMap(({ levels }) => levels.flatMap((level) => level.units));
  const once = new Map(units.map((unit) => [unit.unit.id, unit]));
  const byUnit = [...once.values()].map(({ unit, gaps, competingHolders }) => ({
    at: 'UNIT' as const,
    where: unit.name,
    missing: [
      ...gaps.map(({ meaning }) => meaning),
      ...(competingHolders.length > 0
        ? [`Sources name several commanders for the same day: ${competingHolders.map(({ name }) => name).join('; ')}.`]
        : []),
    ],
  }));
  return [...byElement, ...byUnit].filter(({ missing }) => missing.length > 0);
}
