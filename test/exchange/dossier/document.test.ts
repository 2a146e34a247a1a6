import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { Dossier } from '../../../src/exchange/dossier/dossier.rules.js';
import { documentOf } from '../../../src/exchange/dossier/print/document.js';
import { dossierDocx } from '../../../src/exchange/dossier/print/page.docx.js';
import { plain, quoted } from '../../../src/exchange/dossier/print/wording.js';
import { asText } from './as-text.js';
import { madeDossier, WISHES } from './sample-case.js';

/** What a reader sees of a document on paper: its sections, rows and lines. */

const dossier = madeDossier(WISHES);

const rowsOf = (some: Dossier, column: string): string[] => {
  const lines = asText(some).split('\n');
  const head = lines.findIndex((line) => line.startsWith(`[${column} |`));
  return lines.slice(head + 1, lines.indexOf('', head + 1));
};

function namedBy(
  modes: readonly ('ORDERED' | 'PERPETRATOR' | 'FAILED_TO_CONTROL')[],
  notes: readonly string[],
): Dossier {
  const [first] = dossier.named;
  const [attribution] = first?.attributions ?? [];
  if (!first || !attribution) throw new Error('The sample case names nobody.');
  const attributions = modes.map((mode, at) => ({
    ...attribution,
    mode,
    item: { ...attribution.item, id: `${at}`, note: notes[at] ?? '' },
  }));
  return { ...dossier, named: [{ ...first, attributions }] };
}

test('what one body alleges of one unit stands in one row, in the order of the vocabulary, with the caveats once', () => {
  const rows = rowsOf(namedBy(['FAILED_TO_CONTROL', 'PERPETRATOR', 'ORDERED'], ['a', 'b', 'c']), 'Named');
  const text = rows.join('\n');
  expect(text.match(/Read in a copy/g)).toHaveLength(1);
  expect(text.search('Carried it out')).toBeLessThan(text.search('Ordered it'));
  expect(text.search('Ordered it')).toBeLessThan(text.search('Failed to control'));
  expect(text.match(/Note: /g)).toHaveLength(3);
});

test('parts with one note stand in one line', () => {
  const text = rowsOf(namedBy(['ORDERED', 'PERPETRATOR'], ['a', 'a']), 'Named').join('\n');
  expect(text).toContain('Carried it out; Ordered it.');
  expect(text.match(/Note: /g)).toHaveLength(1);
});

test('a case file on nobody has no section without content', () => {
  const { blocks } = documentOf({ ...dossier, about: 'INCIDENT', people: [] });
  const alone = blocks.filter(
    (block, at) => block.is === 'HEADING' && block.depth === 1 && (blocks[at + 1]?.is ?? 'HEADING') === 'HEADING',
  );
  expect(alone).toEqual([]);
  expect(blocks.some((block) => block.is === 'HEADING' && block.text.endsWith('Exhibits'))).toBe(true);
});

test('quotation marks inside a quoted title are single ones, and straight ones are never printed', () => {
  expect(quoted('"Children": The attack')).toBe('“‘Children’: The attack”');
  expect(plain('the modes are joined by "and/or".')).toBe('The modes are joined by “and/or”.');
  expect(rowsOf(namedBy(['ORDERED'], ['joined by "and/or"']), 'Named').join()).toContain('Joined by “and/or”');
});

test('no line begins with a blank', () => {
  expect(asText(dossier)).not.toMatch(/^ \[|\| {2,}\[/m);
});

test('no two tables of a Word file touch, since Word would join them', async () => {
  const zip = await JSZip.loadAsync(await dossierDocx(dossier));
  const text = (await zip.file('word/document.xml')?.async('string')) ?? '';
  expect(text.match(/<w:tbl>/g)?.length).toBeGreaterThan(5);
  expect(text).not.toContain('</w:tbl><w:tbl>');
});

test('a report on a linked incident is named with that incident, not as one on the incident itself', () => {
  const [person] = dossier.people;
  const [notice] = person?.notices ?? [];
  if (!person || !notice) throw new Error('The sample case has no notice.');
  const linked = { ...notice, incident: { id: 'part', label: 'Incident', name: 'The first day' } };
  const text = asText({ ...dossier, people: [{ ...person, notices: [notice, linked] }] });
  expect(text).toContain('A report on the incident was published');
  expect(text).toContain('A report on “The first day”, which is linked with the incident, was published');
});
