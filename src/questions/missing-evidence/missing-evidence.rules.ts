import type { Days } from '../../model/date-range.js';
import { type Steps, stepsOver } from '../../model/steps.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { CHAIN_GAPS } from '../command/chain-gap.rules.js';
import { peopleThrough } from '../command/people-above.rules.js';
import { responsibilityOver } from '../command-responsibility/command-responsibility.rules.js';
import type { FrameworkName } from '../command-responsibility/frameworks.rules.js';
import { incidentChains } from '../incident-chains/incident-chains.rules.js';
import type { AffectedElement, MissingEvidence, MissingFact } from './missing-evidence.type.js';

export function* missingEvidence(
  file: CaseFile,
  incident: IncidentEntry,
  framework: FrameworkName,
  days: Days,
): Steps<Omit<MissingEvidence, 'incident' | 'framework' | 'basis'>> {
  const units = incidentChains(file, incident, days.from)
    .flatMap(({ chains }) => chains.flatMap(({ levels }) => levels.flatMap((level) => level.units)))
    .filter((unit, index, all) => all.findIndex((other) => other.unit.id === unit.unit.id) === index);
  const items = units.flatMap(({ links, posts }) => [...links, ...posts.flatMap((post) => post.items)]);
  return {
    missingFacts: yield* missingFactsFor(file, incident, framework, days),
    gaps: units.flatMap(({ unit, gaps }) => gaps.map((gap) => ({ unit, gap, sentence: CHAIN_GAPS[gap] }))),
    singleSource: items.filter(({ independentPublishers }) => independentPublishers === 1),
    notFirm: items.filter(({ firm }) => !firm),
  };
}

function* missingFactsFor(
  file: CaseFile,
  incident: IncidentEntry,
  framework: FrameworkName,
  days: Days,
): Steps<MissingFact[]> {
  const bearings = new Map<string, AffectedElement[]>();
  const matrices = yield* stepsOver(peopleThrough(file, incident, days), (personId) =>
    responsibilityOver(file, incident, personId, framework, days),
  );
  for (const { person, elements } of matrices) {
    for (const { element, grade, missing } of elements)
      for (const sentence of missing)
        bearings.set(sentence, [...(bearings.get(sentence) ?? []), { person, element, grade }]);
  }
  return [...bearings]
    .map(([sentence, bearsOn]) => ({ sentence, bearsOn }))
    .sort((a, b) => b.bearsOn.length - a.bearsOn.length || (a.sentence < b.sentence ? -1 : 1));
}
