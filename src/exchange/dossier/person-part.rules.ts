import {
  type Cover,
  coverOrder,
  type Days,
  type ImpreciseRange,
  joinedDays,
  piecesOf,
} from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import { textOrder } from '../../model/order.js';
import { RESPONSIBILITY_ELEMENT } from '../../model/vocabulary.js';
import type { Reference } from '../../questions/case-file/answer.type.js';
import type { CaseFile, PostingEntry } from '../../questions/case-file/case-file.rules.js';
import { knownRanges, postingsOfPersonOn } from '../../questions/case-file/cover.rules.js';
import { itemOf, refOf } from '../../questions/case-file/item.rules.js';
import { CASE_STAGES, type CaseStage, caseStatusOn } from '../../questions/case-status/case-status.rules.js';
import { isOnDay } from '../../questions/command/posts.rules.js';
import type {
  AppliedRule,
  ElementAnswer,
  PlaceInChain,
  ResponsibilityMatrix,
} from '../../questions/command-responsibility/command-responsibility.type.js';
import type { ElementName, FrameworkName } from '../../questions/command-responsibility/frameworks.rules.js';
import { GRADES, type Grade } from '../../questions/command-responsibility/grade.rules.js';
import {
  earlierBySubordinates,
  NOTICE_BEARINGS,
  NOTICE_KINDS,
  NOTICE_TIMES,
  noticeOf,
} from '../../questions/notice/notice.rules.js';
import type { DossierQuestion } from './dossier.rules.js';
import type { DossierItem, ExhibitList, WithExhibits } from './exhibits.rules.js';
import type { PortraitFact, PortraitName } from './portrait.rules.js';

/** What a dossier says of one person: who it is, which posts, how the case stands, and the matrix under each legal test. */

export interface DossierPerson {
  readonly person: Reference;
  readonly names: readonly WithExhibits<PortraitName>[];
  readonly facts: readonly WithExhibits<PortraitFact>[];
  /** Every post that sources give the person, in the order of time. */
  readonly posts: readonly DossierTenure[];
  readonly presumption: string;
  readonly caseStatus: DossierCaseStatus;
  readonly place: DossierPlace;
  readonly matrices: readonly DossierMatrix[];
  /** The rules of law that the matrices apply. */
  readonly rules: readonly AppliedRule[];
  /** Earlier incidents of the same kind by units that were under the person on the day of those incidents. */
  readonly earlierIncidents: readonly Reference[];
  readonly notices: readonly DossierNotice[];
}

/** Where the person stands to those named; the posts stand for themselves. */
export type DossierPlace = Pick<PlaceInChain, 'on' | 'links' | 'unit' | 'role' | 'kilometres' | 'otherSuperiors'>;

export interface DossierTenure {
  readonly unit: Reference;
  readonly role: string;
  readonly title: string | null;
  readonly rank: string | null;
  readonly appointedBy: Reference | null;
  readonly range: ImpreciseRange;
  /** The days of the assessment for which sources place the person in the post. */
  readonly heldFor: readonly Days[];
  /** The firmest of them. */
  readonly cover: Cover;
  readonly item: DossierItem;
}

/** How proceedings against the person stood, on this incident and on any other. */
export interface DossierCaseStatus {
  readonly on: string;
  readonly stage: CaseStage;
  readonly meaning: string;
  readonly since: string | null;
  /** Decisions of courts and prosecutors against the person that do not concern the incident. */
  readonly elsewhere: readonly DossierItem[];
}

export interface DossierMatrix {
  readonly framework: FrameworkName;
  readonly elements: readonly DossierElement[];
}

