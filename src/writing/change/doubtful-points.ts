import { claimIdOf } from '../../model/hash.js';
import type { Draft, DraftEdge, DraftNode } from '../../model/record/draft.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { LOCATION } from '../../model/record/fields/entity.js';
import type { Properties } from '../../model/record/fields/stored.js';
import { doubtOfPoint, type PrecisePoint, pointText } from '../../model/record/point.rules.js';

/**
 * Points that are hardly where their place is. They go in as a fact with a doubt, and are not the coordinates of the place:
 * no map and no circle has them. A point that the graph has already stays.
 */

/** Where other places lie: those that stand with a public name in the same country or within the same place. */
export const NEIGHBOURS = `CALL {
  UNWIND $about.ids AS key MATCH (place:Location {id: key}) RETURN key, place
UNION
  UNWIND $about.around AS key MATCH (outer:Location {id: key}) MATCH (place:Location) WHERE place = outer OR (place)-[:WITHIN]->(outer)
  RETURN key, place
UNION
  UNWIND $about.countries AS key MATCH (fact:Fact {property: $about.property, code: key})-[:OF]->(place:Location)
  WHERE fact.retractedAt IS NULL RETURN key, place
}
WITH DISTINCT key, place WHERE place.latitude IS NOT NULL AND place.retractedAt IS NULL
  AND EXISTS { (name:Name {access: 'PUBLIC'})-[:OF]->(place) WHERE name.retractedAt IS NULL }
RETURN key, collect({id: place.id, latitude: place.latitude, longitude: place.longitude, precision: place.precision})[..2000] AS places`;

/** Runs `NEIGHBOURS` with these parameters. */
export type ReadNeighbours = (parameters: { readonly about: object }) => Promise<readonly object[]>;

type Neighbour = PrecisePoint & { readonly id: string };

/** A point of a draft; `doubt` says in words why it is hardly where its place is. */
export interface DraftedPoint {
  readonly node: DraftNode;
  /** Latitude and longitude by name. */
  readonly text: string;
  /** Whether it has whole degrees, but the precision of a point. */
  readonly isTooPrecise: boolean;
  readonly doubt: string | undefined;
}

interface Located {
  readonly node: DraftNode;
  /** The place around it and its countries. */
  readonly keys: readonly string[];
}

/** The points of a draft, held against those of the places around them. */
export async function pointsIn(draft: Draft, readNeighbours: ReadNeighbours): Promise<DraftedPoint[]> {
  const located = locatedIn(draft);
  if (located.length === 0) return [];
  const neighbours = await neighboursOf(located, readNeighbours);
  return located.map(({ node, keys }) => {
    const near = keys.flatMap((key) => neighbours.get(key) ?? []).filter(({ id }) => id !== node.id);
    const point = node.properties as unknown as PrecisePoint;
    const { latitude, longitude, precision } = point;
    const isWhole = Number.isInteger(latitude) && Number.isInteger(longitude);
    const isKnownPoint = neighbours
      .get(node.id)
      ?.some((same) => same.latitude === latitude && same.longitude === longitude);
    return {
      node,
      text: pointText(point),
      isTooPrecise: isWhole && PRECISE.includes(precision ?? ''),
      doubt: isKnownPoint ? undefined : doubtOfPoint(point, near),
    };
  });
}

const PRECISE: readonly string[] = ['EXACT_POINT', 'NEAR_POINT'];
export const TOO_PRECISE = 'Whole degrees are 100 km apart, yet the precision is that of a point.';

function locatedIn({ nodes, edges }: Draft): Located[] {
  const facts = new Map(
    nodes.filter(({ properties }) => properties.property === LOCATION.country.fact).map((fact) => [fact.id, fact]),
  );
  return nodes
    .filter(({ labels, properties }) => labels.includes('Location') && typeof properties.latitude === 'number')
    .map((node) => {
      const around = edges.filter(({ from, type }) => from === node.id && type === 'WITHIN').map(({ to }) => to);
      const countries = edges
        .filter(({ to, type }) => to === node.id && type === 'OF')
        .flatMap(({ from }) => facts.get(from)?.properties.code ?? []);
      return { node, keys: [...around, ...countries.map(String)] };
    });
}

async function neighboursOf(
  located: readonly Located[],
  readNeighbours: ReadNeighbours,
): Promise<Map<string, Neighbour[]>> {
  const keys = [...new Set(located.flatMap((one) => one.keys))].sort();
  const isPlace = (key: string) => key.startsWith('location-');
  const about = {
    ids: located.map(({ node }) => node.id).sort(),
    around: keys.filter(isPlace),
    countries: keys.filter((key) => !isPlace(key)),
    property: LOCATION.country.fact,
  };
  const rows = (await readNeighbours({ about })) as { key: string; places: Neighbour[] }[];
  return new Map(rows.map(({ key, places }) => [key, places]));
}

/** A draft, whether or not it knows where it is from. */
interface NodesAndEdges {
  readonly nodes: readonly Omit<DraftNode, 'origin'>[];
  readonly edges: readonly Omit<DraftEdge, 'origin'>[];
}

/** A draft of one place whose doubtful point is a fact with its doubt. */
export function withDoubtedPoint<D extends NodesAndEdges>(
  draft: D,
  doubts: ReadonlyMap<string, string>,
): Omit<D, keyof NodesAndEdges> & NodesAndEdges {
  const place = draft.nodes.find(({ id, labels }) => labels.includes('Location') && doubts.has(id));
  if (!place) return draft;
  const { latitude, longitude, ...properties } = place.properties;
  const name: Properties = draft.nodes.find(({ labels }) => labels.includes('Name'))?.properties ?? {};
  const fact: Properties = {
    property: 'COORDINATES',
    value: `${latitude}, ${longitude}`,
    status: name.status ?? 'ACCEPTED',
    access: name.access ?? 'PUBLIC',
    dataset: name.dataset ?? null,
    credibility: CLAIM.credibility.default as number,
    doubts: ['POINT_DOUBTFUL'],
    doubtsAsStated: [doubts.get(place.id) ?? ''],
  };
  const sources = draft.edges.filter(({ from, type }) => from === place.id && type === 'COORDINATES_FROM');
  const id = claimIdOf([fact, place.id, sources.map(({ to }) => to)]);
  return {
    ...draft,
    nodes: [
      ...draft.nodes.map((node) => (node === place ? { ...node, properties } : node)),
      { id, labels: ['Record', 'Claim', 'Fact'], properties: fact },
    ],
    edges: [
      ...draft.edges.filter((edge) => !sources.includes(edge)),
      { type: 'OF', from: id, to: place.id, properties: {} },
      ...sources.map(({ to }) => ({ type: 'CITES', from: id, to, properties: {} })),
    ],
  };
}
