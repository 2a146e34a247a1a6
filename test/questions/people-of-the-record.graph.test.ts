import { describe, expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

/** What is said of real people in the default graph: nothing that no source says. */

useGraphToRead('amnesty-ukraine', 'public-record');

const CAMPAIGN = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
const RESPONSIBILITY = `query ($person: ID!, $incident: ID!, $framework: Framework! = ROME_STATUTE_28A, $on: Date) {
  commandResponsibility(person: $person, incident: $incident, framework: $framework, on: $on) {
    notAssessed
    matrix { on presumption place { role unit { name } links posts { role unit { name } cover isDisputed } }
      elements { element grade because supporting { label says marks cover } weighingAgainst { says } context { label says marks cover } missing } } } }`;

interface Element {
  readonly element: string;
  readonly grade: string;
  readonly because: readonly string[];
  readonly supporting: readonly { readonly label: string; readonly says: string }[];
}

const assessment = async (person: string, incident: string, more: object = {}) =>
  (await answer(RESPONSIBILITY, { person, incident, ...more })).commandResponsibility;

async function elementOf(name: string, ...question: Parameters<typeof assessment>): Promise<Element> {
  const { elements } = (await assessment(...question)).matrix;
  return elements.find(({ element }: Element) => element === name);
}

describe('a post that a source cites only after the incident', () => {
  test.each([
    ['AD_HOC_TRIBUNALS', undefined],
    ['ROME_STATUTE_28B', undefined],
    ['ROME_STATUTE_28B', '2023-03-15'],
  ])('makes the President no successor for the deportation of children, under %s on %s', async (framework, on) => {
    const question = ['person-vladimir-putin', 'incident-deportation-of-children', { framework, on }] as const;
    expect(JSON.stringify(await assessment(...question))).not.toContain('SUCCESSOR');
    const punish = await elementOf('FAILURE_TO_PUNISH_OR_SUBMIT', ...question);
    // The warrant alleges one of the two duties of Article 28(b); nothing else supports it.
    const alleges = framework === 'ROME_STATUTE_28B';
    expect(punish.grade).toBe(alleges ? 'ALLEGED' : 'NO_EVIDENCE');
    expect(punish.supporting.map(({ label }) => label)).toEqual(alleges ? ['Finding'] : []);
    for (const rule of ['R8', 'R9'])
      for (const name of ['TEMPORAL_COINCIDENCE', 'FAILURE_TO_PUNISH_OR_SUBMIT'])
        expect((await elementOf(name, ...question)).because).not.toContain(rule);
  });

  test.each([
    ['person-vladimir-putin', 'incident-yashin-criminal-case', 'ROME_STATUTE_28B'],
    ['person-sergei-surovikin', 'incident-energy-strikes-2022-10-10', 'ROME_STATUTE_28A'],
    ['person-sergei-surovikin', CAMPAIGN, 'ROME_STATUTE_28A'],
  ])('makes %s no successor for %s', async (person, incident, framework) => {
    expect(JSON.stringify(await assessment(person, incident, { framework }))).not.toContain('SUCCESSOR');
  });
});

describe('people at whom an incident is aimed', () => {
  const PEOPLE = `query ($incident: ID!) { incident(id: $incident) { commandResponsibility {
    people { person { name } presumption elements { element grade supporting { says } } } notAssessed { person { name } because } } } }`;

  test('are in no table: the politician whom a criminal case is about is not assessed, and the question says why', async () => {
    const { people, notAssessed } = (await answer(PEOPLE, { incident: 'incident-yashin-criminal-case' })).incident
      .commandResponsibility;
    expect(people.map(({ person }: { person: { name: string } }) => person.name)).not.toContain('Ilya Yashin');
    expect(JSON.stringify(people)).not.toContain('Criminal investigation of Ilya Yashin opened');
    const because =
      'Ilya Yashin is not assessed as a superior: the decision against Ilya Yashin is itself the conduct complained of in this incident.';
    expect(notAssessed).toEqual([{ person: { name: 'Ilya Yashin' }, because }]);
    expect(await assessment('person-ilya-yashin', 'incident-yashin-criminal-case')).toEqual({
      matrix: null,
      notAssessed: because,
    });
    const notice =
      '{ notice(person: "person-ilya-yashin", incident: "incident-yashin-criminal-case") { people { notices { on } } notAssessed } }';
    expect((await answer(notice)).notice).toEqual({ people: [], notAssessed: because });
  });

  test('are no suspects for the case that is itself complained of', async () => {
    const { person } = await answer(
      '{ person(id: "person-ilya-yashin") { caseStatus(on: "2026-11-21") { stage findings { item { marks } } } } }',
    );
    expect(person.caseStatus).toEqual({
      stage: 'CASE_COMPLAINED_OF',
      findings: [{ item: { marks: ['CONDUCT_COMPLAINED_OF'] } }],
    });
  });

  test('have no record of their own where they are private: neither the student nor the incident under that name', async () => {
    const { data } = await ask(
      '{ person(id: "person-danuta-pyarednya") { id } incident(id: "incident-pyarednya-prosecution") { id } }',
    );
    expect(data).toEqual({ person: null, incident: null });
    const { people, notAssessed } = (await answer(PEOPLE, { incident: 'incident-belarus-repost-prosecution' })).incident
      .commandResponsibility;
    expect([people, notAssessed]).toEqual([[], []]);
  });

  test('have the criticism of the decision beside it', async () => {
    const { findings } = await answer(`{ findings(filter: { types: [CONVICTION] }) { nodes { title
      conductOf { id } concerns { id } relatedBy { finding { type body { names { value } } } } } } }`);
    expect(findings.nodes).toEqual([
      {
        title: 'A student sentenced to six and a half years for a repost',
        conductOf: [{ id: 'incident-belarus-repost-prosecution' }],
        concerns: [{ id: 'incident-belarus-repost-prosecution' }],
        relatedBy: [
          {
            finding: {
              type: 'FAIR_TRIAL_ASSESSMENT',
              body: { names: expect.arrayContaining([{ value: 'Amnesty International' }]) },
            },
          },
        ],
      },
    ]);
  });
});

describe('a person and an incident that no source links', () => {
  test.each([
    ['person-agnes-callamard', 'incident-mariupol-theatre-strike', 'Agnès Callamard'],
    ['person-marie-struthers', 'incident-mariupol-theatre-strike', 'Marie Struthers'],
    ['person-oleg-salyukov', 'incident-ukrainian-bases-in-residential-areas-2022', 'Oleg Salyukov'],
    ['person-ilya-yashin', CAMPAIGN, 'Ilya Yashin'],
    ['person-ilya-yashin', 'incident-yashin-detention', 'Ilya Yashin'],
  ])('have no matrix: %s and %s', async (person, incident, name) => {
    expect(await assessment(person, incident)).toEqual({
      matrix: null,
      notAssessed: `No source in this graph links this person to this incident as a perpetrator or a superior, under this lens: ${name} is not assessed.`,
    });
  });
});

describe('the posts of Surovikin during the strikes on energy', () => {
  test.each(['2022-10-10', '2022-12-15'])(
    'are, on %s, that of the joint group and none that a page of 8 October 2022 dates to the year alone',
    async (on) => {
      const status = await elementOf('SUPERIOR_STATUS', 'person-sergei-surovikin', CAMPAIGN, { on });
      const joint = expect.stringContaining('ommander of the joint group of forces in Ukraine');
      expect(status.supporting.map(({ says }) => says)).toEqual([joint, joint]);
      expect((await assessment('person-sergei-surovikin', CAMPAIGN, { on })).matrix.place).toMatchObject({
        role: 'COMMANDER',
        unit: { name: expect.stringMatching(/joint group/i) },
        posts: [
          {
            role: 'COMMANDER',
            unit: { name: expect.stringMatching(/joint group/i) },
            cover: 'CITED',
            isDisputed: false,
          },
        ],
      });
    },
  );

  test('end on the day on which Gerasimov takes over, which is a handover and no conflict', async () => {
    const { unit } = await answer(`{ unit(id: "unit-joint-group-of-forces-ukraine") {
      commandersBetween(from: "2022-10-08", to: "2023-02-01") { overlaps { from to isConflict people { name } } }
      chainOfCommand(on: "2023-01-11", direction: UP) { levels { units { conflicts { role } posts { role person { names { value } } } } } } } }`);
    expect(unit.commandersBetween.overlaps).toEqual([
      {
        from: '2023-01-11',
        to: '2023-01-11',
        isConflict: false,
        people: [{ name: 'Sergei Surovikin' }, { name: 'Valery Gerasimov' }],
      },
    ]);
    expect(unit.chainOfCommand.levels[0].units[0].conflicts).toEqual([]);
  });
});

test('a path over an appointment is not one of command', async () => {
  const { pathsBetween } = await answer(`{ pathsBetween(a: "person-vladimir-putin", b: "person-valery-gerasimov",
    on: "2023-01-11", through: [Posting, CommandLink]) { length commandOnly steps { relation } } }`);
  const appointed = pathsBetween.filter(({ steps }: { steps: { relation: string }[] }) =>
    steps.some(({ relation }) => relation.includes('APPOINTED_BY')),
  );
  expect(appointed.length).toBeGreaterThan(0);
  for (const { commandOnly } of appointed) expect(commandOnly).toBe(false);
});
