import { coverOrder, joinedDays } from '../../model/date-range.js';
import type { EvidenceItem } from '../case-file/answer.type.js';
import type { CaseFile } from '../case-file/case-file.rules.js';
import { throughLinked } from '../case-file/linked-incidents.rules.js';
import type { AssessedCase } from './assessed-cases.rules.js';
import type { ElementAnswer } from './command-responsibility.type.js';
import { elementAnswer, elementRules } from './elements.rules.js';
import type { ElementName } from './frameworks.rules.js';
import { stronger } from './grade.rules.js';
import { RULE_IDS } from './legal-rules.rules.js';

/**
 * One element over all days and linked incidents: the best grade that one case gives, and the days for which it does. So
 * neither a day nor a part that is added ever lowers what the others show. What weighs against an element in a case that
 * does not give the grade is shown as context, but for decisions: an acquittal is not of one day.
 */
export function combinedElement(file: CaseFile, name: ElementName, cases: readonly AssessedCase[]): ElementAnswer {
  const element = elementRules(name);
  const answers = cases.map((one) => ({
    ...one,
    answer: labelled(file, one, elementAnswer(one.situation, name, element)),
  }));
  const speaking = answers.filter(({ speaks }) => speaks);
  const grade = speaking.map(({ answer }) => answer.grade).reduce(stronger, 'NO_EVIDENCE');
  const best = speaking.filter(({ answer }) => answer.grade === grade);
  const rest = answers.filter((one) => !best.includes(one));
  const from = (some: typeof answers, items: (answer: OneAnswer) => readonly EvidenceItem[]) =>
    firmest(some.flatMap(({ answer }) => items(answer)));
  const supporting = from(speaking, (answer) => answer.supporting);
  const weighingAgainst = firmest([
    ...from(best, (answer) => answer.weighingAgainst),
    ...from(speaking, (answer) => answer.weighingAgainst).filter(({ label }) => label === 'Finding'),
  ]);
  const graded = new Set([...supporting, ...weighingAgainst].map(({ id }) => id));
  const own = best.filter(({ linked }) => linked === null);
  const reasons = own.length > 0 ? own : best;
  const rules = new Set(reasons.flatMap(({ answer }) => answer.because));
  return {
    element: name,
    grade,
    because: RULE_IDS.filter((rule) => rules.has(rule)),
    holdsFor: grade === 'NO_EVIDENCE' ? [] : joinedDays(best.map(({ days }) => days)),
    supporting,
    weighingAgainst,
    context: firmest([
      ...from(answers, (answer) => answer.context),
      ...from(rest, (answer) => [...answer.supporting, ...answer.weighingAgainst]),
    ]).filter(({ id }) => !graded.has(id)),
    missing: [...new Set(reasons.flatMap(({ answer }) => answer.missing))],
  };
}

type OneAnswer = ReturnType<typeof elementAnswer>;

/** What says nothing of the linked incident, such as the posts of a person, is no news from a case that is only background. */
const ON_INCIDENTS = ['Incident', 'Attribution', 'Finding', 'Indicator', 'Measure'];

/** The answer on a linked incident, with that incident named on each item. */
function labelled(file: CaseFile, { linked, speaks }: AssessedCase, answer: OneAnswer): OneAnswer {
  if (!linked) return answer;
  const through = (items: readonly EvidenceItem[]) =>
    items
      .filter(({ label }) => speaks || ON_INCIDENTS.includes(label))
      .map((item) => throughLinked(file, item, linked));
  const { supporting, weighingAgainst, context } = answer;
  return {
    ...answer,
    supporting: through(supporting),
    weighingAgainst: through(weighingAgainst),
    context: speaks ? through(context) : [],
  };
}

/** Each item once: that of the incident itself rather than that of a linked one, and with the firmest cover of all days. */
function firmest(items: readonly EvidenceItem[]): EvidenceItem[] {
  const found = new Map<string, EvidenceItem>();
  for (const item of items) {
    const other = found.get(item.id);
    const isFirmer = other && coverOrder(item.cover) < coverOrder(other.cover);
    if (!other || (isFirmer && !item.throughIncident)) found.set(item.id, item);
  }
  return [...found.values()];
}
