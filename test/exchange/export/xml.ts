/** A strict reader of the XML that we write: elements in order, with attributes, text and parent. Throws where it is not well-formed. */

export interface Element {
  readonly name: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const TOKEN = /<\?xml [^?]*\?>|<\/([\w.:-]+)>|<([\w.:-]+)((?: [\w.:-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
const ATTRIBUTE = / ([\w.:-]+)="([^"<]*)"/g;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function elementsOf(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const [, closed, name, attributes = '', alone, text] = TOKEN.exec(xml) ?? fail(xml, at);
    if (closed !== undefined && open.pop()?.name !== closed) fail(xml, at);
    if (name !== undefined) {
      const read = [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, plain(value)]);
      const element = { name, parent: open.at(-1)?.name ?? '', attributes: Object.fromEntries(read), text: '' };
      all.push(element);
      if (!alone) open.push(element);
    }
    const inner = open.at(-1);
    if (text !== undefined && inner) inner.text += plain(text);
  }
  if (open.length > 0) fail(xml, xml.length);
  return all;
}

function plain(text: string): string {
  return text.replace(/&(\w+;)?/g, (sign, name = '') => SIGNS[name.slice(0, -1)] ?? fail(text, text.indexOf(sign)));
}

function fail(xml: string, at: number): never {
  throw new Error(`Not well-formed at ${at}: ${JSON.stringify(xml.slice(at, at + 60))}`);
}
