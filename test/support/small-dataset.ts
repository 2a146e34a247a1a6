import { draftOf } from '../../src/model/record/draft.js';
import { problemsOf } from '../../src/model/record/invariants.js';
import type { DatasetFiles } from '../../src/model/record/located-records.js';
import { DATASET, FILES, type FileName } from '../../src/model/record/record-shapes.js';

/** A dataset as an author writes it: the records of each file, before the format is applied. */
export type Written = { [F in FileName]?: Record<string, unknown>[] };

const CITES = [{ report: 'report-one' }];

/** A small valid dataset with one record of each kind; every test breaks one thing in it. */
export function smallDataset(): Required<Written> {
  return {
    reports: [{ id: 'report-one', title: 'One', publisher: 'body-court', publishedOn: '2024-06-01' }],
    bodies: [
      { id: 'body-court', kind: 'COURT', names: ['Court'], cites: CITES },
      { id: 'body-ngo', kind: 'NGO', names: ['Watchers'], cites: CITES },
    ],
    people: [{ id: 'person-one', names: ['Person One'], cites: CITES }],
    units: [
      { id: 'unit-low', kind: 'ARMED_FORCES', names: ['Low'], cites: CITES },
      { id: 'unit-high', kind: 'ARMED_FORCES', names: ['High'], cites: CITES },
      { id: 'unit-unknown', kind: 'ARMED_FORCES', placeholder: true, names: ['Unknown'], cites: CITES },
    ],
    locations: [
      { id: 'location-region', kind: 'REGION', names: ['Region'], cites: CITES },
      {
        id: 'location-town',
        kind: 'PLACE',
        latitude: 49.5,
        longitude: 37.5,
        coordinatesFrom: 'report-one',
        within: 'location-region',
        names: ['Town'],
        cites: CITES,
      },
    ],
    postings: [
      {
        person: 'person-one',
        at: 'unit-low',
        role: 'COMMANDER',
        first: '2022-01 START',
        last: '2022-05 END',
        cites: CITES,
      },
    ],
    'command-links': [
      {
        subordinate: 'unit-low',
        superior: 'unit-high',
        kind: 'COMMAND',
        first: '2022-01 FIRST_CITED',
        last: '2022-05 LAST_CITED',
        cites: CITES,
      },
    ],
    positionings: [
      {
        unit: 'unit-low',
        location: 'location-town',
        kind: 'SITE',
        first: '2022-03-01 FIRST_CITED',
        last: '2022-03-09 LAST_CITED',
        cites: CITES,
      },
    ],
    affiliations: [{ part: 'body-ngo', whole: 'body-court', kind: 'PART_OF', cites: CITES }],
    incidents: [
      {
        id: 'incident-one',
        title: 'Incident',
        kinds: ['KILLING'],
        first: '2022-03-05 START',
        last: '2022-03-05 END',
        location: 'location-town',
        attributions: [{ to: 'unit-low', by: 'body-ngo', cites: CITES }],
        casualties: [{ kind: 'KILLED', low: 2, best: 3, high: 5, cites: CITES }],
        cites: CITES,
      },
      {
        id: 'incident-two',
        title: 'Campaign',
        kinds: ['KILLING'],
        first: '2022-03-01 FIRST_CITED',
        last: '2022-03-31 LAST_CITED',
        cites: CITES,
      },
    ],
    'incident-links': [{ incident: 'incident-one', with: 'incident-two', kind: 'PART_OF', cites: CITES }],
    findings: [
      finding('finding-first', { decidedOn: '2023-01-10' }),
      finding('finding-second', { type: 'ACQUITTAL', decidedOn: '2024-02-10', reverses: ['finding-first'] }),
    ],
    indicators: [
      {
        code: 'ORDERS_ISSUED_AND_FOLLOWED',
        group: 'CONTROL',
        on: '2022-03-05',
        concerns: ['person-one'],
        cites: CITES,
      },
    ],
    measures: [{ kind: 'NONE_REPORTED', on: '2022-04', concerns: ['person-one'], cites: CITES }],
    demands: [
      {
        by: 'body-ngo',
        kind: 'ACCOUNTABILITY',
        request: 'To inquire into the killing.',
        addressees: ['unit-low'],
        on: '2022-04',
        cites: CITES,
      },
    ],
  };
}

/** A conviction by the court, with what differs. */
export function finding(id: string, more: Record<string, unknown>): Record<string, unknown> {
  return {
    id,
    type: 'CONVICTION',
    title: id,
    by: 'body-court',
    proofDomain: 'CRIMINAL',
    about: ['person-one'],
    concerns: ['incident-one'],
    classifies: [{ code: '8(2)(a)(i)' }],
    cites: CITES,
    ...more,
  };
}

/** The dataset as it is read from files: `small/people.yaml:2` is the second record of that file. */
export function filesOf(written: Written, id = 'small', paragraphs: Record<string, string> = {}): DatasetFiles {
  const records = Object.fromEntries(
    Object.entries(FILES).map(([file, shape]) => [
      file,
      (written[file as FileName] ?? []).map((record, index) => ({
        record: shape.parse(record),
        origin: { file: `${id}/${file}.yaml`, line: index + 1 },
      })),
    ]),
  );
  const about = { title: id, description: 'A test.', licence: 'None.', attribution: 'None.', redistribute: true };
  return {
    dataset: DATASET.parse({ id, ...about }),
    records: records as unknown as DatasetFiles['records'],
    paragraphs: new Map(Object.entries(paragraphs)),
  };
}

/** What is wrong with a dataset, one line each: `small/people.yaml:2: reason`. */
export function problemsIn(written: Written, paragraphs: Record<string, string> = {}): string[] {
  const codes = new Set(['8(2)(a)(i)']);
  return problemsOf(draftOf(filesOf(written, 'small', paragraphs)), codes).map(
    ({ file, line, reason }) => `${file}:${line}: ${reason}`,
  );
}

/** The small dataset with the first record of one file changed. */
export function broken(file: FileName, change: Record<string, unknown>, index = 0): Written {
  const written = smallDataset();
  return { ...written, [file]: written[file].map((record, at) => (at === index ? { ...record, ...change } : record)) };
}
