import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

/** The strikes on energy infrastructure from 10 October 2022, in the default graph: as far as the sources go. */

useGraphToRead('amnesty-ukraine', 'public-record');

const STRIKES = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
const MATRIX = `fragment Matrix on ResponsibilityMatrix { person { name } presumption place { links unit { name } }
  elements { element grade supporting { label says marks sources { reportId } } weighingAgainst { says } missing } }`;
const ONE = `query ($person: ID!, $framework: Framework!, $on: Date) {
  commandResponsibility(person: $person, incident: "${STRIKES}", framework: $framework, on: $on) { matrix { ...Matrix } } } ${MATRIX}`;

interface Matrix {
  readonly person: { readonly name: string };
  readonly presumption: string;
  readonly place: { readonly links: number | null; readonly unit: { readonly name: string } | null };
  readonly elements: readonly {
    readonly element: string;
    readonly grade: string;
    readonly supporting: readonly {
      readonly label: string;
      readonly marks: readonly string[];
      readonly sources: readonly unknown[];
    }[];
  }[];
}

const SHORT: Readonly<Record<string, string>> = {
  ESTABLISHED_BY_SOURCES: 'established',
  INDICATED: 'indicated',
  ALLEGED: 'alleged',
  CONTESTED: 'contested',
  NO_EVIDENCE: '-',
};
const textOf = ({ elements }: Matrix) => elements.map(({ grade }) => SHORT[grade]).join(' ');

async function matrixOf(
  person: string,
  framework = 'ROME_STATUTE_28A',
  on: string | null = '2022-10-10',
): Promise<Matrix> {
  return (await answer(ONE, { person, framework, on })).commandResponsibility.matrix;
}

// The Commission names authorities and armed forces together, so no unit is named as perpetrator; a warrant for those
// whom it names is all there is on that element. Crime, perpetrator, superior, kind of superior, subordination, control, day, knowledge, to prevent, to punish, causation.
test.each([
  ['person-sergei-surovikin', 'indicated - indicated indicated - - indicated - - - -'],
  [
    'person-valery-gerasimov',
    'indicated alleged established indicated alleged alleged indicated alleged alleged alleged alleged',
  ],
  [
    'person-sergei-kobylash',
    'indicated alleged indicated indicated alleged alleged indicated alleged alleged alleged alleged',
  ],
  [
    'person-viktor-sokolov',
    'indicated alleged indicated indicated alleged alleged indicated alleged alleged alleged alleged',
  ],
])('%s on 10 October 2022 under Article 28(a): %s', async (person, grades) => {
  const matrix = await matrixOf(person);
  expect(textOf(matrix)).toBe(grades);
  expect(matrix.place.links).toBeNull();
  expect(matrix.presumption).toMatch(/presumed innocent/);
});

// The same for other superiors, with responsibility before the two duties.
test.each([
  [
    'person-sergei-shoigu',
    'indicated alleged indicated indicated alleged alleged indicated alleged alleged alleged alleged alleged',
  ],
])('%s on 10 October 2022 under Article 28(b): %s', async (person, grades) => {
  expect(textOf(await matrixOf(person, 'ROME_STATUTE_28B'))).toBe(grades);
});

test("no source links the President to the strikes on energy, since a State that is named as a whole is nobody's post", async () => {
  const variables = { person: 'person-vladimir-putin', framework: 'ROME_STATUTE_28B', on: '2022-10-10' };
  expect((await answer(ONE, variables)).commandResponsibility.matrix).toBeNull();
});

test('subordination, control and knowledge for the strikes on energy rest on the warrant alone, which is marked for its several modes', async () => {
  for (const person of ['person-valery-gerasimov', 'person-sergei-kobylash', 'person-viktor-sokolov']) {
    const { elements } = await matrixOf(person);
    for (const { element, supporting } of elements) {
      if (!['SUBORDINATION', 'EFFECTIVE_CONTROL', 'KNOWLEDGE'].includes(element)) continue;
      expect(supporting.map(({ label, marks }) => [label, marks.includes('MODES_IN_THE_ALTERNATIVE')])).toEqual([
        ['Finding', true],
      ]);
    }
  }
  const gerasimov = await matrixOf('person-valery-gerasimov');
  expect(JSON.stringify(gerasimov)).toContain('ARTICLE_WITHOUT_LETTER');
});

