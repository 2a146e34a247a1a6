import type { Query } from '../../graph/query/listing.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { connectionOf, pageOf } from '../../graphql/page.type.js';
import type { DemandsUnderArgs } from './claim.args.js';
import { Attribution, CommandLink, Demand, Positioning, Posting } from './claim.type.js';

export const PostingConnection = connectionOf(() => Posting, 'Posting');
export const CommandLinkConnection = connectionOf(() => CommandLink, 'CommandLink');
export const PositioningConnection = connectionOf(() => Positioning, 'Positioning');
export const DemandConnection = connectionOf(() => Demand, 'Demand');
export const AttributionConnection = connectionOf(() => Attribution, 'Attribution');

/** The query that a list of demands asks of its loader, with its filter checked. */
export const demandQuery = (args: DemandsUnderArgs): Query => ({
  order: args.orderBy,
  filter: { ...checkedLists(args.filter ?? {}) },
  page: pageOf(args),
});
