import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDataset, SEED } from '../../../src/exchange/seed/read-datasets.js';
import { type DraftEdge, draftOf } from '../../../src/model/record/draft.js';

const TEXTS = join(SEED, '..', '..', 'shared', 'seeds');
const AMNESTY = await readDataset('amnesty-ukraine');
const { nodes, edges } = draftOf(AMNESTY);
const citations = edges.filter(({ type }) => type === 'CITES');

const place = ({ origin, from }: DraftEdge) => `${origin.file}:${origin.line} ${from}`;

/** The rows of a CSV file of the seed folder, read without the code under test. */
function rowsOf(file: string): string[] {
  return readFileSync(join(SEED, file), 'utf8').trimEnd().split('\n').slice(1);
}

describe('the citations of amnesty-ukraine', () => {
  test('are several hundred, nearly all of them of a paragraph', () => {
    expect(citations.length).toBeGreaterThan(300);
    expect(citations.filter(({ properties }) => properties.paragraph !== undefined).length).toBeGreaterThan(300);
  });

  test('have the hash that paragraphs.csv gives for their document and paragraph', () => {
    const manifest = new Set(rowsOf('amnesty-ukraine/paragraphs.csv'));
    const wrong = citations.filter(({ properties: { document, paragraph, passageSha256 } }) => {
      return paragraph !== undefined && !manifest.has(`${document},${paragraph},${passageSha256}`);
    });
    expect(wrong.map(place)).toEqual([]);
  });

  test('name a paragraph, all but those of the gazetteer and two names of publishers, which say why', () => {
    const without = citations.filter(
      ({ to, properties }) => properties.paragraph === undefined && to !== 'report-geonames',
    );
    const claims = without.map(({ from }) => nodes.find(({ id }) => id === from)?.properties);
    expect(claims).toEqual([
      expect.objectContaining({
        value: 'Amnesty International USA',
        note: expect.stringContaining('publisher of the list'),
      }),
      expect.objectContaining({ value: 'Amnesty International Canada', note: expect.stringContaining('catalogue') }),
    ]);
  });

  test('name a paragraph of the document in which their report was read', () => {
    const documents = new Map(AMNESTY.records.reports.map(({ record }) => [record.id, record.document]));
    const elsewhere = citations.filter(
      ({ to, properties }) =>
        properties.document !== undefined && documents.get(to) && properties.document !== documents.get(to),
    );
    expect(elsewhere.map(place)).toEqual([]);
  });
});

test('paragraphs.csv names every paragraph once, counted from 1 without a gap', () => {
  const counts = new Map<string, number[]>();
  for (const row of rowsOf('amnesty-ukraine/paragraphs.csv')) {
    const [document = '', paragraph] = row.split(',');
    counts.set(document, [...(counts.get(document) ?? []), Number(paragraph)]);
  }
  expect(counts.size).toBe(5);
  for (const numbers of counts.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

// The texts belong to their publishers and are not part of the product: who has them beside the checkout can hold the data against them.
const describeWithTexts = existsSync(TEXTS) ? describe : describe.skip;
if (!existsSync(TEXTS))
  process.stdout.write(`Skipped: the source texts are not at ${TEXTS}, so the data is not held against them.\n`);

describeWithTexts('the source texts', () => {
  const names = existsSync(TEXTS)
    ? readdirSync(TEXTS)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  const texts = names.map((name) => readFileSync(join(TEXTS, name), 'utf8'));

  test('are five', () => {
    expect(names).toHaveLength(5);
  });

  test('have the paragraphs that paragraphs.csv holds, each a run of lines between blank lines', () => {
    const rows = texts.flatMap((text, index) =>
      paragraphsOf(text).map((paragraph, at) => {
        const sha256 = createHash('sha256').update(paragraph).digest('hex');
        return `${names[index]?.replace('.txt', '')},${at + 1},${sha256}`;
      }),
    );
    expect(rowsOf('amnesty-ukraine/paragraphs.csv')).toEqual(rows);
  });

  test.each(['amnesty-ukraine', 'public-record'])(
    'share no run of eight words with what %s stores in its own words',
    async (name) => {
      const runs = new Set(texts.flatMap((text) => runsOf(text)));
      const { nodes: draftNodes, edges: links } = draftOf(await readDataset(name));
      const ownWords = [
        ...draftNodes.flatMap(({ origin, labels, properties: { title, summary, note, effect, value } }) => {
          const isName = labels.includes('Report') || labels.includes('Name');
          return [isName ? null : title, isName ? null : value, summary, note, effect].map((text) => ({
            text,
            origin,
          }));
        }),
        ...links.map(({ origin, properties: { paraphrase } }) => ({ text: paraphrase, origin })),
      ];
      const shared = ownWords.flatMap(({ text, origin }) =>
        runsOf(String(text ?? ''))
          .filter((run) => runs.has(run))
          .map((run) => `${origin.file}:${origin.line}: ${run}`),
      );
      expect(ownWords.filter(({ text }) => text).length).toBeGreaterThan(100);
      expect(shared).toEqual([]);
    },
  );
});

function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}

/** Every run of eight consecutive words, without case and punctuation. */
function runsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_, index) => words.slice(index, index + 8).join(' '));
}
