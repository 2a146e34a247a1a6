import type { DossierChain, DossierPost, DossierUnit } from './chains.rules.js';
import { CHART_LEGEND, chartHtml } from './chart.html.js';
import type { Dossier, DossierElement, DossierNotice } from './dossier.rules.js';
import { type Html, html, isWebAddress } from './html.js';
import { STYLE } from './page.style.js';
import type { DossierItem, DossierSource } from './sources.rules.js';
import {
  asHeading,
  basisLines,
  coverInWords,
  itemFacts,
  type LabelledValue,
  placeLines,
  SECTIONS,
  sourceLines,
} from './wording.js';

/** The dossier as one page without scripts or anything from elsewhere, made to be printed on A4. */
export function dossierHtml(dossier: Dossier): string {
  const { person, incident } = dossier;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Dossier: ${person.name}, ${incident.title}</title><style>${STYLE}</style></head>
<body>
${head(dossier)}
<h2>1. ${SECTIONS.matrix}</h2>${overview(dossier)}${dossier.elements.map(elementHtml)}
<h2>2. ${SECTIONS.chain}</h2>${chainsHtml(dossier)}
<h2>3. ${SECTIONS.notices}</h2>${noticesHtml(dossier)}
<h2>4. ${SECTIONS.sources}</h2>${sourcesHtml(dossier.sources)}
<h2>5. ${SECTIONS.gaps}</h2>${gapsHtml(dossier)}
<h2>6. ${SECTIONS.basis}</h2>${linesHtml(basisLines(dossier.basis))}
</body></html>
`.text;
}

function head({ person, incident, on, presumption, framework, warnings, place, basis }: Dossier): Html {
  const lines: LabelledValue[] = [
    ['Test', framework.basis],
    ['Its test of knowledge', framework.knowledge],
    ...placeLines(place),
  ];
  return html`<p class="kind">Dossier</p><h1>${person.name}</h1>
<p><strong>${incident.title}</strong>: assessed as of ${on}, under ${framework.title}</p>
<div class="notice"><p><strong>${presumption}</strong></p><p>${basis.notice}</p></div>
${itemHtml(incident)}${warnings.map((warning) => html`<p><strong>Note.</strong> ${warning}</p>`)}
${linesHtml(lines)}`;
}

const linesHtml = (lines: readonly LabelledValue[]) =>
  html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd${isHash(value) && html` class="hash"`}>${value}</dd>`)}</dl>`;

const isHash = (value: string) => /^[0-9a-f]{64}$/.test(value);

const numbersHtml = (numbers: readonly number[]) =>
  html`[${numbers.map((number, index) => html`${index > 0 && ', '}<a href="#source-${number}">${number}</a>`)}]`;

const itemHtml = (item: DossierItem) =>
  html`<div class="item"><p class="says">${item.says} ${numbersHtml(item.sources)}</p><p class="facts">${itemFacts(item)}</p></div>`;

function table(heads: readonly (readonly [name: string, width: string])[], rows: readonly Html[]): Html {
  return html`<table><colgroup>${heads.map(([, width]) => html`<col style="width:${width}">`)}</colgroup><thead><tr>${heads.map(([name]) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

function overview({ elements }: Dossier): Html {
  return table(
    [
      ['Element', '30%'],
      ['What it asks', '46%'],
      ['What the sources give', '24%'],
    ],
    elements.map(
      ({ element, meaning, grade }) =>
        html`<tr><td>${asHeading(element)}</td><td>${meaning}</td><td class="grade">${asHeading(grade)}</td></tr>`,
    ),
  );
}

function elementHtml(element: DossierElement, index: number): Html {
  const { supporting, weighingAgainst, context, missing, rules, grade, gradeMeaning } = element;
  const rows = [
    ...itemRows('Supporting', supporting),
    ...itemRows('Weighing against', weighingAgainst),
    ...itemRows('Context, not graded', context),
    ...missing.map((sentence) => row('Missing', html`${sentence}`)),
    ...rules.map(({ id, sentence, basis }) =>
      row('Rule applied', html`${id}: ${sentence} <span class="facts">${basis}</span>`),
    ),
  ];
  return html`<h3>1.${index + 1} ${asHeading(element.element)}: ${asHeading(grade)}</h3>
<p class="element">${element.meaning} <span class="facts">${asHeading(grade)} means: ${gradeMeaning}</span></p>
<table><colgroup><col style="width:24%"><col style="width:76%"></colgroup><tbody>${rows}</tbody></table>`;
}

const row = (name: string, content: Html) => html`<tr><th scope="row">${name}</th><td>${content}</td></tr>`;

const itemRows = (name: string, items: readonly DossierItem[]) =>
  items.length === 0
    ? [row(name, html`None in the sources under this lens.`)]
    : items.map((item) => row(name, itemHtml(item)));

function chainsHtml({ named, chains }: Dossier): Html {
  if (named.length === 0) return html`<p>No source names a unit or person for the incident.</p>`;
  return html`<p>A chain alone does not show effective control.</p><p class="facts">${CHART_LEGEND}</p>
${named.map(({ subject, attributions }) => html`<h3>Named: ${subject.name}</h3>${attributions.map(itemHtml)}`)}
${chains.map(chainHtml)}`;
}

function chainHtml(chain: DossierChain): Html {
  const units = chain.levels.flatMap(({ level, units: some }) => some.map((unit) => unitRow(unit, level)));
  return html`<h3>Above ${chain.unit.name} on ${chain.on}</h3>
${chain.warnings.map((warning) => html`<p><strong>Note.</strong> ${warning}</p>`)}${chartHtml(chain)}
${
  chain.links.length > 0 &&
  table(
    [
      ['Link', '14%'],
      ['What sources say', '86%'],
    ],
    chain.links.map(
      ({ label, singlePublisher, items }) =>
        html`<tr><td>${label}${singlePublisher && html`<br><span class="facts">single publisher</span>`}</td><td>${items.map(itemHtml)}</td></tr>`,
    ),
  )
}
${table(
  [
    ['Level', '14%'],
    ['Unit, who held which post, and links that carry no command', '86%'],
  ],
  units,
)}`;
}

function unitRow({ unit, posts, otherLinks, gaps }: DossierUnit, level: number): Html {
  return html`<tr><td>${level}</td><td><p class="says"><strong>${unit.name}</strong></p>${posts.map(postHtml)}${otherLinks.map(itemHtml)}${gaps.map(({ meaning }) => html`<p class="facts">Gap: ${meaning}</p>`)}</td></tr>`;
}

const postHtml = ({ person, role, cover, isSubject, items }: DossierPost) =>
  html`<p class="says">${asHeading(role)}: ${isSubject ? html`<strong>${person.name}</strong>` : person.name}, ${coverInWords(cover)}</p>${items.map(itemHtml)}`;

function noticesHtml({ notices, earlierIncidents }: Dossier): Html {
  const earlier =
    earlierIncidents.length === 0
      ? html`<p>The sources give no earlier incident of the same kind by units then under the person.</p>`
      : html`<p>Earlier incidents of the same kind by units then under the person: ${earlierIncidents.map(({ name }) => name).join('; ')}.</p>`;
  if (notices.length === 0) return html`${earlier}<p>The sources give no occasion of notice.</p>`;
  return html`<p>Occasions on which the person could have learned of the incident. They do not show that the person did.</p>${earlier}
${table(
  [
    ['When', '16%'],
    ['What', '54%'],
    ['What it bears on', '30%'],
  ],
  notices.map(noticeRow),
)}`;
}

const noticeRow = ({ on, kindMeaning, timeMeaning, bearsOnMeaning, incident, isEarlier, item }: DossierNotice) =>
  html`<tr><td>${on}</td><td><p class="says">${kindMeaning} About ${isEarlier && 'the earlier incident '}${incident.name}.</p>${itemHtml(item)}</td><td>${timeMeaning} ${bearsOnMeaning}</td></tr>`;

const gapsHtml = ({ gaps }: Dossier) =>
  table(
    [
      ['Where', '30%'],
      ['What is missing', '70%'],
    ],
    gaps.map(
      ({ at, where, missing }) =>
        html`<tr><td>${at === 'ELEMENT' ? asHeading(where) : where}</td><td>${missing.map((sentence) => html`<p class="says">${sentence}</p>`)}</td></tr>`,
    ),
  );

const sourcesHtml = (sources: readonly DossierSource[]) =>
  table(
    [
      ['No.', '8%'],
      ['Source', '92%'],
    ],
    sources.map(
      (source) =>
        html`<tr id="source-${source.number}"><td>${source.number}</td><td><p class="says"><strong>${source.title}</strong></p>${linesHtml(sourceLines(source))}${addresses(source)}</td></tr>`,
    ),
  );

function addresses({ url, archivedUrl }: DossierSource): Html {
  const addressLines = [
    ['Address', url],
    ['Archived copy', archivedUrl],
  ] as const;
  return html`<dl>${addressLines.map(([name, address]) => address && html`<dt>${name}</dt><dd>${isWebAddress(address) ? html`<a href="${address}" rel="noreferrer">${address}</a>` : address}</dd>`)}</dl>`;
}
