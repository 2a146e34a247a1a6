import { describe, expect, test } from '@jest/globals';
import { broken, problemsIn, smallDataset } from '../../support/small-dataset.js';

const CITES = [{ report: 'report-one' }];

describe('every range is the right way round', () => {
  const inverted = { first: '2022-06 START', last: '2022-05 END' };

  test.each(['postings', 'command-links', 'positionings', 'incidents'] as const)('in %s', (file) => {
    expect(problemsIn(broken(file, inverted))).toEqual([
      `small/${file}.yaml:1: the range is inverted: first 2022-06, last 2022-05`,
    ]);
  });

  test('and is so where imprecise dates leave it possible', () => {
    expect(problemsIn(broken('postings', { first: '2022-06 START', last: '2022 LAST_CITED' }))).toEqual([]);
  });
});

describe('no tenure is of zero length', () => {
  test.each(['postings', 'command-links', 'positionings'] as const)('in %s', (file) => {
    expect(problemsIn(broken(file, { first: '2022-05-01 START', last: '2022-05-01 END' }))).toEqual([
      `small/${file}.yaml:1: the range is of zero length: it starts and ends on 2022-05-01`,
    ]);
  });

  test('while a tenure may be cited on one day alone', () => {
    expect(problemsIn(broken('postings', { first: '2022-05-01 FIRST_CITED', last: '2022-05-01 END' }))).toEqual([]);
  });
});

