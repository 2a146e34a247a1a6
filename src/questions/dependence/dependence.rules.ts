import { type Steps, stepsOver } from '../../model/steps.js';
import type { EvidenceItem, Reference } from '../case-file/answer.type.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { assessedDays } from '../case-file/incident-day.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { without } from '../case-file/narrow.rules.js';
import { peopleThrough } from '../command/people-above.rules.js';
import { responsibilityOver } from '../command-responsibility/command-responsibility.rules.js';
import type { ElementName, FrameworkName } from '../command-responsibility/frameworks.rules.js';
import type { Grade } from '../command-responsibility/grade.rules.js';
import { incidentChains } from '../incident-chains/incident-chains.rules.js';
import type { Difference, GradeChange, IncidentDifference, SourceDependence } from './dependence.type.js';

/** Which grades, links and posts of an incident rest on which source: what changes when it is left out. */

interface Picture {
  readonly grades: ReadonlyMap<
    string,
    { readonly person: Reference; readonly element: ElementName; readonly grade: Grade }
  >;
  readonly chain: ReadonlyMap<string, EvidenceItem>;
  readonly hasIncident: boolean;
}

/** What changes from one file to another about an incident, for these people or everybody in either chain. */
export function* differenceBetween(
  before: CaseFile,
  after: CaseFile,
  incidentId: string,
  framework: FrameworkName,
  on: string | null,
): Steps<Difference> {
  const people = [...new Set([before, after].flatMap((file) => peopleIn(file, incidentId, on)))];
  return difference(
    yield* pictureOf(before, incidentId, framework, on, people),
    yield* pictureOf(after, incidentId, framework, on, people),
  );
}

/** For each report, and each finding on the incident: what changes without it. What changes nothing is left out. */
export function* dependenceOn(
  file: CaseFile,
  incident: IncidentEntry,
  framework: FrameworkName,
  on: string | null,
): Steps<SourceDependence[]> {
  const people = peopleIn(file, incident.id, on);
  const whole = yield* pictureOf(file, incident.id, framework, on, people);
  const findings = file.findings.filter(({ concernsIds }) => concernsIds.includes(incident.id)).map(({ id }) => id);
  const sources: SourceDependence[] = [];
  for (const id of [...findings, ...file.reports.keys()]) {
    const change = difference(whole, yield* pictureOf(without(file, id), incident.id, framework, on, people));
    if (changes(change)) sources.push({ source: refOf(file, id), difference: change });
  }
  return sources;
}

/** What changes about each of some incidents from one file to another. Those about which nothing does are left out. */
export function* differencesFor(
  incidentIds: readonly string[],
  before: CaseFile,
  after: CaseFile,
  framework: FrameworkName,
): Steps<IncidentDifference[]> {
  const incidents: IncidentDifference[] = [];
  for (const id of incidentIds) {
    const change = yield* differenceBetween(before, after, id, framework, null);
    if (changes(change)) incidents.push({ incident: refOf(before, id), difference: change });
  }
  return incidents;
}

/** Whether anything changes but the incident's own place in the file. */
const changes = ({ grades, lost, gained }: Difference) => grades.length + lost.length + gained.length > 0;

const incidentOf = (file: CaseFile, id: string) => file.incidents.find((one) => one.id === id);

function peopleIn(file: CaseFile, incidentId: string, on: string | null): string[] {
  const incident = incidentOf(file, incidentId);
  return incident ? peopleThrough(file, incident, assessedDays(file, incident, on).days) : [];
}

function* pictureOf(
  file: CaseFile,
  incidentId: string,
  framework: FrameworkName,
  on: string | null,
  people: readonly string[],
): Steps<Picture> {
  const incident = incidentOf(file, incidentId);
  if (!incident) return { grades: new Map(), chain: new Map(), hasIncident: false };
  const { day, days } = assessedDays(file, incident, on);
  const grades = yield* stepsOver(people, (personId) => {
    const { person, elements } = responsibilityOver(file, incident, personId, framework, days);
    return elements.map(({ element, grade }) => [`${personId} ${element}`, { person, element, grade }] as const);
  });
  const chain = incidentChains(file, incident, day)
    .flatMap(({ chains }) => chains.flatMap(({ levels }) => levels.flatMap(({ units }) => units)))
    .flatMap(({ links, posts }) => [...links, ...posts.flatMap(({ items }) => items)]);
  return { grades: new Map(grades.flat()), chain: new Map(chain.map((item) => [item.id, item])), hasIncident: true };
}

function difference(before: Picture, after: Picture): Difference {
  const missing = (from: Picture, to: Picture) => [...from.chain.values()].filter(({ id }) => !to.chain.has(id));
  const keys = new Set([...before.grades.keys(), ...after.grades.keys()]);
  return {
    grades: [...keys].flatMap((key): GradeChange[] => {
      const [was, is] = [before.grades.get(key), after.grades.get(key)];
      const change = was ?? is;
      const [from, to] = [was?.grade ?? 'NO_EVIDENCE', is?.grade ?? 'NO_EVIDENCE'] as const;
      return change && from !== to ? [{ person: change.person, element: change.element, before: from, after: to }] : [];
    }),
    lost: missing(before, after),
    gained: missing(after, before),
    incidentLost: before.hasIncident && !after.hasIncident,
  };
}
