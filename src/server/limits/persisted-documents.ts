import type { ApolloServerOptions } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { hashOf, type Safelist } from './safelist.js';

/** Documents that clients send once and then name by their SHA-256: automatic persisted queries, as Apollo defines them. */

type DocumentCache = NonNullable<Exclude<ApolloServerOptions<never>['persistedQueries'], false | undefined>['cache']>;

/** All documents that clients have left here take no more, in characters; the one that was asked for longest ago goes first. */
export const MOST_CHARACTERS = 4_000_000;

/** The documents that clients have left. Those of a safelist are always among them. */
export function persistedDocuments(safelist?: Safelist): DocumentCache {
  const documents = new LRUCache<string, string>({ maxSize: MOST_CHARACTERS, sizeCalculation: ({ length }) => length });
  return {
    get: async (key) => documents.get(key) ?? safelist?.documents.get(key.replace(/^apq:/, '')),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}

/** Why a request is refused before its document is read, with the code; undefined where it is not. */
export function documentFault(
  request: FastifyRequest,
  safelist?: Safelist,
): readonly [code: string, message: string] | undefined {
  const { document, extension } = sentWith(request);
  if (extension !== undefined && !isPersistedQuery(extension, document))
    return [
      'BAD_INPUT',
      'Expected `extensions.persistedQuery` with `version` 1 and, as `sha256Hash`, the SHA-256 of the query in 64 hexadecimal digits; got another.',
    ];
  if (safelist && document !== undefined && !safelist.hashes.has(hashOf(document)))
    return [
      'NOT_ON_SAFELIST',
      `Expected one of the documents that the operator of this server has listed; got another, whose SHA-256 is ${hashOf(document)}.`,
    ];
  return undefined;
}

interface SentRequest {
  readonly query?: unknown;
  readonly extensions?: unknown;
}

/** What a request sends in its body or, by GET, in its address, where the extensions are JSON. What is no JSON is for others to refuse. */
function sentWith({ method, query, body }: FastifyRequest) {
  const sent = (method === 'POST' ? body : query) as SentRequest | null | undefined;
  const extensions = typeof sent?.extensions === 'string' ? jsonIn(sent.extensions) : sent?.extensions;
  return {
    document: typeof sent?.query === 'string' && sent.query !== '' ? sent.query : undefined,
    extension: (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPersistedQuery(extension: unknown, document: string | undefined): boolean {
  const { version, sha256Hash } = (extension ?? {}) as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) return false;
  return document === undefined || hashOf(document) === sha256Hash;
}
