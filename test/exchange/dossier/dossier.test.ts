import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { chartOf } from '../../../src/exchange/dossier/chart.js';
import { dossierHtml } from '../../../src/exchange/dossier/dossier.html.js';
import { printed } from '../../../src/exchange/dossier/dossier.js';
import type { Dossier } from '../../../src/exchange/dossier/dossier.rules.js';
import type { DossierItem } from '../../../src/exchange/dossier/sources.rules.js';
import { sourceLines } from '../../../src/exchange/dossier/wording.js';
import { GREAT, madeDossier, WISHES } from './sample-case.js';

/** Every item of a dossier, wherever it stands. */
function itemsIn(value: unknown): DossierItem[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'says' in value ? [value as DossierItem] : [];
  return [...own, ...Object.values(value).flatMap(itemsIn)];
}

async function wordText(dossier: Dossier): Promise<string> {
  const zip = await JSZip.loadAsync((await printed(dossier, 'docx')).content);
  return (await zip.file('word/document.xml')?.async('string')) ?? '';
}

test.each([
  ['a small case', madeDossier(WISHES)],
  ['a great case', madeDossier(GREAT, 5)],
])(
  'in the dossier as %s, every item cites its sources by their numbers in the list, and the list holds no passage twice',
  (_case, dossier) => {
    const numbers = dossier.sources.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    const items = itemsIn(dossier);
    expect(items.length).toBeGreaterThan(10);
    for (const { sources } of items) expect(sources.length).toBeGreaterThan(0);
    expect(new Set(items.flatMap(({ sources }) => sources))).toEqual(new Set(numbers));
    const places = dossier.sources.map(({ reportId, pinpoint }) => `${reportId} ${pinpoint}`);
    expect(new Set(places).size).toBe(places.length);
  },
);

test('a passage that two statements paraphrase differently is one source with both paraphrases', () => {
  const read = madeDossier(WISHES).sources.find(({ passages }) => passages.length > 1);
  expect(new Set(read?.passages.map(({ paraphrase }) => paraphrase)).size).toBe(read?.passages.length);
});

test('a question gives a dossier of the same bytes each time, and another question another content hash', async () => {
  for (const format of ['html', 'json'] as const)
    expect((await printed(madeDossier(GREAT, 5), format)).content).toBe(
      (await printed(madeDossier(GREAT, 5), format)).content,
    );
  expect(madeDossier(WISHES).basis.contentHash).not.toBe(madeDossier(WISHES, 2).basis.contentHash);
});

test('the list of sources calls a publisher a party, or none, only where that was assessed, and says where a copy was read and what was checked', () => {
  const { sources } = madeDossier(GREAT, 5);
  const linesOf = (source: (typeof sources)[number]) => Object.fromEntries(sourceLines(source));
  const assessed = new Map<boolean | null, string>([
    [true, 'B, usually reliable; a party to the conflict'],
    [false, 'B, usually reliable; no party to the conflict'],
    [null, 'B, usually reliable'],
  ]);
  expect(new Set(sources.map(({ partyToConflict }) => partyToConflict))).toEqual(new Set(assessed.keys()));
  for (const source of sources) {
    const lines = linesOf(source);
    expect(lines.Reliability).toBe(assessed.get(source.partyToConflict));
    expect(lines['Read in a copy at']).toBe(source.copyUrl);
    expect(lines.Verification).toBe(source.verification);
    expect(lines['Draws on']).toBe(source.derivedFrom && 'The wire (Ministry; a party to the conflict)');
    expect(lines.Collected).toBe(source.collectedBy && '2022-04-02, by The Archive, Full-page capture');
  }
  expect(sources.filter(({ copyUrl }) => copyUrl).length).toBeGreaterThan(0);
  expect(sources.filter(({ collectedBy }) => collectedBy).length).toBeGreaterThan(0);
  expect(sources.filter(({ derivedFrom }) => derivedFrom).length).toBeGreaterThan(0);
});

const HOSTILE = `<script>alert("1")</script> & 'O' \u0001]]>`;

test('a dossier escapes names wherever they are on the page', () => {
  const page = dossierHtml(
    madeDossier({ ...WISHES, personName: () => HOSTILE, unitName: () => HOSTILE, reportTitle: () => HOSTILE }),
  );
  expect(page).not.toMatch(/<script|alert\("1"\)|'O'/);
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;O&#39;');
});

test('a Word file with markup in names opens, and contains every source and unit', async () => {
  const dossier = madeDossier({ ...WISHES, personName: () => HOSTILE, reportTitle: (index) => `Доклад ${index} <&>` });
  const text = await wordText(dossier);
  expect(text).toContain('&lt;script&gt;');
  for (const sign of ['<script', '\u0001']) expect(text).not.toContain(sign);
  for (const { title } of dossier.sources) expect(text).toContain(title.replace('<&>', '&lt;&amp;&gt;'));
  for (const unit of ['Unit 0', 'Unit 1', 'Unit 2']) expect(text).toContain(unit);
});

test('only web addresses become links in a dossier', () => {
  const dossier = madeDossier(WISHES);
  const sources = dossier.sources.map((source) => ({ ...source, url: 'javascript:alert(1)', archivedUrl: null }));
  expect(dossierHtml(dossier)).toContain('href="https://archive.example.org/1"');
  expect(dossierHtml({ ...dossier, sources })).not.toMatch(/href="(?!#)/);
});

test('every format of a dossier begins with the notice and the presumption of innocence, and contains no verdict and no score', async () => {
  const dossier = madeDossier(WISHES);
  const page = dossierHtml(dossier);
  const body = page.slice(page.indexOf('<body>'));
  expect(body.indexOf(dossier.presumption)).toBeLessThan(body.indexOf('<h2>'));
  expect(body.indexOf(dossier.basis.notice.slice(0, 60))).toBeLessThan(body.indexOf('<h2>'));
  for (const text of [body, JSON.stringify(dossier), await wordText(dossier)]) {
    expect(text).toContain('presumed innocent');
    expect(text.replaceAll('no verdict and no score', '')).not.toMatch(/guilt|culpab|verdict|score|perpetrator was/i);
  }
});

test('the chart of a dossier draws every link once, upward, and marks those that rest on one publisher', () => {
  const [chain] = madeDossier(GREAT, 5).chains;
  if (!chain) throw new Error('The case has a chain.');
  const rows = chartOf(chain);
  const wires = rows.flatMap((row) => row.wires);
  const labels = chain.links.map(({ label }) => label).sort();
  expect(
    wires
      .filter(({ leavesUnit }) => leavesUnit)
      .map(({ link }) => link.label)
      .sort(),
  ).toEqual(labels);
  expect(
    wires
      .filter(({ arrives }) => arrives)
      .map(({ link }) => link.label)
      .sort(),
  ).toEqual(labels);
  const rowOf = new Map(rows.flatMap(({ cells }, row) => cells.map(({ unit }) => [unit?.unit.id, row] as const)));
  for (const { subordinateId, superiorId } of chain.links)
    expect(rowOf.get(superiorId)).toBeLessThan(rowOf.get(subordinateId) ?? 0);
  expect(chain.links.some(({ singlePublisher }) => singlePublisher)).toBe(true);
  expect(chain.links.some(({ singlePublisher }) => !singlePublisher)).toBe(true);
});
