import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';
import { OF_EDITORS, OF_PARTNERS } from '../support/secrets.js';

useGraphToRead('fictional');

const NAMED = `incident { id label } kinds on unit { id } isCarriedOut isOwn links
  attributions { label says sources { reportId } } path { label says cover sources { reportId } }`;
const RECURRING = 'recurring { unit { id } kind incidents { id } intervalsInDays }';
const OF_UNIT = `query ($id: ID!, $below: Boolean, $from: Date, $to: Date, $kinds: [IncidentKind!], $lens: EvidenceLens) { unit(id: $id) {
  incidents(includeSubordinates: $below, from: $from, to: $to, kinds: $kinds, lens: $lens) { unit { id } incidents { ${NAMED} } ${RECURRING} basis { contentHash } } } }`;
const OF_PERSON = `query ($id: ID!, $from: Date, $to: Date, $kinds: [IncidentKind!], $lens: EvidenceLens) { person(id: $id) {
  incidentsUnderCommand(from: $from, to: $to, kinds: $kinds, lens: $lens) { person { id } incidents { ${NAMED} at { id } postings { says cover sources { reportId } } } ${RECURRING} basis { contentHash } } } }`;

interface Found {
  readonly incident: { readonly id: string };
  readonly unit: { readonly id: string };
  readonly links: number;
  readonly attributions: readonly { readonly says: string }[];
}
const short = (id: string) => id.replace(/^(unit|incident|person)-fx-/, '');
const textOf = ({ incident, unit, links }: Found) => `${short(incident.id)} ${short(unit.id)} ${links}`;
const ofUnit = async (id: string, more: object = {}) =>
  (await answer(OF_UNIT, { id, below: true, ...more })).unit.incidents;
const ofPerson = async (id: string, more: object = {}) =>
  (await answer(OF_PERSON, { id: `person-fx-${id}`, ...more })).person.incidentsUnderCommand;

test('the incidents of the brigade in March 2022 are two by its battalion, each with the bodies that name the battalion', async () => {
  const { incidents, recurring } = await ofUnit('unit-fx-u2', { from: '2022-03-01', to: '2022-03-31' });
  expect(incidents.map(textOf)).toEqual(['i1 u3 1', 'i2 u3 1']);
  const by = ({ attributions }: Found) => attributions.map(({ says }) => says.split(' names ')[0]).sort();
  expect(incidents.map(by)).toEqual([
    ['Commission of Inquiry on Velmora', 'Lantern Rights Group'],
    ['Commission of Inquiry on Velmora', 'Ostra Observer'],
  ]);
  expect(incidents[0]).toMatchObject({
    on: '2022-03-05',
    kinds: ['EXTRAJUDICIAL_EXECUTION'],
    isOwn: false,
    isCarriedOut: true,
    path: [
      {
        label: 'CommandLink',
        says: '3rd Battalion of Velmora stands under the command of 2nd Brigade of Velmora, from 2022-01-01, until 2022-05-31.',
        cover: 'CITED',
      },
    ],
  });
  expect(recurring).toEqual([
    {
      unit: { id: 'unit-fx-u3' },
      kind: 'EXTRAJUDICIAL_EXECUTION',
      incidents: [{ id: 'incident-fx-i1' }, { id: 'incident-fx-i2' }],
      intervalsInDays: [15],
    },
  ]);
});

test.each([
  ['unit-fx-u3', ['i1 u3 0', 'i2 u3 0', 'i3 u3 0']],
  ['unit-fx-u2', ['i1 u3 1', 'i2 u3 1']],
  ['unit-fx-u1', ['i1 u3 2', 'i2 u3 2']],
  ['unit-fx-u4', ['i3 u3 1']],
  ['unit-fx-u0', ['i1 u3 3', 'i2 u3 3', 'i3 u3 2']],
  ['unit-fx-u9', ['i5 u9 0']],
  ['org-fx-ministry', []],
])('the incidents of %s count only where the named unit was subordinate on the very day', async (id, expected) => {
  expect((await ofUnit(id)).incidents.map(textOf)).toEqual(expected);
});

