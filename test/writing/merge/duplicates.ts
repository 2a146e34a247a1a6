import { type Checked, load } from '../../../src/exchange/seed/load-datasets.js';
import { FILES, type FileName } from '../../../src/model/record/record-shapes.js';
import { changed } from '../../support/fictional.js';
import { graph, RECORDED_AT } from '../../support/graph.js';

/** People and units of the fictional world that stand in it twice, as happens where two sources spell a name each their way. */

const AGAIN = 'person-fx-anders-again';
const ARCHIVE = [{ report: 'report-fx-archive-2023', pinpoint: 'p. 14', paraphrase: 'Names him.' }];
const OBSERVER = [{ report: 'report-fx-observer-2023', pinpoint: 'section 2', paraphrase: 'Names him.' }];
const DOSSIER = [{ report: 'report-fx-confidential-dossier', pinpoint: 'p. 9', paraphrase: 'Names him.' }];

const WRITTEN: Partial<Record<FileName, readonly Record<string, unknown>[]>> = {
  people: [
    {
      id: AGAIN,
      names: [
        { value: 'Tómas Anders', credibility: 2 },
        { value: 'Anders of Osk', kind: 'ALIAS', credibility: 3 },
      ],
      identifiers: [{ scheme: 'OFFICERS', value: '17' }],
      facts: [{ property: 'BORN', value: '1970' }],
      cites: ARCHIVE,
    },
    {
      id: 'person-fx-anders',
      extends: true,
      names: [],
      identifiers: [{ scheme: 'OFFICERS', value: '18' }],
      facts: [{ property: 'BORN', value: '1971' }],
      cites: OBSERVER,
    },
    {
      id: 'person-fx-anders-third',
      names: ['Anders the Third'],
      identifiers: [{ scheme: 'OFFICERS', value: '17' }],
      cites: OBSERVER,
    },
    { id: 'person-fx-shadow', names: [{ value: 'The Bittern', access: 'CONFIDENTIAL' }], cites: DOSSIER },
  ],
  units: [
    {
      id: 'unit-fx-u3-again',
      kind: 'ARMED_FORCES',
      country: 'XV',
      names: ['3rd Battalion of Velmora'],
      cites: OBSERVER,
    },
  ],
  postings: [
    // What is said of person-fx-anders already, word by word.
    {
      person: AGAIN,
      at: 'unit-fx-u2',
      role: 'COMMANDER',
      title: 'Commander of the 2nd Brigade',
      rank: 'Colonel',
      first: '2021-06-01 START',
      last: '2022-04-14 END',
      credibility: 1,
      cites: [
        {
          report: 'report-fx-archive-2023',
          pinpoint: 'p. 14',
          paraphrase: 'Commanded the brigade from 1 June 2021 until 14 April 2022.',
        },
        {
          report: 'report-fx-observer-2023',
          pinpoint: 'section 2',
          paraphrase: 'Commanded the brigade from 1 June 2021 until 14 April 2022.',
        },
      ],
    },
    {
      person: AGAIN,
      at: 'unit-fx-u4',
      role: 'STAFF',
      first: '2022-01-01 START',
      last: '2022-02-28 END',
      cites: ARCHIVE,
    },
    {
      person: 'person-fx-shadow',
      at: 'unit-fx-u2',
      role: 'STAFF',
      title: 'Adviser in the shade',
      first: '2022-01-01 START',
      last: '2022-02-28 END',
      access: 'CONFIDENTIAL',
      cites: DOSSIER,
    },
    {
      person: 'person-fx-carls',
      at: 'unit-fx-u3-again',
      role: 'DEPUTY',
      first: '2021-01-01 START',
      last: '2021-12-31 END',
      cites: OBSERVER,
    },
  ],
  measures: [{ kind: 'REMINDER_OF_LAW', on: '2022-02-01', concerns: ['person-fx-anders', AGAIN], cites: ARCHIVE }],
  findings: [
    finding('finding-fx-of-again', [AGAIN]),
    finding('finding-fx-of-both', [AGAIN, 'person-fx-anders']),
    { ...finding('finding-fx-of-shadow', ['person-fx-shadow']), access: 'CONFIDENTIAL', cites: DOSSIER },
  ],
};

function finding(id: string, about: readonly string[]): Record<string, unknown> {
  return {
    id,
    type: 'ALLEGATION',
    title: `An allegation, ${id}`,
    by: 'body-fx-lantern',
    proofDomain: 'FACT_FINDING',
    publishedOn: '2023-06-01',
    about,
    concerns: ['incident-fx-i1'],
    cites: [{ report: 'report-fx-observer-2023', pinpoint: 'section 9', paraphrase: 'Alleges that he knew.' }],
  };
}

/** The fictional world with them, and with further postings. */
export function withDoubles(postings: readonly Record<string, unknown>[] = []): Checked {
  const written = { ...WRITTEN, postings: [...(WRITTEN.postings ?? []), ...postings] };
  return changed((records) =>
    Object.fromEntries(
      Object.entries(written).map(([file, more]) => [
        file,
        [
          ...records[file as FileName],
          ...more.map((record, index) => ({
            record: FILES[file as FileName].parse(record),
            origin: { file: `fictional/${file}.yaml`, line: 1_000 + index },
          })),
        ],
      ]),
    ),
  );
}

/** Loads the fictional world with them into the graph of the test file, where `useGraph()` gave no dataset. */
export const loadDoubles = () => load(graph(), withDoubles(), RECORDED_AT);
