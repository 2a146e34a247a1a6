import { type Days, onlyDayOf } from '../../model/date-range.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { peopleAimedAt } from '../case-file/conduct.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { linkedItems } from '../case-file/linked-incidents.rules.js';
import { whyNotAssessed } from '../command/assessable.rules.js';
import { type AssessedCase, casesOf, mainCaseOf } from './assessed-cases.rules.js';
import { combinedElement } from './combined-element.rules.js';
import type {
  AssessedSpan,
  CommandResponsibility,
  PersonNotAssessed,
  ResponsibilityMatrix,
} from './command-responsibility.type.js';
import { type FrameworkName, frameworkOf } from './frameworks.rules.js';
import { LEGAL_RULES, RULE_IDS, type RuleId } from './legal-rules.rules.js';
import { placeOf } from './place.rules.js';
import { presumptionOf } from './presumption.rules.js';

/** The matrix of a person whom sources link to the incident, or else a sentence that says why there is none. */
export function assessmentOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  days: Days,
): Pick<CommandResponsibility, 'person' | 'incident' | 'matrix' | 'notAssessed'> {
  const notAssessed = whyNotAssessed(file, incident, personId, days);
  const matrix = notAssessed === null ? responsibilityOver(file, incident, personId, framework, days) : null;
  return { person: refOf(file, personId), incident: refOf(file, incident.id), matrix, notAssessed };
}

/** People at whom the conduct of an incident is aimed, with the sentence that says so. */
export const notAssessedOn = (file: CaseFile, incident: IncidentEntry, days: Days): PersonNotAssessed[] =>
  peopleAimedAt(file, incident.id).map((personId) => ({
    person: refOf(file, personId),
    because: whyNotAssessed(file, incident, personId, days) ?? '',
  }));

/** What the sources give on one person and one incident on one day, element by element. */
export const responsibilityOf = (
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  day: string,
): ResponsibilityMatrix => responsibilityOver(file, incident, personId, framework, { from: day, to: day });

/**
 * The same over some days of the incident, and with what sources say of the incidents linked with it: the best that they
 * show for each element, with the days for which it holds. Never a verdict, never a score.
 */
export function responsibilityOver(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  days: Days,
): ResponsibilityMatrix {
  const cases = casesOf(file, incident, personId, framework, days);
  const elements = frameworkOf(framework).elements.map((name) => combinedElement(file, name, cases));
  const applied = new Set<RuleId>(['R15', ...elements.flatMap(({ because }) => because)]);
  const { situation } = mainCaseOf(cases);
  return {
    person: refOf(file, personId),
    incident: refOf(file, incident.id),
    on: onlyDayOf(days),
    framework,
    presumption: presumptionOf({ ...situation, file, incident }),
    place: placeOf(situation),
    spans: cases.filter(({ linked }) => linked === null).map(spanOf),
    linkedIncidents: linkedItems(file, incident),
    elements,
    rules: RULE_IDS.filter((id) => applied.has(id)).map((id) => ({ id, ...LEGAL_RULES[id] })),
  };
}

const spanOf = ({ days, situation: { file, heldPosts, path } }: AssessedCase): AssessedSpan => ({
  ...days,
  posts: heldPosts.map((posting) => itemOf(file, posting, posting)),
  links: (path?.links ?? []).map((link) => itemOf(file, link, link)),
});
