import type { Context } from '../../context.js';
import { MAX_SIZE } from '../../graph/query/listing.js';
import type { PageInfo } from '../../graphql/page.type.js';
import { ApiError } from '../../model/errors.js';
import { canonical } from '../../model/hash.js';
import { writeCursor } from '../export/cursor.rules.js';
import { recordLine } from '../export/json-lines.js';
import type { ChangesArgs } from './changes.args.js';
import type { Changes, RecordChange } from './changes.rules.js';
import { type Feed, openFeed } from './open-feed.js';

/** The feed of changes in pages. */

const DEFAULT_SIZE = 20;

/**
 * The next page after a cursor. If all changes up to the state in the cursor have been read, it continues with later
 * changes, so that a client that keeps only the cursor of the last change does not get stuck.
 */
export async function pageOfChanges(context: Context, { since, first, dataset: datasets }: ChangesArgs) {
  const size = first ?? DEFAULT_SIZE;
  if (size < 1 || size > MAX_SIZE)
    throw new ApiError('BAD_INPUT', `Expected \`first\` from 1 to ${MAX_SIZE}; got ${size}.`);
  const feed = await openFeed(context, { since, datasets });
  const page = await feed.pages.next(feed.after, size);
  if (page.changes.length > 0 || page.after !== null || feed.isLatest) return connection(feed, page);
  const rest = await openFeed(context, { since: writeCursor(feed.end), datasets });
  return connection(rest, await rest.pages.next(rest.after, size));
}

function connection(feed: Feed, { changes, after }: Changes) {
  const { view } = feed.selection;
  const edges = changes.map((change) => ({
    cursor: writeCursor(feed.placeAt(change.id)),
    node: {
      ...change,
      view,
      line: lineIn(change),
      mergedInto: change.op === 'DEL' ? (change.mergedInto ?? null) : null,
      isRedacted: change.isRedacted ?? false,
    },
  }));
  const pageInfo: PageInfo = {
    hasNextPage: after !== null || !feed.isLatest,
    hasPreviousPage: feed.after !== '',
    startCursor: edges[0]?.cursor ?? null,
    endCursor: writeCursor(after === null ? feed.end : feed.placeAt(after)),
  };
  return { edges, pageInfo, count: () => feed.pages.count() };
}

const lineIn = (change: RecordChange) => (change.op === 'DEL' ? null : canonical(recordLine(change.record)));
