import { groupBy } from '../../../model/group.js';
import type { DossierChain, DossierLink, DossierUnit } from '../chains.rules.js';

/**
 * Where units and links of a chain stand on a chart: rows from the top down, a unit always in a row above those under
 * it. The width is fixed, so that a chart fits a page however many units it has; it grows in height only, row by row,
 * and a page may end between any two rows.
 */

export const CHART_WIDTH = 680;
const MOST_IN_A_ROW = 3;
const WIDEST_BOX = 420;
const PASS_WIDTH = 20;
const SPACE = 14;

/** A place in a row: a unit in a box, or a link on its way past to a unit further up. */
export interface ChartCell {
  readonly unit: DossierUnit | null;
  readonly level: number | null;
  readonly passing: DossierLink | null;
  readonly x: number;
  readonly width: number;
}

/** A piece of a link between two rows. */
export interface Wire {
  readonly link: DossierLink;
  readonly fromX: number;
  readonly toX: number;
  /** Whether it leaves a unit here, where its label stands; and whether it arrives at one. */
  readonly leavesUnit: boolean;
  readonly arrives: boolean;
  /** Its turn among the wires that leave the same unit: labels stand one above the other. */
  readonly turn: number;
}

export interface ChartRow {
  readonly cells: readonly ChartCell[];
  /** The wires to the row above. */
  readonly wires: readonly Wire[];
}

interface ChartPosition {
  readonly key: string;
  readonly unit: DossierUnit | null;
  readonly level: number | null;
  readonly passing: DossierLink | null;
}
interface Piece {
  readonly link: DossierLink;
  readonly from: string;
  readonly to: string;
}

/** The rows of a chart, the top of the chain first. */
export function chartOf(chain: DossierChain): ChartRow[] {
  const { rows, pieces } = placesOf(chain);
  const cells = arranged(rows, pieces).map(laidOut);
  const at = new Map(cells.flat().map(({ key, cell }) => [key, cell]));
  return cells
    .map((row) => ({
      cells: row.map(({ cell }) => cell),
      wires: wiresOf(new Set(row.map(({ key }) => key)), pieces, at),
    }))
    .reverse();
}

/** Units in rows from the foot upward, with a place in each row that a link passes. */
function placesOf({ levels, links }: DossierChain): { rows: ChartPosition[][]; pieces: Piece[] } {
  const units = levels.flatMap(({ level, units: some }) => some.map((unit) => ({ unit, level })));
  const heights = heightsOf(
    units.map(({ unit }) => unit.unit.id),
    links,
  );
  const rows: ChartPosition[][] = [];
  const rowOf = new Map<string, number>();
  const byHeight = groupBy(units, ({ unit }) => String(heights.get(unit.unit.id) ?? 0));
  for (const [, some] of [...byHeight].sort(([a], [b]) => Number(a) - Number(b)))
    for (let start = 0; start < some.length; start += MOST_IN_A_ROW) {
      const row = some.slice(start, start + MOST_IN_A_ROW);
      for (const { unit } of row) rowOf.set(unit.unit.id, rows.length);
      rows.push(row.map(({ unit, level }) => ({ key: unit.unit.id, unit, level, passing: null })));
    }
  const pieces = links.flatMap((link) => {
    const [low, high] = [rowOf.get(link.subordinateId), rowOf.get(link.superiorId)];
    if (low === undefined || high === undefined) return [];
    const passes = rows.slice(low + 1, high).map((row, index) => {
      const key = `${link.label} ${low + 1 + index}`;
      row.push({ key, unit: null, level: null, passing: link });
      return key;
    });
    const path = [link.subordinateId, ...passes, link.superiorId];
    return passes.concat(link.superiorId).map((to, index) => ({ link, from: path[index] ?? to, to }));
  });
  return { rows, pieces };
}

/**
 * The longest path from the foot to each unit: a unit is above everything under it. The links of a chain have no cycle.
 */
function heightsOf(ids: readonly string[], links: readonly DossierLink[]): ReadonlyMap<string, number> {
  const below = groupBy(links, ({ superiorId }) => superiorId);
  const heights = new Map<string, number>();
  const heightOf = (id: string): number => {
    const cachedHeight = heights.get(id);
    if (cachedHeight !== undefined) return cachedHeight;
    const height = Math.max(0, ...(below.get(id) ?? []).map(({ subordinateId }) => heightOf(subordinateId) + 1));
    heights.set(id, height);
    return height;
  };
  for (const id of ids) heightOf(id);
  return heights;
}

/** Each row in the order of what it stands over, so that few wires cross. */
function arranged(rows: readonly (readonly ChartPosition[])[], pieces: readonly Piece[]): ChartPosition[][] {
  const below = groupBy(pieces, ({ to }) => to);
  const position = new Map<string, number>();
  return rows.map((row) => {
    const middle = ({ key }: ChartPosition) => {
      const places = (below.get(key) ?? []).map(({ from }) => position.get(from) ?? 0);
      return places.length === 0 ? 0 : places.reduce((a, b) => a + b, 0) / places.length;
    };
    const sorted = [...row].sort((a, b) => middle(a) - middle(b) || (a.key < b.key ? -1 : 1));
    for (const [index, { key }] of sorted.entries()) position.set(key, (index + 0.5) / sorted.length);
    return sorted;
  });
}

function laidOut(row: readonly ChartPosition[]): { key: string; cell: ChartCell }[] {
  const boxes = row.filter(({ unit }) => unit !== null).length;
  const width = (row.length - boxes) * PASS_WIDTH + (row.length - 1) * SPACE;
  const box = Math.min(WIDEST_BOX, (CHART_WIDTH - width) / Math.max(boxes, 1));
  let x = (CHART_WIDTH - width - boxes * box) / 2;
  return row.map(({ key, ...place }) => {
    const width = place.unit ? box : PASS_WIDTH;
    const cell = { ...place, x, width };
    x += width + SPACE;
    return { key, cell };
  });
}

function wiresOf(row: ReadonlySet<string>, pieces: readonly Piece[], at: ReadonlyMap<string, ChartCell>): Wire[] {
  const leaving = pieces.filter(({ from }) => row.has(from));
  const port = (key: string, others: readonly Piece[], far: (piece: Piece) => string, piece: Piece) => {
    const cell = at.get(key);
    const sorted = [...others].sort((a, b) => centre(at.get(far(a))) - centre(at.get(far(b))));
    const turn = sorted.indexOf(piece);
    return { x: cell ? cell.x + (cell.width * (turn + 1)) / (sorted.length + 1) : 0, turn };
  };
  return leaving.map((piece) => {
    const { link, from, to } = piece;
    const out = leaving.filter((one) => one.from === from);
    const into = leaving.filter((one) => one.to === to);
    const start = port(from, out, (one) => one.to, piece);
    const end = port(to, into, (one) => one.from, piece);
    return {
      link,
      fromX: start.x,
      toX: end.x,
      leavesUnit: from === link.subordinateId,
      arrives: to === link.superiorId,
      turn: start.turn,
    };
  });
}

const centre = (cell: ChartCell | undefined) => (cell ? cell.x + cell.width / 2 : 0);
