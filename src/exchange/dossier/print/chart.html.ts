import type { DossierChain, DossierPost, DossierUnit } from '../chains.rules.js';
import { type Html, html } from '../html.js';
import { CHART_WIDTH, type ChartCell, type ChartRow, chartOf, type Wire } from './chart.js';
import { asHeading, coverInWords, linkLabel, linksAway } from './wording.js';

/**
 * The chart of a chain: units are boxes of text, which the browser wraps, so that no name is cut. The links between two
 * rows are drawn.
 */

const LABEL_HEIGHT = 23;
const BEND = 30;
const LABEL_WIDTH = 168;

export function chartHtml(chain: DossierChain): Html {
  return html`<figure class="chart" aria-label="Chain of command above ${chain.unit.name} on ${chain.on}">
${chartOf(chain).map(band)}
</figure>`;
}

/** A row with the wires above it: a page never ends inside. */
function band(row: ChartRow, index: number): Html {
  return html`<div class="band">${index > 0 && wiresSvg(row.wires)}<div class="row">${row.cells.map(cellHtml)}</div></div>`;
}

const percent = (length: number) => `${((length / CHART_WIDTH) * 100).toFixed(3)}%`;

function cellHtml(cell: ChartCell, index: number, row: readonly ChartCell[]): Html {
  const before = row[index - 1];
  const space = cell.x - (before ? before.x + before.width : 0);
  const place = `width:${percent(cell.width)};margin-left:${percent(space)}`;
  if (cell.unit) return box(cell.unit, cell.level, place);
  return html`<div class="pass${cell.passing?.singlePublisher ? ' single' : ''}" style="${place}"></div>`;
}

function box({ unit, posts, gaps, competingHolders }: DossierUnit, level: number | null, place: string): Html {
  const isSubject = posts.some((post) => post.isSubject);
  return html`<div class="unit${isSubject ? ' subject' : ''}" style="${place}">
<p class="level">${linksAway(level)}</p><p class="name">${unit.name}</p>
${posts.length > 0 && html`<ul>${posts.map(postHtml)}</ul>`}
${competingHolders.length > 0 && html`<p class="gap">Sources name several commanders for the day.</p>`}
${gaps.map(({ meaning }) => html`<p class="gap">${meaning}</p>`)}
</div>`;
}

const postHtml = ({ person, role, cover, isSubject }: DossierPost) =>
  html`<li>${asHeading(role)}: ${isSubject ? html`<strong>${person.name}</strong>` : person.name}, ${coverInWords(cover)}</li>`;

function wiresSvg(wires: readonly Wire[]): Html {
  const labels = Math.max(1, ...wires.map(({ leavesUnit, turn }) => (leavesUnit ? turn + 1 : 1)));
  const height = BEND + labels * LABEL_HEIGHT + 8;
  return html`<svg viewBox="0 0 ${CHART_WIDTH} ${height}" role="img" aria-label="Links between two levels">
${wires.map((wire) => line(wire, height))}${wires.map((wire) => label(wire, height))}</svg>`;
}

/** Up from the unit, past the labels, then in a bend to where it arrives. */
function line({ link, fromX, toX, arrives }: Wire, height: number): Html {
  const [x, to] = [fromX.toFixed(1), toX.toFixed(1)];
  const end = arrives ? 8 : 0;
  const path = `M${x} ${height}V${BEND}C${x} ${BEND / 2} ${to} ${BEND / 2} ${to} ${end}`;
  const head = `M${to} 0L${(toX - 4).toFixed(1)} 9H${(toX + 4).toFixed(1)}Z`;
  return html`<path class="link${link.singlePublisher ? ' single' : ''}" d="${path}"/>${arrives && html`<path class="head" d="${head}"/>`}`;
}

function label({ link, fromX, leavesUnit, turn }: Wire, height: number): Html | null {
  if (!leavesUnit) return null;
  const x = Math.min(Math.max(fromX, LABEL_WIDTH / 2), CHART_WIDTH - LABEL_WIDTH / 2);
  const lines = linkLabel(link);
  const top = height - 5 - (turn + 1) * LABEL_HEIGHT + (lines.length === 1 ? 5 : 0);
  return html`<rect x="${(x - LABEL_WIDTH / 2).toFixed(1)}" y="${top}" width="${LABEL_WIDTH}" height="${lines.length * 11 + 1}"/>${lines.map(
    (text, index) => html`<text x="${x.toFixed(1)}" y="${top + 9 + index * 11}">${text}</text>`,
  )}`;
}
