import type { Graph } from '../../../graph/graph.js';
import { claimIdOf } from '../../../model/hash.js';
import type { Draft, DraftNode } from '../../../model/record/draft.js';
import { CLAIM } from '../../../model/record/fields/claim.js';
import { LOCATION } from '../../../model/record/fields/entity.js';
import type { Properties } from '../../../model/record/fields/stored.js';
import { doubtOfPoint, type Point } from '../../../model/record/point.rules.js';
import { DOUBT } from '../../../model/vocabulary.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import type { Spool } from './spool.js';

/**
 * Points that are hardly where their place is. They go in as a fact with a doubt, and are not the coordinates of the place:
 * no map and no circle has them. A point that the graph has already stays.
 */

/** Where other places lie: those that stand with a public name in the same country or within the same place. */
const NEIGHBOURS = `CALL {
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
RETURN key, collect({id: place.id, latitude: place.latitude, longitude: place.longitude})[..2000] AS places`;

type Neighbour = Point & { readonly id: string };

interface Located {
  readonly node: DraftNode;
  /** The place around it and its countries. */
  readonly keys: readonly string[];
}

/** The doubt of each point among the pieces that has one, in words, by the id of its place. */
export async function doubtfulPoints(graph: Graph, spool: Spool, report: ImportReport): Promise<Map<string, string>> {
  const doubtful = new Map<string, string>();
  for await (const part of spool.parts()) {
    const located = locatedIn(part);
    if (located.length === 0) continue;
    const neighbours = await neighboursOf(graph, located);
    for (const { node, keys } of located) {
      const near = keys.flatMap((key) => neighbours.get(key) ?? []).filter(({ id }) => id !== node.id);
      const { latitude, longitude, precision } = node.properties as unknown as Point & { readonly precision: string };
      const place = { file: node.origin.file, row: node.origin.line };
      const got = `${latitude}, ${longitude}`;
      if (Number.isInteger(latitude) && Number.isInteger(longitude) && POINTS.includes(precision))
        report.warning(place, 'coordinates as precise as the precision says', got, WHOLE_DEGREES);
      const isKnownPoint = neighbours
        .get(node.id)
        ?.some((same) => same.latitude === latitude && same.longitude === longitude);
      const doubt = isKnownPoint ? undefined : doubtOfPoint({ latitude, longitude }, near);
      if (doubt === undefined) continue;
      doubtful.set(node.id, doubt);
      report.warning(place, 'a point where the place is', got, `${DOUBT.POINT_DOUBTFUL} ${doubt}`);
    }
  }
  return doubtful;
}

const POINTS: readonly string[] = ['EXACT_POINT', 'NEAR_POINT'];
const WHOLE_DEGREES = 'Whole degrees are 100 km apart, yet the precision is that of a point.';

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

async function neighboursOf(graph: Graph, located: readonly Located[]): Promise<Map<string, Neighbour[]>> {
  const keys = [...new Set(located.flatMap((one) => one.keys))].sort();
  const isPlace = (key: string) => key.startsWith('location-');
  const about = {
    ids: located.map(({ node }) => node.id).sort(),
    around: keys.filter(isPlace),
    countries: keys.filter((key) => !isPlace(key)),
    property: LOCATION.country.fact,
  };
  const rows = await graph.command('import: places around points', NEIGHBOURS, { about });
  return new Map((rows as unknown as { key: string; places: Neighbour[] }[]).map(({ key, places }) => [key, places]));
}

/** A piece whose doubtful point is a fact with its doubt. */
export function withDoubtedPoint(piece: Piece, doubtful: ReadonlyMap<string, string>): Piece {
  const place = piece.nodes.find(({ id, labels }) => labels.includes('Location') && doubtful.has(id));
  if (!place) return piece;
  const { latitude, longitude, ...properties } = place.properties;
  const name: Properties = piece.nodes.find(({ labels }) => labels.includes('Name'))?.properties ?? {};
  const fact: Properties = {
    property: 'COORDINATES',
    value: `${latitude}, ${longitude}`,
    status: name.status ?? 'ACCEPTED',
    access: name.access ?? 'PUBLIC',
    dataset: name.dataset ?? null,
    credibility: CLAIM.credibility.default as number,
    doubts: ['POINT_DOUBTFUL'],
    doubtsAsStated: [doubtful.get(place.id) ?? ''],
  };
  const sources = piece.edges.filter(({ from, type }) => from === place.id && type === 'COORDINATES_FROM');
  const id = claimIdOf([fact, place.id, sources.map(({ to }) => to)]);
  return {
    ...piece,
    nodes: [
      ...piece.nodes.map((node) => (node === place ? { ...node, properties } : node)),
      { id, labels: ['Record', 'Claim', 'Fact'], properties: fact },
    ],
    edges: [
      ...piece.edges.filter((edge) => !sources.includes(edge)),
      { type: 'OF', from: id, to: place.id, properties: {} },
      ...sources.map(({ to }) => ({ type: 'CITES', from: id, to, properties: {} })),
    ],
  };
}