describe('no report tells the future', () => {
  test.each([
    ['postings', { last: '2024-07 END' }, '2024-07'],
    ['command-links', { first: '2024-06-02 FIRST_CITED', last: '2025 LAST_CITED' }, '2024-06-02'],
    ['findings', { decidedOn: '2024-06-02', publishedOn: '2024-06-03', reverses: [] }, '2024-06-02'],
    ['indicators', { on: '2024-06-02' }, '2024-06-02'],
    ['measures', { on: '2025' }, '2025'],
  ] as const)('in %s: %j', (file, change, date) => {
    expect(problemsIn(broken(file, change, file === 'findings' ? 1 : 0))).toContain(
      `small/${file}.yaml:${file === 'findings' ? 2 : 1}: report-one, published on 2024-06-01, cannot say what happened on ${date}`,
    );
  });

  test('while it may tell of its own day, and of a month that was not over', () => {
    expect(problemsIn(broken('measures', { on: '2024-06-01' }))).toEqual([]);
    expect(problemsIn(broken('postings', { last: '2024-06 END' }))).toEqual([]);
  });

  test('and where it is undated, it tells nothing later than the day on which it was retrieved', () => {
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

  test('and where it is undated and was never retrieved, nothing is said against it', () => {
    expect(problemsIn(broken('reports', { publishedOn: undefined }))).toEqual([]);
  });
});

describe('nothing is published before it is decided', () => {
  test('as a finding', () => {
    expect(problemsIn(broken('findings', { publishedOn: '2023-01-09' }))).toEqual([
      'small/findings.yaml:1: decided on 2023-01-10, after its publication on 2023-01-09',
    ]);
  });

  test('while both may be of one day', () => {
    expect(problemsIn(broken('findings', { publishedOn: '2023-01-10' }))).toEqual([]);
  });
});

describe('conduct ends after it begins', () => {
  test('as a finding', () => {
    expect(problemsIn(broken('findings', { conductFrom: '2022-03', conductTo: '2022-02' }))).toEqual([
      'small/findings.yaml:1: the conduct ends (2022-02) before it begins (2022-03)',
    ]);
  });

  test('while it may be of one day', () => {
    expect(problemsIn(broken('findings', { conductFrom: '2022-03-05', conductTo: '2022-03-05' }))).toEqual([]);
  });
});

describe('no person is the subject of state responsibility', () => {
  test('even beside the State', () => {
    expect(
      problemsIn(broken('findings', { type: 'STATE_RESPONSIBILITY', about: ['unit-high', 'person-one'] })),
    ).toEqual([
      'small/findings.yaml:1: a finding against a State is never one against a person; it is about person-one',
    ]);
  });

  test('while the State may be', () => {
    expect(problemsIn(broken('findings', { type: 'STATE_RESPONSIBILITY', about: ['unit-high'] }))).toEqual([]);
  });
});

describe('placeholders hold no posts and no attributions', () => {
  test('as a unit that somebody commands', () => {
    expect(problemsIn(broken('postings', { at: 'unit-unknown' }))).toEqual([
      'small/postings.yaml:1: unit-unknown is a placeholder: it holds no posts and gets no attributions',
    ]);
  });

  test('as a unit that is said to have done it', () => {
    expect(
      problemsIn(broken('incidents', { attributions: [{ to: 'unit-unknown', by: 'body-ngo', cites: CITES }] })),
    ).toEqual(['small/incidents.yaml:1: unit-unknown is a placeholder: it holds no posts and gets no attributions']);
  });

  test('while they may stand in a chain', () => {
    expect(problemsIn(broken('command-links', { superior: 'unit-unknown' }))).toEqual([]);
  });
});

test('no unit commands itself', () => {
  expect(problemsIn(broken('command-links', { superior: 'unit-low' }))).toEqual([
    'small/command-links.yaml:1: unit-low cannot be its own superior',
  ]);
});

describe('every entity has a name and a kind', () => {
  test('a person a name', () => {
    const { people, ...rest } = smallDataset();
    expect(problemsIn({ ...rest, people: [...people, { id: 'person-nameless' }] })).toEqual([
      'small/people.yaml:2: person-nameless has no name',
    ]);
  });

  test.each([
    ['units', 'unit-low'],
    ['locations', 'location-region'],
    ['bodies', 'body-court'],
  ] as const)('and each of %s a kind', (file, id) => {
    expect(problemsIn(broken(file, { kind: undefined }))).toContain(`small/${file}.yaml:1: ${id} has no kind`);
  });
});

describe('sexual violence is stored coarsely', () => {
  const coarse = {
    kinds: ['SEXUAL_VIOLENCE'],
    location: 'location-region',
    precision: 'ADMIN1',
    first: '2022-03 FIRST_CITED',
    last: '2022-03 LAST_CITED',
  };

  test('by region and month', () => {
    expect(problemsIn(broken('incidents', coarse))).toEqual([]);
  });

  test.each([
    [{ location: 'location-town' }, 'shows region or country only; location-town is a PLACE'],
    [{ precision: 'EXACT_POINT' }, 'is no more precise than ADMIN1; got EXACT_POINT'],
    [{ precision: 'NEAR_POINT' }, 'is no more precise than ADMIN1; got NEAR_POINT'],
    [{ precision: 'ADMIN2' }, 'is no more precise than ADMIN1; got ADMIN2'],
    [{ first: '2022-03-05 FIRST_CITED' }, 'shows the month only; got 2022-03-05'],
    [{ last: '2022-03-05~ LAST_CITED' }, 'shows the month only; got 2022-03-05~'],
  ])('and not finer, even beside other kinds: %j', (finer, reason) => {
    expect(problemsIn(broken('incidents', { ...coarse, kinds: ['KILLING', 'SEXUAL_VIOLENCE'], ...finer }))).toEqual([
      `small/incidents.yaml:1: an incident of sexual violence ${reason}`,
    ]);
  });

  test('nor in a fact about its day or place', () => {
    const facts = [{ property: 'DAY', value: '2022-03-05' }];
    expect(problemsIn(broken('incidents', { ...coarse, facts }))).toEqual([
      'small/incidents.yaml:1: an incident of sexual violence shows the month only; got 2022-03-05',
    ]);
  });
});

describe('coordinates are complete and sourced', () => {
  test.each([{ latitude: undefined }, { longitude: undefined }])('and not one alone: %j', (change) => {
    expect(problemsIn(broken('locations', change, 1))).toEqual([
      'small/locations.yaml:2: location-town has only one coordinate',
    ]);
  });

  test('or the source is asked for', () => {
    expect(problemsIn(broken('locations', { coordinatesFrom: undefined }, 1))).toEqual([
      'small/locations.yaml:2: location-town has coordinates, but no coordinatesFrom',
    ]);
  });

  test('also on the equator', () => {
    expect(problemsIn(broken('locations', { latitude: 0, longitude: 0, coordinatesFrom: undefined }, 1))).toEqual([
      'small/locations.yaml:2: location-town has coordinates, but no coordinatesFrom',
    ]);
  });
});

describe('counts are in order', () => {
  const counted = (count: object) =>
    problemsIn(broken('incidents', { casualties: [{ kind: 'KILLED', ...count, cites: CITES }] }));

  test.each([
    [{ low: 5, best: 3, high: 9 }, 'expected low ≤ best ≤ high; got 5, 3, 9'],
    [{ low: 2, best: 10, high: 9 }, 'expected low ≤ best ≤ high; got 2, 10, 9'],
    [{ low: 5, high: 3 }, 'expected low ≤ best ≤ high; got 5, 3'],
    [{ best: 4, high: 3 }, 'expected low ≤ best ≤ high; got 4, 3'],
  ])('or not: %j', (count, reason) => {
    expect(counted(count)).toEqual([`small/incidents.yaml:1: ${reason}`]);
  });

  test('and at least one is given', () => {
    expect(counted({})).toEqual(['small/incidents.yaml:1: KILLED gives no number']);
  });

  test.each([{ low: 0 }, { best: 3 }, { high: 7 }, { low: 3, best: 3, high: 3 }])('as in %j', (count) => {
    expect(counted(count)).toEqual([]);
  });
});

test('several problems are told together, in the order of the files and lines', () => {
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
