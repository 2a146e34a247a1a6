import { Context } from '../../../src/context.js';
import { openExport } from '../../../src/exchange/export/export.js';
import { openChanges } from '../../../src/exchange/sync/changes-json-lines.js';
import { Reader } from '../../../src/graph/graph.js';
import type { Clearance } from '../../../src/model/lens.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { graph } from '../../support/graph.js';

/** Snapshots and feeds as the server would send them, for any clearance. */

export async function contextFor(clearance: Clearance): Promise<Context> {
  return new Context(new Reader(graph()), clearance, await publishedThrough(graph()));
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  const texts: string[] = [];
  for await (const piece of pieces) texts.push(piece);
  return texts.join('');
}

/** A snapshot of now, or of an instant. */
export async function snapshot(clearance: Clearance, parameters: Record<string, unknown> = {}): Promise<string> {
  const opened = await openExport(await contextFor(clearance), 'records.jsonl', parameters);
  return opened ? joined(opened.text) : '';
}

export const manifestIn = (text: string) => JSON.parse(text.slice(0, text.indexOf('\n')));

export interface IncidentKindFilter {
  readonly since?: string;
  readonly datasets?: string[];
  readonly pageSize?: number;
}

/** The answer of the feed. */
export async function feed(
  clearance: Clearance,
  { pageSize, ...parameters }: IncidentKindFilter = {},
): Promise<string> {
  return joined(await openChanges(await contextFor(clearance), parameters, pageSize));
}

/** The changes of an answer, without its last line. */
export const changesIn = (text: string): { op: string; id: string; kind: string; record?: { links: object[] } }[] =>
  text
    .split('\n')
    .slice(0, -2)
    .map((line) => JSON.parse(line));

export const cursorOf = (text: string): string => JSON.parse(text.trimEnd().split('\n').at(-1) ?? '').cursor;
