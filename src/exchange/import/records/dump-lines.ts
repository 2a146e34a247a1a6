import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { jsonText } from '../../../model/errors.js';
import { ACCESS, words } from '../../../model/vocabulary.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/**
 * The lines of our own dump: a manifest, one record on each line, and a trailer with the hash of all bytes before it.
 */

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const properties = z.record(z.string(), value);
/** A record as a dump has it. */
export const DUMP_LINE = z.strictObject({
  id: z.string().min(1).max(200),
  labels: z.array(z.string()).min(1),
  properties,
  links: z.array(z.strictObject({ type: z.string(), to: z.string(), properties })),
  referents: z.array(z.strictObject({ id: z.string().min(1).max(200), access: z.enum(words(ACCESS)) })).optional(),
});
const MANIFEST = z.looseObject({
  format: z.literal('accountability-graph/records'),
  version: z.literal(1),
  // Manifests of earlier versions do not say what a dataset requires.
  datasets: z.array(z.looseObject({ id: z.string(), requires: z.array(z.string()).default([]) })).default([]),
});
const TRAILER = z.strictObject({ lines: z.int(), sha256: z.string() });

export type DumpLine = z.output<typeof DUMP_LINE>;

export interface PlacedLine {
  readonly origin: Origin;
  readonly line: DumpLine;
}

/** The longest line that a record of ours can have, with room to spare; characters. */
const MAX_LINE = 5_000_000;

/** Reads the records of a dump. What is not one, and a dump that is not whole, is an ERROR. */
export async function* dumpRecords(path: string, report: ImportReport): AsyncGenerator<PlacedLine> {
  const dump = new Dump();
  const file = basename(path);
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const origin = { file, row: dump.rows + 1 };
    const { part, parsed, problem } = dump.next(text);
    if (problem) return report.error(origin, problem.expected, text, problem.message);
    const line = part === 'RECORD' ? recordIn(parsed, origin, report) : undefined;
    if (line) yield { origin, line };
  }
  if (!dump.ended) report.error({ file, row: dump.rows }, 'a trailer on the last line', '', 'The dump was cut.');
}

/** The datasets that a dataset of the dump requires, as its manifest says; none where the file is no dump. */
export async function requiredIn(file: string, dataset: string): Promise<readonly string[]> {
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const { data } = MANIFEST.safeParse(text.length > MAX_LINE ? undefined : parse(text));
    return data?.datasets.find(({ id }) => id === dataset)?.requires ?? [];
  }
  return [];
}

interface Part {
  readonly part: 'MANIFEST' | 'RECORD' | 'TRAILER';
  readonly parsed?: unknown;
  /** What ends the reading: the file is not as it was written. */
  readonly problem?: { readonly expected: string; readonly message: string };
}

/** Takes a dump in line by line, and vouches for the whole by its trailer. */
class Dump {
  rows = 0;
  ended = false;
  private readonly hash = createHash('sha256');

  next(text: string): Part {
    this.rows += 1;
    if (this.ended) return { part: 'TRAILER', problem: { expected: 'nothing after the trailer', message: CHANGED } };
    const parsed = text.length > MAX_LINE ? undefined : parse(text);
    if (this.rows === 1 && !MANIFEST.safeParse(parsed).success)
      return {
        part: 'MANIFEST',
        problem: { expected: 'the manifest of a dump, version 1', message: 'This is not one of our dumps.' },
      };
    const trailer = this.rows > 1 ? TRAILER.safeParse(parsed).data : undefined;
    if (trailer) return this.close(trailer);
    this.hash.update(`${text}\n`);
    return { part: this.rows === 1 ? 'MANIFEST' : 'RECORD', parsed };
  }

  private close({ lines, sha256 }: z.output<typeof TRAILER>): Part {
    this.ended = true;
    if (lines === this.rows - 1 && sha256 === this.hash.digest('hex')) return { part: 'TRAILER' };
    return {
      part: 'TRAILER',
      problem: { expected: 'the number and the hash of the lines before it', message: CHANGED },
    };
  }
}

const CHANGED = 'The dump was cut or changed.';

function recordIn(parsed: unknown, origin: Origin, report: ImportReport): DumpLine | undefined {
  const line = DUMP_LINE.safeParse(parsed);
  if (line.success) return line.data;
  const got = parsed === undefined ? '' : jsonText(parsed);
  report.error(origin, 'a record with id, labels, properties and links', got, reasonOf(line.error));
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const reasonOf = ({ issues }: z.ZodError) =>
  `${issues[0]?.path.join('.') || 'The line'}: ${issues[0]?.message ?? 'it is none'}.`;
