import { BASIS, BRIEF_ITEM, MATRIX, SOURCED_CHAIN } from './competency.js';

/** Each question of command responsibility once, with all that its answer holds, under a lens. */

const CHANGES = `difference { incidentLost grades { person { id } element before after }
  lost { ...Item } gained { ...Item } }`;
const NOTICES = 'people { person { id } notices { kind on time bearsOn isEarlier incident { id } item { ...Item } } }';
const NAMED = `incidents { incident { id } kinds on unit { id } links attributions { ...Item } path { ...Item } }
  recurring { kind incidents { id } intervalsInDays }`;

const onIncident = (field: string, selected: string) =>
  `query ($incident: ID!, $lens: EvidenceLens) { incident(id: $incident) { answer: ${field} { ${selected} basis { ...Basis } } } }`;

const FRAGMENTS = Object.entries({ Item: BRIEF_ITEM, Basis: BASIS, Matrix: MATRIX, Chain: SOURCED_CHAIN });

/** A question with the fragments that it leads to, which may lead to further ones. */
function complete(source: string): string {
  const more = FRAGMENTS.filter(([name]) => source.includes(`...${name}`) && !source.includes(`fragment ${name} `));
  return more.length === 0 ? source : complete([source, ...more.map(([, text]) => text)].join(' '));
}

const SOURCES: Readonly<Record<string, string>> = {
  'the responsibility of one person': `query ($person: ID!, $incident: ID!, $lens: EvidenceLens) {
    answer: commandResponsibility(person: $person, incident: $incident, lens: $lens) {
      matrix { ...Matrix } warnings basis { ...Basis } } }`,
  'the responsibility of a chain': onIncident('commandResponsibility(lens: $lens)', 'people { ...Matrix } warnings'),
  'the chains above those named': onIncident(
    'chainsOfCommand(lens: $lens)',
    'named { subject { id } attributions { ...Item } chains { ...Chain } } warnings',
  ),
  'the chain above a unit': `query ($unit: ID!, $on: Date!, $lens: EvidenceLens) { unit(id: $unit) {
    answer: chainWithSources(on: $on, lens: $lens) { chain { ...Chain } basis { ...Basis } } } }`,
  'notice to one person': `query ($person: ID!, $incident: ID!, $lens: EvidenceLens) {
    answer: notice(person: $person, incident: $incident, lens: $lens) { ${NOTICES} basis { ...Basis } } }`,
  'notice to a chain': onIncident('notice(lens: $lens)', NOTICES),
  'what depends on which source': onIncident('dependence(lens: $lens)', `sources { source { id } ${CHANGES} }`),
  'one body of evidence against another': `query ($incident: ID!, $lens: EvidenceLens, $other: EvidenceLens!) {
    incident(id: $incident) { answer: compare(lens: $lens, other: $other) { ${CHANGES} basis { ...Basis } } } }`,
  'what depends on a finding': `query ($finding: ID!, $lens: EvidenceLens) { finding(id: $finding) {
    answer: dependents(lens: $lens) { incidents { incident { id } ${CHANGES} } basis { ...Basis } } } }`,
  'what depends on a report': `query ($report: ID!, $incident: ID!, $lens: EvidenceLens) { report(id: $report) {
    answer: dependents(incident: $incident, lens: $lens) { incidents { incident { id } ${CHANGES} } basis { ...Basis } } } }`,
  'what is missing': onIncident(
    'missingEvidence(lens: $lens)',
    'missingFacts { sentence bearsOn { person { id } element grade } } gaps { gap unit { id } } singleSource { ...Item } notFirm { ...Item }',
  ),
  'who came after': onIncident(
    'successors(lens: $lens)',
    'successors { unit { id } person { id } items { ...Item } } steps { ...Item }',
  ),
  'what happened afterwards': onIncident(
    'aftermath(months: 6, lens: $lens)',
    'events { kind on people { id } item { ...Item } }',
  ),
  'which bodies addressed it': onIncident(
    'bodies(lens: $lens)',
    'bodies { body { id } findings { type standard status item { ...Item } } } disagreements { sentence items { ...Item } }',
  ),
  'who held the post': `query ($unit: ID!, $from: Date!, $to: Date!, $lens: EvidenceLens) { unit(id: $unit) {
    answer: commandersBetween(from: $from, to: $to, lens: $lens) { tenures { from to person { id } items { ...Item } }
      gaps { from to } overlaps { from to people { id } } basis { ...Basis } } } }`,
  'incidents of a unit and those below': `query ($unit: ID!, $lens: EvidenceLens) { unit(id: $unit) {
    answer: incidents(lens: $lens) { ${NAMED} basis { ...Basis } } } }`,
  'incidents under a command': `query ($person: ID!, $lens: EvidenceLens) { person(id: $person) {
    answer: incidentsUnderCommand(lens: $lens) { ${NAMED} basis { ...Basis } } } }`,
  'the status of a case': `query ($person: ID!, $to: Date!, $lens: EvidenceLens) { person(id: $person) {
    answer: caseStatus(on: $to, lens: $lens) { stage since findings { status item { ...Item } } basis { ...Basis } } } }`,
};

/** What each question is about, and the question itself. */
export const CASE_QUESTIONS: readonly (readonly [string, string])[] = Object.entries(SOURCES).map(([what, source]) => [
  what,
  complete(source),
]);

/** The content hash of an answer to one of these questions. */
export function contentHashOf(data: unknown): string | undefined {
  return /"contentHash":"([0-9a-f]{64})"/.exec(JSON.stringify(data))?.[1];
}
