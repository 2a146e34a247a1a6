import { beforeAll, expect, test } from '@jest/globals';
import type { ExportRecord, Surroundings } from '../../../src/exchange/export/export.rules.js';
import { COUNTRIES, LANGUAGES } from '../../../src/exchange/export/ftm/codes.js';
import { ftmLine } from '../../../src/exchange/export/ftm/ftm.js';
import { entitiesOf, type StatedEntity } from '../../../src/exchange/export/ftm/statement-entities.js';
import { statementsOf } from '../../../src/exchange/export/ftm/statements.js';
import { type Checked, FTM_TIMEOUT_MS, type Report } from './ftm-package.js';
import { undeclaredLosses } from './ftm-survivors.js';
import { checkedFiles, describeWithFtm } from './ftm-world.js';
import { AROUND, INCIDENT, PERSON, PLACE, POSTING, record } from './sample-pages.js';

/** Entities made to be wrong: what the check against FollowTheMoney finds, and FollowTheMoney alone does not tell. */

const AT = '2026-01-05T00:00:00.000Z';
const linesOf = (entities: readonly StatedEntity[]) => entities.map((entity) => ftmLine(entity, AT));
const rowsOf = (entities: readonly StatedEntity[]) => entities.flatMap((entity) => statementsOf(entity, AT));

const MADE = entitiesOf(POSTING, AROUND, 'full');
const [POSITION, OCCUPANCY] = linesOf(MADE);
const [BASE, NAME, ...OTHERS] = rowsOf(MADE);

/** Texts that FollowTheMoney would change where we did not. */
const TEXTS = [
  '"Вагнер"',
  "'q'",
  '  doubled   spaces ',
  'decomposed e\u0301',
  'zero\u200bwidth\u00ad\ufeff',
  'no\u00a0break\u202fspace',
  'two\nlines\tand; <BR>,, more',
  'control\u0007\u0085',
  '=1+1',
  'a ‚quoted‘ “name”',
];

const ODD = TEXTS.flatMap((text, index) => {
  const title = { title: text, summary: text, note: text };
  const url = index === 0 ? 'https://example.org' : `https://example.org?q=${index}`;
  const records: ExportRecord[] = [
    PLACE,
    { ...INCIDENT, properties: { ...INCIDENT.properties, ...title } },
    record('Report', 'report-a', { ...title, url }),
  ];
  const entities = records.flatMap((one) => entitiesOf(one, placeCalled(text), 'full'));
  return entities.map((entity) => ({ ...entity, id: `${entity.id}-${index}` }));
});

function placeCalled(value: string): Surroundings {
  const name = { value, kind: 'PREFERRED', lang: 'uk', dataset: 'other-names', recordedAt: AT, citations: [] };
  const place = { id: 'location-one', kind: 'Location', name: value, latitude: null, longitude: null };
  return { ...AROUND, entities: new Map([['location-one', { ...place, called: [name], names: [name], codes: [] }]]) };
}

const MERGED = entitiesOf(
  { ...PERSON, referents: ['person-old', 'person-older'].map((id) => ({ id, access: 'PUBLIC' })) },
  AROUND,
  'full',
);

const FILES: Readonly<Record<string, readonly object[]>> = {
  'dropped.entities': [
    {
      id: 'person-one',
      schema: 'Person',
      properties: { name: ['Anna', ' Anna  B. '], topics: ['mil', 'mil.unheard-of'], colour: ['red'] },
    },
    { ...OCCUPANCY, properties: { ...OCCUPANCY?.properties, startDate: ['2022-02-30'], date: ['2022-03-XX'] } },
  ],
  'misfits.entities': [
    { ...POSITION, properties: { name: ['Commander'], organization: ['unit-one'] } },
    { ...OCCUPANCY, properties: { holder: ['claim-one-position'] } },
  ],
  'changed.entities': linesOf(MADE),
  'changed.statements': [BASE ?? {}, { ...NAME, value: 'Another' }, ...OTHERS],
  'short.entities': linesOf(MADE),
  'short.statements': [BASE ?? {}, ...OTHERS],
  'odd.entities': linesOf(ODD),
  'odd.statements': rowsOf(ODD),
  'merged.entities': linesOf(MERGED),
  'merged.statements': rowsOf(MERGED),
};

await describeWithFtm('the check against FollowTheMoney', () => {
  let checked: Checked;
  beforeAll(async () => {
    const jsonLines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
    checked = await checkedFiles(
      Object.fromEntries(Object.entries(FILES).map(([name, values]) => [name, jsonLines(values)])),
    );
  }, FTM_TIMEOUT_MS);
  const reportOf = (name: string): Partial<Report> => checked.reports[name] ?? {};

  test('compares our lists of countries and languages with its own', () => {
    expect([...COUNTRIES].sort()).toEqual(checked.codes.countries);
    expect(Object.fromEntries(LANGUAGES)).toEqual(checked.codes.languages);
  });

  test('reports values that `ftm validate` silently drops or changes', () => {
    const { lost, gained } = reportOf('dropped');
    expect(new Set(lost?.map((difference) => difference.join(' | ')))).toEqual(
      new Set([
        'person-one | name |  Anna  B. ',
        'person-one | topics | mil.unheard-of',
        'person-one | colour | red',
        'claim-one | date | 2022-03-XX',
        'claim-one | startDate | 2022-02-30',
      ]),
    );
    expect(gained).toEqual([
      ['person-one', 'name', 'Anna B.'],
      ['claim-one', 'date', '2022-03'],
    ]);
  });

  test('reports references to a missing or wrong entity, and required properties that are missing', () => {
    expect(reportOf('misfits')).toMatchObject({
      lost: [],
      misfits: [
        ['claim-one-position', 'organization', 'unit-one'],
        ['claim-one', 'post', null],
        ['claim-one', 'holder', 'claim-one-position'],
      ],
    });
  });

  test('reports a statement whose id does not match its value, and what is missing without it', () => {
    const { wrong, apart } = reportOf('changed');
    expect(wrong).toContainEqual(['claim-one-position', 'name', 'Another']);
    expect(apart).toContainEqual(['claim-one-position', 'name', POSTING.properties.title]);
    expect(apart).toContainEqual(['claim-one-position', 'name', 'Another']);
  });

  test('reports a missing statement by the hash over its entity', () => {
    expect(reportOf('short').wrong).toContainEqual(['small', 'id', expect.any(String), null]);
  });

  test('gives ids from before mergers as referents, from the statements as from the entities', () => {
    expect(reportOf('merged')).toMatchObject({ lost: [], gained: [], wrong: [], apart: [] });
    expect(linesOf(MERGED)[0]?.referents).toEqual(['person-old', 'person-older']);
  });

  test('accepts unusual texts as the export writes them', () => {
    expect(reportOf('odd')).toMatchObject({ entities: 30, lost: [], gained: [], wrong: [], apart: [] });
  });
});

test('the check of losses reports a value that is in no entity and not declared lost', () => {
  const survivors = linesOf(MADE);
  expect(undeclaredLosses([POSTING], survivors)).toEqual([]);
  expect(undeclaredLosses([{ ...POSTING, properties: { ...POSTING.properties, oath: 'sworn' } }], survivors)).toEqual([
    'Posting.oath of claim-one',
  ]);
  expect(undeclaredLosses([POSTING], [])).toContain('Posting.role of claim-one');
  const without = survivors.map((entity) => ({ ...entity, properties: { ...entity.properties, proof: [] } }));
  expect(undeclaredLosses([POSTING], without)).toEqual(['Posting.CITES of claim-one', 'Posting.CITES of claim-one']);
});
