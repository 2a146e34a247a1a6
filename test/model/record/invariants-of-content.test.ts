import { describe, expect, test } from '@jest/globals';
import { draftOf } from '../../../src/model/record/draft.js';
import { problemsOf } from '../../../src/model/record/invariants.js';
import { broken, filesOf, problemsIn, smallDataset } from '../../support/small-dataset.js';

const CITES = [{ report: 'report-one' }];

describe('the invariant that a range ends after it starts', () => {
  const inverted = { first: '2022-06 START', last: '2022-05 END' };

  test.each(['postings', 'command-links', 'positionings', 'incidents'] as const)(
    'refuses an inverted range in %s',
    (file) => {
      expect(problemsIn(broken(file, inverted))).toEqual([
        `small/${file}.yaml:1: the range is inverted: first 2022-06, last 2022-05`,
      ]);
    },
  );

  test('allows a range whose imprecise dates may be in order', () => {
    expect(problemsIn(broken('postings', { first: '2022-06 START', last: '2022 LAST_CITED' }))).toEqual([]);
  });
});

describe('the invariant that a range has both ends or none', () => {
  test.each(['postings', 'command-links', 'positionings'] as const)('refuses a range with one end in %s', (file) => {
    expect(problemsIn(broken(file, { first: undefined }))).toEqual([
      `small/${file}.yaml:1: the range has no first date; leave out both ends where sources give no date`,
    ]);
    expect(problemsIn(broken(file, { last: undefined }))).toEqual([
      `small/${file}.yaml:1: the range has no last date; leave out both ends where sources give no date`,
    ]);
  });

  test.each(['postings', 'command-links', 'positionings'] as const)('allows no date at all in %s', (file) => {
    expect(problemsIn(broken(file, { first: undefined, last: undefined }))).toEqual([]);
  });

  test.each(['postings', 'command-links', 'positionings'] as const)('allows a range of one day in %s', (file) => {
    expect(problemsIn(broken(file, { first: '2022-05-01 START', last: '2022-05-01 END' }))).toEqual([]);
  });
});

describe('the invariant that a decision is the conduct only of an incident that it concerns', () => {
  test('refuses an incident that is not among those that it concerns, and allows one that is', () => {
    const conductOf = ['incident-one'];
    expect(problemsIn(broken('findings', { concerns: [], conductOf }))).toEqual([
      'small/findings.yaml:1: finding-first is the conduct of incident-one, which must be among the incidents that it concerns',
    ]);
    expect(problemsIn(broken('findings', { concerns: conductOf, conductOf }))).toEqual([]);
  });
});

test('the invariant on sexual violence refuses a finding on it with a place of its own that is finer than a region', () => {
  const coarse = {
    kinds: ['SEXUAL_VIOLENCE'],
    location: undefined,
    precision: 'COUNTRY',
    first: '2022-03 START',
    last: '2022-03 END',
  };
  const written = broken('incidents', coarse);
  const findings = (written.findings ?? []).map((one) => ({ ...one, places: ['location-town'] }));
  expect(problemsIn({ ...written, findings })).toEqual(
    [1, 2].map(
      (line) =>
        `small/findings.yaml:${line}: a finding on sexual violence shows region or country only; location-town is finer`,
    ),
  );
});

