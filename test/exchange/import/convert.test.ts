import { expect, test } from '@jest/globals';
import { converted, faultsOf, outcome, recordsOfType } from './sheets.js';

/** What comes out of sheets in which nothing is wrong. */

const UNIT = (number: number) => `unit-sfm-b0000000-0000-4000-8000-00000000000${number}`;
const REPORT = (number: number) => `report-sfm-a0000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;

type Cites = { report: string; paraphrase?: string }[];

/** Each citation of a sheet once: those that say which column they are for, on claims and on names of units and people. */
function citationsFromSheets(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, inner) => sum + citationsFromSheets(inner), 0);
  if (!value || typeof value !== 'object') return 0;
  const own = 'paraphrase' in value ? 1 : 0;
  return own + Object.values(value).reduce((sum: number, inner) => sum + citationsFromSheets(inner), 0);
}

test.each(['sfm-newer', 'sfm-older', 'sfm-slim'] as const)(
  'the converted sheets of %s have our shape and break no invariant, without any error',
  async (format) => {
    const { records, errors } = await converted(format);
    expect(errors).toEqual([]);
    expect(records.length).toBeGreaterThan(5);
    expect(faultsOf(records)).toEqual([]);
  },
);

test('the conversion accounts for every link and citation, repetitions included', async () => {
  const newer = await converted('sfm-newer');
  expect(newer.report.links.balance).toEqual({ in: 15, out: 15, repeated: 0, refused: 0 });
  const { in: arrived, out, repeated, refused } = newer.report.citations.balance;
  expect({ refused, sum: out + repeated }).toEqual({ refused: 0, sum: arrived });
  expect(newer.report.counts).toEqual(
    Object.fromEntries(
      Object.keys(newer.report.counts).map((recordType) => [
        recordType,
        recordsOfType(newer.records, recordType).length,
      ]),
    ),
  );
  const older = await converted('sfm-older');
  expect(older.report.links.balance).toEqual({ in: 6, out: 6, repeated: 0, refused: 0 });
  expect(older.report.citations.balance.refused).toBe(0);
  // Places and incidents cite their sources beside the claims that count them.
  const claims = older.records.filter(({ recordType }) => recordType !== 'locations').map(({ record }) => record);
  // "Joint Operation, Military" names two kinds of unit: two facts, whose citation counts once.
  expect(citationsFromSheets(claims)).toBe(older.report.citations.balance.out + 1);
});

test('a record that spans rows is converted once, and each row adds its own relation', async () => {
  const { records } = await converted('sfm-newer');
  expect(recordsOfType(records, 'units').filter(({ id }) => id === UNIT(2))).toHaveLength(1);
  const links = recordsOfType(records, 'command-links').filter(({ subordinate }) => subordinate === UNIT(2));
  expect(links.map(({ superior, kind, first, last }) => [superior, kind, first, last])).toEqual([
    [UNIT(1), 'COMMAND', '2017-01-10 START', '2019-06 ASSUMED_TO_CONTINUE'],
    [UNIT(1), 'OPERATIONAL', '2020 FIRST_CITED', '2020-05-01 END'],
    [UNIT(4), 'MEMBERSHIP', '2018-03 FIRST_CITED', '2018-09 LAST_CITED'],
  ]);
});

test('a claim cites the sources of each of its columns, with the lowest confidence and the grade that says nothing', async () => {
  const { records } = await converted('sfm-newer');
  const link = recordsOfType(records, 'command-links')[0];
  expect(link).toMatchObject({ credibility: 6, legacyConfidence: 'LOW', access: 'PUBLIC' });
  expect(((link?.cites ?? []) as Cites).map(({ report, paraphrase }) => [report, paraphrase])).toEqual([
    [REPORT(2), 'Cited for the column "unit:related_unit".'],
    [REPORT(2), 'Cited for the column "unit:related_unit_class".'],
    [REPORT(3), 'Cited for the column "unit:related_unit_first_cited_date".'],
    [REPORT(4), 'Cited for the column "unit:related_unit_last_cited_date".'],
  ]);
});

test('a source older than the last date supports a separate claim without the end', async () => {
  const { records } = await converted('sfm-newer');
  const links = recordsOfType(records, 'command-links').filter(({ subordinate }) => subordinate === UNIT(5));
  expect(links.map(({ first, last, cites }) => [first, last, (cites as Cites).map(({ report }) => report)])).toEqual([
    ['2015-06-01 FIRST_CITED', '2015-06-01 LAST_CITED', [REPORT(10)]],
    ['2015-06-01 FIRST_CITED', '2019-06-01 LAST_CITED', [REPORT(2), REPORT(2), REPORT(4)]],
  ]);
});

test('a restricted source is CONFIDENTIAL, as is all that rests on it alone or leads to it', async () => {
  const { records } = await converted('sfm-newer');
  expect(
    recordsOfType(records, 'reports')
      .filter(({ access }) => access === 'CONFIDENTIAL')
      .map(({ id }) => id),
  ).toEqual([REPORT(11)]);
  const unit = recordsOfType(records, 'units').find(({ id }) => id === UNIT(6)) as Record<string, { access: string }[]>;
  const claims = [...(unit.names ?? []), ...(unit.facts ?? []), ...(unit.identifiers ?? [])];
  expect(claims.length).toBeGreaterThan(2);
  expect(new Set(claims.map(({ access }) => access))).toEqual(new Set(['CONFIDENTIAL']));
  expect(recordsOfType(records, 'command-links').find(({ subordinate }) => subordinate === UNIT(6))).toMatchObject({
    access: 'CONFIDENTIAL',
  });
});

test('a value that a restricted source alone gives hides the whole claim that shows it', async () => {
  const restricted = REPORT(11).replace('report-sfm-', '');
  const { records } = await converted('sfm-newer', {
    people: (_g, set) => set(2, 'person:posting_title:source', restricted),
  });
  expect(recordsOfType(records, 'postings')[0]).toMatchObject({
    title: 'Commander of the 2 Brigade',
    access: 'CONFIDENTIAL',
  });
  expect(faultsOf(records)).toEqual([]);
});

/** The postings of Torven at the 2 Brigade, with other sources for some columns, and source 12 out during the posting. */
async function torvenWith(sources: Readonly<Record<string, number>>) {
  const { records, report } = await converted('sfm-newer', {
    sources: (_g, set) => set(13, 'source:published_timestamp', '2018-06-01'),
    people: (_g, set) => {
      for (const [column, source] of Object.entries(sources))
        set(2, `person:posting_${column}:source`, REPORT(source).replace('report-sfm-', ''));
    },
  });
  expect(faultsOf(records)).toEqual([]);
  const { in: arrived, out, repeated, refused } = report.citations.balance;
  expect(out + repeated + refused).toBe(arrived);
  return recordsOfType(records, 'postings').filter(({ at, role }) => at === UNIT(2) && role === 'COMMANDER');
}
const WORDS = { title: 'Commander of the 2 Brigade', rank: 'Colonel' };

test('a title and a rank that only a source from during the posting gives stand in the claim with the end too, passed on by the sheet', async () => {
  const [early, whole, ...more] = await torvenWith({ title: 12, rank: 12 });
  expect(more).toEqual([]);
  expect(early).toMatchObject({
    ...WORDS,
    last: '2018-01-15 LAST_CITED',
    cites: [{ report: REPORT(12) }, { report: REPORT(12) }],
  });
  expect(whole).toMatchObject({ ...WORDS, first: '2018-01-15 START', last: '2019-12 END' });
  expect(whole).not.toHaveProperty('doubts');
  const cites = whole?.cites as { report: string; secondary?: true }[];
  expect(cites.filter(({ report }) => report === REPORT(12))).toEqual([]);
  expect(cites.filter(({ secondary }) => secondary)).toEqual(
    ['title', 'rank'].map((name) => ({
      report: 'report-velmora-sheets',
      secondary: true,
      paraphrase: `Cited for the column "person:posting_${name}".`,
    })),
  );
});

test('an end that a restricted source gives leaves title and rank in the claim for editors, beside one for everybody', async () => {
  const [open, closed, ...more] = await torvenWith({ last_cited_date: 11 });
  expect(more).toEqual([]);
  expect(open).toMatchObject({ ...WORDS, access: 'PUBLIC', last: '2018-01-15 LAST_CITED' });
  expect(closed).toMatchObject({ ...WORDS, access: 'CONFIDENTIAL', last: '2019-12 END' });
});

test('a posting all of whose sources are restricted is one claim', async () => {
  const all = { unit: 11, role: 11, title: 11, rank: 11, first_cited_date: 11, last_cited_date: 11 };
  const claims = await torvenWith(all);
  expect(claims).toEqual([expect.objectContaining({ ...WORDS, access: 'CONFIDENTIAL', last: '2019-12 END' })]);
});

test('"Unknown" units are placeholders, "Unnamed" ones are real', async () => {
  const { records } = await converted('sfm-newer');
  const flags = recordsOfType(records, 'units').map(({ id, placeholder }) => [id, placeholder]);
  expect(flags).toContainEqual([UNIT(3), true]);
  expect(flags).toContainEqual([UNIT(5), false]);
});

test('a parent that is not in the sheets becomes a stub on request, with a warning', async () => {
  const away = 'b0000000-0000-4000-8000-000000000077';
  const changes = {
    units: (_g: unknown, set: (row: number, column: string, value: string) => void) =>
      set(3, 'unit:related_unit_id:admin', away),
  };
  const { records, errors, problems } = await converted('sfm-newer', changes, { stubs: true });
  expect(errors).toEqual([]);
  expect(problems).toContainEqual(
    expect.objectContaining({ severity: 'WARNING', row: 3, column: 'unit:related_unit_id:admin', got: away }),
  );
  expect(recordsOfType(records, 'units').filter(({ id }) => id === `unit-sfm-${away}`)).toHaveLength(1);
  expect(faultsOf(records)).toEqual([]);
});

test('the split columns of a date override the joined one, with a warning', async () => {
  const { records, problems } = await converted('sfm-newer', {
    units: (_g, set) => set(3, 'unit:related_unit_first_cited_date', '2018-01-10'),
  });
  expect(recordsOfType(records, 'command-links')[0]).toMatchObject({ first: '2017-01-10 START' });
  expect(problems).toContainEqual(
    expect.objectContaining({
      row: 3,
      column: 'unit:related_unit_first_cited_date',
      expected: '2017-01-10',
      got: '2018-01-10',
    }),
  );
});

test('an incident that spans rows is converted once, alleged by each publisher, and sexual violence by its month only', async () => {
  const { records } = await converted('sfm-newer');
  const [violence, mill] = recordsOfType(records, 'incidents');
  expect(violence).toMatchObject({
    kinds: ['SEXUAL_VIOLENCE'],
    first: '2019-07 FIRST_CITED',
    last: '2019-07 LAST_CITED',
  });
  expect(JSON.stringify(violence)).not.toMatch(/location-|2019-07-08|Withheld/);
  expect(mill).toMatchObject({
    kinds: ['TORTURE', 'ARBITRARY_DETENTION'],
    first: '2019-04-02 START',
    last: '2019-04-05 END',
  });
  expect(
    ((mill?.attributions ?? []) as { to: string; by: string }[]).map(({ to, by }) => [to.slice(0, 8), by.slice(-1)]),
  ).toEqual([
    ['person-s', '1'],
    ['person-s', '3'],
    ['unit-sfm', '1'],
    ['unit-sfm', '3'],
    ['unit-sfm', '1'],
    ['unit-sfm', '3'],
  ]);
});

test('in the older generation each group of a row is a claim with its own sources only', async () => {
  const { records } = await converted('sfm-older');
  const links = recordsOfType(records, 'command-links');
  expect(links.map(({ kind, first, last }) => [kind, first, last])).toEqual([
    ['COMMAND', '2001-06-27 FIRST_CITED', '2013-09 LAST_CITED'],
    ['MEMBERSHIP', '2014-02 FIRST_CITED', '2014-02 LAST_CITED'],
  ]);
  const sources = [...links, ...recordsOfType(records, 'positionings')].map(({ cites }) => [
    ...new Set((cites as Cites).map(({ report }) => report.slice(7, 10))),
  ]);
  expect(sources).toEqual([['vx1', 'vx2'], ['vx4'], ['vx2'], ['vx3']]);
});

test('units and people with names alone get the same ids in each run, and other ids in another dataset', async () => {
  const ids = async (dataset: string) =>
    recordsOfType((await converted('sfm-older', {}, { dataset })).records, 'units').map(({ id }) => id);
  expect(await ids('velmora')).toEqual(await ids('velmora'));
  expect((await ids('velmora'))[0]).toMatch(/^unit-army-of-velmora-[0-9a-f]{12}$/);
  expect((await ids('other'))[0]).not.toBe((await ids('velmora'))[0]);
});

test('in the slim generation every claim cites the file itself', async () => {
  const { records } = await converted('sfm-slim');
  const links = recordsOfType(records, 'command-links');
  expect(links.map(({ first, last }) => [first, last])).toEqual([
    ['2013-01 START', '2013-07-02 END'],
    ['2008 FIRST_CITED', '2008 LAST_CITED'],
    ['2015-07 FIRST_CITED', '2016 ASSUMED_TO_CONTINUE'],
  ]);
  expect(new Set(links.flatMap(({ cites }) => (cites as Cites).map(({ report }) => report)))).toEqual(
    new Set(['report-velmora-sheets']),
  );
});

test('a sheet that the format does not have is an error', async () => {
  const { records, errors } = await outcome('sfm-slim', { people: 'people.csv' });
  expect(records).toEqual([]);
  expect(errors).toEqual([expect.objectContaining({ file: 'people.csv', got: 'people' })]);
});
