import { CommandError } from '../../model/errors.js';
import { canonical } from '../../model/hash.js';
import type { NodeLine, NodeProperties, NodeReference } from './backup-lines.js';

/** Turns what the graph gave of a node into its line. */

interface LinkRow {
  readonly type: string;
  readonly to: NodeReference | null;
  readonly properties: Record<string, unknown>;
  readonly floats: readonly string[];
}

export interface NodeRow {
  /** What the next page begins after. */
  readonly after?: string | number;
  readonly labels: readonly string[];
  readonly properties: Record<string, unknown>;
  readonly floats: readonly string[];
  readonly links?: readonly LinkRow[];
  readonly from?: NonNullable<NodeLine['from']>;
}

/** Throws a `CommandError` where the node holds what a backup cannot hold: a loss must be loud. */
export function nodeLine({ labels, properties, floats, links = [], from }: NodeRow): NodeLine {
  // The point of a location is made anew from its coordinates.
  const { point, ...rest } = properties;
  const visibleProperties = labels.includes('Location') ? rest : properties;
  const recordName = String(properties.id ?? properties.code ?? labels[0]);
  return {
    labels: [...labels].sort(),
    ...withFloats(visibleProperties, floats, recordName),
    ...(links.length > 0 && { links: linksOf(links, recordName) }),
    ...(from && { from }),
  };
}

function linksOf(links: readonly LinkRow[], recordName: string): NonNullable<NodeLine['links']> {
  const linkLines = links.map(({ type, to, properties, floats }) => {
    if (to === null)
      throw new CommandError(`A link ${type} of ${recordName} leads to a node that a backup knows no key of.`);
    const empty = Object.keys(properties).length === 0;
    return { type, to, ...(!empty && withFloats(properties, floats, `the link ${type} of ${recordName}`)) };
  });
  return linkLines
    .map((link) => ({ link, text: canonical(link) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ link }) => link);
}

function withFloats(properties: Record<string, unknown>, floats: readonly string[], recordName: string) {
  for (const [name, value] of Object.entries(properties))
    if (!isStorable(value, floats.includes(name)))
      throw new CommandError(
        `The property ${name} of ${recordName} holds what a backup cannot hold: expected texts, booleans, finite floats and integers up to ${Number.MAX_SAFE_INTEGER}; got ${JSON.stringify(value)}.`,
      );
  return { properties: properties as NodeProperties, ...(floats.length > 0 && { floats: [...floats].sort() }) };
}

function isStorable(value: unknown, float: boolean): boolean {
  if (Array.isArray(value)) return value.every((item) => !Array.isArray(item) && isStorable(item, float));
  if (typeof value === 'number') return float ? Number.isFinite(value) : Number.isSafeInteger(value);
  return typeof value === 'string' || typeof value === 'boolean';
}