export interface DossierElement {
  readonly element: ElementName;
  readonly meaning: string;
  readonly grade: Grade;
  readonly gradeMeaning: string;
  /** The days of the assessment for which it holds. */
  readonly holdsFor: readonly Days[];
  readonly rules: ElementAnswer['because'];
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

export function personPart(
  question: DossierQuestion,
  personId: string,
  matrices: readonly ResponsibilityMatrix[],
  list: ExhibitList,
): DossierPerson {
  const { file, incident, days, portraits } = question;
  const portrait = portraits.people.get(personId);
  const [first] = matrices;
  if (!first) throw new Error('A dossier needs a legal test.');
  const rules = new Map(matrices.flatMap((matrix) => matrix.rules.map((rule) => [rule.id, rule])));
  return {
    person: first.person,
    names: list.items(portrait?.names ?? []),
    facts: list.items(portrait?.facts ?? []),
    posts: postsOf(file, personId, days, list),
    presumption: first.presumption,
    caseStatus: caseStatusIn(question, personId, list),
    place: placeFrom(first.place),
    matrices: matrices.map(({ framework, elements }) => ({
      framework,
      elements: elements.map((element) => elementOf(element, list)),
    })),
    rules: [...rules.values()],
    earlierIncidents: earlierBySubordinates(file, incident, personId).map(({ id }) => refOf(file, id)),
    notices: noticesOf(question, personId, list),
  };
}

const placeFrom = ({ on, links, unit, role, kilometres, otherSuperiors }: PlaceInChain): DossierPlace => ({
  on,
  links,
  unit,
  role,
  kilometres,
  otherSuperiors,
});

function postsOf(file: CaseFile, personId: string, days: Days, list: ExhibitList): DossierTenure[] {
  const own = file.postings.filter((posting) => posting.personId === personId);
  const pieces = piecesOf(days, knownRanges(file, own)).flatMap((piece) =>
    postingsOfPersonOn(file, personId, piece.from).map((posting) => ({ piece, posting })),
  );
  const begin = ({ range }: PostingEntry) => range.first.min;
  return [...groupBy(pieces, ({ posting }) => posting.id).values()]
    .flatMap((some) => {
      const [firmest] = some.map(({ posting }) => posting).sort((a, b) => coverOrder(a.cover) - coverOrder(b.cover));
      const piecesOfPost = some.filter(({ posting }) => isOnDay(posting)).map(({ piece }) => piece);
      return firmest ? [{ posting: firmest, heldFor: joinedDays(piecesOfPost) }] : [];
    })
    .sort((a, b) => textOrder(begin(a.posting), begin(b.posting)) || textOrder(a.posting.id, b.posting.id))
    .map(({ posting, heldFor }) => ({
      unit: refOf(file, posting.atId),
      role: posting.role,
      title: posting.title,
      rank: posting.rank,
      appointedBy: posting.appointedById === null ? null : refOf(file, posting.appointedById),
      range: posting.range,
      heldFor,
      cover: posting.cover,
      item: list.item(itemOf(file, posting, { cover: posting.cover })),
    }));
}

function caseStatusIn(question: DossierQuestion, personId: string, list: ExhibitList): DossierCaseStatus {
  const { file, incident, statusDay: on } = question;
  const { stage, since } = caseStatusOn(file, personId, on, incident.id);
  const elsewhere = caseStatusOn(file, personId, on, null).findings.filter(({ item }) => {
    const finding = file.findings.find(({ id }) => id === item.id);
    return finding?.proofDomain === 'CRIMINAL' && !finding.concernsIds.includes(incident.id);
  });
  return { on, stage, meaning: CASE_STAGES[stage], since, elsewhere: list.items(elsewhere.map(({ item }) => item)) };
}

function elementOf(answer: ElementAnswer, list: ExhibitList): DossierElement {
  const { element, grade, holdsFor, because, supporting, weighingAgainst, context, missing } = answer;
  return {
    element,
    meaning: RESPONSIBILITY_ELEMENT[element],
    grade,
    gradeMeaning: GRADES[grade],
    holdsFor,
    rules: because,
    supporting: list.items(supporting),
    weighingAgainst: list.items(weighingAgainst),
    context: list.items(context),
    missing,
  };
}

function noticesOf({ file, incident, days }: DossierQuestion, personId: string, list: ExhibitList): DossierNotice[] {
  return noticeOf(file, incident, personId, days).map((notice) => ({
    ...notice,
    kindMeaning: NOTICE_KINDS[notice.kind],
    timeMeaning: NOTICE_TIMES[notice.time],
    bearsOnMeaning: NOTICE_BEARINGS[notice.bearsOn],
    item: list.item(notice.item),
  }));
}
