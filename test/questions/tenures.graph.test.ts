import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const QUESTION = `query ($from: Date!, $to: Date!, $lens: EvidenceLens) { unit(id: "unit-fx-u2") { commandersBetween(from: $from, to: $to, lens: $lens) {
  unit { id name } from to gaps { from to } overlaps { from to people { id } isConflict } basis { contentHash notice }
  tenures { person { id name } role from to spans { from to cover isDisputed } items { label says cover marks status sources { reportId pinpoint } } } } } }`;

interface TenureAnswer {
  readonly person: { readonly name: string };
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly items: readonly { readonly marks: readonly string[]; readonly sources: readonly unknown[] }[];
}

const textOf = ({ person, role, from, to }: TenureAnswer) => `${person.name} ${role} ${from}..${to}`;
const tenuresIn = async (from: string, to: string, lens: object | null = null) =>
  (await answer(QUESTION, { from, to, lens })).unit.commandersBetween;

test('commandersBetween gives two commanders after a gap, and their overlap where claims conflict', async () => {
  const { tenures, gaps, overlaps, unit } = await tenuresIn('2021-01-01', '2022-12-31');
  expect(unit).toEqual({ id: 'unit-fx-u2', name: '2nd Brigade of Velmora' });
  expect(gaps).toEqual([{ from: '2021-01-01', to: '2021-05-31' }]);
  expect(tenures.map(textOf)).toEqual([
    'Tomas Anders COMMANDER 2021-06-01..2022-04-14',
    'Ulrik Berg COMMANDER 2022-04-10..2022-12-31',
  ]);
  expect(overlaps).toEqual([
    {
      from: '2022-04-10',
      to: '2022-04-14',
      people: [{ id: 'person-fx-anders' }, { id: 'person-fx-berg' }],
      isConflict: true,
    },
  ]);
});

test('commandersBetween marks the days of a contradicted appointment as disputed, and not those after the ceremony', async () => {
  const { tenures } = await tenuresIn('2021-01-01', '2022-12-31');
  expect(tenures[0].spans).toEqual([{ from: '2021-06-01', to: '2022-04-14', cover: 'CITED', isDisputed: false }]);
  expect(tenures[1].spans).toEqual([
    { from: '2022-04-10', to: '2022-04-14', cover: 'CITED', isDisputed: true },
    { from: '2022-04-15', to: '2022-12-31', cover: 'CITED', isDisputed: false },
  ]);
  expect(tenures[1].items.map(({ marks }: TenureAnswer['items'][0]) => marks)).toEqual([
    ['CONFLICT'],
    ['CONFLICT'],
    [],
    [],
  ]);
  for (const { items } of tenures) for (const { sources } of items) expect(sources.length).toBeGreaterThan(0);
});

test('commandersBetween has no gap after the last citation where the tenure is assumed to continue', async () => {
  const { tenures, gaps, overlaps } = await tenuresIn('2022-12-01', '2023-05-31');
  expect(tenures.map(textOf)).toEqual(['Ulrik Berg COMMANDER 2022-12-01..2023-05-31']);
  expect(tenures[0].spans).toEqual([
    { from: '2022-12-01', to: '2022-12-31', cover: 'CITED', isDisputed: false },
    { from: '2023-01-01', to: '2023-05-31', cover: 'ASSUMED', isDisputed: false },
  ]);
  expect([gaps, overlaps]).toEqual([[], []]);
});

test('commandersBetween has a gap after the last citation without the reports that assume continuation', async () => {
  const { gaps } = await tenuresIn('2022-12-01', '2023-05-31', {
    excludeReports: ['report-fx-daily-2022-04', 'report-fx-ministry-orders-2022'],
  });
  expect(gaps).toEqual([{ from: '2023-01-01', to: '2023-05-31' }]);
});

test('commandersBetween gives an acting commander whose claim was not checked only under a lens with that status', async () => {
  const { tenures, overlaps } = await tenuresIn('2022-12-01', '2023-05-31', {
    statuses: ['ACCEPTED', 'CONFLICT', 'WORK_NEEDED'],
  });
  expect(tenures.map(textOf)).toEqual([
    'Ulrik Berg COMMANDER 2022-12-01..2023-05-31',
    'Jens Holt ACTING 2023-02-01..2023-05-31',
  ]);
  expect(tenures[1].items[0].marks).toEqual(['NOT_CHECKED']);
  expect(overlaps.map(({ from, to }: TenureAnswer) => [from, to])).toEqual([['2023-02-01', '2023-05-31']]);
});

test('commandersBetween refuses a window that ends before it begins, with what was expected', async () => {
  const { errors } = await ask(QUESTION, { from: '2022-02-01', to: '2022-01-01' });
  expect(errors.map(({ message }) => message)).toEqual([
    'Expected `from` not to be after `to`; got 2022-02-01 and 2022-01-01.',
  ]);
});

test('commandersBetween takes four statements for one day as for all, and gives the same bytes twice', async () => {
  const day = await ask(QUESTION, { from: '2022-03-20', to: '2022-03-20' });
  const all = await ask(QUESTION, { from: '0000-01-01', to: '9999-12-31' });
  expect([...day.errors, ...all.errors]).toEqual([]);
  expect(day.statements).toHaveLength(4);
  expect(all.statements).toHaveLength(4);
  expect(JSON.stringify((await ask(QUESTION, { from: '0000-01-01', to: '9999-12-31' })).data)).toBe(
    JSON.stringify(all.data),
  );
});

test('commandersBetween does not give a person who is hidden from the reader', async () => {
  const question =
    '{ unit(id: "unit-fx-u1") { commandersBetween(from: "0000-01-01", to: "9999-12-31") { tenures { person { id } } } } }';
  expect(JSON.stringify((await ask(question)).data)).not.toMatch(/juna|kesh/);
  expect(
    (
      await answer(
        '{ unit(id: "unit-fx-night-cell") { commandersBetween(from: "2022-01-01", to: "2022-12-31") { from } } }',
      )
    ).unit,
  ).toBeNull();
});