describe('the invariant that no report precedes what it says', () => {
  test.each([
    ['postings', { last: '2024-07 END' }, '2024-07'],
    ['command-links', { first: '2024-06-02 FIRST_CITED', last: '2025 LAST_CITED' }, '2024-06-02'],
    ['findings', { decidedOn: '2024-06-02', publishedOn: '2024-06-03', reverses: [] }, '2024-06-02'],
    ['indicators', { on: '2024-06-02' }, '2024-06-02'],
    ['measures', { on: '2025' }, '2025'],
  ] as const)('refuses a later date in %s: %j', (file, change, date) => {
    expect(problemsIn(broken(file, change, file === 'findings' ? 1 : 0))).toContain(
      `small/${file}.yaml:${file === 'findings' ? 2 : 1}: report-one, published on 2024-06-01, cannot say what happened on ${date}`,
    );
  });

  test.each(['postings', 'command-links', 'positionings'] as const)(
    'allows a later date in %s with the doubt that the source is older, and refuses it with another doubt',
    (file) => {
      const later = (doubt: string) =>
        problemsIn(broken(file, { last: '2024-07 LAST_CITED', doubts: [doubt], doubtsAsStated: ['2024-07'] }));
      expect(later('SOURCE_OLDER_THAN_DATE')).toEqual([]);
      expect(later('ROLE_UNKNOWN')).toHaveLength(1);
    },
  );

  test('allows a last day of an incident that one of its reports can know of, and refuses one that none can', () => {
    const later = { ...smallDataset().reports[0], id: 'report-later', publishedOn: '2025-01-01' };
    const written = broken('incidents', {
      last: '2024-12-01 LAST_CITED',
      cites: [{ report: 'report-one' }, { report: 'report-later' }],
    });
    expect(problemsIn({ ...written, reports: [...(written.reports ?? []), later] })).toEqual([]);
    expect(problemsIn(broken('incidents', { last: '2024-12-01 LAST_CITED' }))).toEqual([
      'small/incidents.yaml:1: report-one, published on 2024-06-01, cannot say what happened on 2024-12-01',
    ]);
  });

  test('refuses as the one that gives all words of an incident a report that cannot know of its last day', () => {
    const later = { ...smallDataset().reports[0], id: 'report-later', publishedOn: '2025-01-01' };
    const problems = (sufficient: string) => {
      const cites = ['report-one', 'report-later'].map((report) => ({ report, suffices: report === sufficient }));
      const written = broken('incidents', { last: '2024-12-01 LAST_CITED', cites });
      return problemsIn({ ...written, reports: [...(written.reports ?? []), later] });
    };
    expect(problems('report-later')).toEqual([]);
    expect(problems('report-one')).toEqual([
      'small/incidents.yaml:1: report-one, published on 2024-06-01, cannot say what happened on 2024-12-01',
    ]);
  });

  test('allows a report about its own day, and about a month that was not over', () => {
    expect(problemsIn(broken('measures', { on: '2024-06-01' }))).toEqual([]);
    expect(problemsIn(broken('postings', { last: '2024-06 END' }))).toEqual([]);
  });

  test('takes the day of retrieval for an undated report', () => {
    expect(problemsIn(broken('reports', { publishedOn: undefined, retrievedAt: '2024-06-01' }))).toEqual([]);
    const written = broken('measures', { on: '2024-06-02' });
    const reports = smallDataset().reports.map(({ publishedOn: _, ...report }) => ({
      ...report,
      retrievedAt: '2024-06-01',
    }));
    expect(problemsIn({ ...written, reports })).toEqual([
      'small/measures.yaml:1: report-one, retrieved on 2024-06-01, cannot say what happened on 2024-06-02',
    ]);
  });

  test('allows any date for a report without day of publication or retrieval', () => {
    expect(problemsIn(broken('reports', { publishedOn: undefined }))).toEqual([]);
  });
});

describe('the invariant that nothing is published before it is decided', () => {
  test('refuses a finding that is published before its decision', () => {
    expect(problemsIn(broken('findings', { publishedOn: '2023-01-09' }))).toEqual([
      'small/findings.yaml:1: decided on 2023-01-10, after its publication on 2023-01-09',
    ]);
  });

  test('allows publication on the day of the decision', () => {
    expect(problemsIn(broken('findings', { publishedOn: '2023-01-10' }))).toEqual([]);
  });
});

describe('the invariant that conduct ends after it begins', () => {
  test('refuses a finding whose conduct ends before it begins', () => {
    expect(problemsIn(broken('findings', { conductFrom: '2022-03', conductTo: '2022-02' }))).toEqual([
      'small/findings.yaml:1: the conduct ends (2022-02) before it begins (2022-03)',
    ]);
  });

  test('allows conduct of one day', () => {
    expect(problemsIn(broken('findings', { conductFrom: '2022-03-05', conductTo: '2022-03-05' }))).toEqual([]);
  });
});

