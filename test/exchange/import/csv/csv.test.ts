import { expect, test } from '@jest/globals';
import { TEMPLATE_NAMES } from '../../../../src/exchange/import/csv/templates.js';
import { faultsOf, recordsOfType } from '../sheets.js';
import { imported, importedText } from './tables.js';

/** What comes out of filled-in templates in which nothing is wrong. */

test('the examples of all CSV templates together are valid, with a record for each row', async () => {
  const { records, problems, report } = await imported();
  expect(problems).toEqual([]);
  expect(faultsOf(records).filter((fault) => !fault.includes('legal-codes'))).toEqual([]);
  expect(report.counts).toEqual({
    reports: 1,
    bodies: 2,
    people: 2,
    units: 2,
    locations: 1,
    postings: 1,
    'command-links': 1,
    positionings: 1,
    affiliations: 1,
    incidents: 2,
    'incident-links': 1,
    findings: 1,
    indicators: 1,
    measures: 1,
    demands: 1,
  });
  expect(TEMPLATE_NAMES).toHaveLength(18);
});

test('the CSV conversion accounts for every link and citation', async () => {
  const { report } = await imported();
  expect(report.links.balance).toEqual({ in: 6, out: 6, repeated: 0, refused: 0 });
  expect(report.citations.balance).toEqual({ in: 20, out: 20, repeated: 0, refused: 0 });
});

test('a CSV row gives a name, further names, identifiers and facts, each with the grades and sources of the row', async () => {
  const { records } = await imported();
  const grading = { status: 'ACCEPTED', credibility: 2, access: 'PUBLIC', note: expect.any(String) };
  expect(recordsOfType(records, 'people')[0]).toEqual({
    id: 'person-vm-ander',
    names: [
      { value: 'Tomas Ander', kind: 'PREFERRED', lang: 'en', script: 'Latn', ...grading },
      { value: 'T. Ander', kind: 'ALIAS', lang: 'und', script: 'Latn', ...grading },
      { value: 'The Miller', kind: 'ALIAS', lang: 'und', script: 'Latn', ...grading },
    ],
    identifiers: [{ scheme: 'WIKIDATA', value: 'Q000000', ...grading }],
    facts: [{ property: 'BORN', value: '1979~', ...grading }],
    cites: [{ report: 'report-vm-archive', pinpoint: 'p. 14', paraphrase: 'Says so in its list.' }],
  });
});

test('a CSV row of names adds a name to an entity of any kind', async () => {
  const head = 'entity_id,name,kind,sources\n';
  const rows = ['person-a,A', 'unit-b,B', 'org-c,C', 'body-d,D', 'location-e,Е'];
  const { records, problems } = await importedText('names', head + rows.map((row) => `${row},,report-x\n`).join(''));
  expect(problems).toEqual([]);
  expect(records.map(({ recordType, record }) => [recordType, record.id, record.extends])).toEqual([
    ['people', 'person-a', true],
    ['units', 'unit-b', true],
    ['units', 'org-c', true],
    ['bodies', 'body-d', true],
    ['locations', 'location-e', true],
  ]);
  expect(records.at(-1)?.record.names).toEqual([{ value: 'Е', kind: 'ALIAS', lang: 'und', script: 'Cyrl' }]);
});

test('dates in CSV keep their marks of doubt, and an end without a hardness gets the weaker one', async () => {
  const { records } = await imported({
    postings: (_grid, set) => {
      set(2, 'first', '2021?');
      set(2, 'first_hardness', '');
      set(2, 'last_hardness', '');
    },
  });
  expect(recordsOfType(records, 'postings')[0]).toMatchObject({
    first: '2021? FIRST_CITED',
    last: '2022-04~ LAST_CITED',
  });
});

test('pinpoints and paraphrases in CSV belong to the source at the same position, and may be empty', async () => {
  const { records, errors } = await imported({
    postings: (_grid, set) => {
      set(2, 'sources', 'report-a ; report-b;report-c');
      set(2, 'pinpoints', '; p. 3; p. 5 ;');
      set(2, 'paraphrases', 'One. ; ; Three.');
    },
  });
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'postings')[0]?.cites).toEqual([
    { report: 'report-a', paraphrase: 'One.' },
    { report: 'report-b', pinpoint: 'p. 3; p. 5' },
    { report: 'report-c', paraphrase: 'Three.' },
  ]);
});

