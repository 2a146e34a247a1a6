import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { Dossier } from '../../../src/exchange/dossier/dossier.rules.js';
import type { DossierItem } from '../../../src/exchange/dossier/exhibits.rules.js';
import { chartOf } from '../../../src/exchange/dossier/print/chart.js';
import { custodyLine } from '../../../src/exchange/dossier/print/exhibits.js';
import { dossierDocx } from '../../../src/exchange/dossier/print/page.docx.js';
import { dossierHtml } from '../../../src/exchange/dossier/print/page.html.js';
import { SOFTWARE } from '../../../src/model/software.js';
import { asText } from './as-text.js';
import { GREAT, madeDossier, WISHES } from './sample-case.js';

/** Every item of a dossier, wherever it stands. */
function itemsIn(value: unknown): DossierItem[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'says' in value ? [value as DossierItem] : [];
  return [...own, ...Object.values(value).flatMap(itemsIn)];
}

async function wordText(dossier: Dossier): Promise<string> {
  const zip = await JSZip.loadAsync(await dossierDocx(dossier));
  return (await zip.file('word/document.xml')?.async('string')) ?? '';
}

test.each([
  ['a small case', madeDossier(WISHES)],
  ['a great case', madeDossier(GREAT, 5)],
])(
  'in the dossier as %s, every item cites its exhibits by number and place, and the list holds no report and no place twice',
  (_case, dossier) => {
    const numbers = dossier.exhibits.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    expect(new Set(dossier.exhibits.map(({ reportId }) => reportId)).size).toBe(numbers.length);
    const items = itemsIn(dossier);
    expect(items.length).toBeGreaterThan(10);
    for (const { sources } of items) expect(sources.length).toBeGreaterThan(0);
    const cited = items.flatMap(({ sources }) => sources.map(({ exhibit, place }) => `${exhibit} ${place}`));
    const listed = dossier.exhibits.flatMap(({ number, places }) => places.map((_place, at) => `${number} ${at + 1}`));
    expect(new Set(cited)).toEqual(new Set(listed));
    const places = dossier.exhibits.flatMap((one) => one.places.map(({ pinpoint }) => `${one.reportId} ${pinpoint}`));
    expect(new Set(places).size).toBe(places.length);
  },
);

test('a place that two statements paraphrase differently is one place of an exhibit with both paraphrases', () => {
  const places = madeDossier(WISHES).exhibits.flatMap((exhibit) => exhibit.places);
  const read = places.find(({ paraphrases }) => paraphrases.length > 1);
  expect(read?.paraphrases.length).toBeGreaterThan(1);
  expect(new Set(read?.paraphrases).size).toBe(read?.paraphrases.length);
});

test('a question gives a dossier of the same bytes each time, and another question another content hash', () => {
  expect(dossierHtml(madeDossier(GREAT, 5))).toBe(dossierHtml(madeDossier(GREAT, 5)));
  expect(JSON.stringify(madeDossier(GREAT, 5))).toBe(JSON.stringify(madeDossier(GREAT, 5)));
  expect(madeDossier(WISHES).basis.contentHash).not.toBe(madeDossier(WISHES, 2).basis.contentHash);
});

test('a dossier over several days says for which of them each element holds and each post is held', () => {
  const days = { from: '2021-12-01', to: '2022-03-31' };
  const dossier = madeDossier(WISHES, 1, { days });
  const inPost = [{ from: '2022-01-01', to: '2022-03-31' }];
  expect(dossier).toMatchObject({ days, people: [{ posts: [{ heldFor: inPost }], place: { on: '2022-01-01' } }] });
  const grades = dossier.people[0]?.matrices[0]?.elements.map(({ element, holdsFor }) => [element, holdsFor]);
  expect(grades).toEqual(
    expect.arrayContaining([
      ['SUPERIOR_STATUS', inPost],
      ['PERPETRATOR_LINK', [days]],
      ['CAUSATION', []],
    ]),
  );
  const text = asText(dossier);
  expect(text).toContain('Days of the assessment: 1 December 2021 to 31 March 2022');
  expect(text).toContain('Indicated / For 1 January 2022 to 31 March 2022');
  expect(text).toContain('Held for 1 January 2022 to 31 March 2022');
  expect(text).toContain('As the sources give it for 1 January 2022.');
  expect(dossier.chains[0]?.on).toBe('2022-01-01');
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
  for (const { title } of dossier.exhibits) expect(text).toContain(title.replace('<&>', '&lt;&amp;&gt;'));
  for (const unit of ['Unit 0', 'Unit 1', 'Unit 2']) expect(text).toContain(unit);
});

