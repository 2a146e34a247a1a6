import type { Query } from '../../graph/query/listing.js';
import { checkedCircle } from '../../graphql/entity.args.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { connectionOf, pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import type { IncidentsUnderArgs } from './incident.args.js';
import { Incident } from './incident.type.js';

export const IncidentConnection = connectionOf(() => Incident, 'Incident');

/** The query that a list of incidents asks of its loader, with its filter checked. */
export function incidentQuery(args: IncidentsUnderArgs): Query {
  const { near, text, means, codes, ...rest } = checkedLists(args.filter ?? {});
  const filter = {
    ...rest,
    near: checkedCircle(near),
    text: text == null ? null : fold(text),
    means: means?.map(fold),
    codes: codes?.map((code) => code.replace(/\s+/g, '')),
  };
  return { order: args.orderBy, filter, page: pageOf(args) };
}
