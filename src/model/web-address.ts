/** Addresses on the web: what a reader of a record may follow without harm. */

export const ADDRESS_EXPECTED =
  'an address such as https://example.org/page: http or https, without a user name, spaces, quotation marks, <, > and \\';

/** No space, no invisible or control character, and nothing that ends an attribute of HTML. */
const CHARACTERS = /^https?:\/\/(?!\/)[^\s"<>\\`\p{C}]+$/iu;

/** An address in the form of the URL standard; undefined where it is none that may be followed. */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  if (!CHARACTERS.test(address) || !URL.canParse(address)) return undefined;
  const { username, password, href } = new URL(address);
  return username === '' && password === '' ? href.replaceAll("'", '%27') : undefined;
}
