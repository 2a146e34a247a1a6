import { beforeAll, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { Dice } from '../../exchange/import/country/dice.js';
import { fictional } from '../../support/fictional.js';
import { ask, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { filesOf, smallDataset } from '../../support/small-dataset.js';

/**
 * A case file reads what bears on its incident. In an army made by chance, with many incidents, the earlier incidents that it
 * holds against each person are those that a walk through the whole army finds.
 */

useGraph();

const CITES = [{ report: 'report-one' }];
const dice = new Dice(20260101);
const UNITS = Array.from({ length: 24 }, (_, index) => `unit-${index}`);
const PEOPLE = Array.from({ length: 10 }, (_, index) => `person-${index}`);
const KINDS = ['KILLING', 'ATTACK'];

const day = (ofYear: number) => new Date(Date.UTC(2022, 0, 1 + ofYear)).toISOString().slice(0, 10);

function someDays() {
  const from = dice.below(200);
  return { from: day(from), to: day(from + dice.between(60, 300)) };
}

const LINKS = UNITS.flatMap((subordinate, index) =>
  [1, 2].map(() => ({
    subordinate,
    superior: dice.one(UNITS.slice(Math.max(0, index - 8), index + (dice.chance(0.1) ? 9 : 1)).concat('unit-0')),
    kind: dice.one(['COMMAND', 'COMMAND', 'OPERATIONAL', 'MEMBERSHIP']),
    ...someDays(),
  })),
).filter(({ subordinate, superior }) => subordinate !== superior);

const POSTS = PEOPLE.flatMap((person) =>
  [1, 2, 3].map(() => ({
    person,
    at: dice.one(UNITS),
    role: dice.one(['COMMANDER', 'HEAD', 'DEPUTY', 'STAFF']),
    ...someDays(),
  })),
);

const INCIDENTS = Array.from({ length: 50 }, (_, index) => ({
  id: `incident-${index}`,
  kinds: [dice.one(KINDS)],
  on: day(dice.below(365)),
  unit: dice.one(UNITS),
  mode: dice.one(['PERPETRATOR', 'PERPETRATOR', 'COMMITTED', 'NAMED']),
}));

const RANGE = (from: string, to: string) => ({ first: `${from} START`, last: `${to} END`, cites: CITES });

/** The first of some records that say the same of the same days: two would be one claim. */
const eachOnce = <T>(records: readonly T[]): T[] => [
  ...new Map(records.map((record) => [JSON.stringify(record), record])).values(),
];

function army() {
  const { reports, bodies } = smallDataset();
  return checkFiles(
    [
      filesOf({
        reports,
        bodies,
        units: UNITS.map((id) => ({ id, kind: 'ARMED_FORCES', names: [id], cites: CITES })),
        people: PEOPLE.map((id) => ({ id, names: [id], cites: CITES })),
        'command-links': eachOnce(LINKS).map(({ from, to, ...link }) => ({ ...link, ...RANGE(from, to) })),
        postings: eachOnce(POSTS).map(({ from, to, ...post }) => ({ ...post, ...RANGE(from, to) })),
        incidents: INCIDENTS.map(({ id, kinds, on, unit, mode }) => ({
          ...{ id, title: id, kinds, ...RANGE(on, on) },
          attributions: [{ to: unit, by: 'body-ngo', mode, cites: CITES }],
        })),
      }),
    ],
    fictional.codes,
  );
}

const covers = (on: string) => (days: { readonly from: string; readonly to: string }) =>
  days.from <= on && on <= days.to;

/** A unit and those above it on a day, over links that carry command. */
function above(unit: string, on: string): Set<string> {
  const units = new Set([unit]);
  const links = LINKS.filter(({ kind }) => kind !== 'MEMBERSHIP').filter(covers(on));
  for (const one of units) for (const { subordinate, superior } of links) if (subordinate === one) units.add(superior);
  return units;
}

/** Earlier incidents of the same kind by units that stood under a command of the person then. */
function earlierOf(incident: (typeof INCIDENTS)[number], person: string): string[] {
  const isUnder = ({ unit, on }: (typeof INCIDENTS)[number]) => {
    const units = above(unit, on);
    const commands = POSTS.filter(({ role }) => role === 'COMMANDER' || role === 'HEAD').filter(covers(on));
    return commands.some((post) => post.person === person && units.has(post.at));
  };
  return INCIDENTS.filter(({ mode }) => mode !== 'NAMED')
    .filter(({ on, kinds }) => on < incident.on && kinds[0] === incident.kinds[0])
    .filter(isUnder)
    .map(({ id }) => id);
}

beforeAll(() => load(graph(), army(), RECORDED_AT), 120_000);

interface Noticed {
  readonly person: { readonly id: string };
  readonly earlierIncidents: readonly { readonly id: string }[];
}

test('the earlier incidents held against each person are all that a walk through the whole army finds', async () => {
  let people = 0;
  let earlier = 0;
  for (const incident of INCIDENTS) {
    const question = `{ incident(id: "${incident.id}") { notice { people { person { id } earlierIncidents { id } } } } }`;
    const { data, errors } = await ask(question);
    expect(errors).toEqual([]);
    for (const { person, earlierIncidents } of data.incident.notice.people as Noticed[]) {
      const found = earlierIncidents.map(({ id }) => id).sort();
      expect([incident.id, person.id, found]).toEqual([incident.id, person.id, earlierOf(incident, person.id).sort()]);
      people += 1;
      earlier += found.length;
    }
  }
  expect([people, earlier]).toEqual([39, 61]);
}, 300_000);
