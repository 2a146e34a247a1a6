import { z } from 'zod';
import { canonical } from '../../model/hash.js';

/** The lines of a backup: a manifest, one node on each line, and a trailer with the hash of all bytes before it. */

export const FORMAT = 'accountability-graph/backup';
export const VERSION = 1;

const scalar = z.union([z.string(), z.boolean(), z.number()]);
const properties = z.record(z.string().min(1), z.union([scalar, z.array(scalar)]));
const word = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'expected a label or a type of links');
/** Names of the properties whose numbers are floats: in JSON, 50.0 and 50 are the same. All other numbers are integers. */
const floats = z.array(z.string().min(1)).optional();
/** A node by the label and the value of its key. */
const reference = z.tuple([word, z.union([z.string(), z.int()])]);

const manifest = z.strictObject({
  format: z.literal(FORMAT, `expected ${FORMAT}`),
  version: z.literal(VERSION, `expected ${VERSION}: another version of this program wrote it`),
  /** The instant that the backup shows. */
  at: z.string(),
  journal: z.strictObject({ sequence: z.int().nonnegative(), head: z.string() }),
  /** How many nodes have each label. */
  counts: z.record(word, z.int().positive()),
  /** The migrations that the graph had. */
  migrations: z.array(z.string()),
});

const node = z.strictObject({
  labels: z.array(word).min(1),
  properties,
  floats,
  /** The links that leave it. */
  links: z.array(z.strictObject({ type: word, to: reference, properties: properties.optional(), floats })).optional(),
  /** The link that leads to it, where it has no key that others could name it by. */
  from: z.strictObject({ type: word, node: reference }).optional(),
});

const trailer = z.strictObject({ lines: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const SHAPES = { manifest, node, trailer } as const;
export type BackupManifest = z.output<typeof manifest>;
export type NodeLine = z.output<typeof node>;
export type LinkPart = NonNullable<NodeLine['links']>[number];
export type NodeReference = z.output<typeof reference>;
export type NodeProperties = z.output<typeof properties>;

/** A line as it is written: keys are sorted, and empty parts left out, so that the same content is the same bytes. */
export function backupLine(value: BackupManifest | NodeLine | z.output<typeof trailer>): string {
  return `${canonical(value)}\n`;
}