test('a CSV row of a finding gives codes with certainty, wording and modes', async () => {
  const { records } = await imported({
    findings: (_grid, set) => {
      set(2, 'codes', '8(2)(a)(i) ; WAR_CRIMES');
      set(2, 'codes_as_stated', 'wilful killing ;');
      set(2, 'certainties', '; POSSIBLE');
      set(2, 'modes', 'ordered, planned ;');
    },
  });
  expect(recordsOfType(records, 'findings')[0]?.classifies).toEqual([
    { code: '8(2)(a)(i)', asStated: 'wilful killing', modes: ['ordered', 'planned'] },
    { code: 'WAR_CRIMES', certainty: 'POSSIBLE' },
  ]);
});

test('an incident gets attributions and casualties from other CSV files in any order, each once', async () => {
  const { records, report, errors } = await imported({
    incidents: (grid) => {
      const other = [...(grid[1] ?? [])];
      other[0] = 'incident-vm-other';
      grid.push(other);
    },
    attributions: (grid) => {
      const [first = []] = grid.slice(1);
      grid.splice(1, 0, ['incident-vm-other', ...first.slice(1)], [...first]);
    },
  });
  expect(errors).toEqual([]);
  const parts = recordsOfType(records, 'incidents').map(({ id, attributions, casualties }) => [
    id,
    (attributions as unknown[])?.length,
    (casualties as unknown[])?.length,
  ]);
  expect(parts).toEqual([
    ['incident-vm-ford', 1, 1],
    ['incident-vm-advance', undefined, undefined],
    ['incident-vm-other', 1, undefined],
  ]);
  expect(report.links.balance).toMatchObject({ in: 8, out: 7, repeated: 1, refused: 0 });
});

test('every incident gets its attributions, even beyond the limit of incidents that are kept waiting', async () => {
  const many = 4_100;
  const { records, errors } = await imported({
    incidents: (grid) => {
      const [own = []] = grid.slice(1);
      for (let at = 1; at < many; at += 1) grid.push([`incident-${at}`, ...own.slice(1)]);
    },
    attributions: (grid) => {
      const [own = []] = grid.slice(1);
      for (let at = many - 1; at > 0; at -= 1) grid.push([`incident-${at}`, ...own.slice(1)]);
    },
  });
  expect(errors).toEqual([]);
  const incidents = recordsOfType(records, 'incidents');
  // The examples have another incident, to which nothing is attributed.
  const attributed = incidents.filter(({ id }) => id !== 'incident-vm-advance');
  expect(attributed).toHaveLength(many);
  expect(attributed.every(({ attributions }) => (attributions as unknown[]).length === 1)).toBe(true);
});

test('a repeated CSV row is one record, and is counted as repeated', async () => {
  const { records, report } = await imported({ postings: (grid) => grid.push([...(grid[1] ?? [])]) });
  expect(recordsOfType(records, 'postings')).toHaveLength(1);
  expect(report.links.balance).toMatchObject({ in: 7, out: 6, repeated: 1 });
});

test('a CSV header may have capitals, spaces and hyphens, and may leave out optional columns', async () => {
  const text = 'Subordinate ID,superior-id,KIND,First,last,Sources\nunit-a,unit-b,COMMAND,2014,2015-03,report-a\n';
  const { records, problems } = await importedText('command-links', text);
  expect(problems).toEqual([]);
  expect(records[0]?.record).toEqual({
    subordinate: 'unit-a',
    superior: 'unit-b',
    kind: 'COMMAND',
    first: '2014 FIRST_CITED',
    last: '2015-03 LAST_CITED',
    cites: [{ report: 'report-a' }],
  });
});

test('a CSV table may be separated by tabs', async () => {
  const text = 'part_id\twhole_id\tkind\tsources\nbody-a\tbody-b\tPART_OF\treport-a\n';
  expect((await importedText('affiliations', text, 'tsv')).records).toHaveLength(1);
});
