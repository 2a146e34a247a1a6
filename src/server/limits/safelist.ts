import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigError } from '../../model/errors.js';

/** The documents that a server answers where its operator names them, and no others. */
export interface Safelist {
  readonly hashes: ReadonlySet<string>;
  /** Where the file has them and not their hashes alone: a client may then send the hash alone. */
  readonly documents: ReadonlyMap<string, string>;
}

/** The SHA-256 of a document as it is sent, in hexadecimal digits. */
export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

const EXPECTED =
  'Expected SAFELIST_FILE to name a manifest of documents in JSON, as GraphQL Code Generator, Relay or Apollo write it, or a text with the SHA-256 of one document in each line';

const MANIFEST = z.union([
  z.object({
    format: z.literal('apollo-persisted-query-manifest'),
    operations: z.array(z.object({ body: z.string() })),
  }),
  z.record(z.string(), z.string()),
  z.array(z.string()),
]);

/** Reads the file of an operator. Throws a `ConfigError` where there is none, or it is of another form. */
export async function readSafelist(path: string | undefined): Promise<Safelist | undefined> {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(`${EXPECTED}; ${path} cannot be read (${error.code}).`);
  });
  const safelist = /^\s*[{[]/.test(text) ? ofDocuments(documentsIn(text, path)) : ofHashes(text, path);
  if (safelist.hashes.size === 0) throw new ConfigError(`${EXPECTED}; ${path} names none.`);
  return safelist;
}

function documentsIn(text: string, path: string): string[] {
  const read = MANIFEST.safeParse(jsonOf(text));
  if (!read.success) throw new ConfigError(`${EXPECTED}; ${path} is JSON of another form.`);
  const manifest = read.data;
  if (Array.isArray(manifest)) return manifest;
  if (!Array.isArray(manifest.operations)) return Object.values(manifest as Record<string, string>);
  return manifest.operations.map(({ body }) => body);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ofDocuments(list: readonly string[]): Safelist {
  const documents = new Map(list.map((document) => [hashOf(document), document]));
  return { hashes: new Set(documents.keys()), documents };
}

function ofHashes(text: string, path: string): Safelist {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim().toLowerCase());
  const wrong = lines.findIndex((line) => line !== '' && !/^[0-9a-f]{64}$/.test(line));
  if (wrong >= 0)
    throw new ConfigError(
      `${EXPECTED}; line ${wrong + 1} of ${path} is ${JSON.stringify(lines[wrong]?.slice(0, 80))}.`,
    );
  return { hashes: new Set(lines.filter((line) => line !== '')), documents: new Map() };
}
