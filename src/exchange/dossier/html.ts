import { webAddress } from '../../model/web-address.js';

/** Text that is HTML already. Only `html` makes it, so nothing reaches a page unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | false | readonly Part[];

/** HTML from a template: what is put in is escaped, unless it is HTML itself; lists are joined, and null leaves no trace. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + partHtml(parts[index] ?? null)).join(''));
}

function partHtml(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(partHtml).join('');
  return escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** An address that a reader may follow; any other kind than that of the web is shown as text only. */
export const isWebAddress = (address: string) => webAddress(address) !== undefined;
