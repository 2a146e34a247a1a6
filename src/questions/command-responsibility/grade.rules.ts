import type { Cover } from '../../model/date-range.js';
import type { CaseFile, SourcedStatement } from '../case-file/case-file.rules.js';
import { firmCitations, independentPublishers, isFirm } from '../case-file/independence.rules.js';
import { type Assessment, type Ceilings, kindsOf, statementOf } from './elements/element.rules.js';

/** How evidence is graded. Words, never numbers: there is no score. */

export const GRADES = {
  ESTABLISHED_BY_SOURCES:
    'A court finding beyond reasonable doubt on this person and incident that has not been reversed. For a post, a link or a day also: two independent firm sources (B2 or better), with nothing against. For the perpetrator also: a court or fact-finding body at reasonable grounds or above, and one independent publisher.',
  INDICATED: 'At least one accepted claim or a rule supports it, and nothing of equal weight is against it.',
  CONTESTED:
    'Support and counter-evidence of comparable weight, a reversed finding, or conflicting claims on the deciding day.',
  NO_EVIDENCE: 'The graph holds nothing under this lens. This does not mean that it was not so.',
} as const;

export type Grade = keyof typeof GRADES;

/** Weakest first. */
export const GRADE_ORDER: readonly Grade[] = ['NO_EVIDENCE', 'CONTESTED', 'INDICATED', 'ESTABLISHED_BY_SOURCES'];

export const weaker = (a: Grade, b: Grade): Grade => (GRADE_ORDER.indexOf(a) <= GRADE_ORDER.indexOf(b) ? a : b);
export const stronger = (a: Grade, b: Grade): Grade => (GRADE_ORDER.indexOf(a) >= GRADE_ORDER.indexOf(b) ? a : b);

/** Whether a statement may support anything: what was not checked to the end supports nothing. */
export const isChecked = ({ status }: SourcedStatement) => status === 'ACCEPTED' || status === 'CONFLICT';

export interface Weighing {
  readonly supporting: readonly SourcedStatement[];
  readonly against: readonly SourcedStatement[];
  /** A court has found it so, or the sources of a matter of record corroborate one another. */
  readonly established?: 'BY_COURT' | 'BY_SOURCES' | null;
  /** A finding on it was reversed. */
  readonly reversed?: boolean;
}

export function gradeOf(
  file: CaseFile,
  { supporting, against, established = null, reversed = false }: Weighing,
): Grade {
  const support = supporting.filter(isChecked);
  if (established === 'BY_COURT') return 'ESTABLISHED_BY_SOURCES';
  if (support.length === 0) return 'NO_EVIDENCE';
  if (reversed || support.every(({ status }) => status === 'CONFLICT')) return 'CONTESTED';
  const counter = against.filter(isChecked);
  if (counter.length > 0 && weight(file, counter) >= weight(file, support)) return 'CONTESTED';
  return established === 'BY_SOURCES' && counter.length === 0 ? 'ESTABLISHED_BY_SOURCES' : 'INDICATED';
}

/** 2 where a statement is firm (B2 or better), else 1. */
const weight = (file: CaseFile, statements: readonly SourcedStatement[]) =>
  Math.max(...statements.map((statement) => (isFirm(file, statement) ? 2 : 1)));

/** Whether accepted statements come, firmly, from at least two independent publishers. Those with a span must cite the day. */
export function corroborated(
  file: CaseFile,
  statements: readonly (SourcedStatement & { readonly cover?: Cover | undefined })[],
): boolean {
  const firm = statements.filter(
    (statement) =>
      statement.status === 'ACCEPTED' && (statement.cover ?? 'CITED') === 'CITED' && isFirm(file, statement),
  );
  return (
    independentPublishers(
      file,
      firm.flatMap(({ citations }) => firmCitations(file, citations)),
    ) >= 2
  );
}

/** The grade of an element: this is the one place that enforces ceilings, each on its own kind of evidence. */
export function gradeUnder(ceilings: Ceilings, file: CaseFile, assessment: Assessment): Grade {
  const { against, byCourt = false, reversed = false, corroboration = {}, gradesApart = {} } = assessment;
  const capped = (kind: string, grade: Grade) => weaker(grade, ceilings[kind]?.at ?? 'ESTABLISHED_BY_SOURCES');
  const together = kindsOf(assessment).filter(([kind]) => gradesApart[kind] === undefined);
  const most = together.map(([kind, statements]) =>
    capped(kind, (corroboration[kind] ?? corroborated(file, statements)) ? 'ESTABLISHED_BY_SOURCES' : 'INDICATED'),
  );
  const weighed = gradeOf(file, {
    supporting: together.flatMap(([, statements]) => statements),
    against: against.map(statementOf),
    established: byCourt ? 'BY_COURT' : 'BY_SOURCES',
    reversed,
  });
  if (byCourt) return weighed;
  const apart = Object.entries(gradesApart).map(([kind, grade]) => capped(kind, grade ?? 'NO_EVIDENCE'));
  return apart.reduce(stronger, weaker(weighed, most.reduce(stronger, 'NO_EVIDENCE')));
}
