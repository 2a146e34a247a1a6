import type { LookupAddress } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { SOFTWARE } from '../../model/software.js';
import type { AttemptOutcome } from './delivery.rules.js';
import { AddressError, checkedAddresses, type Resolve } from './public-address.js';
import { signedHeaders } from './signature.js';
import type { WebhookConfig } from './webhooks-file.js';

/** Sends one signed message to a webhook, once. */

export interface Message {
  /** The same at each attempt. */
  readonly id: string;
  readonly body: string;
}

export interface Sending {
  readonly timeoutMs: number;
  readonly resolve: Resolve;
  /** Ends the attempt at the stop of the server. */
  readonly signal: AbortSignal;
}

/** How much of an answer is read, in bytes, and how much is kept, in characters. */
const MOST_BYTES = 2_000;
const MOST_CHARACTERS = 200;

/** Whatever goes wrong is an outcome; nothing is thrown. No redirect is followed. */
export async function sendSigned(webhook: WebhookConfig, message: Message, sending: Sending): Promise<AttemptOutcome> {
  const { timeoutMs, resolve, signal } = sending;
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const addresses = await unlessAborted(checkedAddresses(webhook.address, webhook.loopback, resolve), deadline);
    const { status, retryAfter, excerpt } = await post(webhook, message, addresses, deadline);
    if (status >= 200 && status < 300)
      return { delivered: true, status, failure: null, excerpt: null, retryAfter: null };
    const redirect = status >= 300 && status < 400 ? ', and no redirect is followed' : '';
    return {
      delivered: false,
      status,
      failure: `Expected an answer 2xx; got ${status}${redirect}.`,
      excerpt,
      retryAfter,
    };
  } catch (error) {
    const failure = deadline.aborted ? `Expected an answer within ${timeoutMs} milliseconds.` : reasonOf(error);
    return { delivered: false, status: null, failure, excerpt: null, retryAfter: null };
  }
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly excerpt: string;
}

/** Posts to the addresses that were checked: the name is not resolved again, so it cannot lead elsewhere meanwhile. */
function post(
  { address, keys }: WebhookConfig,
  { id, body }: Message,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': `${SOFTWARE.name}/${SOFTWARE.version}`,
    ...signedHeaders(keys, id, body, new Date()),
  };
  const { request: open } = address.protocol === 'https:' ? https : http;
  return new Promise((done, fail) => {
    const options = { method: 'POST', headers, signal, agent: false, lookup: lookupOf(addresses) };
    const request = open(address, options, (response) => {
      // The status has come, and it decides: whatever breaks off now was long enough.
      request.off('error', fail).on('error', () => undefined);
      const { statusCode = 0, headers: answered } = response;
      excerptOf(response).then(
        (excerpt) => done({ status: statusCode, retryAfter: answered['retry-after'] ?? null, excerpt }),
        fail,
      );
    });
    request.on('error', fail);
    // A connection that is closed for another protocol brings neither an answer nor an error.
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      fail(Object.assign(new Error(), { code: 'a change of the protocol' }));
    });
    request.end(body);
  });
}

const lookupOf =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_host, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/** The beginning of an answer as one line of printable text. */
async function excerptOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= MOST_BYTES) break;
    }
  } catch {
    // What has come of it is kept.
  }
  const text = Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8');
  const printable = text.replace(/[\p{C}\s\uFFFD]+/gu, ' ').trim();
  return [...printable].slice(0, MOST_CHARACTERS).join('');
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    work.then(done, fail);
  });
}

/** Errors of the network say by their code what happened; their texts have addresses in them. */
function reasonOf(error: unknown): string {
  if (error instanceof AddressError) return `The address does not fit: ${error.message}.`;
  const { code } = error as { code?: unknown };
  return `Expected an answer; got ${typeof code === 'string' ? code : 'a connection that broke'}.`;
}
