import { connectionOf } from '../../graphql/page.type.js';
import { Attribution, CommandLink, Positioning, Posting } from './claim.type.js';

export const PostingConnection = connectionOf(() => Posting, 'Posting');
export const CommandLinkConnection = connectionOf(() => CommandLink, 'CommandLink');
export const PositioningConnection = connectionOf(() => Positioning, 'Positioning');
export const AttributionConnection = connectionOf(() => Attribution, 'Attribution');
