import { type View, viewOf } from '../../model/lens.js';
import { directCount, ownWordsCount, standIns, withStandIns } from '../../model/record/own-words.rules.js';
import { CLAIM_STATUS, words } from '../../model/vocabulary.js';
import type { CaseFile, IncidentEntry, Passage, ReportEntry, SourcedStatement } from './case-file.rules.js';

/**
 * What remains of a case file under a view: statements keep the citations that count, and a statement is excluded where
 * none of them says so itself. One keeps its own words where these count.
 */
export const narrow = (file: CaseFile, view: View): CaseFile => remaining(file, view, wordsLeft);

/** A statement with fewer citations; `before` are those that it had. */
type Left = <S extends SourcedStatement>(statement: S, before: readonly Passage[]) => S;

function remaining(file: CaseFile, view: View, finish: Left): CaseFile {
  const counts = (reportId: string) => {
    const report = file.reports.get(reportId);
    return report !== undefined && reportCounts(report, view);
  };
  const left = <S extends SourcedStatement>(statements: readonly S[]): S[] =>
    statements.flatMap((statement) => {
      if (!view.statuses.includes(statement.status) || view.excludeDatasets.includes(statement.dataset)) return [];
      if (statement.doubts?.some((doubt) => view.withoutDoubts.includes(doubt))) return [];
      const citations = statement.citations.filter(({ reportId }) => counts(reportId));
      if (directCount(citations) === 0) return [];
      return [finish({ ...statement, citations }, statement.citations)];
    });
  const incidents = left(
    file.incidents.map(({ accounts, ...incident }) => ({ ...incident, ...(accounts && { accounts: left(accounts) }) })),
  );
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

/** A statement with its own words where these count, else with what stands in for them. */
function wordsLeft<S extends SourcedStatement>(statement: S, before: readonly Passage[]): S {
  if (ownWordsCount(statement.citations, directCount(before))) return statement;
  const { label, accounts } = statement as S & { readonly label?: string } & Pick<IncidentEntry, 'accounts'>;
  const words = standIns(label ?? '', accounts);
  const narrowed = withStandIns(statement, words);
  if (label === 'Incident') return { ...narrowed, range: rangeOf(words) };
  return label === 'Finding' ? { ...narrowed, inOwnWords: false } : narrowed;
}

/** The range that stands in, of properties as the graph stores them; an end that no source dates has an empty text. */
function rangeOf(words: Readonly<Record<string, unknown>>) {
  const end = (name: string) => ({ text: words[name] ?? '', min: words[`${name}Min`], max: words[`${name}Max`] });
  return {
    first: end('first'),
    firstHardness: words.firstHardness,
    last: end('last'),
    lastHardness: words.lastHardness,
  };
}

/** The same predicate as `reportCounts` in `visible.cypher.ts`, clearance and instant aside; a test holds one against the other. A publisher without a name is one that the reader may not know of. */
function reportCounts(report: ReportEntry, view: View): boolean {
  return (
    report.publishedMax <= view.publishedBy &&
    view.reliabilities.includes(report.reliability) &&
    !view.excludeReports.includes(report.id) &&
    !view.excludeDatasets.includes(report.dataset) &&
    (report.publisher === null || !view.excludePublishers.includes(report.publisherId))
  );
}

/**
 * A case file without one finding or report. The question is what rests on it, so what remains keeps its dates and its
 * grading: a statement with another source is not weighed anew.
 */
export function without(file: CaseFile, id: string): CaseFile {
  const reports = new Map([...file.reports].filter(([reportId]) => reportId !== id));
  const findings = file.findings.filter((finding) => finding.id !== id);
  const all = viewOf([], { statuses: words(CLAIM_STATUS) });
  return remaining({ ...file, findings, reports }, all, (statement) => statement);
}
