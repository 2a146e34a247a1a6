import { createHmac } from 'node:crypto';

/** Signatures of the Standard Webhooks specification. */

const PREFIX = 'whsec_';
/** How long a key may be, in bytes. */
const KEY_BYTES = { least: 24, most: 64 };

/** The key of a secret as it is written down; undefined where that is not one. */
export function keyOf(secret: string): Buffer | undefined {
  const encoded = secret.slice(PREFIX.length);
  const key = Buffer.from(encoded, 'base64');
  const isSecret = secret.startsWith(PREFIX) && key.toString('base64') === encoded;
  return isSecret && key.length >= KEY_BYTES.least && key.length <= KEY_BYTES.most ? key : undefined;
}

/** The headers of one attempt: a signature by each key, so that a receiver who has one of them can verify it. */
export function signedHeaders(keys: readonly Buffer[], id: string, body: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
