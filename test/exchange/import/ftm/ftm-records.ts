import { expect } from '@jest/globals';
import { recordsOfType } from '../sheets.js';
import { imported, type Line } from './lines.js';

/** Records of entities in which nothing is wrong. */

export type Draft = Record<string, unknown>;

/** The last record of a type; there must be no error. */
export async function one(recordType: string, lines: readonly Line[], options = {}): Promise<Draft> {
  const { records, errors } = await imported(lines, options);
  expect(errors).toEqual([]);
  return recordsOfType(records, recordType).at(-1) ?? {};
}

export const cites = (record: Draft | undefined) => (record?.cites as { report: string; pinpoint?: string }[]) ?? [];

export const names = (record: Draft | undefined) =>
  (record?.names as { value: string; kind: string; script: string }[]) ?? [];
