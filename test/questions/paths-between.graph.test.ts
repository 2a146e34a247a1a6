import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

interface Path {
  readonly length: number;
  readonly commandOnly: boolean;
  readonly steps: readonly {
    readonly relation: string;
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    readonly by: { readonly __typename: string; readonly kind?: string; readonly citations: readonly unknown[] };
  }[];
}

const paths = async (args: string): Promise<Path[]> =>
  (
    await answer(`{ pathsBetween(${args}) { length commandOnly steps { relation from { id } to { id }
      by { __typename citations { report { id } } ... on CommandLink { kind } } } } }`)
  ).pathsBetween;

/** A path as `person-fx-gran -Posting- org-fx-ministry …`. */
const textOf = ({ steps }: Path): string =>
  [steps[0]?.from.id, ...steps.map(({ by, to }) => `-${by.kind ?? by.__typename}- ${to.id}`)].join(' ');

const GRAN = 'a: "person-fx-gran", b: "unit-fx-u3"';

test('the path from the minister to the battalion has an administrative link, so it is no path of command', async () => {
  const found = await paths(GRAN);
  expect(found.map(textOf)).toContain(
    'person-fx-gran -Posting- org-fx-ministry -ADMINISTRATIVE- unit-fx-u2 -COMMAND- unit-fx-u3',
  );
  expect(found.map(({ commandOnly }) => commandOnly)).not.toContain(true);
});

test('a path over posts and links of command alone is marked as commandOnly', async () => {
  const found = await paths('a: "person-fx-anders", b: "person-fx-carls", on: "2022-03-20", first: 50');
  const direct = found.find(
    (path) =>
      textOf(path).includes('-COMMAND-') && path.steps.every(({ by }) => by.kind || by.__typename === 'Posting'),
  );
  expect(direct && textOf(direct)).toBe(
    'person-fx-anders -Posting- unit-fx-u2 -COMMAND- unit-fx-u3 -Posting- person-fx-carls',
  );
  expect(direct?.commandOnly).toBe(true);
  for (const { commandOnly, steps } of found) {
    expect(commandOnly).toBe(
      steps.every(({ by }) => by.__typename === 'Posting' || by.kind === 'COMMAND' || by.kind === 'OPERATIONAL'),
    );
  }
});

test('each step of a path begins where the one before ended, and cites its report', async () => {
  const found = await paths(GRAN);
  expect(found.length).toBeGreaterThan(1);
  for (const { length, steps } of found) {
    expect(steps).toHaveLength(length);
    expect([steps[0]?.from.id, steps.at(-1)?.to.id]).toEqual(['person-fx-gran', 'unit-fx-u3']);
    expect(steps.slice(1).map(({ from }) => from.id)).toEqual(steps.slice(0, -1).map(({ to }) => to.id));
    for (const { by } of steps) expect(by.citations).not.toEqual([]);
  }
});

test('pathsBetween gives the shortest paths first', async () => {
  const lengths = (await paths(GRAN)).map(({ length }) => length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
});

test('pathsBetween gives no longer and no more paths than were asked for', async () => {
  expect((await paths(`${GRAN}, maxLength: 1`)).map(textOf)).toEqual([]);
  const short = await paths(`${GRAN}, maxLength: 3, first: 50`);
  expect(Math.max(...short.map(({ length }) => length))).toBe(3);
  expect(await paths(`${GRAN}, first: 1`)).toHaveLength(1);
});

test('the two ends of one claim are one step apart, in either direction', async () => {
  const up = await paths('a: "unit-fx-u9", b: "unit-fx-u3", maxLength: 1');
  expect(up.map(({ steps, commandOnly }) => [steps[0]?.relation, commandOnly])).toEqual([
    ['SUBORDINATE → SUPERIOR', false],
  ]);
  const down = await paths('a: "unit-fx-u3", b: "unit-fx-u9", maxLength: 1');
  expect(down.map(({ steps }) => steps[0]?.relation)).toEqual(['SUPERIOR → SUBORDINATE']);
});

test('a finding is one step from the incidents that it concerns and the finding that it reverses', async () => {
  expect(
    (await paths('a: "finding-fx-e", b: "finding-fx-d", maxLength: 1')).map(({ steps }) => steps[0]?.relation),
  ).toEqual(['REVERSES']);
  expect(
    (await paths('a: "incident-fx-i6", b: "finding-fx-i6-un", maxLength: 1')).map(({ steps }) => steps[0]?.relation),
  ).toEqual(['CONCERNS of']);
});

test('pathsBetween follows only claims that cover the day', async () => {
  const link = (day: string) => paths(`a: "unit-fx-u3", b: "unit-fx-u2", maxLength: 1, on: "${day}"`);
  expect((await link('2022-05-31')).map(textOf)).toEqual(['unit-fx-u3 -COMMAND- unit-fx-u2']);
  expect(await link('2022-06-01')).toEqual([]);
});

test('pathsBetween does not follow a post on the day after an end that another claim states', async () => {
  const post = (day: string) => paths(`a: "person-fx-dahl", b: "unit-fx-u0", maxLength: 1, on: "${day}"`);
  expect((await post('2023-11-30')).map(textOf)).toContain('person-fx-dahl -Posting- unit-fx-u0');
  expect(await post('2023-12-01')).toEqual([]);
});

test('pathsBetween under a lens has no steps that rest on an excluded report', async () => {
  const link = (lens: string) => paths(`a: "unit-fx-u1", b: "unit-fx-u0", maxLength: 1, on: "2022-03-20"${lens}`);
  expect((await link('')).map(textOf)).toEqual(['unit-fx-u1 -COMMAND- unit-fx-u0']);
  expect(await link(', lens: { excludeReports: ["report-fx-veterans-2024"] }')).toEqual([]);
});

test.each([
  'a: "person-fx-gran", b: "unit-none"',
  'a: "unit-none", b: "person-fx-gran"',
  'a: "", b: ""',
  'a: "person-fx-gran", b: "person-fx-gran"',
])('pathsBetween(%s) is an empty list', async (args) => {
  expect(await paths(args)).toEqual([]);
});

test.each([
  ['maxLength: 0', 'Expected `maxLength` from 1 to 8; got 0.'],
  ['maxLength: 9', 'Expected `maxLength` from 1 to 8; got 9.'],
  ['first: 0', 'Expected `first` from 1 to 50; got 0.'],
  ['first: 51', 'Expected `first` from 1 to 50; got 51.'],
])('pathsBetween with %s is refused', async (args, message) => {
  const { errors } = await ask(`{ pathsBetween(${GRAN}, ${args}) { length } }`);
  expect(errors.map((error) => error.message)).toEqual([message]);
});

test('pathsBetween takes one statement to follow merged ids, one to find a longer path and one for each kind of statement on it', async () => {
  const { statements } = await ask(`{ pathsBetween(${GRAN}, maxLength: 8) { length } }`);
  expect(statements.slice(0, 2)).toEqual(['merged into', 'paths between']);
  const kinds = statements.slice(2);
  expect(kinds.filter((name) => !name.endsWith(' by id'))).toEqual([]);
  expect(new Set(kinds).size).toBe(kinds.length);
});
