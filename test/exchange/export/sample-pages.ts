import type {
  About,
  ExportLink,
  ExportPage,
  ExportRecord,
  FactCode,
  Surroundings,
  Value,
} from '../../../src/exchange/export/export.rules.js';

/** A small page of records, as the graph would give it: a posting of a person at a unit, an incident, a report. */

const link = (type: string, to: string, properties: ExportLink['properties'] = {}): ExportLink => ({
  type,
  to,
  properties,
});

export const record = (
  kind: string,
  id: string,
  properties: Record<string, Value>,
  links: ExportLink[] = [],
): ExportRecord => ({ id, kind, labels: ['Record', kind].sort(), properties, links });

export const CITES = [
  link('CITES', 'report-a', { pinpoint: 'p. 1', paraphrase: 'He commands.' }),
  link('CITES', 'report-b'),
];

export const PERSON = record('Person', 'person-one', {});
export const UNIT = record('Unit', 'unit-one', { placeholder: false });
export const PLACE = record('Location', 'location-one', { kind: 'PLACE', precision: 'ADMIN2' }, [
  link('COORDINATES_FROM', 'report-b'),
]);
export const POSTING = record(
  'Posting',
  'claim-one',
  {
    role: 'COMMANDER',
    title: '=HYPERLINK("http://evil.example")',
    first: '2022-03~',
    firstHardness: 'FIRST_CITED',
    last: '2022-05-31',
    lastHardness: 'END',
    status: 'ACCEPTED',
    credibility: 2,
    dataset: 'small',
  },
  [link('AT', 'unit-one'), ...CITES, link('OF', 'person-one')],
);
export const COMMAND = record(
  'CommandLink',
  'claim-two',
  {
    kind: 'COMMAND',
    first: '2021',
    firstHardness: 'START',
    last: '2023',
    lastHardness: 'LAST_CITED',
    dataset: 'small',
  },
  [...CITES, link('SUBORDINATE', 'unit-one'), link('SUPERIOR', 'unit-two')],
);
export const INCIDENT = record(
  'Incident',
  'incident-one',
  {
    title: 'Shots, "many"\nat noon',
    kinds: ['KILLING', 'DISPLACEMENT'],
    precision: 'ADMIN2',
    first: '2022-03-05',
    firstHardness: 'START',
    last: '2022-03-05',
    lastHardness: 'END',
    dataset: 'small',
  },
  [link('AT', 'location-one'), ...CITES],
);
export const UNPLACED = record('Incident', 'incident-two', { title: 'Somewhere' }, CITES);
/** Three rules, each in another way: stated with modes, possible, and stated without a word more. */
export const FINDING = record(
  'Finding',
  'finding-one',
  { title: 'Shots at noon', type: 'ALLEGATION', note: 'The text says "may".', dataset: 'small' },
  [
    link('BY', 'body-one'),
    ...CITES,
    link('CLASSIFIES', '8(2)(a)(i)', { certainty: 'STATED', modes: ['25(3)(a)', '28(b)'] }),
    link('CLASSIFIES', 'CRIMES_AGAINST_HUMANITY', { certainty: 'STATED', modes: [] }),
    link('CLASSIFIES', 'WAR_CRIMES', { certainty: 'POSSIBLE', asStated: 'may constitute war crimes', modes: [] }),
  ],
);
export const REPORT = record(
  'Report',
  'report-a',
  { title: 'Report A', published: '2023', language: 'en', dataset: 'small', url: 'https://example.org/a' },
  [link('PUBLISHED_BY', 'body-one')],
);

const nameOf = (value: string, kind: string) => ({
  value,
  kind,
  lang: 'uk',
  dataset: 'names',
  recordedAt: '2026-01-02T00:00:00.000Z',
  citations: [{ reportId: 'report-a', pinpoint: 'p. 3' }],
});

const named = (
  id: string,
  kind: string,
  name: string,
  place: Partial<{ latitude: number; longitude: number }> = {},
) => ({
  id,
  kind,
  name,
  latitude: place.latitude ?? null,
  longitude: place.longitude ?? null,
  called: [nameOf(name, 'PREFERRED')],
  names: [nameOf(name, 'PREFERRED'), { ...nameOf(`${name} (other)`, 'ALIAS'), citations: [] }],
  codes: [] as FactCode[],
});

/** What facts say of a unit or place, by property. */
export const withCodes = (around: Surroundings, id: string, codes: Readonly<Record<string, string>>): Surroundings => {
  const entity = around.entities.get(id);
  if (!entity) throw new Error(`There is no ${id}.`);
  const facts = Object.entries(codes).map(([property, code]) => ({
    ...{ property, code, dataset: 'kinds', recordedAt: '2026-01-03T00:00:00.000Z' },
  }));
  return { ...around, entities: new Map([...around.entities, [id, { ...entity, codes: facts }]]) };
};

const NAMED: Surroundings = {
  entities: new Map(
    [
      named('person-one', 'Person', '@Пётр Орлов'),
      named('unit-one', 'Unit', 'Unit "One" <1> & co'),
      named('unit-two', 'Unit', 'Unit Two'),
      named('body-one', 'Body', 'House'),
      named('location-one', 'Location', 'Town', { latitude: -10.5, longitude: 37.25 }),
    ].map((entity) => [entity.id, entity]),
  ),
  reports: new Map([
    [
      'report-a',
      { id: 'report-a', title: 'Report A', publisher: 'House', url: 'https://example.org/a', copyUrl: null },
    ],
    [
      'report-b',
      { id: 'report-b', title: 'Report B', publisher: null, url: null, copyUrl: 'https://copies.example.org/b' },
    ],
  ]),
  attributed: new Map([
    [
      'incident-one',
      [
        {
          id: 'unit-one',
          mode: 'RESPONSIBLE_STATE',
          dataset: 'small',
          recordedAt: '2026-01-03T00:00:00.000Z',
          citations: [{ reportId: 'report-b', pinpoint: null }],
        },
      ],
    ],
  ]),
};

export const AROUND = withCodes(NAMED, 'unit-one', { CLASSIFICATION: 'ARMED_FORCES', COUNTRY: 'UA' });

export const ABOUT: About = {
  datasets: [
    {
      id: 'small',
      version: 'v1',
      licence: 'CC0',
      attribution: 'nobody',
      redistribute: true,
      included: true,
      requires: [],
    },
    {
      id: 'closed',
      version: 'v1',
      licence: 'None.',
      attribution: 'somebody',
      redistribute: false,
      included: false,
      requires: [],
    },
  ],
  lens: { publishedBy: null, recordedBy: '2026-01-01T00:00:00.000Z' },
  notice: 'A map of what sources say.',
};

/** Pages as a reader would give them. */
export const pagesOf = (...pages: ExportRecord[][]) => pagesAround(AROUND, ...pages);

export async function* pagesAround(around: Surroundings, ...pages: ExportRecord[][]): AsyncGenerator<ExportPage> {
  for (const records of pages) yield { records, around };
}

/** All of a text that comes in pieces. */
export async function whole(text: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of text) all += piece;
  return all;
}
