import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import { valueText } from '../model/errors.js';

/** Whether a request comes straight from this machine. In doubt it does not: the token of the start is for nobody else. */

/** What a request is judged by. */
export type Arrival = Pick<IncomingMessage, 'rawHeaders' | 'socket' | 'url'>;

/**
 * What shows that a request comes from elsewhere, or through a proxy on this machine; undefined where nothing does.
 * `origins` are those that count as this machine's beside its loopback names with the port of the server.
 */
export function strangenessOf(
  { rawHeaders, socket, url = '' }: Arrival,
  origins: readonly string[],
): string | undefined {
  if (!fromHere(socket.remoteAddress)) return 'one from another address';
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const valuesOf = (name: string) => rawHeaders.filter((_, index) => names[(index - 1) / 2] === name);
  const forwarding = names.find((name) => OF_A_PROXY.test(name));
  if (forwarding !== undefined) return `the header \`${valueText(forwarding)}\`, which proxies add`;
  if (!url.startsWith('/')) return 'a whole address in the place of a path, as proxies get it';
  const hosts = valuesOf('host');
  if (hosts.length !== 1) return `${hosts.length} headers \`Host\``;
  const hostsHere = origins.filter((origin) => origin !== '*').map((origin) => new URL(origin).host);
  const strangeHost = hosts.find(
    (host) => !isLoopback(`http://${host}`, socket.localPort) && !hostsHere.includes(host),
  );
  if (strangeHost !== undefined) return `the \`Host\` ${JSON.stringify(valueText(strangeHost))}`;
  const strangeOrigin = valuesOf('origin').find(
    (origin) => !isLoopback(origin, socket.localPort) && (origin === '*' || !origins.includes(origin)),
  );
  return strangeOrigin === undefined ? undefined : `the \`Origin\` ${JSON.stringify(valueText(strangeOrigin))}`;
}

/** Headers by which proxies and delivery networks say for whom they ask, or that they do. */
const OF_A_PROXY = new RegExp(
  [
    'forwarded',
    '(^|[-_])(ip|ipv6|ipaddress|clientip|addr|address)$',
    '^(via|x-varnish|surrogate-capability|x-host|x-scheme|x-url-scheme|front-end-https)$',
    '^(proxy|x-proxy|x-proxyuser|x-original|original|x-rewrite)([-_]|$)',
    '^(cf|cdn|fly|fastly|akamai|incap)-',
    '^x-(amzn|arr|azure|envoy|appengine|vercel|nf)-',
  ].join('|'),
);

/** An address of this machine. What a proxy says about its clients does not count, because anybody can say it. */
export function fromHere(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '') ?? '';
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

/** Whether an origin is one of the loopback, under the port of the server. */
function isLoopback(origin: string, port: number | undefined): boolean {
  if (!/^http:\/\/[^/?#@\\\s]+$/i.test(origin) || !URL.canParse(origin)) return false;
  const { hostname, host } = new URL(origin);
  const isHere = hostname === 'localhost' || fromHere(hostname.replace(/^\[|\]$/g, ''));
  return isHere && host === new URL(`http://${hostname}:${port}`).host;
}
