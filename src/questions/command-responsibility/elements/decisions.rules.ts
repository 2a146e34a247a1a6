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

/** Whether each report that an attribution cites is one in which the same body accuses somebody of the incident. */
function isSaidInAccusation(file: CaseFile, { byId, incidentId, citations }: AttributionEntry): boolean {
  const accusations = file.findings.filter(
    (finding) => isAccusing(finding) && finding.bodyId === byId && finding.concernsIds.includes(incidentId),
  );
  const accusing = accusations.flatMap((finding) => finding.citations).filter(({ secondary }) => !secondary);
  return citations.every(({ reportId }) => accusing.some((citation) => citation.reportId === reportId));
}

/** Accusations in words, such as "a warrant of arrest", each kind once. */
export function accusationsInWords(statements: readonly StatementEntry[]): string {
  const types = statements.flatMap((statement) => (statement.label === 'Finding' ? [statement.type] : []));
  const kinds = Object.entries(ACCUSING).flatMap(([type, words]) => (types.some((one) => one === type) ? [words] : []));
  return kinds.length === 0 ? 'an accusation' : kinds.join(' and ');
}
