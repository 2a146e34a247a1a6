import type { Graph } from '../../../graph/graph.js';
import { nodesById } from '../../../graph/query/by-id.cypher.js';
import { claimHeld, counts, everHeld } from '../../../graph/query/visible.cypher.js';
import { levelsUpTo } from '../../../model/access.rules.js';
import { groupBy } from '../../../model/group.js';
import { claimIdOf } from '../../../model/hash.js';
import { type Clearance, type View, viewOf } from '../../../model/lens.js';
import { CLAIM } from '../../../model/record/fields/claim.js';
import type { Properties } from '../../../model/record/fields/stored.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import type { Spool } from './spool.js';
import { OF_OTHERS } from './stated-by-others.js';

/**
 * Names, identifiers and facts of places in a map, held against those that the graph has of the same places. A map says the
 * sources of a place as a whole, and programs for maps drop its claims; so a claim is new only if the graph has none that
 * says the same, or if it cites a report that the graph cites nowhere for that place.
 */

type Node = Piece['nodes'][number];

/** A claim of the graph about a place, as whoever imports may see it. */
interface PlaceClaim {
  readonly placeId: string;
  readonly id: string;
  readonly labels: readonly string[];
  readonly content: Properties;
  readonly reportIds: readonly string[];
  /** In force; else an editor took it back. */
  readonly inForce: boolean;
}

const PLACE_CLAIMS = `UNWIND $about.ids AS id ${nodesById('place', 'Entity')}
MATCH (n:Name|Identifier|Fact)-[:OF]->(place) WHERE ${everHeld('n')}
WITH id, n, ${claimHeld('n')} AS inForce WHERE inForce OR (n.retraction = 'EDITED' AND n.retractedAt <= $view.recordedBy)
RETURN id AS placeId, n.id AS id, labels(n) AS labels, n {.*} AS content, inForce,
  COLLECT { MATCH (n)-[:CITES]->(cited:Report) WHERE ${counts('cited')} RETURN cited.id } AS reportIds ORDER BY placeId, id`;

/** How many places one statement reads. */
const BATCH = 500;

/** What of the files the graph has already. */
export interface StatedOfPlaces {
  readonly unchanged: number;
  /** Taken back by an editor: it stays so. */
  readonly left: number;
  /** The ids of the claims that say it. */
  readonly ids: readonly string[];
  /** The places of which the files state nothing else. */
  readonly places: readonly string[];
}

const NOTHING: StatedOfPlaces = { unchanged: 0, left: 0, ids: [], places: [] };

interface ImportOfPlaces {
  readonly format: string;
  readonly dataset: { readonly id: string };
  readonly clearance?: Clearance;
}

/** Leaves to the graph what it states already of the places of a map, and tells what the files state otherwise. */
export async function leaveStatedOfPlaces(
  graph: Graph,
  spool: Spool,
  { format, dataset, clearance = levelsUpTo('PUBLIC') }: ImportOfPlaces,
  through: string,
  report: ImportReport,
): Promise<StatedOfPlaces> {
  if (format !== 'geojson') return NOTHING;
  const view = viewOf(clearance, {}, through);
  const claims: PlaceClaim[] = [];
  for (const ids of batched(await placesIn(spool))) claims.push(...(await claimsOf(graph, view, ids)));
  const comparison = new PlaceComparison(claims, dataset.id, report);
  if (claims.length > 0) await spool.replace((piece) => comparison.compare(piece));
  return comparison;
}

async function claimsOf(graph: Graph, view: View, ids: readonly string[]): Promise<PlaceClaim[]> {
  const rows = await graph.command('import: claims of places', PLACE_CLAIMS, { view, about: { ids } });
  return rows as unknown as PlaceClaim[];
}

async function placesIn(spool: Spool): Promise<string[]> {
  const ids = new Set<string>();
  for await (const { edges } of spool.parts())
    for (const { type, to } of edges) if (type === 'OF' && to.startsWith('location-')) ids.add(to);
  return [...ids];
}

function* batched(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}

class PlaceComparison implements StatedOfPlaces {
  unchanged = 0;
  left = 0;
  readonly ids: string[] = [];
  readonly places: string[] = [];
  private readonly byId: ReadonlyMap<string, PlaceClaim>;
  private readonly byPlace: ReadonlyMap<string, readonly PlaceClaim[]>;

  constructor(
    claims: readonly PlaceClaim[],
    private readonly dataset: string,
    private readonly report: ImportReport,
  ) {
    this.byId = new Map(claims.map((claim) => [claim.id, claim]));
    this.byPlace = groupBy(claims, ({ placeId }) => placeId);
  }

  /** A piece without the claims that the graph has. */
  compare(piece: Piece): Piece {
    const there = new Set(piece.nodes.filter((node) => this.isThere(node, piece)).map(({ id }) => id));
    if (!piece.nodes.some(({ id, labels }) => labels.includes('Name') && !there.has(id)))
      for (const { id } of piece.nodes.filter((node) => this.isNamed(node))) {
        there.add(id);
        this.places.push(id);
        this.unchanged += 1;
      }
    const rest = {
      ...piece,
      nodes: piece.nodes.filter(({ id }) => !there.has(id)),
      edges: piece.edges.filter(({ from }) => !there.has(from)),
    };
    return rest.nodes.reduce<Piece>((whole, node) => this.withoutSecondPreferred(whole, node), rest);
  }

  /** A place that the graph has: what a piece says otherwise of its own is a claim by now. */
  private isNamed({ id, labels }: Node): boolean {
    const claims = labels.includes('Entity') ? (this.byPlace.get(id) ?? []) : [];
    return claims.some((claim) => claim.inForce && claim.labels.includes('Name'));
  }

