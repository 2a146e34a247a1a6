import type { ATTRIBUTION_MODE, COMMAND_LINK_KIND, POST_ROLE, Word } from './vocabulary.js';

/** Of the words for links, posts and attributions those that mean command, and who did it. */

/** The kinds of link that carry command. Other kinds are in `otherLinks`, unless requested. */
export const COMMAND_KINDS: readonly Word<typeof COMMAND_LINK_KIND>[] = ['COMMAND', 'OPERATIONAL'];

/** The roles that command or head, in the order of an answer. */
export const COMMANDING_ROLES: readonly Word<typeof POST_ROLE>[] = ['COMMANDER', 'HEAD', 'ACTING'];

/** Modes of attribution that make a unit the perpetrator. */
export const PERPETRATING: readonly Word<typeof ATTRIBUTION_MODE>[] = ['PERPETRATOR', 'CO_PERPETRATOR', 'COMMITTED'];
