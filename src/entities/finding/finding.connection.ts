import type { Query } from '../../graph/query/listing.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { connectionOf, pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import type { FindingsUnderArgs } from './finding.args.js';
import { Finding } from './finding.type.js';

export const FindingConnection = connectionOf(() => Finding, 'Finding');

/** The query that a list of findings asks of its loader, with its filter checked. */
export function findingQuery(args: FindingsUnderArgs): Query {
  const { text, codes, ...rest } = checkedLists(args.filter ?? {});
  return {
    order: args.orderBy,
    filter: { ...rest, text: text == null ? null : fold(text), codes: codes?.map((code) => code.replace(/\s+/g, '')) },
    page: pageOf(args),
  };
}
