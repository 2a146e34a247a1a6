import { z } from 'zod';
import { ApiError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import type { ReadingRights } from '../../model/lens.js';
import { textOrder } from '../../model/order.js';

/**
 * The position of a client: the state of the graph that it holds. A cursor is such a position as text. Between two
 * states, a client that reads in pages holds one state up to an id and the other state after it.
 */

/** A snapshot: of which instant, without which datasets, and a hash over the versions of those that the reader knew. */
export interface State {
  readonly at: string;
  readonly without: readonly string[];
  readonly versions: string;
}

export interface CursorPosition {
  /** What the reader may see: a cursor for one audience is no state for another. */
  readonly audience: string;
  readonly from: State;
  /** On the way to another state: everything up to this id has been sent. */
  readonly continuation?: { readonly to: State; readonly after: string };
}

/** Before anything was recorded: who holds nothing. */
export const NOTHING: State = { at: '', without: [], versions: '' };

/** Readers who may see the same: their highest level, with a hash over their grants where they have any. */
export function audienceOf({ clearance, grants }: ReadingRights): string {
  const level = clearance.at(-1) ?? '';
  const granted = Object.entries(grants).sort(([one], [other]) => textOrder(one, other));
  return granted.length === 0 ? level : `${level} ${contentHash(granted).slice(0, 16)}`;
}

export const sameState = (one: State, other: State): boolean =>
  one.at === other.at && one.versions === other.versions && sameIds(one.without, other.without);

export const sameIds = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id, index) => id === others[index]);

const NAME = 'changes';
/** Longest cursor that is read; what names a hundred datasets is shorter. */
const MOST_CHARACTERS = 12_000;

const STATE = z.tuple([z.string(), z.array(z.string()), z.string()]);
const PLACE = z.union([
  z.tuple([z.literal(NAME), z.string(), STATE]),
  z.tuple([z.literal(NAME), z.string(), STATE, STATE, z.string()]),
]);

const OF_ANOTHER_AUDIENCE =
  'Expected a cursor of a reader who may see what you may see now; got one of a reader of another level, or with other grants. Start with a snapshot.';

const packed = ({ at, without, versions }: State) => [at, without, versions];
const unpacked = ([at, without, versions]: z.infer<typeof STATE>): State => ({ at, without, versions });

export function writeCursor({ audience, from, continuation }: CursorPosition): string {
  const parts = continuation ? [packed(continuation.to), continuation.after] : [];
  return Buffer.from(JSON.stringify([NAME, audience, packed(from), ...parts])).toString('base64url');
}

/** The position that a cursor of this audience encodes. Throws a `BAD_CURSOR` error if it is not one of ours. */
export function readCursor(text: string, audience: string): CursorPosition {
  const read = PLACE.safeParse(parsed(text));
  if (!read.success)
    throw new ApiError(
      'BAD_CURSOR',
      `Expected a cursor that a snapshot or the feed of changes gave; got ${JSON.stringify(text.slice(0, 60))}.`,
    );
  const [, its, from, to, after] = read.data;
  if (its !== audience) throw new ApiError('BAD_CURSOR', OF_ANOTHER_AUDIENCE);
  return {
    audience,
    from: unpacked(from),
    ...(to && after !== undefined && { continuation: { to: unpacked(to), after } }),
  };
}

function parsed(text: string): unknown {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
