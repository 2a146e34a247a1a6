import { expect, test } from '@jest/globals';
import { converted, faultsOf, OPTIONS, recordsOfType } from './sheets.js';

/** What may be missing, or rest on sources that cannot know it, without refusing all that hangs on it. */

test('sources without a publication have one publisher that is not stated, and cite the sheet', async () => {
  const { records, errors, problems } = await converted('sfm-older', {
    sources: (_g, set) => {
      for (const row of [2, 4]) set(row, 'publication_title', '');
    },
  });
  expect(errors).toEqual([]);
  const bodies = recordsOfType(records, 'bodies').filter(({ id }) =>
    String(id).startsWith('body-publisher-not-stated-'),
  );
  expect(bodies.map(({ kind, names }) => ({ kind, names }))).toEqual([
    {
      kind: 'NEWSPAPER',
      names: [
        expect.objectContaining({
          value: 'Publisher not stated',
          cites: [{ report: 'report-velmora-sheets' }],
          access: 'PUBLIC',
        }),
      ],
    },
  ]);
  const reports = recordsOfType(records, 'reports').filter(({ publisher }) => publisher === bodies[0]?.id);
  expect(reports.map(({ title }) => title)).toEqual(['Report 1', 'Report 3']);
  expect(
    problems.filter(({ column }) => column === 'publication_title').map(({ severity, row }) => [severity, row]),
  ).toEqual([
    ['WARNING', 2],
    ['WARNING', 4],
  ]);
  expect(faultsOf(records)).toEqual([]);
});

test('a publisher that is not stated is hidden where only restricted sources have it, and public otherwise', async () => {
  const unnamed = (...rows: number[]) => ({
    sources: (_g: unknown, set: (row: number, column: string, value: string) => void) => {
      for (const row of rows) {
        set(row, 'source:publication_name', '');
        set(row, 'source:publication_id:admin', '');
        set(row, 'source:publication_country', '');
      }
    },
  });
  const access = async (rows: number[], level: 'PUBLIC' | 'CONFIDENTIAL') => {
    const { records } = await converted('sfm-newer', unnamed(...rows), {
      fileAsReport: { ...OPTIONS.fileAsReport, access: level },
    });
    expect(faultsOf(records)).toEqual([]);
    const bodies = recordsOfType(records, 'bodies').filter(({ id }) =>
      String(id).startsWith('body-publisher-not-stated-'),
    );
    return bodies.flatMap(({ names }) => (names as { access: string }[]).map((name) => name.access));
  };
  expect(await access([12], 'PUBLIC')).toEqual(['CONFIDENTIAL']);
  expect(await access([12, 2], 'PUBLIC')).toEqual(['PUBLIC', 'CONFIDENTIAL']);
  expect(await access([12, 2], 'CONFIDENTIAL')).toEqual(['PUBLIC', 'CONFIDENTIAL']);
});

test('a title or a base whose sources are too old is kept, with a doubt at the relation', async () => {
  const old = 'a0000000-0000-4000-8000-000000000010';
  const { records, errors, problems, report } = await converted('sfm-newer', {
    people: (_g, set) => set(2, 'person:posting_title:source', old),
    units: (_g, set) => set(6, 'unit:base_name:source', old),
  });
  expect(errors).toEqual([]);
  for (const place of [
    { file: 'units.csv', row: 6, column: 'unit:base_name' },
    { file: 'people.csv', row: 2, column: 'person:posting_title' },
  ])
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', ...place }));
  const doubted = (type: 'postings' | 'positionings') =>
    recordsOfType(records, type).filter(({ doubts }) => String(doubts) === 'SOURCE_OLDER_THAN_DATE');
  expect(doubted('postings')).toEqual([expect.objectContaining({ title: expect.any(String) })]);
  expect(doubted('positionings')).toHaveLength(1);
  for (const { cites } of [...doubted('postings'), ...doubted('positionings')])
    expect(cites).toContainEqual({ report: 'report-velmora-sheets', secondary: true });
  expect(report.links.balance.refused).toBe(0);
  expect(faultsOf(records)).toEqual([]);
});

test.each([
  ['that cannot be read', { year: '1797x' }],
  ['that is before the first', { year: '1797', month: '', day: '' }],
])('the last date of a restricted source %s stands in no claim for everybody', async (_what, parts) => {
  const { records } = await converted('sfm-newer', {
    units: (_g, set) => {
      const last = 'unit:related_unit_last_cited_date';
      set(3, last, parts.year);
      set(3, `${last}:source`, 'a0000000-0000-4000-8000-000000000011');
      for (const part of ['year', 'month', 'day']) set(3, `${last}_${part}`, parts[part as keyof typeof parts] ?? '');
    },
  });
  const links = recordsOfType(records, 'command-links').filter((link) => JSON.stringify(link).includes('1797'));
  expect(links).not.toEqual([]);
  for (const { access } of links) expect(access).toBe('CONFIDENTIAL');
});
