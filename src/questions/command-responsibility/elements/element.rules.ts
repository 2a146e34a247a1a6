import type { StatementEntry } from '../../case-file/case-file.rules.js';
import type { PostingOn } from '../../case-file/cover.rules.js';
import type { ItemMark } from '../../case-file/item.rules.js';
import type { Grade } from '../grade.rules.js';
import type { RuleId } from '../legal-rules.rules.js';
import type { Situation } from '../situation.rules.js';

/** One element of the test: how much each kind of evidence can give it at most, and how the evidence is assessed. */
export interface Element<Kind extends string = string> {
  readonly ceilings: Ceilings<Kind>;
  readonly assess: (situation: Situation) => Assessment<Kind>;
}

/** The ceiling of each kind of evidence; a kind without one can establish the element. */
export type Ceilings<Kind extends string = string> = Readonly<Partial<Record<Kind, Ceiling>>>;

/** The most that a kind of evidence can give. Only a court's finding beyond reasonable doubt is above it. */
export interface Ceiling {
  readonly at: Grade;
  /** The rule of legal-rules.rules.ts that sets it; the answer names that rule wherever there is evidence of the kind. */
  readonly by: RuleId | typeof ONLY_A_COURT;
}

/** Control, knowledge and failure are matters of judgment: by the definition of the grades, only a court establishes them. */
export const ONLY_A_COURT = 'ONLY_A_COURT';

/** What the sources give for an element, before it becomes an answer. */
export interface Assessment<Kind extends string = string> {
  readonly supporting: Readonly<Partial<Record<Kind, readonly Evidence[]>>>;
  readonly against: readonly Evidence[];
  readonly context?: readonly Evidence[];
  readonly because: readonly (RuleId | false)[];
  /** Whether a court found it, beyond reasonable doubt. */
  readonly byCourt?: boolean;
  /** Whether a finding on it was reversed, and the reversal turned on this element. */
  readonly reversed?: boolean;
  /** Whether sources corroborate one another, for kinds of evidence with a stricter test than two independent firm sources. */
  readonly corroboration?: Readonly<Partial<Record<Kind, boolean>>>;
  /** The grades of kinds of evidence that are weighed apart, each against its own counter-evidence. */
  readonly gradesApart?: Readonly<Partial<Record<Kind, Grade>>>;
  readonly missing: readonly (string | false)[];
}

export type StatementOnDay = StatementEntry & { readonly cover?: PostingOn['cover'] };
export type Evidence = StatementOnDay | { readonly statement: StatementOnDay; readonly marks: readonly ItemMark[] };

/** A statement with what a reader must know of it here. */
export const marking = (statement: StatementOnDay, ...marks: ItemMark[]): Evidence => ({ statement, marks });

export const statementOf = (evidence: Evidence): StatementOnDay =>
  'statement' in evidence ? evidence.statement : evidence;

/** The rules that an answer names: those that the assessment applied, and those whose ceiling the evidence stands under. */
export function rulesUnder(ceilings: Ceilings, assessment: Assessment): Set<string> {
  const capping = kindsOf(assessment).flatMap(([kind]) => ceilings[kind]?.by ?? []);
  return new Set([...capping, ...assessment.because.filter((rule) => rule !== false)]);
}

/** The kinds of evidence of which there is some. */
export const kindsOf = ({ supporting }: Assessment) =>
  Object.entries(supporting).flatMap(([kind, evidence]) =>
    evidence && evidence.length > 0 ? [[kind, evidence.map(statementOf)] as const] : [],
  );