describe('the invariant that no person is the subject of State responsibility', () => {
  test('refuses a person, even together with the State', () => {
    expect(
      problemsIn(broken('findings', { type: 'STATE_RESPONSIBILITY', about: ['unit-high', 'person-one'] })),
    ).toEqual([
      'small/findings.yaml:1: a finding against a State is never one against a person; it is about person-one',
    ]);
  });

  test('allows the State', () => {
    expect(problemsIn(broken('findings', { type: 'STATE_RESPONSIBILITY', about: ['unit-high'] }))).toEqual([]);
  });
});

describe('the invariant that placeholders have no posts and no attributions', () => {
  test('refuses a post at a placeholder', () => {
    expect(problemsIn(broken('postings', { at: 'unit-unknown' }))).toEqual([
      'small/postings.yaml:1: unit-unknown is a stand-in: it holds no posts and gets no attributions',
    ]);
  });

  test('refuses an attribution to a placeholder', () => {
    expect(
      problemsIn(broken('incidents', { attributions: [{ to: 'unit-unknown', by: 'body-ngo', cites: CITES }] })),
    ).toEqual(['small/incidents.yaml:1: unit-unknown is a stand-in: it holds no posts and gets no attributions']);
  });

  test('allows a placeholder in a chain of command', () => {
    expect(problemsIn(broken('command-links', { superior: 'unit-unknown' }))).toEqual([]);
  });
});

test('the invariant that no unit commands itself refuses such a link', () => {
  expect(problemsIn(broken('command-links', { superior: 'unit-low' }))).toEqual([
    'small/command-links.yaml:1: unit-low cannot be its own superior',
  ]);
});

describe('the invariant that every entity has a name, and a body or place a kind', () => {
  test('refuses a person without a name', () => {
    const { people, ...rest } = smallDataset();
    expect(problemsIn({ ...rest, people: [...people, { id: 'person-nameless' }] })).toEqual([
      'small/people.yaml:2: person-nameless has no name',
    ]);
  });

  test.each([
    ['locations', 'location-region'],
    ['bodies', 'body-court'],
  ] as const)('refuses one of %s without a kind', (file, id) => {
    expect(problemsIn(broken(file, { kind: undefined }))).toContain(`small/${file}.yaml:1: ${id} has no kind`);
  });

  test('lets a unit have no kind, and several', () => {
    expect(problemsIn(broken('units', { kind: undefined }))).toEqual([]);
    expect(problemsIn(broken('units', { kind: ['POLICE', 'GOVERNMENT'] }))).toEqual([]);
  });
});

describe('the invariant that every code of a fact is of its vocabulary', () => {
  const fact = (property: string, code: string) => ({ facts: [{ property, value: 'x', code }] });

  test.each([
    ['CLASSIFICATION', 'POLICE'],
    ['COUNTRY', 'XV'],
    ['VIOLATION_TYPE', 'TORTURE'],
  ])('lets a fact %s have the code %s', (property, code) => {
    expect(problemsIn(broken('units', fact(property, code)))).toEqual([]);
  });

  test.each([
    ['CLASSIFICATION', 'POLICEMEN'],
    ['COUNTRY', 'XVX'],
    ['FOUNDED', 'POLICE'],
  ])('refuses a fact %s with the code %s', (property, code) => {
    expect(problemsIn(broken('units', fact(property, code)))).toEqual([
      expect.stringMatching(new RegExp(`^small/units.yaml:1: expected .+ as the code of ${property}; got ${code}$`)),
    ]);
  });
});