test('pages that report one announcement of the Court count as one source, and do not establish the posts that they give', async () => {
  const query = `{ commandResponsibility(person: "person-sergei-kobylash", incident: "${STRIKES}") { matrix { elements { element supporting { label independentPublishers sources { reportId } } } } } }`;
  const { elements } = (await answer(query)).commandResponsibility.matrix;
  const status = elements.find(({ element }: { element: string }) => element === 'SUPERIOR_STATUS').supporting;
  expect(status[0]).toMatchObject({ label: 'Posting', independentPublishers: 1 });
  expect(status[0].sources.length).toBeGreaterThan(1);
});

test('papers that report the announcements of a ministry, or of the Court, count as one source with it', async () => {
  const posts = `commandersBetween(from: "2022-10-08", to: "2023-01-12") { tenures { person { id } items { says independentPublishers marks sources { reportId partyToConflict copyUrl derivedFrom { title publisher partyToConflict } } } } }`;
  const { group, ministry } = await answer(
    `{ group: unit(id: "unit-joint-group-of-forces-ukraine") { ${posts} } ministry: unit(id: "org-russian-ministry-of-defence") { ${posts} } }`,
  );
  const items = [group, ministry].flatMap(({ commandersBetween: { tenures } }) =>
    tenures.flatMap(({ items: own }: { items: { independentPublishers: number; sources: object[] }[] }) => own),
  );
  expect(items.some(({ sources }) => sources.length > 1)).toBe(true);
  for (const item of items) expect(item.independentPublishers).toBe(1);
  const copies = items.filter(({ marks }) => marks.includes('READ_IN_COPY'));
  expect(copies.flatMap(({ sources }) => sources)).toContainEqual({
    reportId: 'report-icc-2024b',
    partyToConflict: null,
    copyUrl: 'https://katakata.org/news/-1719320447',
    derivedFrom: null,
  });
  expect(items.flatMap(({ sources }) => sources)).toContainEqual({
    reportId: 'report-ki-surovikin',
    partyToConflict: null,
    copyUrl: null,
    derivedFrom: [
      {
        title: 'Announcement of the Russian Ministry of Defence on the appointment of 8 October 2022',
        publisher: 'Ministry of Defence of the Russian Federation',
        partyToConflict: true,
      },
    ],
  });
});

test('the post of Surovikin on 11 January 2023 is not contested by who took over from him, and pages that report one announcement do not establish it', async () => {
  expect(textOf(await matrixOf('person-sergei-surovikin', 'ROME_STATUTE_28A', '2023-01-11'))).toBe(
    'indicated - indicated indicated - - indicated - - - -',
  );
});

test('the post of Surovikin after 11 January 2023 is a deputy post, which supports no element', async () => {
  expect(textOf(await matrixOf('person-sergei-surovikin', 'ROME_STATUTE_28A', '2023-03-01'))).toBe(
    'indicated - - - - - - - - - -',
  );
});

test('the strikes on energy list those whom findings name, and warn that they lasted for months', async () => {
  const { data, statements } = await ask(
    `{ incident(id: "${STRIKES}") { commandResponsibility { people { person { id } } warnings } } }`,
  );
  const { people, warnings } = data.incident.commandResponsibility;
  expect(people.map(({ person }: { person: { id: string } }) => person.id)).toEqual([
    'person-sergei-kobylash',
    'person-sergei-shoigu',
    'person-valery-gerasimov',
    'person-viktor-sokolov',
  ]);
  expect(warnings).toEqual([
    'The incident is dated 2022-10-10 to 2023-03-09: each element is judged over all its days, 2022-10-10 to 2023-03-09, and questions about one day are answered for the first; ask with `on` for another.',
  ]);
  expect(statements).toHaveLength(4);
});

test('a day outside the strikes on energy is refused, with the possible days', async () => {
  const { errors } = await ask(ONE, {
    person: 'person-sergei-kobylash',
    framework: 'ROME_STATUTE_28A',
    on: '2024-01-01',
  });
  expect(errors.map(({ message }) => message)).toEqual([
    'Expected `on` from 2022-10-10 to 2023-03-09, the days of the incident; got 2024-01-01.',
  ]);
});