  private isThere(node: Node, piece: Piece): boolean {
    const placeClaims = this.byPlace.get(placeOf(node, piece) ?? '');
    // What has its id is held against the graph with all else.
    if (!placeClaims || this.byId.has(node.id)) return false;
    const cited = reportsOf(node, piece);
    const carried = this.byId.get(piece.foreignClaimId ?? '');
    if (carried && sayingOf(node.labels, carried.labels)) return this.isCarried(node, carried, cited, piece);
    const inForce = placeClaims.filter((claim) => claim.inForce);
    const reports = new Set(inForce.flatMap(({ reportIds }) => reportIds));
    const same = placeClaims.filter((claim) => saysSame(node, claim));
    const [first] = [...same.filter((claim) => claim.inForce), ...same.filter((claim) => !claim.inForce)];
    if (!first) return false;
    if (!first.inForce) return first.reportIds.some((id) => cited.includes(id)) && this.leave(first, piece);
    if (!cited.every((id) => reports.has(id))) return false;
    return this.leave(first, piece, first.content.dataset === this.dataset ? ALREADY_STATED : OF_OTHERS);
  }

  /** A claim that the file has from another dataset, under the id that it has there. */
  private isCarried(node: Node, claim: PlaceClaim, cited: readonly string[], piece: Piece): boolean {
    if (!claim.inForce) return this.leave(claim, piece);
    const differing = Object.keys(node.properties).filter(
      (name) =>
        name !== 'dataset' && JSON.stringify(node.properties[name]) !== JSON.stringify(claim.content[name] ?? null),
    );
    const others = cited.filter((id) => !claim.reportIds.includes(id));
    if (differing.length === 0 && others.length === 0) return this.leave(claim, piece, OF_OTHERS);
    for (const name of differing)
      this.report.warning(
        piece.origin,
        `${name} ${claim.content[name] ?? 'empty'}, as the graph has it of ${claim.id}`,
        String(node.properties[name]),
        BESIDE,
      );
    if (others.length > 0)
      this.report.warning(piece.origin, `the reports that ${claim.id} cites`, others.join(', '), BESIDE);
    return false;
  }

  private leave({ id, placeId, inForce }: PlaceClaim, { origin }: Piece, note = ''): true {
    this.ids.push(id);
    if (inForce) {
      this.unchanged += 1;
      this.report.note({ file: origin.file }, note, placeId);
    } else {
      this.left += 1;
      this.report.warning(origin, 'a statement in force', id, 'An editor retracted it; it stays retracted.');
    }
    return true;
  }

  /** A name that the graph does not call the place by yet is no second preferred name beside the one that it has. */
  private withoutSecondPreferred(piece: Piece, node: Node): Piece {
    const { kind, value } = node.properties;
    if (!node.labels.includes('Name') || kind !== 'PREFERRED') return piece;
    const placeId = placeOf(node, piece) ?? '';
    const preferred = (this.byPlace.get(placeId) ?? []).filter(
      ({ inForce, content }) => inForce && content.kind === 'PREFERRED',
    );
    const [first] = preferred;
    if (!first || preferred.some(({ id, content }) => id === node.id || content.value === value)) return piece;
    const expected = `${first.content.value}, as the graph calls ${placeId}`;
    this.report.warning(piece.origin, expected, String(value), AS_ALIAS);
    const properties = { ...node.properties, kind: 'ALIAS' };
    const ends = piece.edges
      .filter(({ from }) => from === node.id)
      .map(({ type, to, properties: at }) => [type, to, at]);
    const id = claimIdOf([properties, ends]);
    const renamed = (one: string) => (one === node.id ? id : one);
    return {
      ...piece,
      nodes: piece.nodes.map((one) => (one === node ? { ...one, id, properties } : one)),
      edges: piece.edges.map((edge) => ({ ...edge, from: renamed(edge.from) })),
    };
  }
}

const ALREADY_STATED = 'The graph states this already by these reports, so it is not stated a second time.';
const BESIDE = 'Another dataset states this otherwise. Both stand in the graph, this one under an id of its own.';
const AS_ALIAS =
  'The graph has a preferred name of this place and keeps it. This one is stated beside it, as an alias.';

const placeOf = ({ id }: Node, { edges }: Piece) => edges.find(({ type, from }) => type === 'OF' && from === id)?.to;

const reportsOf = ({ id }: Node, { edges }: Piece) =>
  edges.filter(({ type, from }) => type === 'CITES' && from === id).map(({ to }) => to);

/** What makes two claims say the same, by label: a code stands for what it was read from. */
const SAYS: Readonly<Record<string, (content: Properties) => unknown>> = {
  Name: ({ value }) => value,
  Identifier: ({ scheme, value }) => [scheme, value],
  Fact: ({ property, code, value }) => [property, code ?? value],
};

/** What a map states of a claim only where somebody wrote it there, with what it is where nobody did. */
const UNSAID: Readonly<Record<string, unknown>> = {
  status: CLAIM.status.default,
  credibility: CLAIM.credibility.default,
  access: CLAIM.access.default,
  lang: 'und',
  note: undefined,
  legacyConfidence: undefined,
};

/** What two claims of one label say; nothing where they have no label in common. */
const sayingOf = (some: readonly string[], others: readonly string[]) =>
  Object.entries(SAYS).find(([label]) => some.includes(label) && others.includes(label))?.[1];

function saysSame({ labels, properties }: Node, claim: PlaceClaim): boolean {
  const says = sayingOf(labels, claim.labels);
  if (!says || JSON.stringify(says(properties)) !== JSON.stringify(says(claim.content))) return false;
  return Object.entries(UNSAID).every(
    ([name, unsaid]) => (properties[name] ?? unsaid) === unsaid || properties[name] === claim.content[name],
  );
}
