/** The words and signs of a Cypher statement, with the place where each bracket ends. */

export interface CypherTokens {
  readonly texts: readonly string[];
  /** By the place of an opening bracket, that of the closing one. */
  readonly closing: ReadonlyMap<number, number>;
}

/** Comments, texts, quoted names, parameters, words, and signs; the arrows of patterns stay single signs. */
const TOKEN = /\/\/[^\n]*|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\$?\w+|\.\.|<=|>=|<>|\S/g;
const CLOSED_BY: ReadonlyMap<string | undefined, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const CLOSING = new Set(CLOSED_BY.values());

/** Throws an error where brackets do not match. */
export function cypherTokens(statement: string): CypherTokens {
  const texts = [...statement.matchAll(TOKEN)].map(([text]) => text).filter((text) => !text.startsWith('//'));
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const [place, text] of texts.entries()) {
    if (CLOSED_BY.has(text)) open.push(place);
    if (!CLOSING.has(text)) continue;
    const start = open.pop();
    if (start === undefined || CLOSED_BY.get(texts[start]) !== text)
      throw new Error(
        `Expected brackets that match; got ${texts.slice(Math.max(0, place - 20), place + 1).join(' ')}.`,
      );
    closing.set(start, place);
  }
  if (open.length > 0) throw new Error(`Expected that each bracket is closed; got ${open.length} open at the end.`);
  return { texts, closing };
}
