import { expect } from '@jest/globals';
import { PUBLISHERS_SHEETS, testWithSheets } from './publishers-sheets.js';
import { faultsOf, outcome, recordsOfType } from './sheets.js';

/** The publisher's own test set. */

testWithSheets("the publisher's own SFM sheets are converted without an error", async () => {
  const { records, errors, report } = await outcome('sfm-newer', PUBLISHERS_SHEETS);
  expect(faultsOf(records)).toEqual([]);
  expect(report.counts).toEqual({
    reports: 113,
    bodies: 4,
    units: 7,
    'command-links': 5,
    people: 8,
    postings: 5,
    locations: 4,
    positionings: 2,
    incidents: 1,
  });
  // One posting stands twice.
  expect(report.links.balance).toEqual({ in: 15, out: 14, repeated: 1, refused: 0 });
  expect(errors).toEqual([]);
  // A year of two digits is read where one century is possible.
  const facts = recordsOfType(records, 'people').flatMap((one) => one.facts as Record<string, unknown>[]);
  expect(facts.filter(({ doubts }) => doubts !== undefined)).toEqual([]);
  expect(facts).toContainEqual(expect.objectContaining({ property: 'BORN', value: '1980-01-01' }));
  // Two sources give no publication: they are of one publisher, and count once.
  const [body, ...more] = recordsOfType(records, 'bodies').filter(({ names }) =>
    (names as { value: string }[]).some(({ value }) => value === 'Publisher not stated'),
  );
  expect(more).toEqual([]);
  expect(recordsOfType(records, 'reports').filter(({ publisher }) => publisher === body?.id)).toHaveLength(2);
  const [incident] = recordsOfType(records, 'incidents');
  expect(incident?.attributions).toHaveLength(2);
});

testWithSheets("the publisher's own SFM sheets have no heading that the format does not know", async () => {
  const { problems } = await outcome('sfm-newer', PUBLISHERS_SHEETS);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.filter(({ message }) => message.startsWith('This column is unknown'))).toEqual([]);
});
