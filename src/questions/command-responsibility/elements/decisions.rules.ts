import type { AttributionEntry, CaseFile, FindingEntry, StatementEntry } from '../../case-file/case-file.rules.js';

/** What a decision of a body can carry at all, before any element is assessed. */

export const byCourtBeyondDoubt = (finding: FindingEntry) =>
  finding.bodyKind === 'COURT' &&
  finding.type === 'CONVICTION' &&
  finding.standard === 'BEYOND_REASONABLE_DOUBT' &&
  finding.status === 'ACCEPTED';

/** Findings that blame nobody or a State, or that are about proceedings, support no element against a person. */
export const SUPPORTS_NOTHING: readonly FindingEntry['type'][] = [
  'STATE_RESPONSIBILITY',
  'FAIR_TRIAL_ASSESSMENT',
  'ACQUITTAL',
  'DISCONTINUANCE',
];

/** Decisions that accuse somebody: what they say is yet to be proven. */
const ACCUSING = {
  SUSPICION_NOTICE: 'a notice of suspicion',
  WARRANT: 'a warrant of arrest',
  CHARGE: 'a charge',
  CONFIRMATION: 'a confirmation of charges',
} as const satisfies Partial<Record<FindingEntry['type'], string>>;

export const isAccusing = ({ type }: FindingEntry): boolean => type in ACCUSING;

/** Whether a statement is an accusation, or is said in one: nobody's own evidence (R21). */
export const isAccusation = (file: CaseFile, statement: StatementEntry): boolean =>
  statement.label === 'Finding'
    ? isAccusing(statement)
    : statement.label === 'Attribution' && isSaidInAccusation(file, statement);

/**
 * Whether each report that an attribution cites is one in which the same body accuses, over the same incident, the person
 * or unit to whom it is attributed. What the same page says of somebody else is a statement of its own.
 */
function isSaidInAccusation(file: CaseFile, { byId, toId, incidentId, citations }: AttributionEntry): boolean {
  const accusing = file.findings
    .filter((finding) => isAccusing(finding) && finding.bodyId === byId && finding.concernsIds.includes(incidentId))
    .filter((accusation) => subjectsOf(file, accusation).has(toId))
    .flatMap(reportsOf);
  return citations.every(({ reportId }) => accusing.includes(reportId));
}

const reportsOf = ({ citations }: StatementEntry): string[] =>
  citations.filter(({ secondary }) => !secondary).map(({ reportId }) => reportId);

/** The people and units that an accusation names, and those whom its own reports link to them by a post or a link between units. */
function subjectsOf(file: CaseFile, accusation: FindingEntry): ReadonlySet<string> {
  const reports = new Set(reportsOf(accusation));
  const pairs = [
    ...file.postings.map((posting) => ({ statement: posting, ends: [posting.personId, posting.atId] })),
    ...file.links.map((link) => ({ statement: link, ends: [link.subordinateId, link.superiorId] })),
  ].filter(({ statement }) => reportsOf(statement).some((id) => reports.has(id)));
  const subjects = new Set(accusation.aboutIds);
  for (let before = -1; before !== subjects.size; ) {
    before = subjects.size;
    for (const { ends } of pairs) if (ends.some((id) => subjects.has(id))) for (const id of ends) subjects.add(id);
  }
  return subjects;
}

/** Accusations in words, such as "a warrant of arrest", each kind once. */
export function accusationsInWords(statements: readonly StatementEntry[]): string {
  const types = statements.flatMap((statement) => (statement.label === 'Finding' ? [statement.type] : []));
  const kinds = Object.entries(ACCUSING).flatMap(([type, words]) => (types.some((one) => one === type) ? [words] : []));
  return kinds.length === 0 ? 'an accusation' : kinds.join(' and ');
}
