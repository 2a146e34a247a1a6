import { recordsById } from '../../graph/query/by-id.cypher.js';
import { heldAt } from '../../graph/query/visible.cypher.js';
import { entityRank, rankOf, statementRank } from '../../model/access.rules.js';
import type { DraftNode, Properties } from '../../model/record/draft.js';
import type { ReferencedRecord } from '../../model/record/referenced-records.js';

/** Records that a draft refers to but does not hold, with only what the invariants need. */

/** What the invariants read of the far end of a link. */
const END_PROPERTIES = [
  'access',
  'published',
  'publishedMax',
  'bodyKind',
  'placeholder',
  'kind',
  'kinds',
  'decided',
  'decidedMin',
] as const;

/** The part of a node that the invariants may ask of it as the end of a link. */
export function essentials({ id, labels, properties }: Pick<DraftNode, 'id' | 'labels' | 'properties'>) {
  const endProperties = [...END_PROPERTIES, 'wholes'].flatMap((name) =>
    properties[name] == null ? [] : [[name, properties[name]] as const],
  );
  return { id, labels, properties: Object.fromEntries(endProperties) as Properties };
}

/**
 * The incidents of which an incident was a part at the instant, by links that everybody may see: a refusal must not give
 * a hidden link away. Questions stop at what they have seen, so a circle that a hidden link closes does no harm.
 */
const WHOLES = `CASE WHEN n:Incident THEN COLLECT {
    MATCH (n) ((:Incident)<-[:OF]-(link:IncidentLink WHERE link.kind = 'PART_OF' AND link.access = 'PUBLIC' AND ${heldAt('link', '$at')}
      AND EXISTS { (link)-[:CITES]->(cited:Report {access: 'PUBLIC'}) })-[:LINKED_WITH]->(:Incident)){1,10} (whole)
    RETURN DISTINCT whole.id ORDER BY whole.id
  } END`;

/** Cypher: what the graph held of the ids in `$ids` at the instant `$at`. Rows are read by `referencedRecordOf`. */
export const REFERENCED_RECORDS = `UNWIND $ids AS id ${recordsById('id')} WHERE ${heldAt('n', '$at')}
RETURN id, labels(n) AS labels, n {${END_PROPERTIES.map((name) => `.${name}`).join(', ')}, wholes: ${WHOLES}} AS properties,
  CASE WHEN n:Entity
    THEN COLLECT { MATCH (name:Name)-[:OF]->(n) WHERE ${heldAt('name', '$at')}
      RETURN {own: name.access, reports: COLLECT { MATCH (name)-[:CITES]->(r:Report) WHERE ${heldAt('r', '$at')} RETURN DISTINCT r.access }} }
    WHEN n:Report THEN [{own: n.access, reports: [n.access]}]
    ELSE [{own: n.access, reports: COLLECT { MATCH (n)-[:CITES]->(r:Report) WHERE ${heldAt('r', '$at')} RETURN DISTINCT r.access }}]
  END AS visibilities`;

export interface ReferencedRow {
  readonly id: string;
  readonly labels: string[];
  readonly properties: Properties;
  /** What it is seen by: the names of an entity, else the record itself. */
  readonly visibilities: readonly { readonly own: string; readonly reports: readonly string[] }[];
}

/** Reads a row; undefined for an entity that has lost all its names. */
export function referencedRecordOf({ visibilities, ...row }: ReferencedRow): ReferencedRecord | undefined {
  if (visibilities.length === 0) return undefined;
  const ranks = visibilities.map(({ own, reports }) => statementRank(rankOf(own), reports.map(rankOf)));
  return { ...essentials(row), level: entityRank(ranks) };
}
