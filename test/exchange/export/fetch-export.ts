import type { Reply } from '../../support/server.js';

/** What the server sends under an address of its exports; `json` where that is one document, and not a line for each record. */
export async function fetchExport(address: string, path: string): Promise<Reply> {
  const response = await fetch(`${address}/export/${path}`);
  const text = await response.text();
  const oneDocument =
    /json/.test(response.headers.get('content-type') ?? '') &&
    !/ndjson/.test(response.headers.get('content-type') ?? '');
  const json = oneDocument ? JSON.parse(text) : undefined;
  const codes = (json?.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
  return { status: response.status, headers: response.headers, text, json, codes };
}
