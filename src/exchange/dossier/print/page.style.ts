import { Html } from '../html.js';

/** The style of the printed page: A4, black on white, one family of type that every system has. */
export const STYLE = new Html(`
@page { size: A4; margin: 15mm 14mm 13mm;
  @top-left { content: "A map of what sources say, not a finding of responsibility"; font: 7.5pt Arial, sans-serif; color: #444; }
  @top-right { content: "Every person is presumed innocent until finally convicted"; font: 7.5pt Arial, sans-serif; color: #444; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt Arial, sans-serif; color: #444; } }
* { box-sizing: border-box; }
html { font: 8.5pt/1.25 "Noto Sans", "Liberation Sans", Arial, "DejaVu Sans", sans-serif; color: #111; background: #fff; }
body { max-width: 182mm; margin: 0 auto; padding: 0; overflow-wrap: anywhere; }
@media screen { body { padding: 10mm 0; width: calc(100% - 24px); } }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 11.5pt; margin: 4mm 0 1mm; padding-bottom: .7mm; border-bottom: 1.2pt solid #111; break-after: avoid; }
h3 { font-size: 9.5pt; margin: 3mm 0 .8mm; break-after: avoid; }
p { margin: 0 0 .9mm; orphans: 3; widows: 3; }
h2 + p:has(+ table, + .chart), h3 + p:has(+ table, + .chart) { break-after: avoid; }
a { color: inherit; text-decoration: underline; text-decoration-color: #999; }
.kind { text-transform: uppercase; letter-spacing: .08em; font-size: 7.5pt; color: #444; }
.about { font-size: 12pt; font-weight: bold; }
.notice { border: 1.2pt solid #111; padding: 3mm 4mm 1.5mm; margin: 3mm 0; break-inside: avoid; }
.facts { color: #444; font-size: 7.5pt; }
nav ul { margin: 0; padding: 0; list-style: none; columns: 2; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .8mm 0 2mm; }
thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
tr { break-inside: avoid; }
tbody tr:first-child { break-before: avoid; }
th, td { text-align: left; vertical-align: top; padding: .5mm 1.4mm; border: .5pt solid #999; }
td p { margin: 0 0 .5mm; } td p:last-child { margin: 0; }
thead th, .unit.subject { print-color-adjust: exact; }
thead th { background: #eee; font-size: 8pt; }
.hash { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 6.5pt; color: #444; }
dl { display: grid; grid-template-columns: 34mm minmax(0, 1fr); gap: .7mm 2mm; margin: 1mm 0 2mm; }
dt { color: #444; } dd { margin: 0; break-inside: avoid; } dd p { margin: 0 0 .4mm; } dl > :nth-child(-n+4) { break-after: avoid; }
.chart { margin: 3mm 0; }
.band { break-inside: avoid; }
.row { display: flex; align-items: stretch; }
.row > div { flex: none; min-width: 0; }
.unit { border: .75pt solid #111; padding: 1mm 2mm; background: #fff; font-size: 8.5pt; }
.unit.subject { border-width: 2.25pt; background: #f1f1f1; }
.unit p { margin: 0; } .unit ul { margin: .5mm 0 0; padding-left: 4mm; }
.unit .name { font-weight: bold; } .unit .level { font-size: 7pt; color: #444; }
.unit .gap { font-style: italic; color: #333; margin-top: .5mm; }
.pass { position: relative; }
.pass::before { content: ""; position: absolute; inset: 0 auto 0 50%; border-left: 1px solid #111; }
.pass.single::before { border-left-style: dashed; }
svg { display: block; width: 100%; height: auto; }
svg .link { fill: none; stroke: #111; } svg .single { stroke-dasharray: 4 3; }
svg .head { fill: #111; } svg rect { fill: #fff; } svg text { font-size: 9px; text-anchor: middle; fill: #111; }
`);
