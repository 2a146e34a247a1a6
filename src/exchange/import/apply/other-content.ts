import type { Graph } from '../../../graph/graph.js';
import { claimIdOf } from '../../../model/hash.js';
import { CLAIM } from '../../../model/record/fields/claim.js';
import type { Properties } from '../../../model/record/fields/stored.js';
import { hashed } from '../../../writing/change/write-records.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import type { Spool } from './spool.js';

/**
 * Entities and reports that the graph has with other content: another dataset says another kind of them, another place or
 * another title. They are extended and never overwritten. The graph keeps the kind and the coordinates on which its rules
 * rest; those that the files state become facts, with the sources of the name that the files give. A report of the same
 * dataset, or one whose access differs, is not among them: whoever restricts a source must be heard.
 */

/** What the graph has of an entity or report, by property; `within` is the place around it. */
type Content = Readonly<Record<string, unknown>>;

const CONTENT = `UNWIND $about.ids AS id MATCH (n:Record {id: id})
WHERE n.retractedAt IS NULL AND n.recordedAt <= $about.through
RETURN id, n.hash AS hash, n {.*, within: head([(n)-[:WITHIN]->(outer) | outer.id])} AS content`;

/** The entities and reports among the pieces that the graph has with other content, by id. */
export async function otherContents(graph: Graph, spool: Spool, through: string): Promise<Map<string, Content>> {
  const others = new Map<string, Content>();
  for await (const { nodes, edges } of spool.parts()) {
    const shared = new Map(hashed({ nodes: nodes.filter(isShared), edges }).map((node) => [node.id, node]));
    if (shared.size === 0) continue;
    const about = { ids: [...shared.keys()], through };
    const rows = await graph.command('import: entities and reports', CONTENT, { about });
    for (const { id, hash, content } of rows as unknown as { id: string; hash: string; content: Content }[]) {
      const node = shared.get(id);
      if (!node || hash === node.hash || !mayDiffer(node, content)) continue;
      others.set(id, content);
    }
  }
  return others;
}

/** A report may differ from one of another dataset, but not in who may see it. */
const mayDiffer = ({ labels, properties }: Piece['nodes'][number], content: Content) =>
  !labels.includes('Report') || (properties.dataset !== content.dataset && properties.access === content.access);

const isShared = ({ labels }: Pick<Piece['nodes'][number], 'labels'>) =>
  labels.includes('Entity') || labels.includes('Report');

/** A piece without those entities and reports; what it states otherwise of them is a fact where it can be one, and told in any case. */
export function extending(piece: Piece, others: ReadonlyMap<string, Content>, report: ImportReport): Piece {
  const isOther = (node: Piece['nodes'][number]) => isShared(node) && others.has(node.id);
  const entities = piece.nodes.filter(isOther);
  if (entities.length === 0) return piece;
  const ids = new Set(entities.map(({ id }) => id));
  const facts = entities.flatMap(({ id, properties }) => {
    const within = piece.edges.find(({ from, type }) => from === id && type === 'WITHIN')?.to;
    const content = { ...properties, ...(within !== undefined && { within }) };
    tell(piece, id, content, others.get(id) ?? {}, report);
    return claimsOf(content, others.get(id) ?? {}).map((claim) => factIn(piece, id, claim));
  });
  return {
    ...piece,
    nodes: [...piece.nodes.filter((node) => !isOther(node)), ...facts.flatMap(({ nodes }) => nodes)],
    edges: [...piece.edges.filter(({ from }) => !ids.has(from)), ...facts.flatMap(({ edges }) => edges)],
  };
}

/** What the files do not state of a report, or state by its date. */
const NOT_TOLD: ReadonlySet<string> = new Set(['dataset', 'publishedMin', 'publishedMax']);

const differ = (name: string, content: Content, there: Content) =>
  content[name] !== undefined && JSON.stringify(content[name]) !== JSON.stringify(there[name] ?? null);

function tell({ origin }: Piece, id: string, content: Content, there: Content, report: ImportReport): void {
  for (const name of Object.keys(content).filter((one) => !NOT_TOLD.has(one) && differ(one, content, there)))
    report.warning(
      origin,
      `${name} ${there[name] ?? 'empty'}, as the graph has it of ${id}`,
      String(content[name]),
      'The graph has another value from another dataset and keeps it. Kinds and coordinates are added as facts.',
    );
}

/** What can be said as a fact: the kind of a body or place, and the coordinates of a place. */
function claimsOf(content: Content, there: Content): Properties[] {
  const kinds = ['kind', 'bodyKind']
    .filter((name) => differ(name, content, there))
    .map((name) => String(content[name]));
  const isElsewhere = ['latitude', 'longitude'].some((axis) => differ(axis, content, there));
  return [
    ...kinds.map((code) => ({ property: 'CLASSIFICATION', value: code, code })),
    ...(isElsewhere ? [{ property: 'COORDINATES', value: `${content.latitude}, ${content.longitude}` }] : []),
  ];
}

/** A fact with the sources, the access and the status of the first name in the piece; none where it gives no name. */
function factIn({ nodes, edges }: Piece, entity: string, claim: Properties): Pick<Piece, 'nodes' | 'edges'> {
  const isOf = (id: string) => edges.some(({ from, to, type }) => from === id && type === 'OF' && to === entity);
  const name = nodes.find(({ id, labels }) => labels.includes('Name') && isOf(id));
  if (!name) return { nodes: [], edges: [] };
  const { status = null, access = null, dataset = null } = name.properties;
  const cites = edges.filter(({ from, type }) => from === name.id && type === 'CITES');
  const properties = { ...claim, status, access, dataset, credibility: CLAIM.credibility.default as number };
  const id = claimIdOf([properties, entity, cites.map(({ to, properties: place }) => [to, place])]);
  return {
    nodes: [{ id, labels: ['Record', 'Claim', 'Fact'], properties }],
    edges: [{ type: 'OF', from: id, to: entity, properties: {} }, ...cites.map((cite) => ({ ...cite, from: id }))],
  };
}