describe('the invariant that sexual violence is stored by region and month', () => {
  const coarse = {
    kinds: ['SEXUAL_VIOLENCE'],
    location: 'location-region',
    precision: 'ADMIN1',
    first: '2022-03 FIRST_CITED',
    last: '2022-03 LAST_CITED',
  };

  test('allows an incident by region and month', () => {
    expect(problemsIn(broken('incidents', coarse))).toEqual([]);
  });

  test.each([
    [{ location: 'location-town' }, 'shows region or country only; location-town is a PLACE'],
    [{ precision: 'EXACT_POINT' }, 'is no more precise than ADMIN1; got EXACT_POINT'],
    [{ precision: 'NEAR_POINT' }, 'is no more precise than ADMIN1; got NEAR_POINT'],
    [{ precision: 'ADMIN2' }, 'is no more precise than ADMIN1; got ADMIN2'],
    [{ first: '2022-03-05 FIRST_CITED' }, 'shows the month only; got 2022-03-05'],
    [{ last: '2022-03-05~ LAST_CITED' }, 'shows the month only; got 2022-03-05~'],
  ])('refuses anything finer, even together with other kinds: %j', (finer, reason) => {
    expect(problemsIn(broken('incidents', { ...coarse, kinds: ['KILLING', 'SEXUAL_VIOLENCE'], ...finer }))).toEqual([
      `small/incidents.yaml:1: an incident of sexual violence ${reason}`,
    ]);
  });

  test('refuses a fact about its day', () => {
    const facts = [{ property: 'DAY', value: '2022-03-05' }];
    expect(problemsIn(broken('incidents', { ...coarse, facts }))).toEqual([
      'small/incidents.yaml:1: an incident of sexual violence shows the month only; got 2022-03-05',
    ]);
  });
});

describe('the invariant that no copy is beyond doubt', () => {
  const copy = { copyUrl: 'https://copies.example.org/one', reliability: 'A' };

  test('refuses grade A for a report that was read on another site, and says where', () => {
    expect(problemsIn(broken('reports', copy))).toEqual([
      'small/reports.yaml:1: a report that was read in a copy on another site is not completely reliable (A); this one was read at https://copies.example.org/one. Give B or lower, or cite the page of the publisher',
    ]);
  });

  test.each([
    { ...copy, reliability: 'B' },
    { url: 'https://court.example.org/one', reliability: 'A' },
  ])('allows %j', (fields) => {
    expect(problemsIn(broken('reports', fields))).toEqual([]);
  });
});

describe('the invariant that coordinates are complete and sourced', () => {
  test.each(['latitude', 'longitude'])('refuses one coordinate without the %s', (missing) => {
    expect(problemsIn(broken('locations', { [missing]: undefined }, 1))).toEqual([
      'small/locations.yaml:2: location-town has only one coordinate',
    ]);
  });

  test('refuses coordinates without a source', () => {
    expect(problemsIn(broken('locations', { coordinatesFrom: undefined }, 1))).toEqual([
      'small/locations.yaml:2: location-town has coordinates, but no coordinatesFrom',
    ]);
  });

  test('refuses coordinates on the equator without a source', () => {
    expect(problemsIn(broken('locations', { latitude: 0, longitude: 0, coordinatesFrom: undefined }, 1))).toEqual([
      'small/locations.yaml:2: location-town has coordinates, but no coordinatesFrom',
    ]);
  });
});

describe('the invariant that counts are in order', () => {
  const counted = (count: object) =>
    problemsIn(broken('incidents', { casualties: [{ kind: 'KILLED', ...count, cites: CITES }] }));

  test.each([
    [{ low: 5, best: 3, high: 9 }, 'expected low ≤ best ≤ high; got 5, 3, 9'],
    [{ low: 2, best: 10, high: 9 }, 'expected low ≤ best ≤ high; got 2, 10, 9'],
    [{ low: 5, high: 3 }, 'expected low ≤ best ≤ high; got 5, 3'],
    [{ best: 4, high: 3 }, 'expected low ≤ best ≤ high; got 4, 3'],
  ])('refuses counts in the wrong order: %j', (count, reason) => {
    expect(counted(count)).toEqual([`small/incidents.yaml:1: ${reason}`]);
  });

  test('refuses casualties without any count', () => {
    expect(counted({})).toEqual(['small/incidents.yaml:1: KILLED gives no number']);
  });

  test.each([{ low: 0 }, { best: 3 }, { high: 7 }, { low: 3, best: 3, high: 3 }])('allows the counts %j', (count) => {
    expect(counted(count)).toEqual([]);
  });
});

