import type { Dossier } from '../dossier.rules.js';
import { type Html, html, isWebAddress } from '../html.js';
import type { Block, Cell, Heading, LabelledLines, Line, Row, TextSpan } from './block.js';
import { chartHtml } from './chart.html.js';
import { documentOf } from './document.js';
import { STYLE } from './page.style.js';

/** The document as one page without scripts or anything from elsewhere, made to be printed on A4. */
export function dossierHtml(dossier: Dossier): string {
  const { title, author, blocks } = documentOf(dossier);
  const headings = blocks.filter((block): block is Heading => block.is === 'HEADING');
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="author" content="${author}"><title>${title}</title><style>${STYLE}</style></head>
<body>
${blocks.map((block) => blockHtml(block, headings))}
</body></html>
`.text;
}

function blockHtml(block: Block, headings: readonly Heading[]): Html {
  switch (block.is) {
    case 'TITLE':
      return html`<p class="kind">${block.kind}</p><h1>${block.title}</h1><p class="about">${block.about}</p>\n`;
    case 'HEADING':
      return block.depth === 1
        ? html`<h2 id="${block.anchor}">${block.text}</h2>\n`
        : html`<h3 id="${block.anchor}">${block.text}</h3>\n`;
    case 'CONTENTS':
      return html`<nav><p class="kind">Contents</p><ul>${headings.filter(({ depth }) => depth === 1).map(({ anchor, text }) => html`<li><a href="#${anchor}">${text}</a></li>`)}</ul></nav>\n`;
    case 'TEXT':
      return html`<p>${lineHtml(block.line)}</p>\n`;
    case 'FRAME':
      return html`<div class="notice">${cellHtml(block.lines)}</div>\n`;
    case 'FIELDS':
      return html`<dl>${block.fields.map(fieldHtml)}</dl>\n`;
    case 'TABLE':
      return html`<table><colgroup>${block.columns.map(({ width }) => html`<col style="width:${width}%">`)}</colgroup><thead><tr>${block.columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${block.rows.map(rowHtml)}</tbody></table>\n`;
    case 'CHART':
      return html`${chartHtml(block.chain)}\n`;
  }
}

const fieldHtml = ({ name, lines }: LabelledLines) => html`<dt>${name}</dt><dd>${cellHtml(lines)}</dd>`;

const rowHtml = ({ anchors = [], cells }: Row) =>
  html`<tr>${cells.map((cell, index) => html`<td>${index === 0 && anchors.map((anchor) => html`<a id="${anchor}"></a>`)}${cellHtml(cell)}</td>`)}</tr>`;

const cellHtml = (lines: Cell) => lines.map((line) => html`<p>${lineHtml(line)}</p>`);

const lineHtml = (line: Line) => line.map(spanHtml);

function spanHtml({ text, style, href, to }: TextSpan): Html {
  if (to !== undefined) return html`<a href="#${to}">${text}</a>`;
  if (href !== undefined && isWebAddress(href))
    return html`<a href="${href}" rel="noreferrer"${style === 'QUIET' && html` class="facts"`}>${text}</a>`;
  if (style === 'STRONG') return html`<strong>${text}</strong>`;
  if (style === 'QUIET') return html`<span class="facts">${text}</span>`;
  return style === 'HASH' ? html`<span class="hash">${text}</span>` : html`${text}`;
}
