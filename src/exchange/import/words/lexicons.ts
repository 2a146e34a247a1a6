import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../../graph/local-neo4j/place.js';
import { ApiError } from '../../../model/errors.js';
import { INCIDENT_KIND, type LEXICON, POST_ROLE, UNIT_KIND, type Word, words } from '../../../model/vocabulary.js';
import { Lexicon, type LexiconTable } from './lexicon.js';

/** Reads the lexicons: the words of the product, and those of whoever imports. */

type LexiconName = Word<typeof LEXICON>;

/** The vocabulary of each lexicon, its file in the seed folder, and which words a `*` stands for. */
const SOURCES = {
  ROLES: { vocabulary: POST_ROLE, file: 'roles.yaml', about: 'roles', filling: ['COMMANDER', 'HEAD'] },
  UNIT_KINDS: { vocabulary: UNIT_KIND, file: 'unit-kinds.yaml', about: 'kinds of units', filling: [] },
  INCIDENT_KINDS: { vocabulary: INCIDENT_KIND, file: 'incident-kinds.yaml', about: 'kinds of incidents', filling: [] },
} as const satisfies Readonly<Record<LexiconName, object>>;

type WordOf<N extends LexiconName> = Extract<keyof (typeof SOURCES)[N]['vocabulary'], string>;

export type Lexicons = { readonly [N in LexiconName]: Lexicon<WordOf<N>> };

/** The paths of files with further words. */
export type LexiconFiles = { readonly [N in LexiconName]?: string | undefined };

/** All lexicons. Throws a `BAD_INPUT` error with the line where a file does not fit. */
export const lexicons = (further: LexiconFiles = {}): Lexicons =>
  Object.fromEntries(
    words(SOURCES).map((name) => [name, new Lexicon(tablesOf(name, further[name]), SOURCES[name].filling)]),
  ) as unknown as Lexicons;

const tablesOf = (name: LexiconName, further: string | undefined): LexiconTable[] =>
  [join(PROJECT, 'seed', SOURCES[name].file), ...(further === undefined ? [] : [further])].map((path) =>
    tableIn(name, path),
  );

function tableIn(name: LexiconName, path: string): LexiconTable {
  const { vocabulary, about, filling } = SOURCES[name];
  const lines = new LineCounter();
  const document = parseDocument(textOf(path, about), { lineCounter: lines });
  const errorAt = (offset: number, message: string) =>
    new ApiError(
      'BAD_INPUT',
      `${path}:${lines.linePos(offset).line}: expected words for ${about}, by language and by one of ${Object.keys(vocabulary).join(', ')}; ${message}.`,
    );
  const [fault] = document.errors;
  if (fault) throw errorAt(fault.pos[0], fault.message.split('\n')[0] ?? '');
  const read = shapeOf(Object.keys(vocabulary), filling.length > 0).safeParse(document.toJS() ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const at = [...(issue?.path ?? []), ...keys];
  const node = document.getIn(at.slice(0, 2), true) as { range?: [number] } | undefined;
  throw errorAt(node?.range?.[0] ?? 0, `${at.join('.')}: ${issue?.message}`);
}

function shapeOf(vocabulary: readonly string[], hasPatterns: boolean): z.ZodType<LexiconTable> {
  const text = z.string().trim().min(1);
  const entry = hasPatterns ? text : text.refine((word) => !word.includes('*'), 'a * has no meaning in this file');
  return z.record(z.string(), z.partialRecord(z.enum(vocabulary), z.array(entry)));
}

function textOf(path: string, about: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ApiError('BAD_INPUT', `Expected a file with words for ${about}; ${path} cannot be read.`);
  }
}
