import { describe, expect, test } from '@jest/globals';
import { EXPORTS } from '../../src/exchange/export/export.js';
import { fetchExport } from '../exchange/export/fetch-export.js';
import { answer, useGraphToRead } from '../support/graph.js';
import { send, useServer } from '../support/server.js';

useGraphToRead('amnesty-ukraine', 'public-record', 'fictional');
const address = useServer();

/** What incidents and findings say in their own words, under lenses that leave out some of their reports. */

const WORDS = `title summary note kinds means credibility range { first firstBound last lastBound }`;
const incident = (id: string, lens: string) =>
  answer(
    `{ incident(id: "${id}", lens: { ${lens} }) { ${WORDS} facts { property value } citations { report { publishedOn } } } }`,
  );

const ENERGY = 'incident-energy-strikes-2022-10-10-to-2023-03-09';

test('of the campaign against the power grid, what was known on 16 March 2023 is what the Commission had said', async () => {
  expect(
    await answer(
      `{ incident(id:"${ENERGY}", lens:{publishedBy:"2023-03-16"}) { title summary note range { last } citations { report { publishedOn } } } }`,
    ),
  ).toEqual({
    incident: {
      title: 'Waves of attacks on energy infrastructure in Ukraine from 10 October 2022',
      summary: 'The Commission of Inquiry speaks of waves of attacks on energy infrastructure from 10 October 2022.',
      note: null,
      range: { last: '2023-03-15' },
      citations: [{ report: { publishedOn: '2023-03-15' } }],
    },
  });
});

test('of the first strikes, what was known at the end of January 2023 holds no number of missiles', async () => {
  const found = await incident('incident-energy-strikes-2022-10-10', 'publishedBy: "2023-01-31"');
  expect(found).toEqual({
    incident: {
      title: 'First strikes on energy infrastructure, 10 October 2022',
      summary: "The first strikes on Ukraine's energy infrastructure.",
      note: null,
      kinds: ['ATTACK_ON_ENERGY_INFRASTRUCTURE'],
      means: [],
      credibility: 1,
      range: { first: '2022-10-10', firstBound: 'START', last: '2022-10-10', lastBound: 'END' },
      facts: [],
      citations: [{ report: { publishedOn: '2023-01-12' } }],
    },
  });
  expect(JSON.stringify(found)).not.toMatch(/84|24/);
});

test.each([
  ['2023-03-16', 'Forced transfer and deportation of children, described by the Commission of Inquiry', 6, null],
  [
    '2023-03-17',
    'Transfer and deportation of children from occupied areas of Ukraine',
    1,
    expect.stringContaining('The warrants and the Commission speak of children.'),
  ],
])('of the deportation of children, on %s the title is %j', async (publishedBy, title, credibility, note) => {
  expect(await incident('incident-deportation-of-children', `publishedBy: "${publishedBy}"`)).toMatchObject({
    incident: { title, credibility, note, range: { first: '2022-02-24', last: '2023-03-15' } },
  });
});

test('without a report that no fact stands in for, an incident has no words, and without a lens it has its own', async () => {
  const own = await incident(ENERGY, '');
  expect(own).toMatchObject({ incident: { credibility: 1, means: ['missiles'], range: { last: '2023-03-09' } } });
  const lens = 'excludeReports: ["report-ai-soaring-concern", "report-icc-2024a", "report-icc-2024b"]';
  expect(await incident(ENERGY, lens)).toMatchObject({ incident: { range: { last: '2023-03-15' }, means: [] } });
  expect(await incident('incident-attack-on-kyiv-2022-02-24', lens)).toMatchObject({
    incident: {
      title: 'Incident described only by reports outside this lens',
      summary: null,
      note: null,
      kinds: [],
      means: [],
      credibility: 6,
      range: null,
      citations: [{ report: { publishedOn: '2022-02' } }],
    },
  });
});

test('the first day of an incident is the earliest and its last the latest that reports under the lens give', async () => {
  const range = async (lens: string) => (await incident('incident-invasion-of-ukraine', lens)).incident.range;
  expect(await range('publishedBy: "2022-03-01"')).toMatchObject({ first: '2022-02-24', last: '2022-02-24' });
  expect(await range('publishedBy: "2022-09-01"')).toMatchObject({ first: '2022-02-24', last: '2022-08-24' });
  expect(await range('')).toMatchObject({ first: '2022-02-24', last: '2023-02-22' });
  const listed = async (lens: string) =>
    (
      await answer(
        `{ incidents(filter: {from: "2022-06-01", text: "invasion of ukraine"}, lens: {${lens}}) { nodes { id } } }`,
      )
    ).incidents.nodes;
  expect(await listed('publishedBy: "2022-03-01"')).toEqual([]);
  expect(await listed('publishedBy: "2022-09-01"')).toEqual([{ id: 'incident-invasion-of-ukraine' }]);
});

