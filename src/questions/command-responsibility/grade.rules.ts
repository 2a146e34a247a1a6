import type { Cover } from '../../model/date-range.js';
import { type CaseFile, isChecked, type SourcedStatement } from '../case-file/case-file.rules.js';
import { firmCitations, independentPublishers, isFirm } from '../case-file/independence.rules.js';
import { isAccusation } from './elements/decisions.rules.js';
import { type Assessment, type Ceilings, type Evidence, kindsOf, statementOf } from './elements/element.rules.js';

/** How evidence is graded. Words, never numbers: there is no score. */

export const GRADES = {
  ESTABLISHED_BY_SOURCES:
    'A court finding beyond reasonable doubt on this person and incident that has not been reversed. For a post, a link or a day also: two independent firm sources (B2 or better), with nothing against. For the perpetrator also: a court or fact-finding body at reasonable grounds or above, and one independent publisher.',
  INDICATED:
    'At least one accepted claim or a rule supports it, an accusation aside, and nothing of equal weight is against it.',
  ALLEGED:
    'Only an accusation says so: a suspicion notice, warrant, charge or confirmation, at the standard that it states. It is not its own evidence.',
  CONTESTED:
    'Support and counter-evidence of comparable weight, an accusation alone against which something speaks, a finding reversed on this very element, or conflicting claims on the deciding day.',
  NO_EVIDENCE: 'The graph holds nothing under this lens. This does not mean that it was not so.',
} as const;

export type Grade = keyof typeof GRADES;

/** Weakest first. */
export const GRADE_ORDER: readonly Grade[] = [
  'NO_EVIDENCE',
  'CONTESTED',
  'ALLEGED',
  'INDICATED',
  'ESTABLISHED_BY_SOURCES',
];

export const weaker = (a: Grade, b: Grade): Grade => (GRADE_ORDER.indexOf(a) <= GRADE_ORDER.indexOf(b) ? a : b);
export const stronger = (a: Grade, b: Grade): Grade => (GRADE_ORDER.indexOf(a) >= GRADE_ORDER.indexOf(b) ? a : b);

const inConflict = ({ status }: SourcedStatement) => status === 'CONFLICT';

export interface Weighing {
  readonly supporting: readonly SourcedStatement[];
  readonly against: readonly SourcedStatement[];
  /** Whether the sources of a matter of record corroborate one another. */
  readonly established?: boolean;
  /** A finding on it was reversed, and the reversal turned on it. */
  readonly reversed?: boolean;
}

export function gradeOf(
  file: CaseFile,
  { supporting, against, established = false, reversed = false }: Weighing,
): Grade {
  const support = supporting.filter(isChecked);
  if (support.length === 0) return 'NO_EVIDENCE';
  if (reversed || support.every(inConflict)) return 'CONTESTED';
  const counter = against.filter(isChecked);
  if (counter.length > 0 && weight(file, counter) >= weight(file, support)) return 'CONTESTED';
  return established && counter.length === 0 ? 'ESTABLISHED_BY_SOURCES' : 'INDICATED';
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

/**
 * The grade of an element: this is the one place that enforces ceilings, each on its own kind of evidence. Accusations stand
 * apart: they count where nothing else supports the element, and lift it to alleged at most (R21).
 */
export function gradeUnder(ceilings: Ceilings, file: CaseFile, assessment: Assessment): Grade {
  if (assessment.byCourt) return 'ESTABLISHED_BY_SOURCES';
  const accuses = (one: Evidence) => isAccusation(file, statementOf(one));
  const evidence = weighed(
    ceilings,
    file,
    supportedBy(assessment, (one) => !accuses(one)),
  );
  if (evidence !== 'NO_EVIDENCE') return evidence;
  return alleged(
    kindsOf(supportedBy(assessment, accuses)).flatMap(([, accusations]) => accusations),
    assessment,
  );
}

/** The grade of accusations alone: they weigh nothing, so that they never lift each other, and whatever speaks against them contests them. */
function alleged(accusations: readonly SourcedStatement[], { against, reversed = false }: Assessment): Grade {
  const checked = accusations.filter(isChecked);
  if (checked.length === 0) return 'NO_EVIDENCE';
  const isContested = reversed || checked.every(inConflict) || against.map(statementOf).some(isChecked);
  return isContested ? 'CONTESTED' : 'ALLEGED';
}

/** An assessment with only that support. */
const supportedBy = (assessment: Assessment, counts: (one: Evidence) => boolean): Assessment => ({
  ...assessment,
  supporting: Object.fromEntries(
    Object.entries(assessment.supporting).map(([kind, evidence]) => [kind, evidence?.filter(counts)]),
  ),
});

function weighed(ceilings: Ceilings, file: CaseFile, assessment: Assessment): Grade {
  const { against, reversed = false, corroboration = {}, gradesApart = {} } = assessment;
  const capped = (kind: string, grade: Grade) => weaker(grade, ceilings[kind]?.at ?? 'ESTABLISHED_BY_SOURCES');
  const together = kindsOf(assessment).filter(([kind]) => gradesApart[kind] === undefined);
  const most = together.map(([kind, statements]) =>
    capped(kind, (corroboration[kind] ?? corroborated(file, statements)) ? 'ESTABLISHED_BY_SOURCES' : 'INDICATED'),
  );
  const grade = gradeOf(file, {
    supporting: together.flatMap(([, statements]) => statements),
    against: against.map(statementOf),
    established: true,
    reversed,
  });
  const apart = Object.entries(gradesApart).map(([kind, grade]) => capped(kind, grade ?? 'NO_EVIDENCE'));
  return apart.reduce(stronger, weaker(grade, most.reduce(stronger, 'NO_EVIDENCE')));
}
