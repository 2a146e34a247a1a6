import type { Cover } from '../../model/date-range.js';
import type { Direction } from './walk.rules.js';

export const CHAIN_GAPS = {
  NO_COMMANDER_CITED: 'No source cites a commander or head of this unit for the day.',
  NO_SUPERIOR_CITED:
    'No source cites a link of command above this unit for the day: the chain ends here, in the sources.',
  ONLY_NON_COMMAND_LINKS: 'Sources link it to other units on the day, but by no link that carries command.',
  LINK_NOT_SHOWN_OR_EXCLUDED:
    'A link of command exists whose dates neither show nor exclude the day; ask with the cover OPEN to see it.',
  SUPERIOR_UNNAMED: 'The superior is a stand-in: sources leave it unnamed.',
} as const;

export type ChainGap = keyof typeof CHAIN_GAPS;

export interface UnitState {
  readonly isTop: boolean;
  readonly placeholder: boolean;
  readonly otherLinks: readonly { readonly kind: string; readonly cover: Cover | null }[];
  readonly commanderCited: boolean;
}

/** What is missing at one unit of a chain, each gap once. Downward, only the commander is required. */
export function gapsOf(unit: UnitState, direction: Direction, kinds: readonly string[]): ChainGap[] {
  const gaps: ChainGap[] = [];
  if (unit.placeholder) gaps.push('SUPERIOR_UNNAMED');
  else if (!unit.commanderCited) gaps.push('NO_COMMANDER_CITED');
  if (direction === 'DOWN') return gaps;
  if (unit.isTop) gaps.push('NO_SUPERIOR_CITED');
  if (unit.isTop && unit.otherLinks.some(({ kind, cover }) => !kinds.includes(kind) && cover !== 'OPEN'))
    gaps.push('ONLY_NON_COMMAND_LINKS');
  if (unit.otherLinks.some(({ kind, cover }) => kinds.includes(kind) && cover === 'OPEN'))
    gaps.push('LINK_NOT_SHOWN_OR_EXCLUDED');
  return gaps;
}
