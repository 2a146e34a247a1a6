import type { Graph } from '../../../graph/graph.js';
import { DOUBT } from '../../../model/vocabulary.js';
import { NEIGHBOURS, pointsIn, TOO_PRECISE } from '../../../writing/change/doubtful-points.js';
import type { ImportReport } from '../report/import-report.js';
import type { Spool } from './spool.js';

/** Tells of each point of an import that is hardly where its place is. Gives the doubts, in words, by the ids of the places. */
export async function doubtfulPoints(graph: Graph, spool: Spool, report: ImportReport): Promise<Map<string, string>> {
  const doubts = new Map<string, string>();
  for await (const part of spool.parts()) {
    const points = await pointsIn(part, (parameters) =>
      graph.command('import: places around points', NEIGHBOURS, parameters),
    );
    for (const { node, text, isTooPrecise, doubt } of points) {
      const place = { file: node.origin.file, row: node.origin.line };
      if (isTooPrecise) report.warning(place, 'coordinates as precise as the precision says', text, TOO_PRECISE);
      if (doubt === undefined) continue;
      doubts.set(node.id, doubt);
      report.warning(place, 'a point where the place is', text, `${DOUBT.POINT_DOUBTFUL} ${doubt}`);
    }
  }
  return doubts;
}
