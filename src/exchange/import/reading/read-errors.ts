import type { ImportIssue } from '../report/import-report.js';
import { EncodingError } from './utf8.js';
import { WorkbookError } from './workbook.js';

/** What is wrong with a file that cannot be read at all; undefined for errors that are no fault of the file. */
export function unreadable(error: unknown, file: string, row: number): ImportIssue | undefined {
  if (error instanceof EncodingError)
    return problem(file, row, error.expected, `byte ${error.byte} is ${error.got}`, error.message);
  if (error instanceof WorkbookError) return problem(file, row, error.expected, error.got, error.message);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== undefined && code !== undefined)
    return problem(file, row, 'a file that can be read', code, 'The file cannot be read.');
  return undefined;
}

function problem(file: string, row: number, expected: string, got: string, message: string): ImportIssue {
  return { severity: 'ERROR', file, row, expected, got, message };
}