test('only web addresses become links in a dossier', () => {
  const dossier = madeDossier(WISHES);
  const script = 'javascript:alert(1)';
  const exhibits = dossier.exhibits.map((one) => ({ ...one, url: script, copyUrl: script, archivedUrl: null }));
  expect(dossierHtml(dossier)).toContain('href="https://archive.example.org/1"');
  expect(dossierHtml({ ...dossier, exhibits })).not.toMatch(/href="(?!#)/);
});

test('every format of a dossier begins with the notice and the presumption of innocence, and contains no verdict and no score', async () => {
  const dossier = madeDossier(WISHES);
  const page = dossierHtml(dossier);
  const body = page.slice(page.indexOf('<body>'));
  expect(body.indexOf(dossier.people[0]?.presumption ?? 'no person')).toBeLessThan(body.indexOf('<h2 '));
  expect(body.indexOf(dossier.basis.notice.slice(0, 60))).toBeLessThan(body.indexOf('<h2 '));
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

const WORD_FILES = ['word/document.xml', 'docProps/core.xml'];

async function wordParts(dossier: Dossier): Promise<string[]> {
  const zip = await JSZip.loadAsync(await dossierDocx(dossier));
  return Promise.all(WORD_FILES.map(async (name) => (await zip.file(name)?.async('string')) ?? ''));
}

test('a Word file of a dossier says what it is and who made it, in its properties', async () => {
  const [, core] = await wordParts(madeDossier(WISHES));
  expect(core).toContain('<dc:title>Dossier: Person 1, What happened at Unit 0</dc:title>');
  expect(core).toContain('<dc:creator>accountability-graph</dc:creator>');
  expect(core).toContain('<cp:lastModifiedBy>accountability-graph</cp:lastModifiedBy>');
  expect(core).not.toContain('Un-named');
});

test('a Word file of a dossier has its contents, and repeats the heads of its tables', async () => {
  const [text = ''] = await wordParts(madeDossier(GREAT, 5));
  const entries = text.match(/<w:hyperlink w:history="1" w:anchor="(place_\d+)">(?:(?!<\/w:p>).)*PAGEREF \1(?!\d)/gs);
  expect(entries?.length).toBeGreaterThan(7);
  expect(text.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(3);
});

test('in a Word file of a dossier a page ends between two lines of a table, and rows may be split: LibreOffice would leave out the rest of a table', async () => {
  const [text = ''] = await wordParts(madeDossier(GREAT, 5));
  const tables = text.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  const unsplit = tables.filter((table) => table.includes('<w:cantSplit/>'));
  expect(unsplit.length).toBeGreaterThan(0);
  for (const table of unsplit) expect(table.match(/<w:tr>/g)).toHaveLength(1);
  const cells = tables.flatMap((table) => table.match(/<w:tc>.*?<\/w:tc>/gs) ?? []);
  expect(cells.length).toBeGreaterThan(50);
  for (const cell of cells) expect(cell.match(/<w:keepLines\/>/g)?.length).toBe(cell.match(/<w:p>/g)?.length);
});

test('a Word file of a dossier has the units, posts and links of the charts on the page', async () => {
  const dossier = madeDossier(GREAT, 5);
  const [text = ''] = await wordParts(dossier);
  const words = text.replace(/<[^>]+>/g, '');
  for (const { links } of dossier.chains) for (const { label } of links) expect(words).toContain(`▲ ${label} `);
  for (const { levels } of dossier.chains)
    for (const { units } of levels) for (const { unit } of units) expect(words).toContain(unit.name);
});

test('no word of the API stands in a printed dossier', () => {
  const text = asText(madeDossier(WISHES, 1, { frameworks: ['ROME_STATUTE_28A', 'AD_HOC_TRIBUNALS'] }));
  const words =
    /\bR\d{1,2}\b|\blens\b|`|\bfirm\b|credibility \d of|\b[A-Z]{2,}_[A-Z_]+|\d{4}-\d{2}|\d{4}[~?%]|Looked for/g;
  expect(text.replace(/https:\S+/g, '').match(words)).toBeNull();
});

test('a dossier under two legal tests has one table for each, and says once what is the same under both', () => {
  const text = asText(madeDossier(WISHES, 1, { frameworks: ['ROME_STATUTE_28A', 'AD_HOC_TRIBUNALS'] }));
  expect(text.match(/^\[Element \| What the sources show \| On what\]$/gm)).toHaveLength(2);
  expect(text).toMatch(/As under Rome Statute, Article 28\(a\): military commander \| {2}\| .*Superior status/);
});

test('elements on which the graph has nothing share one row of the table', () => {
  const text = asText(madeDossier(WISHES));
  expect(text.match(/Nothing in this graph \|/g)).toHaveLength(1);
  expect(text).toMatch(/Nothing in this graph \| {2}\| .*Failure to prevent; .*Causation/);
});

test('a chain of one unit has no chart', () => {
  const dossier = madeDossier({ ...WISHES, under: [[]] }, 0);
  expect(dossierHtml(dossier)).not.toContain('<figure');
  expect(asText(dossier)).toContain('This graph has no link of command above Unit 0 on that day.');
  expect(dossierHtml(madeDossier(WISHES))).toContain('<figure');
});

test('the title page of a dossier says when, by what and from what it was made, and which evidence counts', () => {
  const [title = ''] = dossierHtml(madeDossier(WISHES)).split('<h2 ');
  for (const words of [
    '29 November 2026',
    `${SOFTWARE.name}, version ${SOFTWARE.version}`,
    'dataset made',
    'Reports of any date',
  ])
    expect(title).toContain(words);
  expect(title).toMatch(/class="hash">[0-9a-f]{64}</);
});

test('the content hash of a dossier does not depend on the day on which it was made', () => {
  const hashes = ['2026-11-29', '2027-01-01'].map((madeOn) => madeDossier(WISHES, 1, { madeOn }).basis.contentHash);
  expect(hashes[0]).toBe(hashes[1]);
});

test('the version that a document says made it is that of the package', async () => {
  const file = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const { name, version } = JSON.parse(file);
  expect(SOFTWARE).toEqual({ name, version });
});

const [FIRST] = madeDossier(WISHES).exhibits;
if (!FIRST) throw new Error('The case has exhibits.');
/** An exhibit of which neither collector nor check is recorded. */
const {
  copyUrl: _copy,
  collectedBy: _by,
  collectedAt: _at,
  collectedWith: _with,
  verification: _check,
  ...BARE
} = FIRST;

test.each([
  [{ partyToConflict: true }, 'The publisher is a party to the conflict.'],
  [{ partyToConflict: false }, 'The publisher is no party to the conflict.'],
  [{ copyUrl: 'https://copies.example.org/1' }, 'Read in a copy at https://copies.example.org/1'],
  [
    { collectedBy: 'The Archive', collectedAt: '2022-04-02', collectedWith: 'full-page capture' },
    'Collected by The Archive on 2 April 2022 with: full-page capture.',
  ],
  [{ verification: 'Compared with the original.' }, 'Checked: Compared with the original.'],
  [
    {
      derivedFrom: [{ reportId: 'report-wire', title: 'The wire', publisher: 'Ministry', partyToConflict: null }],
    },
    'It draws on “The wire”, Ministry.',
  ],
  [{ archivedUrl: null }, 'Not recorded: an archived copy, who collected it, what was checked.'],
])('the custody of an exhibit with %j says: %s', (custody, words) => {
  const text = custodyLine({ ...BARE, ...custody }, [])
    .map((one) => one.text)
    .join('');
  expect(text).toContain(words);
});

test('an exhibit whose publisher was not assessed is called neither a party to the conflict nor none', () => {
  const text = custodyLine({ ...BARE, partyToConflict: null }, [])
    .map((one) => one.text)
    .join('');
  expect(text).not.toContain('party');
});

test('what is recorded for no exhibit is said once, before the list', () => {
  const dossier = madeDossier(WISHES);
  const exhibits = dossier.exhibits.map((exhibit) => ({ ...exhibit, archivedUrl: null }));
  const text = asText({ ...dossier, exhibits });
  expect(text.match(/an archived copy/g)).toHaveLength(1);
  expect(text).toContain('Not recorded for any exhibit: an archived copy.');
});

test('every link inside a Word file leads to a bookmark with a number of its own', async () => {
  const [text = ''] = await wordParts(madeDossier(GREAT, 5));
  const bookmarks = [...text.matchAll(/<w:bookmarkStart w:name="(\w+)" w:id="(\d+)"\/>/g)];
  expect(bookmarks.length).toBeGreaterThan(40);
  expect(new Set(bookmarks.map(([, , id]) => id)).size).toBe(bookmarks.length);
  const links = [...text.matchAll(/ w:anchor="(\w+)"/g)].map(([, anchor]) => anchor);
  const names = new Set(bookmarks.map(([, name]) => name));
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter((anchor) => !names.has(anchor))).toEqual([]);
});
