import { expect, test } from '@jest/globals';
import { statementsOfReaders } from '../support/statements-of-readers.js';

/**
 * Cypher calls a column after its variable where it is a map of some properties without a name of its own: `RETURN n {.a}
 * ORDER BY n.b` orders by `b` of the map, which has none, and so by nothing.
 */

/** The text from an opening brace through its closing one. */
function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(from, at + 1);
  }
  throw new Error(`Expected a closing brace; got none: ${text.slice(from, from + 200)}`);
}

/** The keys of a map, without those of maps in it. */
function keysOf(map: string): string[] {
  let keys = map.slice(1, -1);
  while (/[{[(]/.test(keys)) keys = keys.replace(/\{[^{}[\]()]*\}|\[[^{}[\]()]*\]|\([^{}[\]()]*\)/g, '');
  return keys.split(',').map((entry) => entry.trim().replace(/^\.|:.*$/gs, ''));
}

/** What a statement orders by and the rows that it orders do not have. */
function lostOrders(text: string): string[] {
  return [...text.matchAll(/\bRETURN (?:DISTINCT )?(\w+) (?=\{)/g)].flatMap((found) => {
    const [whole, variable = ''] = found;
    const map = braced(text, found.index + whole.length);
    const [, order = ''] = /^\s*ORDER BY (.*)/s.exec(text.slice(found.index + whole.length + map.length)) ?? [];
    const ordering = [...(order.split(/[\n}]/)[0] ?? '').matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))];
    return ordering
      .map(([, key = '']) => key)
      .filter((key) => !keysOf(map).includes(key))
      .map((key) => `${variable}.${key}`);
  });
}

test('each statement for readers orders its rows by what they have', async () => {
  const lost = (await statementsOfReaders()).flatMap(({ name, text }) =>
    lostOrders(text).map((key) => `${name}: ${key}`),
  );
  expect(lost).toEqual([]);
});

test('an order by what a map leaves out is found, and none where the map has a name or the key', () => {
  expect(lostOrders('MATCH (n) RETURN n {.a, b: {c: 1}} ORDER BY n.b, n.c, m.d')).toEqual(['n.c']);
  expect(lostOrders('MATCH (n) RETURN n {.a} AS row ORDER BY n.c')).toEqual([]);
  expect(lostOrders('RETURN COLLECT { MATCH (n) RETURN n {.a} ORDER BY n.a, n.id } AS rows')).toEqual(['n.id']);
});
