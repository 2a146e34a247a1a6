/** A graph for Gephi and yEd: GraphML with typed keys. Gephi shows the key `label`; yEd shows labels of its own alone. */

type Cell = string | number;
type Cells = Readonly<Record<string, Cell>>;

export interface GraphNode {
  readonly id: string;
  readonly data: Cells;
}
export interface GraphEdge extends GraphNode {
  readonly source: string;
  readonly target: string;
}
/** Names of the values of nodes or edges, with their types. */
export type GraphmlKeys = Readonly<Record<string, 'string' | 'int'>>;

export interface Drawing {
  readonly description: string;
  readonly nodeKeys: GraphmlKeys;
  readonly edgeKeys: GraphmlKeys;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The text of a directed graph. */
export function* graphml({ description, nodeKeys, edgeKeys, nodes, edges }: Drawing): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${escaped(description)}</desc>\n`;
  yield keysOf('node', nodeKeys) + keysOf('edge', edgeKeys) + LOOKS;
  yield '<graph id="chain" edgedefault="directed">\n';
  for (const { id, data } of nodes)
    yield `<node id="${escaped(id)}">${dataOf('node', data)}${nodeLook(data.label)}</node>\n`;
  for (const { id, source, target, data } of edges)
    yield `<edge id="${escaped(id)}" source="${escaped(source)}" target="${escaped(target)}">${dataOf('edge', data)}${edgeLook(data.label)}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}

const keysOf = (of: 'node' | 'edge', keys: GraphmlKeys) =>
  Object.entries(keys)
    .map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');

const dataOf = (of: 'node' | 'edge', data: Cells) =>
  Object.entries(data)
    .map(([name, value]) => `<data key="${of}-${name}">${escaped(String(value))}</data>`)
    .join('');

const LOOKS =
  '<key id="node-look" for="node" yfiles.type="nodegraphics"/>\n<key id="edge-look" for="edge" yfiles.type="edgegraphics"/>\n';

const nodeLook = (label: Cell = '') =>
  `<data key="node-look"><y:ShapeNode><y:NodeLabel>${escaped(String(label))}</y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data>`;

const edgeLook = (label: Cell = '') =>
  `<data key="edge-look"><y:PolyLineEdge><y:Arrows source="none" target="standard"/><y:EdgeLabel>${escaped(String(label))}</y:EdgeLabel></y:PolyLineEdge></data>`;

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML has no way to write most control characters, nor half of a surrogate pair. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string) => text.replace(NOT_XML, '').replace(/[&<>"']/g, (sign) => ENTITY[sign] ?? '');
