import { type View, viewOf } from '../../model/lens.js';
import { CLAIM_STATUS, words } from '../../model/vocabulary.js';
import type { CaseFile, ReportEntry, SourcedStatement } from './case-file.rules.js';

/**
 * What remains of a case file under a view: statements keep the citations that count, and a statement is excluded where
 * none of them says so itself.
 */
export function narrow(file: CaseFile, view: View): CaseFile {
  const counts = (reportId: string) => {
    const report = file.reports.get(reportId);
    return report !== undefined && reportCounts(report, view);
  };
  const left = <S extends SourcedStatement>(statements: readonly S[]): S[] =>
    statements.flatMap((statement) => {
      if (!view.statuses.includes(statement.status) || view.excludeDatasets.includes(statement.dataset)) return [];
      if (statement.doubts?.some((doubt) => view.withoutDoubts.includes(doubt))) return [];
      const citations = statement.citations.filter(({ reportId }) => counts(reportId));
      return citations.some(({ secondary }) => !secondary) ? [{ ...statement, citations }] : [];
    });
  const incidents = left(file.incidents);
  const incidentIds = new Set(incidents.map(({ id }) => id));
  return {
    ...file,
    incidents,
    attributions: left(file.attributions).filter(({ incidentId }) => incidentIds.has(incidentId)),
    incidentLinks: left(file.incidentLinks).filter(
      ({ incidentId, withId }) => incidentIds.has(incidentId) && incidentIds.has(withId),
    ),
    dayFacts: left(file.dayFacts).filter(({ incidentId }) => incidentIds.has(incidentId)),
    links: left(file.links),
    postings: left(file.postings),
    sites: left(file.sites),
    findings: left(file.findings),
    indicators: left(file.indicators),
    measures: left(file.measures),
  };
}

/** The same predicate as `reportCounts` in `visible.cypher.ts`, clearance and instant aside; a test holds one against the other. */
function reportCounts(report: ReportEntry, view: View): boolean {
  return (
    report.publishedMax <= view.publishedBy &&
    view.reliabilities.includes(report.reliability) &&
    !view.excludeReports.includes(report.id) &&
    !view.excludeDatasets.includes(report.dataset) &&
    !view.excludePublishers.includes(report.publisherId)
  );
}

/** A case file without one finding or report, as if the graph had never held it. */
export function without(file: CaseFile, id: string): CaseFile {
  const reports = new Map([...file.reports].filter(([reportId]) => reportId !== id));
  const findings = file.findings.filter((finding) => finding.id !== id);
  return narrow({ ...file, findings, reports }, viewOf([], { statuses: words(CLAIM_STATUS) }));
}
