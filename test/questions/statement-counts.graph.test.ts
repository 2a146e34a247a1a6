import { beforeAll, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../src/exchange/seed/load-datasets.js';
import { CASE_QUESTIONS } from '../support/case-questions.js';
import { MOST_STATEMENTS } from '../support/competency.js';
import { fictional } from '../support/fictional.js';
import { ask, graph, RECORDED_AT, useGraph } from '../support/graph.js';
import { filesOf, finding, smallDataset, type Written } from '../support/small-dataset.js';

useGraph();

const CITES = [{ report: 'report-one' }];
const ALL_YEAR = { first: '2022-01-01 START', last: '2022-12-31 END', cites: CITES };
const ROLES = ['COMMANDER', 'DEPUTY', 'CHIEF_OF_STAFF'];
const DEPTHS = { two: 2, eight: 8 } as const;

type World = keyof typeof DEPTHS;

/** A chain of so many levels, each with several posts, whose lowest unit is named for an incident and its commander tried. */
function chainOf(world: World): Written {
  const levels = Array.from({ length: DEPTHS[world] }, (_, level) => level);
  const posts = levels.flatMap((level) => ROLES.map((role) => ({ level, role, person: personIn(world, level, role) })));
  return {
    units: levels.map((level) => ({
      id: unitIn(world, level),
      kind: 'ARMED_FORCES',
      names: [`${world} ${level}`],
      cites: CITES,
    })),
    people: posts.map(({ person }) => ({ id: person, names: [person], cites: CITES })),
    postings: posts.map(({ level, role, person }) => ({ person, at: unitIn(world, level), role, ...ALL_YEAR })),
    'command-links': levels.slice(1).map((level) => ({
      subordinate: unitIn(world, level - 1),
      superior: unitIn(world, level),
      kind: 'COMMAND',
      ...ALL_YEAR,
    })),
    incidents: [
      {
        id: `incident-${world}`,
        title: `Incident ${world}`,
        kinds: ['KILLING'],
        first: '2022-03-05 START',
        last: '2022-03-05 END',
        attributions: [{ to: unitIn(world, 0), by: 'body-ngo', cites: CITES }],
        cites: CITES,
      },
    ],
    findings: [
      finding(`finding-${world}`, {
        decidedOn: '2023-01-10',
        about: [personIn(world, 0, 'COMMANDER')],
        concerns: [`incident-${world}`],
        classifies: [{ code: '8(2)(a)(i)', modes: ['28(a)'] }],
      }),
    ],
  };
}

const unitIn = (world: World, level: number) => `unit-${world}-${level}`;
const personIn = (world: World, level: number, role: string) =>
  `person-${world}-${level}-${role.toLowerCase().replaceAll('_', '-')}`;

/** Both chains in one dataset, beside the bodies and the report of the small one. */
function bothChains() {
  const { reports, bodies } = smallDataset();
  const [two, eight] = [chainOf('two'), chainOf('eight')];
  const keys = ['units', 'people', 'postings', 'command-links', 'incidents', 'findings'] as const;
  const joined = Object.fromEntries(keys.map((key) => [key, [...(two[key] ?? []), ...(eight[key] ?? [])]]));
  return checkFiles([filesOf({ reports, bodies, ...joined })], fictional.codes);
}

const variablesOf = (world: World) => ({
  incident: `incident-${world}`,
  person: personIn(world, DEPTHS[world] - 1, 'COMMANDER'),
  unit: unitIn(world, 0),
  finding: `finding-${world}`,
  report: 'report-one',
  on: '2022-03-05',
  from: '2022-01-01',
  to: '2024-12-31',
  lens: null,
  other: { minReliability: 'B' },
});

beforeAll(() => load(graph(), bothChains(), RECORDED_AT), 60_000);

test.each(CASE_QUESTIONS)(
  '%s takes as many statements for a chain of eight levels as for one of two, six at most',
  async (what, source) => {
    const [two, eight] = [await ask(source, variablesOf('two')), await ask(source, variablesOf('eight'))];
    expect([...two.errors, ...eight.errors].map(({ message }) => message)).toEqual([]);
    expect(JSON.stringify(eight.data)).toContain('"contentHash"');
    expect(eight.statements).toEqual(two.statements);
    expect(eight.statements.length).toBeLessThanOrEqual(MOST_STATEMENTS);
    if (what === 'the responsibility of a chain')
      expect([two, eight].map(({ data }) => data.incident.answer.people.length)).toEqual([6, 24]);
  },
);