test('the incidents of a unit are narrowed by subordinates, days, kinds and lens', async () => {
  expect((await ofUnit('unit-fx-u2', { below: false })).incidents).toEqual([]);
  expect((await ofUnit('unit-fx-u0', { from: '2022-03-21' })).incidents.map(textOf)).toEqual(['i3 u3 2']);
  expect((await ofUnit('unit-fx-u0', { kinds: ['ATTACK_ON_EDUCATION', 'TORTURE'] })).incidents.map(textOf)).toEqual([
    'i3 u3 2',
  ]);
  const early = await ofUnit('unit-fx-u2', { lens: { publishedBy: '2022-03-31' } });
  expect(early.incidents).toEqual([]);
  const own = await ofUnit('unit-fx-u3', { lens: { publishedBy: '2022-03-31' } });
  expect(own.incidents.map(({ attributions }: Found) => attributions.length)).toEqual([1, 1]);
});

test.each([
  ['anders', ['i1 u3 1', 'i2 u3 1']],
  ['berg', []],
  ['holt', []],
  ['carls', ['i1 u3 0', 'i2 u3 0', 'i3 u3 0']],
  ['dahl', ['i1 u3 2', 'i2 u3 2']],
  ['eklund', ['i3 u3 1']],
  ['falk', ['i1 u3 3', 'i2 u3 3', 'i3 u3 2']],
  ['gran', []],
])(
  'the incidents under the command of %s are those by units subordinate to a post of command on their day',
  async (id, expected) => {
    expect((await ofPerson(id)).incidents.map(textOf)).toEqual(expected);
  },
);

test('each incident under a command has the post with its sources, and the incidents that recur', async () => {
  const { incidents, recurring } = await ofPerson('anders');
  expect(incidents[0]).toMatchObject({
    at: { id: 'unit-fx-u2' },
    postings: [
      { cover: 'CITED', sources: [{ reportId: 'report-fx-archive-2023' }, { reportId: 'report-fx-observer-2023' }] },
    ],
  });
  expect(recurring).toMatchObject([{ kind: 'EXTRAJUDICIAL_EXECUTION', intervalsInDays: [15] }]);
  expect((await ofPerson('anders', { to: '2022-03-10' })).recurring).toEqual([]);
});

test('the incidents of a unit or person take four statements, whatever the days, and the same bytes twice', async () => {
  for (const [question, id] of [
    [OF_UNIT, 'unit-fx-u0'],
    [OF_PERSON, 'person-fx-falk'],
  ] as const) {
    const day = await ask(question, { id, below: true, from: '2022-03-20', to: '2022-03-20' });
    const all = await ask(question, { id, below: true });
    expect([...day.errors, ...all.errors]).toEqual([]);
    expect([day.statements.length, all.statements.length]).toEqual([4, 4]);
    expect(JSON.stringify((await ask(question, { id, below: true })).data)).toBe(JSON.stringify(all.data));
  }
});

test('the incidents of a unit contain hidden units and incidents for an editor, and none for a public reader', async () => {
  for (const id of ['unit-fx-u0', 'unit-fx-u3', 'unit-fx-u4']) {
    const text = JSON.stringify((await ask(OF_UNIT, { id, below: true })).data);
    for (const secret of [...OF_PARTNERS, ...OF_EDITORS]) expect(text).not.toContain(secret);
  }
  for (const id of ['person-fx-falk', 'person-fx-carls']) {
    const text = JSON.stringify((await ask(OF_PERSON, { id })).data);
    for (const secret of [...OF_PARTNERS, ...OF_EDITORS]) expect(text).not.toContain(secret);
  }
  const editor = await answer(OF_UNIT, { id: 'unit-fx-u4', below: true }, ['PUBLIC', 'PARTNER', 'CONFIDENTIAL']);
  expect(editor.unit.incidents.incidents.map(textOf)).toEqual(['i7 night-cell 2', 'i3 u3 1']);
});