test('an incident without a report that stands in has the words of the one that counts', async () => {
  expect(
    await incident('incident-displacement-2022', 'excludeReports: ["report-ai-canada-protect-civilians"]'),
  ).toMatchObject({
    incident: {
      title: 'Displacement by the war',
      kinds: ['DISPLACEMENT'],
      range: { first: '2022-04~', last: '2022-04~' },
    },
  });
});

describe('under the lens of 16 March 2023, what only the warrants of 2024 gave is', () => {
  const LATER = /to March 2023|9 March 2023|84 missiles|electric infrastructure/;
  const NAMES = Object.keys(EXPORTS).filter((name) => name !== 'chain.graphml');

  test.each(NAMES)('not in the export %s', async (name) => {
    const { status, text } = await fetchExport(address(), `${name}?publishedBy=2023-03-16`);
    expect(status).toBe(200);
    expect(text).not.toMatch(LATER);
  });

  test.each([
    ['incidents.csv', true],
    ['records.jsonl', true],
  ])('in the export %s without a lens', async (name, isThere) => {
    const { text } = await fetchExport(address(), name);
    expect(LATER.test(text)).toBe(isThere);
  });

  test('not in a dossier', async () => {
    const path = `person-valery-gerasimov/${ENERGY}?on=2023-01-20`;
    const [before, now] = await Promise.all(
      [`${path}&publishedBy=2023-03-16`, path].map((one) => send(`${address()}/dossier/${one}`)),
    );
    // No source then linked him to the incident.
    expect([before?.status, now?.status]).toEqual([404, 200]);
    expect(before?.text).not.toMatch(LATER);
    expect(now?.text).toMatch(LATER);
  });

  test('in no answer to a question about the incident', async () => {
    const found = await answer(`{
      commandResponsibility(person: "person-valery-gerasimov", incident: "${ENERGY}", on: "2023-01-20", lens: { publishedBy: "2023-03-16" }) {
        matrix { incident { name } elements { supporting { says } weighingAgainst { says } context { says } missing } } }
      incident(id: "${ENERGY}", lens: { publishedBy: "2023-03-16" }) {
        attributions { nodes { note incident { title range { last } } } }
        findings { nodes { title summary concerns { title } } } } }`);
    expect(JSON.stringify(found)).toContain('Waves of attacks');
    expect(JSON.stringify(found)).not.toMatch(LATER);
  });
});

describe('a list of incidents', () => {
  const list = async (filter: string, lens: string, orderBy = 'FIRST') => {
    const found = (await answer(
      `{ incidents(first: 100, filter: { ${filter} }, orderBy: ${orderBy}, lens: { ${lens} }) { edges { cursor node { id title } } } }`,
    )) as { incidents: { edges: { cursor: string; node: { id: string; title: string } }[] } };
    return found.incidents.edges;
  };
  const ids = async (filter: string, lens: string) => (await list(filter, lens)).map(({ node }) => node.id);
  const BEFORE = 'publishedBy: "2023-03-16"';
  const WITHOUT = 'excludeReports: ["report-ai-soaring-concern"]';

  test.each([
    ['a word of the title', 'text: "to march 2023"', false],
    ['a word of a fact that stands in', 'text: "waves of attacks"', true],
    ['a day after the range that stands in', 'from: "2023-03-16"', false],
    ['a day in the range that stands in', 'from: "2023-03-12"', true],
    ['a day before it', 'to: "2022-10-09"', false],
    ['the kind that stands in', 'kinds: [ATTACK_ON_ENERGY_INFRASTRUCTURE]', true],
  ])('is filtered by %s', async (_what, filter, isListed) => {
    expect((await ids(filter, BEFORE)).includes(ENERGY)).toBe(isListed);
  });

  test.each([
    ['words of the title', 'Missile strikes against Ukrainian electric infrastructure', false, true],
    ['words of a fact that stands in', 'waves of attacks on energy infrastructure', true, true],
  ])('is found by %s where these count', async (_what, text, before, now) => {
    const found = async (lens: string) =>
      (
        await answer(
          `query ($text: String!) { search(text: $text, kinds: [Incident], lens: { ${lens} }) { matched record { id } } }`,
          { text },
        )
      ).search
        .filter(({ record }: { record: { id: string } }) => record.id === ENERGY)
        .map(({ matched }: { matched: string }) => matched.startsWith(text.slice(1, 20)) || matched.slice(1, 20));
    expect((await found(BEFORE)).length > 0).toBe(before);
    expect((await found('')).length > 0).toBe(now);
  });

  test('is filtered by its own words where these count', async () => {
    expect(await ids('text: "to march 2023"', '')).toContain(ENERGY);
    expect(await ids('from: "2023-03-12"', '')).not.toContain(ENERGY);
    expect(await ids('kinds: [DISPLACEMENT]', '')).toContain('incident-displacement-2022');
  });

  test('tells nothing of an incident whose words the lens leaves out, by filter, order or cursor', async () => {
    const id = 'incident-attack-on-kyiv-2022-02-24';
    expect(await ids('kinds: [ATTACK]', WITHOUT)).not.toContain(id);
    expect(await ids('text: "kyiv"', WITHOUT)).not.toContain(id);
    for (const filter of ['from: "2024-01-01"', 'to: "2001-01-01"']) expect(await ids(filter, WITHOUT)).toContain(id);
    for (const order of ['FIRST', 'FIRST_DESC', 'TITLE']) {
      const edges = await list('', WITHOUT, order);
      const cursor = edges.find(({ node }) => node.id === id)?.cursor ?? '';
      expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/explosions|"2022-02-/);
    }
  });
});

