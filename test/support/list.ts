import { answer } from './graph.js';

/** The ids of a list of the API, without the prefixes of the fixture: `unit-fx-u3` is `u3`. */
export async function listed(field: string, args = ''): Promise<string[]> {
  const inner = args === '' ? 'first: 100' : `first: 100, ${args}`;
  const data = await answer(`{ list: ${field}(${inner}) { nodes { id } } }`);
  return data.list.nodes.map(({ id }: { id: string }) => short(id));
}

/** Ids that a query leads to, wherever `id` is selected below `pick`. */
export const short = (id: string): string => id.replace(/^[a-z]+-fx-/, '');
export const shorts = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => short(id));
