import { beforeAll, describe, expect, test } from '@jest/globals';
import { openDossier } from '../../../src/exchange/dossier/dossier.js';
import { dossierOf } from '../../../src/exchange/dossier/dossier.rules.js';
import { readDossierRequest } from '../../../src/exchange/dossier/dossier-request.js';
import { CASE_QUESTIONS } from '../../support/case-questions.js';
import { answer, RECORDED_AT, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PARTNER, PUBLIC } from '../../support/secrets.js';
import { loadDoubles } from './duplicates.js';
import { contextFor, exportText, merged, recordLines, undo } from './merge-requests.js';

useGraph();

const ABOUT = {
  incident: 'incident-fx-i2',
  person: 'person-fx-anders',
  unit: 'unit-fx-u3',
  finding: 'finding-fx-d',
  report: 'report-fx-un-2022',
  on: '2022-03-20',
  from: '2021-01-01',
  to: '2024-12-31',
  other: { excludeReports: ['report-fx-archive-2023'] },
};
const CLEARANCES = { public: PUBLIC, partner: PARTNER, confidential: CONFIDENTIAL };

/** Everything but what an answer says of the state that it rests on. */
const withoutBasis = (value: unknown) =>
  JSON.stringify(value, (key, inner) => (key === 'basis' || key === 'datasets' ? undefined : inner));

/** The dossier as of a day by which all reports had come out: without one it gives the case as of the last change. */
const dossier = async () => {
  const request = readDossierRequest({ publishedBy: '2025-12-31' });
  const question = await openDossier(await contextFor(PUBLIC), ABOUT.person, ABOUT.incident, request);
  return withoutBasis(question && dossierOf(question));
};

/** The chain above a unit as a drawing, without what it says of the state that it rests on. */
const drawing = async (unit: string) => {
  const text = await exportText('chain.graphml', PUBLIC, { unit, on: ABOUT.on });
  return text.replace(/<desc>.*?<\/desc>/s, '');
};

/** What readers get of everything: exports for each clearance, the dossier, and each question of a case. */
async function everything(lens: { readonly recordedBy: string } | null = null): Promise<Map<string, string>> {
  const got = new Map<string, string>();
  for (const [name, clearance] of Object.entries(CLEARANCES))
    got.set(`export ${name}`, (await recordLines(clearance, { ...lens })).join('\n'));
  if (!lens) got.set('dossier', await dossier()).set('drawing', await drawing(ABOUT.unit));
  const other = { ...ABOUT.other, ...lens };
  for (const [what, source] of CASE_QUESTIONS)
    got.set(what, withoutBasis(await answer(source, { ...ABOUT, lens, other })));
  return got;
}

let before: Map<string, string>;
let between: Map<string, string>;
let asBefore: Map<string, string>;
let after: Map<string, string>;
let drawn: string;
/** The chain above a unit, and what hangs on it: of the one that went and the one that stayed, before and after. */
let units: Record<'went' | 'stayed' | 'now', unknown[]>;

const CHAIN = `query ($unit: ID!) { unit(id: $unit) { chainOfCommand(on: "2022-03-20") { levels { units {
  unit { id } gaps posts { role person { id } postings { citations { pinpoint report { id } } } } } } } } }`;
const UNIT = `query ($unit: ID!) { unit(id: $unit) { attributions { nodes { mode incident { id } by { id } citations { pinpoint } } }
  findings { nodes { id } } positionings { nodes { location { id } } } indicators { code on } } }`;
/** With the id of the one that went, as if nothing had been merged. */
const bySame = (value: unknown) => JSON.stringify(value).replaceAll('unit-fx-u8', 'unit-fx-u3');

beforeAll(async () => {
  await loadDoubles();
  before = await everything();
  const person = await merged('person', 'person-fx-anders', 'person-fx-anders-again');
  const ofUnit = async (unit: string) => [await answer(CHAIN, { unit }), await answer(UNIT, { unit })];
  const [wentBefore, stayedBefore] = [await ofUnit('unit-fx-u3'), await ofUnit('unit-fx-u8')];
  const unit = await merged('unit', 'unit-fx-u3', 'unit-fx-u8');
  units = { went: wentBefore, stayed: stayedBefore, now: await ofUnit('unit-fx-u8') };
  between = await everything();
  drawn = await drawing('unit-fx-u8');
  asBefore = await everything({ recordedBy: RECORDED_AT });
  for (const id of [unit, person]) expect((await undo(id)).userErrors).toEqual([]);
  after = await everything();
}, 600_000);

describe('right after a unit was merged into another', () => {
  test('the chain above the unit that is kept has the links, posts and sources of the other', () => {
    expect(bySame(units.now[0])).toBe(bySame(units.went[0]));
    expect(bySame(units.now[0])).toContain('unit-fx-u0');
  });

  test('the unit that is kept has the attributions, findings, sites and indicators of both', () => {
    const lists = (answered: unknown) =>
      Object.entries((answered as { unit: Record<string, { nodes: unknown[] } | unknown[]> }).unit).map(
        ([name, list]) => [name, Array.isArray(list) ? list : list.nodes] as const,
      );
    const all = [...lists(units.went[1]), ...lists(units.stayed[1])];
    const together = (name: string) => all.filter(([other]) => other === name).flatMap(([, items]) => items);
    for (const [name, items] of lists(units.now[1]))
      expect([name, items.map(bySame).sort()]).toEqual([name, together(name).map(bySame).sort()]);
    expect(lists(units.went[1]).map(([name, items]) => `${name} ${items.length}`)).toEqual([
      'attributions 5',
      'findings 3',
      'positionings 2',
      'indicators 8',
    ]);
  });

  test('the exports and the answers of the case differ from those before', () => {
    for (const name of ['export public', 'dossier', 'the responsibility of a chain'])
      expect(between.get(name)).not.toBe(before.get(name));
  });
});

test('the dossier, the grades and the chart asked by the former ids are those of the entities that are kept', () => {
  expect(between.get('dossier')).toContain('"id":"person-fx-anders-again"');
  expect(between.get('the responsibility of one person')).toContain('"matrix"');
  expect(between.get('drawing')).toBe(drawn);
  expect(drawn).toContain('unit-fx-u8');
});

describe('as of an instant before the merges', () => {
  test.each([...CASE_QUESTIONS.map(([what]) => what), ...Object.keys(CLEARANCES).map((name) => `export ${name}`)])(
    '%s has the same bytes',
    (what) => {
      expect(asBefore.get(what)).toBe(before.get(what));
    },
  );
});

describe('after the merges were undone', () => {
  test.each([
    'dossier',
    'drawing',
    ...CASE_QUESTIONS.map(([what]) => what),
    ...Object.keys(CLEARANCES).map((name) => `export ${name}`),
  ])('%s has the same bytes as before', (what) => {
    expect(before.get(what)?.length).toBeGreaterThan(30);
    expect(after.get(what)).toBe(before.get(what));
  });
});
