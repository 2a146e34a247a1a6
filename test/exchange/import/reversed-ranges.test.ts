import { expect, test } from '@jest/globals';
import { cells } from './changed-cells.js';
import { imported as importedTables } from './csv/tables.js';
import { changed, INCIDENT, importedText } from './geojson/features.js';
import { converted, faultsOf, type Outcome, recordsOfType } from './sheets.js';

/** Ranges that end before they start, in each format and each record that has a range. FollowTheMoney has a file of its own. */

/** What is doubtful of the records of a type, and what is told of it. */
function reversedIn({ records, errors, problems }: Outcome, recordType: string) {
  expect(errors).toEqual([]);
  expect(faultsOf(records).filter((fault) => !fault.includes('legal-codes'))).toEqual([]);
  const doubted = recordsOfType(records, recordType).filter(({ doubts }) =>
    (doubts as string[] | undefined)?.includes('RANGE_REVERSED'),
  );
  return {
    statuses: [...new Set(doubted.map(({ status }) => status))],
    isReported: problems.some(({ message }) => message === 'The last date is before the first.'),
  };
}

const DOUBTED = { statuses: ['ISSUE'], isReported: true };

const REVERSED = [
  ['2021-03-05', '2021-03-04'],
  ['2021-03', '2021-02'],
  ['2021', '2014-05-06'],
] as const;

test.each(
  ['postings', 'command-links', 'positionings', 'incidents'].flatMap((table) =>
    REVERSED.map(([first, last]) => [table, first, last] as const),
  ),
)('a row of %s.csv from %s until %s goes in with that doubt, and counts for nothing', async (table, first, last) => {
  expect(reversedIn(await importedTables({ [table]: cells({ first, last }) }), table)).toEqual(DOUBTED);
});

test.each(REVERSED)('a finding in CSV on conduct from %s until %s is refused', async (first, last) => {
  const { errors } = await importedTables({ findings: cells({ conduct_from: first, conduct_to: last }) });
  expect(errors).toContainEqual(
    expect.objectContaining({
      ...{ file: 'findings.csv', column: 'conduct_to', expected: `a date on or after ${first}`, got: last },
      message: 'The conduct ends before it begins.',
    }),
  );
});

test.each(REVERSED)('an incident of GeoJSON from %s until %s is refused', async (first, last) => {
  const { records, errors } = await importedText(
    'incidents',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [changed(INCIDENT, { first, last })],
    }),
  );
  expect(records).toEqual([]);
  expect(errors).toMatchObject([{ column: 'properties.last', expected: `a date on or after ${first}`, got: last }]);
});

const split = (column: string, date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [column]: date, [`${column}_year`]: year, [`${column}_month`]: month, [`${column}_day`]: day };
};

const SHEETS = [
  ['units', 'command-links', 3, 'unit:related_unit_first_cited_date', 'unit:related_unit_last_cited_date'],
  ['units', 'positionings', 6, 'unit:location_first_cited_date', 'unit:location_last_cited_date'],
  ['people', 'postings', 2, 'person:posting_first_cited_date', 'person:posting_last_cited_date'],
  ['incidents', 'incidents', 2, 'incident:start_date', 'incident:end_date'],
] as const;

test.each(
  SHEETS.flatMap(([sheet, recordType, row, start, end]) =>
    REVERSED.map(([first, last]) => ({ sheet, recordType, row, start, end, first, last })),
  ),
)(
  'in sheets, one of the $recordType from $first until $last goes in with that doubt, and counts for nothing',
  async ({ sheet, recordType, row, start, end, first, last }) => {
    const changes = { [sheet]: cells({ ...split(start, first), ...split(end, last) }, row) };
    expect(reversedIn(await converted('sfm-newer', changes), recordType)).toEqual(DOUBTED);
  },
);

test.each(REVERSED)(
  'in sheets, a unit that is cited from %s until %s has both dates as facts with that doubt, which count for nothing',
  async (first, last) => {
    const changes = {
      units: cells({ ...split('unit:first_cited_date', first), ...split('unit:last_cited_date', last) }),
    };
    const { records, errors } = await converted('sfm-newer', changes);
    expect(errors).toEqual([]);
    expect(faultsOf(records)).toEqual([]);
    const facts = recordsOfType(records, 'units').flatMap((unit) => unit.facts as { value: string }[]);
    for (const date of [first, last])
      expect(facts).toContainEqual(
        expect.objectContaining({ value: date, doubts: ['RANGE_REVERSED'], status: 'ISSUE' }),
      );
  },
);
