import type { Context } from '../../context.js';
import type { View } from '../../model/lens.js';
import { Html, html } from '../dossier/html.js';
import {
  asLabel,
  postInWords,
  type ReconciliationEntity,
  type RelatedRow,
  type Relation,
  spanOf,
  TYPES,
} from './reconciliation.rules.js';
import { recordsByRequestedId } from './reconciliation-entities.js';

/** A small page on an entity, for the frame of a client: what it is called, what tells it from its like, who says so. */

const PREVIEW_RELATIONS: readonly Relation[] = ['posts', 'superiors', 'holders', 'wholes'];
/** How many lines of each kind there is room for. */
const MOST = 5;

const STYLE = new Html(`
html { font: 13px/1.4 "Noto Sans", "Liberation Sans", Arial, sans-serif; color: #111; background: #fff; }
body { margin: 8px; overflow-wrap: anywhere; }
h1 { font-size: 15px; margin: 0; } h2 { font-size: 12px; margin: 8px 0 0; color: #444; }
p { margin: 2px 0; } ul { margin: 0; padding-left: 16px; } small { color: #444; }`);

/** The page on the entity under an id; undefined where there is none that the reader may see. */
export async function preview(context: Context, view: View, id: string): Promise<string | undefined> {
  const record = (await recordsByRequestedId(context, view, [id], PREVIEW_RELATIONS)).get(id);
  return record && pageOf(record.name, content(record));
}

/** The page if there is nothing to show: the same for a hidden record and for one that never existed. */
export const NO_PREVIEW = pageOf('Nothing here', html`<p>There is nothing under that id that you may see.</p>`);

function pageOf(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body><h1>${title}</h1>${body}</body></html>
`.text;
}

function content({
  id,
  name,
  names,
  types,
  kind,
  kinds,
  bodyKind,
  countries,
  within,
  placeholder,
  identifiers,
  place,
  sources,
  related,
  ...dates
}: ReconciliationEntity) {
  const facts = [
    ...types.map((type) => TYPES[type].name),
    ...[...kinds, kind, bodyKind].flatMap((word) => (word ? [asLabel(word)] : [])),
  ];
  const others = [...new Set(names)].filter((other) => other !== name);
  const link = (row: RelatedRow) => [row.name, asLabel(row.kind), spanOf(row)].filter(Boolean).join(' · ');
  return html`<p>${[...facts, ...countries, within?.name, place?.name, spanOf(dates)].filter(Boolean).join(' · ')}</p><p><small>${id}</small></p>
${placeholder && html`<p>A stand-in for a unit that sources leave unnamed.</p>`}
${others.length > 0 && html`<h2>Also named</h2><p>${others.join(' · ')}</p>`}
${identifiers.length > 0 && html`<h2>Identifiers</h2><p>${identifiers.map(({ scheme, value }) => `${scheme}: ${value}`).join(' · ')}</p>`}
${sources.length > 0 && html`<h2>Sources</h2><ul>${sources.map((title) => html`<li>${title}</li>`)}</ul>`}
${list('Posts, as sources give them', related.posts, postInWords)}
${list('Units above it, as sources give them', related.superiors, link)}
${list('Posts in it, as sources give them', related.holders, link)}
${list('Part of', related.wholes, link)}
${types.includes('Person') && html`<p><small>To be named here is no finding. Every person is presumed innocent.</small></p>`}`;
}

/** The latest lines of a kind, with the reports behind each. */
function list(title: string, rows: readonly RelatedRow[] | undefined, words: (row: RelatedRow) => string) {
  if (rows === undefined || rows.length === 0) return null;
  const latest = [...rows].reverse();
  return html`<h2>${title}</h2><ul>${latest.slice(0, MOST).map((row) => html`<li>${words(row)} <small>(${row.sources.join('; ')})</small></li>`)}</ul>${
    latest.length > MOST && html`<p><small>and ${latest.length - MOST} more</small></p>`
  }`;
}