describe('a list of findings', () => {
  const ID = 'finding-icc-2024-warrant-sergei-kobylash';
  const WITHOUT = 'excludeReports: ["report-icc-2024a", "report-icc-2024a-ep"]';
  const find = async (filter: string, lens: string) =>
    (
      (await answer(
        `{ findings(first: 100, filter: { ${filter} }, lens: { ${lens} }) { edges { cursor node { id title summary note decidedOn publishedOn conductFrom standardAsStated credibility turnedOn classifications { code modes } places { id } } } } }`,
      )) as { findings: { edges: { cursor: string; node: { id: string } }[] } }
    ).findings.edges.find(({ node }) => node.id === ID);

  test('shows one whose words the lens leaves out without them', async () => {
    const edge = await find('', WITHOUT);
    expect(edge?.node).toEqual({
      id: ID,
      title: 'Finding described only by reports outside this lens',
      summary: null,
      note: null,
      decidedOn: null,
      publishedOn: null,
      conductFrom: null,
      standardAsStated: null,
      credibility: 6,
      turnedOn: [],
      classifications: [],
      places: [],
    });
    expect(Buffer.from(edge?.cursor ?? '', 'base64url').toString()).not.toMatch(/"2024-/);
    expect(await find('publishedFrom: "2024-01-01"', WITHOUT)).toBeUndefined();
    expect(await find('decidedTo: "2030-01-01"', WITHOUT)).toBeUndefined();
  });

  test.each(['codes: ["8(2)(b)"]', 'codes: ["WAR_CRIMES"]', 'certainties: [STATED]', 'modes: ["ordered"]'])(
    'has none by %s whose codes are from a report outside the lens',
    async (filter) => {
      expect(await find(filter, '')).toBeDefined();
      expect(await find(filter, WITHOUT)).toBeUndefined();
    },
  );

  test('leaves an incident out of a list by code if a report outside the lens gives the code', async () => {
    const others = 'excludePublishers: ["body-coi-ukraine"], excludeReports: ["report-icc-2024b"';
    const incidents = async (lens: string) =>
      JSON.stringify(
        await answer(`{ incidents(first: 100, filter: { codes: ["7(1)(k)"] }, lens: { ${lens} }) { nodes { id } } }`),
      );
    expect(await incidents(`${others}]`)).toContain(ENERGY);
    expect(await incidents(`${others}, "report-icc-2024a", "report-icc-2024a-ep"]`)).not.toContain(ENERGY);
  });

  test('puts no code of a report outside the lens into an export', async () => {
    const records = async (lens: string) =>
      (await fetchExport(address(), `records.jsonl${lens}`)).text.split('\n').find((line) => line.includes(`"${ID}"`));
    const lens = '?excludeReports=report-icc-2024a,report-icc-2024a-ep';
    expect(await records('')).toContain('8(2)(b)(ii)');
    expect(await records(lens)).not.toMatch(/8\(2\)\(b\)|CLASSIFIES/);
  });

  test('published to a day goes by the last day that a date may mean, as the lens does', async () => {
    const found = async (filter: string) =>
      (await answer(`{ findings(first: 100, filter: { ${filter} }) { nodes { publishedOn decidedOn } } }`)) as {
        findings: { nodes: { publishedOn: string; decidedOn: string | null }[] };
      };
    const early = await found('publishedTo:"2022-03-01"');
    expect(early.findings.nodes.map(({ publishedOn }) => publishedOn)).not.toContain('2022-04~');
    expect(early.findings.nodes.length).toBeGreaterThan(0);
    const later = await found('publishedTo: "2022-05-31"');
    expect(later.findings.nodes.filter(({ publishedOn }) => publishedOn === '2022-04~')).toHaveLength(9);
    const reports = (await answer('{ reports(filter: { publishedTo: "2022-05-30" }) { nodes { publishedOn } } }')) as {
      reports: { nodes: { publishedOn: string }[] };
    };
    expect(reports.reports.nodes.map(({ publishedOn }) => publishedOn)).not.toContain('2022-04~');
  });

  test('shows its words where a report that gives them all counts', async () => {
    expect(await find('publishedFrom: "2024-01-01"', 'excludeReports: ["report-icc-2024a"]')).toMatchObject({
      node: { title: 'Warrant of arrest against Sergei Ivanovich Kobylash', conductFrom: '2022-10-10' },
    });
  });
});

interface Traced {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly summary: string | null;
  readonly range?: { readonly last: string } | null;
  readonly facts?: readonly { readonly value: string }[];
  readonly citations: readonly {
    readonly secondary: boolean | null;
    readonly suffices: boolean | null;
    readonly report: { readonly id: string };
  }[];
}

const FIELDS = {
  incidents:
    'title summary note kinds means credibility range { first firstMin firstMax last lastMin lastMax } facts { property value }',
  findings:
    'title summary note credibility standardAsStated decidedOn publishedOn conductFrom conductTo turnedOn classifications { code certainty asStated modes } places { id }',
} as const;
type List = keyof typeof FIELDS;
const NEUTRAL = /^(Incident|Finding) described only by reports outside this lens$/;

async function everyRecord(list: List, lens: string): Promise<Traced[]> {
  const records: Traced[] = [];
  for (let after = ''; ; ) {
    const { [list]: page } = (await answer(
      `{ ${list}(first: 100, ${after} lens: { ${lens} }) { nodes { id ${FIELDS[list]} citations { secondary suffices report { id } } }
        pageInfo { hasNextPage endCursor } } }`,
    )) as Record<string, { nodes: Traced[]; pageInfo: { hasNextPage: boolean; endCursor: string } }>;
    records.push(...(page?.nodes ?? []));
    if (!page?.pageInfo.hasNextPage) return records;
    after = `after: "${page.pageInfo.endCursor}",`;
  }
}

/** The days on which reports came out. */
async function publicationDays(): Promise<string[]> {
  const { reports } = (await answer('{ reports(first: 100) { nodes { publishedOn } } }')) as {
    reports: { nodes: { publishedOn: string | null }[] };
  };
  const days = reports.nodes.map(({ publishedOn }) => publishedOn ?? '');
  return [...new Set(days)].filter((day) => day.length === 10).sort();
}

const direct = ({ citations }: Traced) => citations.filter(({ secondary }) => !secondary);

/** Whether a record under a lens may show the words that it has without one. */
const mayShow = (record: Traced, whole: Traced) =>
  direct(record).some(({ suffices }) => suffices) || direct(record).length === direct(whole).length;

const ownWords = ({ citations: _citations, facts: _facts, ...words }: Traced) => words;

/** Words of a record that no fact under the lens gives. */
function untraced({ title, summary, note, range, facts = [] }: Traced): (string | null)[] {
  const values = facts.map(({ value }) => value);
  const words = [title, summary, note].filter((text) => text !== null && !values.includes(text));
  return range == null || values.some((value) => value.startsWith(range.last)) ? words : [...words, range.last];
}

test.each<[List, boolean]>([
  ['incidents', true],
  ['findings', false],
])(
  'on each day on which a report of the seed came out, %s show no word or date that a later one gave, and no neutral title',
  async (list, hasStandIns) => {
    const whole = new Map((await everyRecord(list, '')).map((record) => [record.id, record]));
    const days = await publicationDays();
    expect(days.length).toBeGreaterThan(30);
    let standInCount = 0;
    for (const day of days)
      for (const record of await everyRecord(list, `publishedBy: "${day}"`)) {
        expect(record.title).not.toMatch(NEUTRAL);
        const before = whole.get(record.id) ?? record;
        if (mayShow(record, before)) expect([day, ownWords(record)]).toEqual([day, ownWords(before)]);
        else expect([day, record.id, untraced(record)]).toEqual([day, record.id, []]);
        standInCount += mayShow(record, before) ? 0 : 1;
      }
    expect(standInCount > 0).toBe(hasStandIns);
  },
);
