import { basename } from 'node:path';
import type { z } from 'zod';
import { CommandError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import { type BackupManifest, type NodeLine, SHAPES } from '../backup/backup-lines.js';
import { LineTally } from '../backup/label-counts.js';
import { type BackupLine, backupLines } from './read-backup.js';
import type { RedactionsToApply } from './redactions.js';

/** Reads a backup from end to end before anything of it is written. */

export interface Inspected {
  readonly path: string;
  /** What it is called, without the folder. */
  readonly name: string;
  readonly manifest: BackupManifest;
  /** SHA-256 of all but the trailer, together with that of the redactions: it tells one restore from another. */
  readonly sha256: string;
  readonly clock: NodeLine;
  readonly nodes: number;
  readonly links: number;
  /** The labels that its links lead to. */
  readonly ends: ReadonlySet<string>;
  /** What was redacted since it was written. */
  readonly redactions?: RedactionsToApply | undefined;
}

/** Throws a `CommandError` that says where the file is not what a backup is. */
export async function inspect(path: string, redactions?: RedactionsToApply): Promise<Inspected> {
  const name = basename(path);
  const nodes = new Nodes();
  let manifest: BackupManifest | undefined;
  let last: BackupLine | undefined;
  for await (const line of backupLines(path)) {
    last = line;
    if (line.before !== undefined) break;
    if (manifest) nodes.add(shaped(SHAPES.node, line, name));
    else manifest = shaped(SHAPES.manifest, line, name);
  }
  const hash = vouchedFor(last, name);
  const sha256 = redactions ? contentHash([hash, redactions.sha256]) : hash;
  if (!manifest) throw notWhole(name);
  const { clock, count, links, ends } = nodes;
  const fault = nodes.tally.faultAgainst(manifest.counts);
  if (fault) throw new CommandError(`${name} does not hold what its manifest says: ${fault}`);
  if (!clock || !matchesManifest(clock, manifest))
    throw new CommandError(`${name} has a clock that differs from its manifest.`);
  return { path, name, manifest, sha256, clock, nodes: count, links, ends, redactions };
}

/** What is in the lines of nodes, summed up. */
class Nodes {
  readonly tally = new LineTally();
  readonly ends = new Set<string>();
  count = 0;
  links = 0;
  clock: NodeLine | undefined;

  add(node: NodeLine): void {
    const { labels, links = [], from } = node;
    this.tally.add(labels);
    this.count += 1;
    this.links += links.length + (from ? 1 : 0);
    for (const { to } of links) this.ends.add(to[0]);
    if (from) this.ends.add(from.node[0]);
    if (labels.includes('Clock')) this.clock = node;
  }
}

/** The nodes of a file that was inspected, with their line numbers, and without what was redacted since. */
export async function* nodesIn({
  path,
  redactions,
}: Pick<Inspected, 'path' | 'redactions'>): AsyncGenerator<{ number: number; node: NodeLine }> {
  for await (const { number, text, before } of backupLines(path)) {
    if (number <= 1 || before !== undefined) continue;
    const node: NodeLine = JSON.parse(text);
    yield { number, node: redactions?.applied(node) ?? node };
  }
}

function shaped<T extends z.ZodType>(shape: T, { number, text }: BackupLine, name: string): z.output<T> {
  const { success, data, error } = shape.safeParse(parsed(text));
  if (success) return data;
  const [issue] = error.issues;
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
  throw new CommandError(
    `${name}:${number}: ${issue?.message ?? 'the line does not fit'}${where}; nothing was written.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the trailer confirms, if its hash is right. */
function vouchedFor(line: BackupLine | undefined, name: string): string {
  const trailer = SHAPES.trailer.safeParse(parsed(line?.text ?? ''));
  if (!line?.whole || !trailer.success)
    throw new CommandError(
      `${name} has no trailer at its end: it is not a backup, or it is incomplete; nothing was written.`,
    );
  const { lines, sha256 } = trailer.data;
  if (lines !== line.number - 1)
    throw new CommandError(`${name} is damaged: expected ${lines} lines before the trailer; got ${line.number - 1}.`);
  if (sha256 !== line.before)
    throw new CommandError(
      `${name} is damaged: expected the SHA-256 ${sha256} before the trailer; got ${line.before}.`,
    );
  return sha256;
}

const notWhole = (name: string) =>
  new CommandError(`${name} has no trailer at its end: it is not a backup, or it is incomplete; nothing was written.`);

function matchesManifest({ properties }: NodeLine, { at, journal }: BackupManifest): boolean {
  return properties.at === at && properties.sequence === journal.sequence && properties.head === journal.head;
}
