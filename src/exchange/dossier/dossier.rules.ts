import type { Days, ImpreciseRange } from '../../model/date-range.js';
import type { View } from '../../model/lens.js';
import { SOFTWARE } from '../../model/software.js';
import type { AnswerBasis, EvidenceItem, Reference } from '../../questions/case-file/answer.type.js';
import { withBasis } from '../../questions/case-file/basis.rules.js';
import type { CaseFile, IncidentEntry } from '../../questions/case-file/case-file.rules.js';
import { decisionsComplainedOf, findingsOn } from '../../questions/case-file/conduct.rules.js';
import { itemOf } from '../../questions/case-file/item.rules.js';
import { type LinkMark, linkedItems } from '../../questions/case-file/linked-incidents.rules.js';
import { responsibilityOver } from '../../questions/command-responsibility/command-responsibility.rules.js';
import { type FrameworkName, frameworkOf } from '../../questions/command-responsibility/frameworks.rules.js';
import { chainsOf, type DossierChain, type DossierNamed } from './chains.rules.js';
import { type DossierItem, type Exhibit, ExhibitList, type WithExhibits } from './exhibits.rules.js';
import { type DossierFinding, findingsPart } from './findings-part.rules.js';
import { type DossierPerson, personPart } from './person-part.rules.js';
import type { IncidentPortrait, PortraitFact, Portraits } from './portrait.rules.js';

/**
 * All that the graph gives on an incident and one person (a dossier) or everybody in the chain (a case file), as a
 * document whose every line names its exhibits.
 */
export interface Dossier {
  readonly about: 'PERSON' | 'INCIDENT';
  /** What made it, and on which day: the content hash does not depend on either. */
  readonly madeBy: typeof SOFTWARE;
  readonly madeOn: string;
  readonly incident: DossierIncident;
  /** The days for which everything is assessed. */
  readonly days: Days;
  readonly frameworks: readonly DossierFramework[];
  readonly warnings: readonly string[];
  readonly people: readonly DossierPerson[];
  readonly findings: readonly DossierFinding[];
  readonly named: readonly DossierNamed[];
  readonly chains: readonly DossierChain[];
  readonly exhibits: readonly Exhibit[];
  readonly basis: AnswerBasis;
}

export interface DossierFramework {
  readonly name: FrameworkName;
  readonly title: string;
  readonly basis: string;
  /** Null for a test that does not ask for it. */
  readonly knowledge: string | null;
}

export interface DossierIncident extends Omit<IncidentPortrait, 'casualties' | 'facts'> {
  readonly id: string;
  readonly title: string;
  readonly range: ImpreciseRange;
  readonly casualties: readonly WithExhibits<PortraitFact>[];
  readonly facts: readonly WithExhibits<PortraitFact>[];
  readonly linked: readonly LinkedToIncident[];
  readonly item: DossierItem;
}

/** An incident that sources link with that of the dossier, and the claims that link them. */
export interface LinkedToIncident {
  readonly incident: Reference;
  readonly mark: LinkMark;
  readonly links: readonly DossierItem[];
}

/** What a dossier is asked for, once its case is open and its portraits are read. */
export interface DossierQuestion {
  readonly about: Dossier['about'];
  readonly file: CaseFile;
  readonly view: View;
  readonly incident: IncidentEntry;
  readonly personIds: readonly string[];
  readonly frameworks: readonly FrameworkName[];
  readonly days: Days;
  /** The day as of which the status of cases is given. */
  readonly statusDay: string;
  readonly warnings: readonly string[];
  readonly portraits: Portraits;
  readonly madeOn: string;
}

/** The dossier of a case. The same case brings the same content hash on any day. */
export function dossierOf(question: DossierQuestion): Dossier {
  const { about, file, view, incident, personIds, frameworks, days, warnings, madeOn } = question;
  const list = new ExhibitList();
  const onIncident = incidentPart(question, list);
  const assessed = personIds.map((id) => ({
    id,
    matrices: frameworks.map((framework) => responsibilityOver(file, incident, id, framework, days)),
  }));
  // The chains of a dossier are those of the day on which they lead to its person; those of a case file, of the first day.
  const subjects = about === 'PERSON' ? assessed : [];
  const on = subjects[0]?.matrices[0]?.place.on ?? days.from;
  const { named, chains } = chainsOf(
    file,
    incident,
    subjects.map(({ id }) => id),
    on,
    list,
  );
  const people = assessed.map(({ id, matrices }) => personPart(question, id, matrices, list));
  const answer = {
    incident: onIncident,
    days,
    frameworks: frameworks.map((name) => {
      const { title, basis, knowledge } = frameworkOf(name);
      return { name, title, basis, knowledge: knowledge?.test ?? null };
    }),
    warnings,
    people,
    findings: findingsPart(file, findingsIn(file, incident, people), question.portraits.summaries, list),
    named,
    chains,
    exhibits: list.all(),
  };
  const of = { incident: incident.id, frameworks, ...days };
  const asking = about === 'PERSON' ? { dossier: { person: personIds[0], ...of } } : { caseFile: of };
  return { about, madeBy: SOFTWARE, madeOn, ...withBasis(file, view, asking, answer) };
}

function incidentPart({ file, incident, portraits }: DossierQuestion, list: ExhibitList): DossierIncident {
  const { casualties, facts, ...portrait } = portraits.incident;
  return {
    id: incident.id,
    title: incident.title,
    range: incident.range,
    ...portrait,
    item: list.item(itemOf(file, incident)),
    casualties: list.items(casualties),
    facts: list.items(facts),
    linked: linkedItems(file, incident).map((linked) => ({ ...linked, links: list.items(linked.links) })),
  };
}

/** The findings on the incident, and those that the parts on people name beside them. */
function findingsIn(file: CaseFile, { id }: IncidentEntry, people: readonly DossierPerson[]): ReadonlySet<string> {
  const own = [...findingsOn(file, id), ...decisionsComplainedOf(file, id)].map((finding) => finding.id);
  const isFinding = ({ label }: Pick<EvidenceItem, 'label'>) => label === 'Finding';
  const named = people.flatMap(({ matrices, caseStatus }) => [
    ...caseStatus.elsewhere,
    ...matrices.flatMap(({ elements }) =>
      elements.flatMap(({ supporting, weighingAgainst, context }) => [...supporting, ...weighingAgainst, ...context]),
    ),
  ]);
  return new Set([...own, ...named.filter(isFinding).map((item) => item.id)]);
}
