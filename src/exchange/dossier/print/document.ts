import type { Dossier } from '../dossier.rules.js';
import type { DossierPerson } from '../person-part.rules.js';
import { type Block, numbered, text } from './block.js';
import { chainSection } from './chains.js';
import { Elsewhere } from './elsewhere.js';
import { exhibitsSection } from './exhibits.js';
import { findingsSection } from './findings.js';
import { incidentSection } from './incident.js';
import { againstBlocks, matrixBlocks, missingBlocks, rulesBlocks } from './matrix.js';
import { method } from './method.js';
import { noticeBlocks } from './notices.js';
import { personFacts } from './person.js';
import { titleOf, titlePage } from './title.js';
import { citing } from './wording.js';

/** A dossier or a case file as blocks: the one order and the one wording of every printed form. */

export interface PrintedDocument {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly blocks: readonly Block[];
}

export function documentOf(dossier: Dossier): PrintedDocument {
  const { about, incident, madeBy } = dossier;
  return {
    title: titleOf(dossier),
    subject: incident.title,
    author: madeBy.name,
    blocks: [...titlePage(dossier), ...numbered(about === 'PERSON' ? dossierBlocks(dossier) : caseBlocks(dossier))],
  };
}

function dossierBlocks(dossier: Dossier): Block[] {
  const cite = citing(dossier);
  return [
    ...method(dossier),
    ...dossier.people.flatMap((part): Block[] => [
      { is: 'HEADING', depth: 1, text: 'The person', anchor: 'person' },
      ...personFacts(dossier, part, cite),
    ]),
    ...incidentSection(dossier, cite),
    ...findingsSection(dossier, cite),
    ...chainSection(dossier, cite),
    ...dossier.people.flatMap((part): Block[] => [
      { is: 'HEADING', depth: 1, text: 'The elements of the legal tests', anchor: 'elements' },
      ...assessment(dossier, part, cite, 'subject'),
    ]),
    ...closing(dossier),
  ];
}

/** What is common stands once; then each person in the same form. */
function caseBlocks(dossier: Dossier): Block[] {
  const cite = citing(dossier);
  return [
    ...method(dossier),
    ...incidentSection(dossier, cite),
    ...findingsSection(dossier, cite),
    ...chainSection(dossier, cite),
    ...(dossier.people.length === 0
      ? [text('No person stands in the chain of command or is named for the incident in this graph.')]
      : []),
    ...dossier.people.flatMap((part): Block[] => [
      { is: 'HEADING', depth: 1, text: part.person.name, anchor: part.person.id },
      ...personFacts(dossier, part, cite),
      ...assessment(dossier, part, cite, part.person.id),
    ]),
    ...closing(dossier),
  ];
}

/** What stands once at the end, whoever the document is about. */
const closing = (dossier: Dossier): Block[] => [
  ...section('Rules of law applied', 'rules', rulesBlocks(dossier.people)),
  ...section('What is missing in this graph', 'missing', missingBlocks(dossier, dossier.people)),
  ...exhibitsSection(dossier),
];

/** A section under its heading, or nothing where it is empty. */
const section = (heading: string, anchor: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ is: 'HEADING', depth: 1, text: heading, anchor }, ...blocks];

function assessment(dossier: Dossier, part: DossierPerson, cite: ReturnType<typeof citing>, key: string): Block[] {
  const elsewhere = new Elsewhere(dossier, part, cite);
  return [
    ...matrixBlocks(dossier, part, elsewhere, key),
    { is: 'HEADING', depth: 2, text: 'What weighs against', anchor: `against-${key}` },
    ...againstBlocks(part, elsewhere),
    { is: 'HEADING', depth: 2, text: 'What could have become known, and when', anchor: `notice-${key}` },
    ...noticeBlocks(dossier, part, cite),
  ];
}
