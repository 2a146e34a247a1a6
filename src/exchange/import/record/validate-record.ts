import type { ZodError } from 'zod';
import { FILES, type FileName } from '../../../model/record/record-shapes.js';
import { ruleIssues } from './record-rules.js';

/** Validates a record against the shape of the data files, and against the rules that need no other record. */

/** An issue: the field of the record, what was expected there and what was found. */
export interface RecordIssue {
  /** A path such as `cites.0.report`; empty for the record as a whole. */
  readonly field: string;
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

/** All issues of a record; none if it may be emitted. */
export function issuesOf(recordType: FileName, record: Readonly<Record<string, unknown>>): RecordIssue[] {
  const parsed = FILES[recordType].safeParse(record);
  if (!parsed.success) return parsed.error.issues.map((issue) => issueOf(issue, record));
  return ruleIssues(recordType, parsed.data);
}

function issueOf(issue: ZodError['issues'][number], record: unknown): RecordIssue {
  const value = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], record);
  const expected = expectedBy(issue);
  return { field: issue.path.join('.'), expected, got: valueForReport(value), message: `Expected ${expected}.` };
}

/** What a value has to be, in words for somebody who does not know our code. */
function expectedBy(issue: ZodError['issues'][number]): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'a text';
    return issue.origin === 'array' ? `at least ${issue.minimum} of them` : `at least ${issue.minimum}`;
  }
  if (issue.code === 'invalid_type')
    return issue.expected === 'string' ? 'a text' : `a value of type ${issue.expected}`;
  if (issue.code === 'unrecognized_keys') return `no ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'an address such as https://example.org/';
  return issue.message.replace(/^expected /i, '');
}

/** A value as a report shows it; lists and objects by what they are only, however deep they go. */
export function valueForReport(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : String(value);
}
