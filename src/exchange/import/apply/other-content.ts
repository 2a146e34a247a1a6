import type { Graph } from '../../../graph/graph.js';
import { claimIdOf } from '../../../model/hash.js';
import { CLAIM } from '../../../model/record/fields/claim.js';
import type { Properties } from '../../../model/record/fields/stored.js';
import { hashed } from '../../../writing/change/write-records.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import type { Spool } from './spool.js';

/**
 * Entities that the graph has with other content: another dataset says another kind of them, or another place. They are
 * extended and never overwritten. The graph keeps the kind and the coordinates on which its rules rest; those that the
 * files state become facts, with the sources of the name that the files give.
 */

/** What the graph has of an entity, by property; `within` is the place around it. */
type Content = Readonly<Record<string, unknown>>;

const CONTENT = `UNWIND $about.ids AS id MATCH (n:Entity {id: id})
WHERE n.retractedAt IS NULL AND n.recordedAt <= $about.through
RETURN id, n.hash AS hash, n {.*, within: head([(n)-[:WITHIN]->(outer) | outer.id])} AS content`;

/** The entities among the pieces that the graph has with other content, by id. */
export async function otherContents(graph: Graph, spool: Spool, through: string): Promise<Map<string, Content>> {
  const others = new Map<string, Content>();
  for await (const part of spool.parts()) {
    const entities = hashed(part).filter(({ labels }) => labels.includes('Entity'));
    if (entities.length === 0) continue;
    const about = { ids: entities.map(({ id }) => id), through };
    const rows = await graph.command('import: entities', CONTENT, { about });
    const hashes = new Map(entities.map(({ id, hash }) => [id, hash]));
    for (const { id, hash, content } of rows as unknown as { id: string; hash: string; content: Content }[])
      if (hash !== hashes.get(id)) others.set(id, content);
  }
  return others;
}

/** A piece without those entities; what it states otherwise of them is a fact where it can be one, and told in any case. */
export function extending(piece: Piece, others: ReadonlyMap<string, Content>, report: ImportReport): Piece {
  const isOther = ({ id, labels }: Piece['nodes'][number]) => labels.includes('Entity') && others.has(id);
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

const differ = (name: string, content: Content, there: Content) =>
  content[name] !== undefined && JSON.stringify(content[name]) !== JSON.stringify(there[name] ?? null);

function tell({ origin }: Piece, id: string, content: Content, there: Content, report: ImportReport): void {
  for (const name of Object.keys(content).filter((one) => differ(one, content, there)))
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
