import type { Graph } from '../../../graph/graph.js';
import { recordsById } from '../../../graph/query/by-id.cypher.js';
import { groupBy } from '../../../model/group.js';
import { claimIdOf } from '../../../model/hash.js';
import type { Draft, DraftEdge } from '../../../model/record/draft.js';
import { CLAIM } from '../../../model/record/fields/claim.js';
import type { Properties } from '../../../model/record/fields/stored.js';
import { recordHash } from '../../../model/record/record-hash.js';
import { FORMER_HASHES, type HashedNode, hashed, type Stored, states } from '../../../writing/change/write-records.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import { revisedId } from './revisions.js';
import type { Spool } from './spool.js';
import { OF_OTHERS } from './stated-by-others.js';

/**
 * Records that the graph has with other content under the same id. What was recorded is never overwritten:
 * - An entity in force, or a report of another dataset, is extended. The graph keeps the kind and the coordinates on which
 *   its rules rest; those that the files state become facts, with the sources of the name that the files give.
 * - A report, incident or finding that a whole edition of its own dataset states otherwise is revised, and so is whatever
 *   was taken back before: see `revisions.ts`.
 * - A report, incident or finding that another dataset states in the same way is unchanged, and stays with that dataset.
 * - So is one of which a map lacks properties, and states the others as the graph has them.
 * - An incident or finding that another dataset states otherwise gets an id of its own too, and stands beside the other.
 * - All else is refused: also a record whose access differs, since whoever restricts a source must be heard.
 */

/** What the graph has of a record, by property; `within` is the place around it. */
type Content = Readonly<Record<string, unknown>>;

const CONTENT = `UNWIND $about.ids AS id ${recordsById('id')} WHERE n.recordedAt <= $about.through
RETURN id, n.hash AS hash, ${FORMER_HASHES} AS formerHashes, n {.*, within: head([(n)-[:WITHIN]->(outer) | outer.id])} AS content`;

export interface OtherContents {
  /** What the graph has of records that are extended. */
  readonly extended: ReadonlyMap<string, Content>;
  /** The new ids of records that are revised. */
  readonly revised: ReadonlyMap<string, string>;
  /** Reports, incidents and findings of which the files state nothing else than the graph. */
  readonly same: readonly SameContent[];
}

export interface SameContent {
  readonly id: string;
  readonly file: string;
  /** Why it is not stated once more. */
  readonly note: string;
}

/** How an import looks at the graph: as published through an instant, and with files that hold the whole dataset or not. */
interface Outlook {
  readonly through: string;
  readonly whole: boolean;
  /** Programs for maps drop properties, lists above all: what a map lacks is not stated otherwise. */
  readonly isMap: boolean;
}

/** The records among the pieces that the graph has with other content, as far as they can be extended or revised. */
export async function otherContents(
  graph: Graph,
  spool: Spool,
  outlook: Outlook,
  report: ImportReport,
): Promise<OtherContents> {
  const decided: Decision[] = [];
  for await (const part of spool.parts())
    for (const { node, content } of await pairs(graph, part, outlook))
      decided.push({
        id: node.id,
        hash: node.hash,
        origin: node.origin,
        content,
        fate: fateOf(node, content, outlook),
      });
  const having = (...fates: Fate[]) => decided.filter(({ fate }) => fates.includes(fate));
  for (const { id, origin } of having('beside'))
    report.warning({ file: origin.file, row: origin.line }, 'an id of this dataset', id, BESIDE);
  return {
    extended: new Map(having('extended', 'same', 'lacking').map(({ id, content }) => [id, content])),
    revised: new Map(having('revised', 'beside').map(({ id, hash }) => [id, revisedId(id, hash)])),
    same: [
      ...having('same').map(({ id, origin: { file } }) => ({ id, file, note: OF_OTHERS })),
      ...having('lacking').map(({ id, origin: { file } }) => ({ id, file, note: LACKING })),
    ],
  };
}

type Fate = 'extended' | 'same' | 'lacking' | 'revised' | 'beside' | 'refused';

interface Decision extends Pick<HashedNode, 'id' | 'hash' | 'origin'> {
  readonly content: Content;
  readonly fate: Fate;
}

interface ContentRow extends Pick<Stored, 'hash' | 'formerHashes'> {
  readonly id: string;
  readonly content: Content;
}

interface Node extends HashedNode {
  readonly links: readonly DraftEdge[];
}

/** The records of a part that the graph has with other content, each with what the graph has. */
async function pairs(
  graph: Graph,
  { nodes, edges }: Draft,
  { through }: Outlook,
): Promise<{ readonly node: Node; readonly content: Content }[]> {
  const records = nodes.filter(({ labels }) => !labels.includes('Claim'));
  if (records.length === 0) return [];
  const leaving = groupBy(edges, ({ from }) => from);
  const byId = new Map(hashed({ nodes: records, edges }).map((node) => [node.id, node]));
  const about = { ids: [...byId.keys()], through };
  const rows = await graph.command('import: records with other content', CONTENT, { about });
  return (rows as unknown as ContentRow[]).flatMap(({ id, content, ...hashes }) => {
    const node = byId.get(id);
    return node && !states(hashes, node.hash) ? [{ node: { ...node, links: leaving.get(id) ?? [] }, content }] : [];
  });
}

function fateOf({ labels, properties, links }: Node, content: Content, { through, whole, isMap }: Outlook): Fate {
  const { within: _link, ...own } = content;
  const { retractedAt, retraction, dataset, access } = own;
  if (typeof retractedAt === 'string' && retractedAt <= through) return retraction === 'EDITED' ? 'refused' : 'revised';
  if (labels.includes('Entity')) return 'extended';
  if (properties.access !== access) return 'refused';
  const hashOf = (all: Content) => recordHash(labels, { ...all, dataset }, links);
  if (content.hash === hashOf(properties)) return 'same';
  const nonEmpty = Object.fromEntries(Object.entries(properties).filter(([, value]) => !isEmptyList(value)));
  if (isMap && !whole && content.hash === hashOf({ ...own, ...nonEmpty })) return 'lacking';
  if (properties.dataset === dataset) return whole ? 'revised' : 'refused';
  return labels.includes('Report') ? 'extended' : 'beside';
}

const LACKING =
  'The map lacks properties that the graph has, as programs for maps drop lists; the others are as the graph has them.';
const BESIDE =
  'Another dataset states it otherwise under this id. Both stand in the graph, this one under an id of its own.';

/** A piece without those entities and reports; what it states otherwise of them is a fact where it can be one, and told in any case. */
export function extending(piece: Piece, others: ReadonlyMap<string, Content>, report: ImportReport): Piece {
  const isOther = ({ id }: Piece['nodes'][number]) => others.has(id);
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

/** A list that says nothing. */
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** What the files do not state of a report, or state by its date. */
const NOT_TOLD: ReadonlySet<string> = new Set(['dataset', 'publishedMin', 'publishedMax']);

const differ = (name: string, content: Content, there: Content) =>
  content[name] !== undefined &&
  !isEmptyList(content[name]) &&
  JSON.stringify(content[name]) !== JSON.stringify(there[name] ?? null);

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
