import { type Reply, send } from '../../support/server.js';

/** Requests as OpenRefine sends them. */

/** A form field with JSON in it, posted to the service; a text is sent as it is. */
export const form = (address: string, fields: Record<string, unknown>, parameters = ''): Promise<Reply> =>
  send(`${address}/reconcile${parameters}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(
      Object.entries(fields).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ).toString(),
  });

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly score: number;
  readonly match: boolean;
  readonly type: { readonly id: string; readonly name: string }[];
  readonly features: { readonly id: string; readonly value: number | boolean }[];
}

/** The candidates for one query. */
export async function candidates(address: string, query: unknown, parameters = ''): Promise<Candidate[]> {
  const { status, json, text } = await form(address, { queries: { q0: query } }, parameters);
  if (status !== 200) throw new Error(text);
  return json.q0.result;
}

/** A GET below the service. */
export const get = (address: string, path: string, init: RequestInit = {}): Promise<Reply> =>
  send(`${address}/reconcile${path}`, init);

/** What says in one line what a candidate is worth. */
export const brief = ({ id, score, match }: Candidate) => [id, score, match];
