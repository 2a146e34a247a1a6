import type { FindingStatus } from '../../entities/finding/finding.rules.js';
import { END_OF_DAYS } from '../../model/date-range.js';
import { textOrder } from '../../model/order.js';
import type { CaseFile, FindingEntry } from '../case-file/case-file.rules.js';
import { findingStatus } from '../case-file/finding-status.rules.js';
import { itemOf } from '../case-file/item.rules.js';
import type { CaseStatus } from './case-status.type.js';

/** How far proceedings against a person had come by a day, from what courts and prosecutors decided. */

export const CASE_STAGES = {
  NO_FINDING: 'No finding of a court or prosecutor in this graph names the person by that day.',
  SUSPECTED: 'Notice of suspicion was given, or a case opened. An accusation; the person is presumed innocent.',
  WARRANT_ISSUED: 'A warrant of arrest is in force. An accusation; the person is presumed innocent.',
  CHARGED: 'Charges were brought. An accusation; the person is presumed innocent.',
  CONFIRMED: 'Charges were confirmed for trial. An accusation; the person is presumed innocent.',
  CONVICTED:
    'A court convicted, and no finding in this graph had reversed the conviction by that day. The conviction may not be final.',
  ACQUITTED: 'A court acquitted.',
  CASE_COMPLAINED_OF:
    'The latest decision against the person is itself the conduct complained of in an incident: sources hold the proceedings to be the wrong. The person is presumed innocent.',
  DISCONTINUED: 'Proceedings ended without a judgment. The person is presumed innocent.',
} as const;

export type CaseStage = keyof typeof CASE_STAGES;

/** The stage that a type of finding gives. Of two decisions on one day, the later in this table counts. */
const STAGE_OF: Readonly<Partial<Record<FindingEntry['type'], CaseStage>>> = {
  SUSPICION_NOTICE: 'SUSPECTED',
  WARRANT: 'WARRANT_ISSUED',
  CHARGE: 'CHARGED',
  CONFIRMATION: 'CONFIRMED',
  CONVICTION: 'CONVICTED',
  DISCONTINUANCE: 'DISCONTINUED',
  ACQUITTAL: 'ACQUITTED',
};

/** Courts, and the authorities among which prosecutors are. */
const DECIDING_BODIES: readonly string[] = ['COURT', 'AUTHORITY'];
const DECIDED: readonly FindingStatus[] = ['STANDING', 'AFFIRMED'];

/** The status of the case against a person on a day; with an incident, from the findings that concern it. */
export function caseStatusOn(
  file: CaseFile,
  personId: string,
  day: string,
  incidentId: string | null,
): Pick<CaseStatus, 'stage' | 'since' | 'findings'> {
  const findings = file.findings
    .filter(({ aboutIds }) => aboutIds.includes(personId))
    .filter(({ concernsIds }) => incidentId === null || concernsIds.includes(incidentId))
    .map((finding) => ({ finding, by: decidedBy(file, finding), status: findingStatus(file, finding, day) }))
    .filter(({ by, status }) => by <= day && status !== 'NOT_YET')
    .sort(
      (a, b) => textOrder(a.by, b.by) || rank(a.finding) - rank(b.finding) || textOrder(a.finding.id, b.finding.id),
    );
  const last = findings.filter(({ finding, status }) => stageOf(finding) && DECIDED.includes(status)).at(-1)?.finding;
  return {
    stage: (last && stageOf(last)) ?? 'NO_FINDING',
    since: last?.decidedOn ?? last?.publishedOn ?? null,
    findings: findings.flatMap(({ finding, status }) =>
      status === 'NOT_YET' ? [] : [{ item: itemOf(file, finding), status }],
    ),
  };
}

/**
 * The first day by which a finding was certainly decided: without a date of its own, the publication of a report on it.
 */
function decidedBy(file: CaseFile, { decidedMax, citations }: FindingEntry): string {
  const published = citations.flatMap(({ reportId }) => file.reports.get(reportId)?.publishedMax ?? []);
  return decidedMax ?? published.sort()[0] ?? END_OF_DAYS;
}

function stageOf({ type, bodyKind, proofDomain, conductOfIds }: FindingEntry): CaseStage | undefined {
  const stage = DECIDING_BODIES.includes(bodyKind) && proofDomain === 'CRIMINAL' ? STAGE_OF[type] : undefined;
  return stage && conductOfIds.length > 0 ? 'CASE_COMPLAINED_OF' : stage;
}

const rank = ({ type }: FindingEntry) => Object.keys(STAGE_OF).indexOf(type);
