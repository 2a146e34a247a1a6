import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { faultsOf, inRoom, outcome } from './sheets.js';

/** The publisher's own test set. It has no licence to copy, so it is read where it lies, or not at all. */

const FOLDER = fileURLToPath(new URL('../../../shared/data/sfm-importer/', import.meta.url));
const FILES = {
  sources: `${FOLDER}sources.csv`,
  units: `${FOLDER}units.csv`,
  people: `${FOLDER}persons.csv`,
  peopleExtra: `${FOLDER}persons_extra.csv`,
  incidents: `${FOLDER}incidents.csv`,
};

const TITLE = "the publisher's own sheets convert, and what is wrong in them is told with its row";

if (existsSync(FOLDER)) test(TITLE, real);
else test.skip(`${TITLE} (skipped: ${FOLDER} is not here)`, real);

async function real() {
  const { records, errors, report } = await outcome('sfm-newer', FILES);
  expect(faultsOf(records)).toEqual([]);
  expect(report.counts).toEqual({
    reports: 111,
    bodies: 3,
    units: 7,
    'command-links': 5,
    people: 7,
    postings: 5,
    locations: 1,
    incidents: 1,
  });
  // One posting stands twice, and two positionings rest on sources without a publication.
  expect(report.links.balance).toEqual({ in: 15, out: 12, repeated: 1, refused: 2 });
  expect([...new Set(errors.map(({ file, row }) => `${file}:${row}`))]).toEqual([
    'sources.csv:112',
    'sources.csv:113',
    'units.csv:3',
    'units.csv:4',
    'units.csv:11',
    'persons_extra.csv:3',
  ]);
  const [incident] = inRoom(records, 'incidents');
  expect(incident?.attributions).toHaveLength(2);
}
