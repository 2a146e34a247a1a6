import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { peopleAimedAt } from '../case-file/conduct.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { whyNotAssessed } from '../command/assessable.rules.js';
import type { CommandResponsibility, PersonNotAssessed, ResponsibilityMatrix } from './command-responsibility.type.js';
import { elementAnswer, elementRules } from './elements.rules.js';
import { type FrameworkName, frameworkOf } from './frameworks.rules.js';
import { LEGAL_RULES, RULE_IDS, type RuleId } from './legal-rules.rules.js';
import { placeOf } from './place.rules.js';
import { presumptionOf } from './presumption.rules.js';
import { situationOf } from './situation.rules.js';

/** The matrix of a person whom sources link to the incident, or else a sentence that says why there is none. */
export function assessmentOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  day: string,
): Pick<CommandResponsibility, 'person' | 'incident' | 'matrix' | 'notAssessed'> {
  const notAssessed = whyNotAssessed(file, incident, personId, day);
  const matrix = notAssessed === null ? responsibilityOf(file, incident, personId, framework, day) : null;
  return { person: refOf(file, personId), incident: refOf(file, incident.id), matrix, notAssessed };
}

/** People at whom the conduct of an incident is aimed, with the sentence that says so. */
export const notAssessedOn = (file: CaseFile, incident: IncidentEntry, day: string): PersonNotAssessed[] =>
  peopleAimedAt(file, incident.id).map((personId) => ({
    person: refOf(file, personId),
    because: whyNotAssessed(file, incident, personId, day) ?? '',
  }));

/** What the sources give on one person and one incident, element by element. Never a verdict, never a score. */
export function responsibilityOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  day: string,
): ResponsibilityMatrix {
  const situation = situationOf(file, incident, personId, framework, day);
  const elements = frameworkOf(framework).elements.map((name) => elementAnswer(situation, name, elementRules(name)));
  const applied = new Set<RuleId>(['R15', ...elements.flatMap(({ because }) => because)]);
  return {
    person: refOf(file, personId),
    incident: refOf(file, incident.id),
    on: day,
    framework,
    presumption: presumptionOf(situation),
    place: placeOf(situation),
    elements,
    rules: RULE_IDS.filter((id) => applied.has(id)).map((id) => ({ id, ...LEGAL_RULES[id] })),
  };
}
