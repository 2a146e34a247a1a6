import type { IndicatorFile, PostingOn, StatementFile } from '../case-file/case-file.rules.js';
import type { ItemMark } from '../case-file/item.rules.js';
import type { Grade, Weighing } from './grade.rules.js';
import type { RuleId } from './legal-rules.rules.js';
import { indicatorsOf, type Situation } from './situation.rules.js';

/** What the judge of one element found, before it becomes an answer. */
export interface Found {
  readonly supporting: readonly Marked[];
  readonly against: readonly Marked[];
  readonly context?: readonly Marked[];
  readonly because: readonly (RuleId | false)[];
  readonly established?: Weighing['established'];
  readonly reversed?: boolean;
  /** The grade of what the judge found, where it is not weighed all together; findings on the person may lift it. */
  readonly graded?: Grade;
  /** The most that the element can be, whatever supports it. */
  readonly atMost?: Grade;
  readonly missing: readonly (string | false)[];
}

export type Statement = StatementFile & { readonly cover?: PostingOn['cover'] };
export type Marked = Statement | { readonly statement: Statement; readonly marks: readonly ItemMark[] };

export const statementOf = (marked: Marked): Statement => ('statement' in marked ? marked.statement : marked);

/** Indicators that support and that are about the person, not only about the unit. */
export const personal = (situation: Situation, group: IndicatorFile['group']) =>
  indicatorsOf(situation, group).filter(
    ({ polarity, concernsIds }) => polarity === 'SUPPORTS' && concernsIds.includes(situation.personId),
  );
