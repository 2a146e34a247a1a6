import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Sender } from '../../model/permissions.rules.js';

/**
 * Who is one client to every limit: the bearer of a key or token; else an address, or the network of 64 bits of a
 * subscriber where it is one of IPv6.
 */
export function clientOf({ sender, ip }: Pick<FastifyRequest, 'ip'> & { readonly sender: Sender | null }): string {
  if (sender?.actor) return `${sender.kind} ${sender.actor}`;
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : address.toString();
}
