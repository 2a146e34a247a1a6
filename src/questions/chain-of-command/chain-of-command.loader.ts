import type { CommandLink } from '../../entities/claim/claim.type.js';
import type { Batch } from '../../graph/query/batch.js';
import { LINKS_ABOVE, LINKS_BELOW } from './chain-of-command.cypher.js';
import type { ChainQuestion } from './chain-of-command.type.js';

type Row = Omit<CommandLink, 'view'> & Record<string, unknown>;

/** Every cover but NONE: what is OPEN on the day is needed to tell what is missing in the chain. */
const POSSIBLE = ['CITED', 'IMPRECISE', 'ASSUMED', 'OPEN'];

export const chainLoaders = (batch: Batch) => ({
  /** All links of any kind on a day among the units that links of these kinds can reach from a unit. */
  links: (direction: ChainQuestion['direction'], on: string, kinds: readonly string[]) =>
    batch.list<Row>(direction === 'UP' ? LINKS_ABOVE : LINKS_BELOW, { on, kinds, cover: POSSIBLE }),
});
