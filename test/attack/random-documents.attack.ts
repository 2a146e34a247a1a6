import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { API_ERRORS } from '../../src/model/errors.js';
import { createSchema } from '../../src/schema.js';
import { useGraphToRead } from '../support/graph.js';
import { INTERNAL } from '../support/internal-words.js';
import { randomRequest } from '../support/random-documents.js';
import { query, type Reply, useServer } from '../support/server.js';

/**
 * Random documents that know the schema, against a real server: no answer is our fault, none tells of our inside, and each
 * has a code that the documentation names. `DOCUMENTS` says how many, `SEED` which.
 */

const DOCUMENTS = Number(process.env.DOCUMENTS ?? 50_000);
/** Requests on their way at once. */
const AT_ONCE = 20;

useGraphToRead('fictional');
const address = useServer();
const schema = createSchema();

const GRAPHQL_CODES = [
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE'],
];
const CODES = new Set([...Object.keys(API_ERRORS), ...GRAPHQL_CODES, 'BAD_REQUEST']);
CODES.delete('INTERNAL_SERVER_ERROR');

function faultOf({ status, codes, text, json }: Reply): string | undefined {
  if (![200, 400, 413].includes(status)) return `status ${status}`;
  if (json === undefined) return 'no JSON';
  const strange = codes.find((code) => !CODES.has(code));
  if (strange !== undefined) return `code ${strange}`;
  const messages = (json.errors ?? []).map(({ message }: { message: string }) => message).join('\n');
  return INTERNAL.test(messages) || text.includes('"stacktrace"') ? `tells of the inside: ${messages}` : undefined;
}

test(`${DOCUMENTS} random documents bring no fault of ours, and nothing of our inside`, async () => {
  const counts = new Map<string, number>();
  const started = Date.now();
  const seed = Number(process.env.SEED ?? started % 2 ** 31);
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const requests = Array.from({ length: AT_ONCE }, () => randomRequest(schema, draw));
      const replies = await Promise.all(requests.map((one) => query(address(), one.query, one.variables)));
      for (const [index, reply] of replies.entries()) {
        const kind = [reply.status, ...new Set(reply.codes)].join(' ');
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        const fault = faultOf(reply);
        if (fault !== undefined) throw new Error(`${fault}\n${JSON.stringify(requests[index])}`);
      }
    }),
    { numRuns: Math.ceil(DOCUMENTS / AT_ONCE), seed, endOnFailure: true },
  );
  const seconds = (Date.now() - started) / 1_000;
  const rows = [...counts].sort(([, one], [, other]) => other - one).map(([kind, count]) => `${count}\t${kind}`);
  process.stderr.write(`seed ${seed}, ${DOCUMENTS} documents, ${seconds} s\n${rows.join('\n')}\n`);
  const answered = [...counts].filter(([kind]) => kind === '200').reduce((sum, [, count]) => sum + count, 0);
  // Documents that are all refused would test nothing.
  expect(answered / DOCUMENTS).toBeGreaterThan(0.05);
}, 3_600_000);
