import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../../graph/local-neo4j/place.js';
import { ApiError } from '../../../model/errors.js';
import { POST_ROLE, words } from '../../../model/vocabulary.js';
import type { RoleTable } from './role-words.js';

/** Reads the words for roles: those of the product, and those of whoever imports. */

const SHAPE = z.record(
  z.string(),
  z.partialRecord(z.enum(words(POST_ROLE)), z.array(z.string().trim().min(1))),
) satisfies z.ZodType<RoleTable>;

/** Throws a `BAD_INPUT` error with the line where a file does not fit. */
export const roleTables = (further?: string): RoleTable[] =>
  [join(PROJECT, 'seed', 'roles.yaml'), ...(further === undefined ? [] : [further])].map(roleTableIn);

function roleTableIn(path: string): RoleTable {
  const lines = new LineCounter();
  const document = parseDocument(textOf(path), { lineCounter: lines });
  const errorAt = (offset: number, message: string) =>
    new ApiError(
      'BAD_INPUT',
      `${path}:${lines.linePos(offset).line}: expected words for roles, by language and by one of ${words(POST_ROLE).join(', ')}; ${message}.`,
    );
  const [fault] = document.errors;
  if (fault) throw errorAt(fault.pos[0], fault.message.split('\n')[0] ?? '');
  const read = SHAPE.safeParse(document.toJS() ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const at = [...(issue?.path ?? []), ...keys];
  const node = document.getIn(at.slice(0, 2), true) as { range?: [number] } | undefined;
  throw errorAt(node?.range?.[0] ?? 0, `${at.join('.')}: ${issue?.message}`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ApiError('BAD_INPUT', `Expected a file with words for roles; ${path} cannot be read.`);
  }
}
