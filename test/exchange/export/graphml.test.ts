import { expect, test } from '@jest/globals';
import { chainDrawing } from '../../../src/exchange/export/chain.js';
import { type Drawing, graphml } from '../../../src/exchange/export/graphml.js';
import { caseFile, link, posting, THE_DAY } from '../../support/case-file.js';
import { elementsOf } from './xml.js';

const drawing = (label: string): Drawing => ({
  description: 'A & B',
  nodeKeys: { label: 'string', level: 'int' },
  edgeKeys: { label: 'string', kind: 'string' },
  nodes: [
    { id: 'unit-a', data: { label, level: 0 } },
    { id: 'unit-b', data: { label: 'B', level: 1 } },
  ],
  edges: [{ id: 'claim-1', source: 'unit-a', target: 'unit-b', data: { label: 'COMMAND <1>', kind: 'COMMAND' } }],
});
const text = (label: string) => [...graphml(drawing(label))].join('');

test('GraphML is well-formed, and each datum has a key of the right kind', () => {
  const elements = elementsOf(text('A'));
  const keys = new Map(
    elements.filter(({ name }) => name === 'key').map(({ attributes }) => [attributes.id, attributes]),
  );
  expect([...keys.keys()]).toEqual(['node-label', 'node-level', 'edge-label', 'edge-kind', 'node-look', 'edge-look']);
  expect(keys.get('node-level')).toMatchObject({ for: 'node', 'attr.name': 'level', 'attr.type': 'int' });
  const data = elements.filter(({ name }) => name === 'data');
  expect(data).toHaveLength(9);
  for (const { attributes, parent } of data) expect(keys.get(attributes.key)?.for).toBe(parent);
  expect(elements.filter(({ name }) => name === 'edge').map(({ attributes }) => attributes)).toEqual([
    { id: 'claim-1', source: 'unit-a', target: 'unit-b' },
  ]);
});

test('GraphML has each label twice: in the key `label`, which Gephi shows, and as a label of yEd, which shows no other', () => {
  const elements = elementsOf(text('A'));
  const texts = (which: string) =>
    elements.filter(({ name, attributes }) => [name, attributes.key].includes(which)).map((element) => element.text);
  expect(texts('y:NodeLabel')).toEqual(['A', 'B']);
  expect(texts('node-label')).toEqual(['A', 'B']);
  expect(texts('y:EdgeLabel')).toEqual(['COMMAND <1>']);
  expect(texts('edge-label')).toEqual(['COMMAND <1>']);
  const looks = elements.filter(({ attributes }) => attributes['yfiles.type'] !== undefined);
  expect(looks.map(({ attributes }) => attributes['yfiles.type'])).toEqual(['nodegraphics', 'edgegraphics']);
});

test.each([
  ['<b> & "c" \'d\'', '<b> & "c" \'d\''],
  ['Частина 64044', 'Частина 64044'],
  ['bell\u0007 and half \ud83d of a pair', 'bell and half  of a pair'],
  ['whole 😀', 'whole 😀'],
])('the label %j in GraphML is read back as %j', (label, expected) => {
  const labels = elementsOf(text(label)).filter(({ attributes }) => attributes.key === 'node-label');
  expect(labels[0]?.text).toBe(expected);
});

test('the drawing of a chain has the notes of its links and posts, and an empty note where there is none', () => {
  const file = caseFile(
    link('u3', 'u2', { note: 'The source says "attached".' }),
    link('u2', 'u1'),
    posting('anders', 'u2', { note: 'The day is that of the page.' }),
    posting('berg', 'u1'),
  );
  const entities = new Map(
    [...file.entities.values()].map(({ id, label, name }) => [
      id,
      { id, kind: label, name, called: [], latitude: null, longitude: null, names: [], codes: [] },
    ]),
  );
  const { nodes, edges, nodeKeys, edgeKeys } = chainDrawing(file, 'u3', THE_DAY, { entities, reports: new Map() }, '');
  expect([nodeKeys.notes, edgeKeys.note]).toEqual(['string', 'string']);
  for (const { data } of edges) expect(data.label).toBe(`${data.kind}, ${data.cover} (${data.first} – ${data.last})`);
  expect(edges.map(({ source, data }) => [source, data.note])).toEqual([
    ['u3', 'The source says "attached".'],
    ['u2', ''],
  ]);
  expect(nodes.map(({ id, data }) => [id, data.notes])).toEqual([
    ['u3', ''],
    ['u2', 'The day is that of the page.'],
    ['u1', ''],
  ]);
});
