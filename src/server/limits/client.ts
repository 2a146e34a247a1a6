import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** Who is one client to every limit: an address, or the network of 64 bits of a subscriber where it is one of IPv6. */
export function clientOf({ ip }: FastifyRequest): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : address.toString();
}
