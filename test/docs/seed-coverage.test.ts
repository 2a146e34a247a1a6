import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readDataset, SEED } from '../../src/exchange/seed/read-datasets.js';
import { type DraftNode, draftOf } from '../../src/model/record/draft.js';
import { sameAsFile } from '../support/golden-file.js';
import { readPage } from '../support/pages.js';

/** Each paragraph of the five texts has records in the seed, or a reason why not. `npm run golden` writes the table anew. */

const PAGE = 'docs/seed-coverage.md';
const TABLES = '## 000';

interface Reason {
  readonly document: string;
  readonly paragraphs: readonly number[];
  readonly reason: string;
}

const files = await readDataset('amnesty-ukraine');
const { nodes, edges } = draftOf(files);
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const reasons: Reason[] = parse(
  await readFile(join(SEED, 'amnesty-ukraine', 'paragraphs-without-records.yaml'), 'utf8'),
);
const reasonOf = new Map<string, string>(
  reasons.flatMap(({ document, paragraphs, reason }) =>
    paragraphs.map((paragraph) => [`${document}#${paragraph}`, reason] as const),
  ),
);
const paragraphs: readonly string[] = [...files.paragraphs.keys()];

const citingNodes = new Map<string, DraftNode[]>();
for (const { type, from, properties } of edges) {
  const node = nodeById.get(from);
  if (type !== 'CITES' || properties.paragraph === undefined || !node) continue;
  const key = `${properties.document}#${properties.paragraph}`;
  const others = citingNodes.get(key) ?? [];
  if (!others.includes(node)) citingNodes.set(key, [...others, node]);
}

/** What a claim is about, by the id at its most telling end. */
const OWNER: Readonly<Record<string, string>> = {
  CommandLink: 'SUBORDINATE',
  Affiliation: 'PART',
  Attribution: 'TO',
  Demand: 'BY',
};
function recordText({ id, labels, properties }: DraftNode): string {
  const label = labels.at(-1) ?? '';
  if (!labels.includes('Claim')) return `\`${id}\``;
  const edge = OWNER[label] ?? 'OF';
  const end = edges.find(({ from, type }) => from === id && type === edge)?.to ?? '';
  const what = properties.property ?? properties.kind ?? properties.mode ?? properties.role ?? '';
  return label === 'Name' ? `Name of \`${end}\`` : `${label} ${what} of \`${end}\``;
}

const row = (key: string): string => {
  const records = [...new Set((citingNodes.get(key) ?? []).map(recordText))].sort();
  return `| ${key.split('#')[1]} | ${records.length > 0 ? records.join(' · ') : `– ${reasonOf.get(key) ?? ''}`} |`;
};

test.each(paragraphs)('the paragraph %s of the texts has records, or a reason why it has none', (key) => {
  expect([(citingNodes.get(key) ?? []).length > 0, reasonOf.has(key)].filter(Boolean)).toHaveLength(1);
});

test('every reason is for a paragraph of the texts', () => {
  expect([...reasonOf.keys()].filter((key) => !files.paragraphs.has(key))).toEqual([]);
});

test('docs/seed-coverage.md shows for each paragraph what the data files have of it', async () => {
  const { text } = await readPage(PAGE);
  const documents = [...new Set(paragraphs.map((key) => key.split('#')[0] ?? ''))];
  const titleOf = (document: string) =>
    files.records.reports.find(({ record }) => record.document === document && record.publisher)?.record.title ?? '';
  const tables = documents.map((document) => {
    const rows = paragraphs.filter((key) => key.startsWith(`${document}#`)).map(row);
    return `## ${document.slice(0, 3)} ${titleOf(document)}\n\n| paragraph | records |\n|---|---|\n${rows.join('\n')}\n`;
  });
  sameAsFile(PAGE, `${text.slice(0, text.indexOf(TABLES))}${tables.join('\n')}`);
});
