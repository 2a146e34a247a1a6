/** Texts as FollowTheMoney would write them: what it would change on reading has another value there, and another statement id. */

const SPACES = /[\u2000-\u200a\u2028\u2029\u0a00\u1680\u202f\u205f\u3000]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u061c\u2060-\u2064\u00ad\ufeff]/g;

const NAMES = ['name', 'alias', 'previousName'];
const ADDRESSES = ['full', 'location'];
const BREAKS = /\r\n|\n|<BR\/>|<BR>|\t|ESQ\.,|ESQ,|;/g;
const COMMAS = /,\s?[,.]/g;

/** The value of a property, tidied; empty where nothing is left of it. */
export function tidy(property: string, value: string): string {
  const text = value.normalize('NFC').replace(SPACES, ' ').replace(UNSAFE, '').trim();
  if (NAMES.includes(property)) return squeezed(text.replace(/^["'](.*)["']$/, '$1'));
  if (ADDRESSES.includes(property)) return withCommas(squeezed(text.replace(BREAKS, ', ')));
  if (property === 'sourceUrl') return withPath(text);
  return text;
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** As often as it takes: FollowTheMoney does so once each time it reads. */
function withCommas(address: string): string {
  const shorter = squeezed(address.replace(COMMAS, ', '));
  return shorter === address ? address : withCommas(shorter);
}

function withPath(url: string): string {
  const [, site, rest = ''] = /^(https?:\/\/[^/?#]+)(.*)$/.exec(url) ?? [];
  if (site === undefined) return '';
  return rest.startsWith('/') ? url : `${site}/${rest}`;
}
