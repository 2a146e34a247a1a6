import type { EvidenceItem } from '../case-file/answer.type.js';
import { isChecked } from '../case-file/case-file.rules.js';
import { itemOf } from '../case-file/item.rules.js';
import type { ElementAnswer } from './command-responsibility.type.js';
import { causation } from './elements/causation.rules.js';
import { accusationsInWords, isAccusation } from './elements/decisions.rules.js';
import { effectiveControl } from './elements/effective-control.rules.js';
import { type Element, type Evidence, rulesUnder, statementOf } from './elements/element.rules.js';
import { failureToPrevent } from './elements/failure-to-prevent.rules.js';
import { failureToPunish } from './elements/failure-to-punish.rules.js';
import { withFindingsOnPerson } from './elements/findings-on-person.rules.js';
import { kindOfSuperior } from './elements/kind-of-superior.rules.js';
import { knowledge } from './elements/knowledge.rules.js';
import { participation } from './elements/participation.rules.js';
import { perpetratorLink } from './elements/perpetrator-link.rules.js';
import { subordination } from './elements/subordination.rules.js';
import { superiorStatus } from './elements/superior-status.rules.js';
import { temporalCoincidence } from './elements/temporal-coincidence.rules.js';
import { underlyingCrime } from './elements/underlying-crime.rules.js';
import { withinResponsibility } from './elements/within-responsibility.rules.js';
import type { ElementName } from './frameworks.rules.js';
import { gradeUnder } from './grade.rules.js';
import { RULE_IDS } from './legal-rules.rules.js';
import type { Situation } from './situation.rules.js';

const ELEMENTS: Readonly<Record<ElementName, Element>> = {
  UNDERLYING_CRIME: underlyingCrime,
  PERPETRATOR_LINK: perpetratorLink,
  SUPERIOR_STATUS: superiorStatus,
  KIND_OF_SUPERIOR: kindOfSuperior,
  SUBORDINATION: subordination,
  EFFECTIVE_CONTROL: effectiveControl,
  TEMPORAL_COINCIDENCE: temporalCoincidence,
  KNOWLEDGE: knowledge,
  WITHIN_RESPONSIBILITY: withinResponsibility,
  FAILURE_TO_PREVENT: failureToPrevent,
  FAILURE_TO_PUNISH_OR_SUBMIT: failureToPunish,
  CAUSATION: causation,
  COMMON_PLAN: participation('COMMON_PLAN'),
  CONTRIBUTION: participation('CONTRIBUTION'),
  CONTROL_OF_CRIME: participation('CONTROL_OF_CRIME'),
  ORDER: participation('ORDER'),
  ASSISTANCE: participation('ASSISTANCE'),
  INTENT: participation('INTENT'),
};

/** An element by its name, with what findings on the person add to it. */
export const elementRules = (name: ElementName): Element => withFindingsOnPerson(name, ELEMENTS[name]);

/** The answer on one element: a grade, why, what speaks for and against it, and what is missing. */
export function elementAnswer(
  situation: Situation,
  name: ElementName,
  element: Element,
): Omit<ElementAnswer, 'holdsFor'> {
  const { file } = situation;
  const assessment = element.assess(situation);
  const evidence = Object.values(assessment.supporting).flatMap((some) => some ?? []);
  const supporting = evidence.filter((one) => isChecked(statementOf(one)));
  const unchecked = evidence.filter((one) => !isChecked(statementOf(one)));
  const items = (some: readonly Evidence[]) => unique(some.map((one) => itemFor(situation, one)));
  const isAlleged = supporting.length > 0 && supporting.every((one) => isAccusation(file, statementOf(one)));
  const rules = isAlleged ? rulesUnder({}, assessment).add('R21') : rulesUnder(element.ceilings, assessment);
  return {
    element: name,
    grade: gradeUnder(element.ceilings, file, assessment),
    because: RULE_IDS.filter((rule) => rules.has(rule)),
    supporting: items(supporting),
    weighingAgainst: items(assessment.against),
    context: items([...(assessment.context ?? []), ...unchecked]),
    missing: [
      ...(isAlleged ? [evidenceBeside(supporting)] : []),
      ...assessment.missing.filter((sentence) => sentence !== false),
    ],
  };
}

function itemFor({ file }: Situation, evidence: Evidence): EvidenceItem {
  const statement = statementOf(evidence);
  return itemOf(file, statement, {
    cover: statement.cover ?? null,
    marks: 'statement' in evidence ? evidence.marks : [],
  });
}

/** What is missing where only accusations speak: they are named, and whether they leave the mode of liability open. */
function evidenceBeside(accusations: readonly Evidence[]): string {
  const isOpen = accusations.every((one) => 'statement' in one && one.marks.includes('MODES_IN_THE_ALTERNATIVE'));
  const alternative = isOpen ? ', and it leaves open whether by this mode or by others that it names' : '';
  return `Evidence other than an accusation: only ${accusationsInWords(accusations.map(statementOf))} says so${alternative}.`;
}

const unique = (items: readonly EvidenceItem[]) => [...new Map(items.map((item) => [item.id, item])).values()];
