import { COMMAND_KINDS } from '../../model/command-words.js';
import type { Cover } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { COMMAND_LINK_KIND, Word } from '../../model/vocabulary.js';
import type { LinkOn } from '../case-file/cover.rules.js';

/** How a chain of command is put together from links: pure functions, rows in, levels out. */

export type Direction = 'UP' | 'DOWN';

/** The covers by which a link or post counts, unless others are asked for. */
export const CHAIN_COVERS: readonly Cover[] = ['CITED', 'IMPRECISE', 'ASSUMED'];

/** Longest walk, in links: no army has more levels. */
export const MAX_DEPTH = 20;

export interface WalkLink {
  readonly id: string;
  readonly subordinateId: string;
  readonly superiorId: string;
  readonly kind: Word<typeof COMMAND_LINK_KIND>;
  readonly cover: Cover | null;
}

export interface Walk<L extends WalkLink> {
  /** Units by their distance from the start, which is level 0. */
  readonly levels: readonly (readonly WalkStep<L>[])[];
  /** Links that would close a cycle; they are left out. */
  readonly cycles: readonly L[];
}

export interface WalkStep<L extends WalkLink> {
  readonly unitId: string;
  /** The links by which units of this answer stand under it (upward) or over it (downward). */
  readonly links: readonly L[];
  /** Links on the day that are not part of the chain: of another kind, or of a cover not asked for. */
  readonly otherLinks: readonly L[];
}

export interface WalkOptions {
  readonly direction: Direction;
  readonly kinds: readonly string[];
  readonly cover: readonly Cover[];
  readonly depth: number;
}

/** Walks from `start` along the links that the options admit. The answer has no cycle and each unit once. */
export function walk<L extends WalkLink>(start: string, links: readonly L[], options: WalkOptions): Walk<L> {
  const near = (link: L) => (options.direction === 'UP' ? link.subordinateId : link.superiorId);
  const far = (link: L) => (options.direction === 'UP' ? link.superiorId : link.subordinateId);
  const isInChain = (link: L) =>
    options.kinds.includes(link.kind) && link.cover !== null && options.cover.includes(link.cover);
  const leaving = groupBy(links.filter(isInChain), near);
  const otherLinks = groupBy(
    links.filter((link) => !isInChain(link)),
    near,
  );
  const cycles = linksInCycles(start, leaving, far);
  const followed = (unit: string) => (leaving.get(unit) ?? []).filter((link) => !cycles.has(link));

  const levels: string[][] = [[start]];
  const reached = new Set([start]);
  while (levels.length <= options.depth) {
    const beyond = (levels.at(-1) ?? []).flatMap((unit) => followed(unit).map(far));
    const next = [...new Set(beyond)].filter((unit) => !reached.has(unit)).sort();
    if (next.length === 0) break;
    for (const unit of next) reached.add(unit);
    levels.push(next);
  }
  const arriving = groupBy([...reached].flatMap(followed), far);
  const step = (unitId: string): WalkStep<L> => ({
    unitId,
    links: arriving.get(unitId) ?? [],
    otherLinks: otherLinks.get(unitId) ?? [],
  });
  return { levels: levels.map((units) => units.map(step)), cycles: [...cycles] };
}

/** The links that lead back to a unit on the path that led to them, found depth first. */
function linksInCycles<L extends WalkLink>(
  start: string,
  leaving: ReadonlyMap<string, readonly L[]>,
  far: (link: L) => string,
): Set<L> {
  const cycles = new Set<L>();
  const done = new Set<string>();
  const onThePath = new Set<string>();
  const visit = (unit: string): void => {
    onThePath.add(unit);
    for (const link of leaving.get(unit) ?? []) {
      if (onThePath.has(far(link))) cycles.add(link);
      else if (!done.has(far(link))) visit(far(link));
    }
    onThePath.delete(unit);
    done.add(unit);
  };
  visit(start);
  return cycles;
}

/** The walk up from a unit on a day, over links that carry command. */
export function stepsAbove(links: readonly LinkOn[], unitId: string): Walk<LinkOn> {
  return walk(unitId, links, { direction: 'UP', kinds: COMMAND_KINDS, cover: CHAIN_COVERS, depth: MAX_DEPTH });
}

export const isInChain = (link: LinkOn) => COMMAND_KINDS.includes(link.kind) && CHAIN_COVERS.includes(link.cover);

type LinkEnd = 'subordinateId' | 'superiorId';

/** Units that can be reached from some by links of any kind, with those units. */
export function unitsReachable<L extends Pick<WalkLink, LinkEnd>>(
  starts: readonly string[],
  links: readonly L[],
  from: LinkEnd,
  to: LinkEnd,
): Set<string> {
  const leaving = groupBy(links, (link) => link[from]);
  const reached = new Set(starts);
  for (const unit of reached) for (const link of leaving.get(unit) ?? []) reached.add(link[to]);
  return reached;
}