test('all problems of a dataset are reported together, in the order of files and lines', () => {
  const written = smallDataset();
  expect(
    problemsIn({
      ...written,
      people: [...written.people, { id: 'person-nameless' }],
      locations: written.locations.map((record) => ({ ...record, coordinatesFrom: undefined })),
      'command-links': [{ ...written['command-links'][0], superior: 'unit-low' }],
    }),
  ).toEqual([
    'small/command-links.yaml:1: unit-low cannot be its own superior',
    'small/locations.yaml:2: location-town has coordinates, but no coordinatesFrom',
    'small/people.yaml:2: person-nameless has no name',
  ]);
});

describe('the invariant that no incident is a part of itself', () => {
  const { incidents, 'incident-links': _links, ...rest } = smallDataset();
  const three = { ...incidents[1], id: 'incident-three' };
  const link = (incident: string, other: string, kind = 'PART_OF') => ({
    incident: `incident-${incident}`,
    with: `incident-${other}`,
    kind,
    cites: CITES,
  });
  const problemsOfLinks = (...links: object[]) =>
    problemsIn({ ...rest, incidents: [...incidents, three], 'incident-links': links as Record<string, unknown>[] });

  test.each(['PART_OF', 'SAME_EVENT'])('refuses a link of an incident with itself as %s', (kind) => {
    expect(problemsOfLinks(link('one', 'one', kind))).toEqual([
      'small/incident-links.yaml:1: incident-one cannot be linked with itself',
    ]);
  });

  test('refuses parts that go round, at each link of the circle', () => {
    expect(problemsOfLinks(link('one', 'two'), link('two', 'three'), link('three', 'one'))).toEqual([
      'small/incident-links.yaml:1: incident-two is itself a part of incident-one',
      'small/incident-links.yaml:2: incident-three is itself a part of incident-two',
      'small/incident-links.yaml:3: incident-one is itself a part of incident-three',
    ]);
  });

  test('refuses a part that the graph holds as a whole of its whole', () => {
    const whole = {
      labels: ['Record', 'Incident'],
      properties: { wholes: ['incident-four', 'incident-one'] },
      level: 0,
    };
    const around = new Map([['incident-two', { id: 'incident-two', ...whole }]]);
    const [one = {}] = incidents;
    const draft = draftOf(filesOf({ ...rest, incidents: [one], 'incident-links': [link('one', 'two')] }));
    expect(problemsOf(draft, new Set(['8(2)(a)(i)']), around).map(({ reason, field }) => [reason, field])).toEqual([
      ['incident-two is itself a part of incident-one', 'with'],
    ]);
  });

  test('allows a part of a part, a part of two wholes, and accounts of one event that name each other', () => {
    const same = [link('two', 'three', 'SAME_EVENT'), link('three', 'two', 'SAME_EVENT')];
    expect(problemsOfLinks(link('one', 'two'), link('one', 'three'), ...same)).toEqual([]);
    expect(problemsOfLinks(link('one', 'two'), link('two', 'three'), link('one', 'three'))).toEqual([]);
  });

  test('refuses a link with an incident that nobody declares', () => {
    expect(problemsOfLinks(link('one', 'none'))).toEqual([
      'small/incident-links.yaml:1: LINKED_WITH refers to incident-none, which is not declared',
    ]);
  });
});

describe('the invariant that dates that stand in for those of an incident are dates', () => {
  const withFact = (property: string, value: string) =>
    problemsIn(broken('incidents', { facts: [{ property, value, cites: [{ report: 'report-one' }] }] }));

  test.each([
    ['FIRST', '2022-03-05 START'],
    ['LAST', '2022-03~ LAST_CITED'],
    ['LAST_CITED_ON', 'in the spring'],
  ])('allows the fact %s %j', (property, value) => {
    expect(withFact(property, value)).toEqual([]);
  });

  test.each([
    ['FIRST', '2022-03-05', '2022-03-14 START'],
    ['FIRST', '2022-03-05 END', '2022-03-14 START'],
    ['LAST', 'in the spring', '2022-03-14 END'],
  ])('refuses the fact %s %j', (property, value, example) => {
    expect(withFact(property, value)).toEqual([
      `small/incidents.yaml:1: expected a date and its bound, such as "${example}", as ${property} of an incident; got "${value}"`,
    ]);
  });
});
