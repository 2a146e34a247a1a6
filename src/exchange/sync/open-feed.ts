import type { Context } from '../../context.js';
import { ApiError } from '../../model/errors.js';
import type { View } from '../../model/lens.js';
import { audienceOf, type CursorPosition, NOTHING, readCursor, type State, sameState } from '../export/cursor.rules.js';
import { datasetsAt } from '../export/export.loader.js';
import { selectWithRequired } from '../export/required-datasets.js';
import { type Selection, versionsOf } from '../export/selection.js';
import { ChangePages } from './change-pages.js';

/** The path from what a client holds to what it may see now; or, for a client on such a path, to its end. */

export interface Feed {
  /** What the client holds when it has all changes, and the view to read it under. */
  readonly selection: Selection;
  readonly from: State;
  /** It has all changes up to this id. */
  readonly after: string;
  readonly pages: ChangePages;
  /** Whether the client will hold what there is now, and not what there was when it began. */
  readonly isLatest: boolean;
  /** The cursor of a place on the way, or of its end. */
  readonly placeAt: (after: string) => CursorPosition;
  readonly end: CursorPosition;
}

export interface ChangesInput {
  readonly since?: string | null;
  readonly datasets?: readonly string[] | null;
}

/**
 * Opens the feed for a client that stands at a cursor; without one it holds nothing. Throws a `BAD_CURSOR` error where
 * the cursor is of no state that this graph had for this reader.
 */
export async function openFeed(context: Context, { since, datasets }: ChangesInput, pageSize?: number): Promise<Feed> {
  const audience = audienceOf(context);
  const { from, continuation }: CursorPosition =
    since == null ? { audience, from: NOTHING } : readCursor(since, audience);
  const selectAt = (view: View) => selectWithRequired(context.reader, datasets ?? undefined, view);
  const now = await selectAt(context.view());
  await checkState(context, from, now.state);
  const selection = continuation ? await selectAt(viewAt(context, continuation.to, now.state)) : now;
  if (continuation && !sameState(selection.state, continuation.to)) throw new ApiError('BAD_CURSOR', MOVED);
  const { view, state } = selection;
  const before = { ...view, recordedBy: from.at, excludeDatasets: from.without };
  const after = state.at === '' ? { ...view, recordedBy: '' } : view;
  return {
    selection,
    from,
    after: continuation?.after ?? '',
    pages: new ChangePages(context.reader, before, after, pageSize),
    isLatest: sameState(state, now.state),
    placeAt: (id) => ({ audience, from, continuation: { to: state, after: id } }),
    end: { audience, from: state },
  };
}

const MOVED =
  'The datasets of this request, or those that may be redistributed, differ from those of the first page. Start again at the cursor before the first page, with the data that you held then.';

const UNKNOWN =
  'This graph never had the state of this cursor for you: the cursor may come from another graph, or from one that was emptied since. Start with a snapshot.';

/** Only a state that the graph really had can be compared with the present one. */
async function checkState(context: Context, state: State, now: State): Promise<void> {
  if (sameState(state, NOTHING)) return;
  const rows = await datasetsAt(context.reader, viewAt(context, state, now));
  const { latest = '', versions } = versionsOf(rows);
  if (latest !== state.at || versions !== state.versions) throw new ApiError('BAD_CURSOR', UNKNOWN);
}

function viewAt(context: Context, { at }: State, now: State): View {
  if (at > now.at) throw new ApiError('BAD_CURSOR', UNKNOWN);
  return { ...context.view(), recordedBy: at };
}
