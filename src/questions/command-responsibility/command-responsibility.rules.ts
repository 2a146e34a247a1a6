import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { refOf } from '../case-file/item.rules.js';
import type { ResponsibilityMatrix } from './command-responsibility.type.js';
import { elementAnswer, elementRules } from './elements.rules.js';
import { FRAMEWORKS, type FrameworkName } from './frameworks.rules.js';
import { LEGAL_RULES, RULE_IDS, type RuleId } from './legal-rules.rules.js';
import { placeOf } from './place.rules.js';
import { presumptionOf } from './presumption.rules.js';
import { situationOf } from './situation.rules.js';

/** What the sources give on one person and one incident, element by element. Never a verdict, never a score. */
export function responsibilityOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  day: string,
): ResponsibilityMatrix {
  const situation = situationOf(file, incident, personId, framework, day);
  const elements = FRAMEWORKS[framework].elements.map((name) => elementAnswer(situation, name, elementRules(name)));
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
