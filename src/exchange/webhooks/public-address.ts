import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP, isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * To which addresses a webhook may be sent: those of the public internet, or those of this machine where its operator says
 * so. Whoever gives a name for a webhook must not reach through this server what only this server reaches.
 */

/** The addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** What the system resolves, as any connection would: files such as /etc/hosts too. */
export const resolveBySystem: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true });

/** Why a webhook is not sent to where its address leads. */
export class AddressError extends Error {}

/** All global addresses of IPv6. What else has no range of its own holds addresses of IPv4, such as `::7f00:1`. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
/** A public address at which a machine in Azure finds services of its own host. */
const OF_THE_HOST = '168.63.129.16';

/** Whether an address, in the canonical spelling that `URL` and the resolver give, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address === OF_THE_HOST) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && (isIPv4(address) || parsed.match(GLOBAL_IPV6));
}

export const isLoopbackAddress = (address: string): boolean =>
  address === '::1' || (isIPv4(address) && ipaddr.parse(address).range() === 'loopback');

/** The host of an address as the resolver takes it: IPv6 without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Why a URL cannot be the address of a webhook, as far as it shows without resolving its name; undefined where it can. */
export function addressFault(url: URL, loopback: boolean): string | undefined {
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) return 'expected https://';
  if (url.username !== '' || url.password !== '') return 'expected no user name or password in it';
  if (url.hash !== '') return 'expected no # in it';
  const host = hostOf(url);
  return isIP(host) === 0 ? undefined : hostFault([host], loopback);
}

/** The addresses that a URL leads to. Throws an `AddressError` unless a webhook may be sent to each of them. */
export async function checkedAddresses(
  url: URL,
  loopback: boolean,
  resolve: Resolve,
): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(hostOf(url));
  const fault =
    addressFault(url, loopback) ??
    hostFault(
      addresses.map(({ address }) => address),
      loopback,
    );
  if (fault) throw new AddressError(fault);
  return addresses;
}

function hostFault(addresses: readonly string[], loopback: boolean): string | undefined {
  const isAllowed = loopback ? isLoopbackAddress : isPublicAddress;
  const refused = addresses.find((address) => !isAllowed(address));
  if (addresses.length > 0 && refused === undefined) return undefined;
  const expected = loopback ? 'addresses of this machine' : 'addresses of the public internet';
  return `expected a host with ${expected} alone; got ${refused ?? 'none'}`;
}
