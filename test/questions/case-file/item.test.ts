import { describe, expect, test } from '@jest/globals';
import { UNDATED } from '../../../src/model/date-range.js';
import type { FindingEntry, StatementEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { findingStatus } from '../../../src/questions/case-file/finding-status.rules.js';
import {
  ITEM_MARKS,
  type ItemMark,
  itemOf,
  nameIn,
  refOf,
  sourcesOf,
} from '../../../src/questions/case-file/item.rules.js';
import {
  caseFile,
  classification,
  conviction,
  finding,
  incident,
  type Piece,
  posting,
  report,
} from '../../support/case-file.js';

const marksOf = (statement: StatementEntry, ...more: readonly Piece[]) =>
  itemOf(caseFile(statement, ...more), statement).marks;

describe('a reference', () => {
  const file = caseFile(incident('i1'), finding('f'), report('r'), posting('anders', 'u2'));

  test('to a record of the case file has its name', () => {
    expect(refOf(file, 'anders')).toEqual({ id: 'anders', label: 'Person', name: 'Anders' });
    expect(refOf(file, 'i1')).toEqual({ id: 'i1', label: 'Incident', name: 'Incident i1' });
    expect(refOf(file, 'f')).toEqual({ id: 'f', label: 'Finding', name: 'Finding f' });
    expect(refOf(file, 'r')).toEqual({ id: 'r', label: 'Report', name: 'Report r' });
  });

  test('to a record outside the case file has no name', () => {
    expect(nameIn(file, 'hidden')).toBe('unknown');
  });
});

describe('an item has the marks', () => {
  const reversal = (
    relation: FindingEntry['relations'][number]['relation'],
    overrides: Parameters<typeof finding>[1] = {},
  ) => conviction('later', { decided: '2024', relations: [{ relation, toId: 'd' }], ...overrides });

  test.each([
    ['ACCEPTED', []],
    ['CONFLICT', ['CONFLICT']],
    ['WORK_NEEDED', ['NOT_CHECKED']],
    ['ISSUE', ['NOT_CHECKED']],
  ] as const)('of the status %s: %j', (status, marks) => {
    expect(marksOf(posting('anders', 'u2', { status }))).toEqual(marks);
  });

  test.each([
    ['REVERSES', ['OVERTURNED']],
    ['REPLACES', ['REPLACED']],
    ['AFFIRMS', ['AFFIRMED']],
    ['FOLLOWS', []],
  ] as const)('of what became of a finding that a later one %s', (relation, marks) => {
    expect(marksOf(conviction('d'), reversal(relation))).toEqual(marks);
  });

  test('of a trial in absentia', () => {
    expect(marksOf(conviction('d', { inAbsentia: true }))).toEqual(['IN_ABSENTIA']);
    expect(marksOf(conviction('d', { inAbsentia: false }))).toEqual([]);
  });

  test('of a report on the fairness of the proceedings, and of no other later finding', () => {
    expect(marksOf(conviction('d'), reversal('FOLLOWS', { type: 'FAIR_TRIAL_ASSESSMENT' }))).toEqual([
      'UNFAIR_TRIAL_REPORTED',
    ]);
    const both = finding('h', {
      type: 'FAIR_TRIAL_ASSESSMENT',
      relations: [
        { relation: 'FOLLOWS', toId: 'x' },
        { relation: 'FOLLOWS', toId: 'd' },
      ],
    });
    expect(marksOf(conviction('d'), both)).toEqual(['UNFAIR_TRIAL_REPORTED']);
    const other = finding('h', { type: 'FAIR_TRIAL_ASSESSMENT', relations: [{ relation: 'FOLLOWS', toId: 'x' }] });
    expect(marksOf(conviction('d'), other)).toEqual([]);
  });

  test('of the question, each once, in one order', () => {
    const statement = conviction('d', { status: 'CONFLICT', inAbsentia: true });
    const item = itemOf(caseFile(statement, reversal('REVERSES')), statement, {
      marks: ['ARTICLE_WITHOUT_LETTER', 'CONFLICT'],
    });
    expect(item.marks).toEqual(['OVERTURNED', 'CONFLICT', 'IN_ABSENTIA', 'ARTICLE_WITHOUT_LETTER']);
  });

  test('in the order of a table that explains each', () => {
    const every = Object.keys(ITEM_MARKS) as ItemMark[];
    const statement = posting('anders', 'u2');
    expect(itemOf(caseFile(statement), statement, { marks: every.toReversed() }).marks).toEqual(every);
    for (const sentence of Object.values(ITEM_MARKS)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

test('an item has its citations, credibility and number of independent publishers', () => {
  const statement = posting('anders', 'u2', { cites: ['a', 'b', 'repeats'], credibility: 1 });
  const item = itemOf(caseFile(statement, report('repeats', { origins: ['publisher-a'] })), statement, {
    cover: 'ASSUMED',
  });
  expect(item).toMatchObject({
    id: statement.id,
    label: 'Posting',
    cover: 'ASSUMED',
    status: 'ACCEPTED',
    credibility: 1,
    independentPublishers: 2,
    firm: true,
    marks: [],
  });
  expect(itemOf(caseFile(statement), statement)).toMatchObject({ cover: null });
  expect(itemOf(caseFile({ ...statement, credibility: 3 }), { ...statement, credibility: 3 }).firm).toBe(false);
});

test('a source of an item has all that a reader needs to check it', () => {
  const details = {
    archivedUrl: 'https://archive.example.org/a',
    retrievedAt: '2024-01-01',
    sha256: 'ab',
    partyToConflict: true,
    publisher: 'House A',
    copyUrl: 'https://copies.example.org/a',
    collectedBy: 'The Archive',
    collectedAt: '2023-12',
    collectedWith: 'Full-page capture',
    verification: 'Compared with the original.',
    derivedFrom: [{ reportId: 'w', title: 'The wire', publisher: 'Ministry', partyToConflict: true }],
  };
  const place = {
    reportId: 'a',
    pinpoint: 'para. 3',
    paraphrase: 'Says so.',
    document: 'annex',
    paragraph: 7,
    passageSha256: 'cd',
    secondary: true as const,
  };
  const statement = { ...posting('anders', 'u2'), citations: [place, { ...place, reportId: 'not in the file' }] };
  expect(sourcesOf(caseFile(statement, report('a', details), report('x')), statement).slice(0, 1)).toEqual([
    {
      ...place,
      ...details,
      title: 'Report a',
      publisherId: 'publisher-a',
      publishedOn: '2023-06-01',
      url: 'https://example.org/a',
      reliability: 'B',
    },
  ]);
  const unknown = { ...caseFile(statement, report('a')), reports: new Map([['a', report('a')]]) };
  expect(sourcesOf(unknown, statement)).toHaveLength(1);
});

test('an item tells its doubts with the words of the source, and is not firm', () => {
  const doubted = { doubts: ['SOURCE_OLDER_THAN_DATE'], doubtsAsStated: ['Last citation: 2012-07-18'] } as const;
  const [sound, doubtful] = [posting('anders', 'u2'), posting('berg', 'u2', doubted)];
  const file = caseFile(sound, doubtful);
  expect(itemOf(file, doubtful)).toMatchObject({ ...doubted, firm: false });
  expect(itemOf(file, sound)).toMatchObject({ firm: true });
  expect(itemOf(file, sound)).not.toHaveProperty('doubts');
});

test('a source of which no custody is recorded says of it nothing, and of the party that it was not assessed', () => {
  const statement = posting('anders', 'u2', { cites: ['a'] });
  const [source] = sourcesOf(caseFile(statement), statement);
  expect(source).toMatchObject({ partyToConflict: null, sha256: null });
  for (const field of ['copyUrl', 'collectedBy', 'collectedAt', 'collectedWith', 'verification', 'derivedFrom'])
    expect(source).not.toHaveProperty(field);
});

test('an item is marked where one of its reports was read in a copy', () => {
  const statement = posting('anders', 'u2', { cites: ['a', 'b'] });
  const copy = report('b', { copyUrl: 'https://copies.example.org/b' });
  expect(marksOf(statement, copy)).toEqual(['READ_IN_COPY']);
  expect(marksOf(statement)).toEqual([]);
});

test('an item carries its note, and has no such field where those who entered it wrote none', () => {
  const noted = posting('anders', 'u2', { note: 'Read in a copy.' });
  expect(itemOf(caseFile(noted), noted)).toMatchObject({ note: 'Read in a copy.' });
  const silent = posting('berg', 'u2');
  expect(itemOf(caseFile(silent), silent)).not.toHaveProperty('note');
});

test('the item of a finding says which rules of law the body applies, how firmly, in which words, for which conduct, at which standard', () => {
  const classifications = [
    classification('8(2)(b)(ii)', { modes: ['25(3)(a) and/or 25(3)(b)', '28(a)'], asStated: 'directing attacks' }),
    classification('WAR_CRIMES', { certainty: 'POSSIBLE', asStated: 'may constitute war crimes' }),
  ];
  const warrant = finding('w', {
    classifications,
    conductFrom: '2022-10-10',
    conductTo: '2023-03-09',
    standard: 'REASONABLE_GROUNDS_TO_BELIEVE',
    standardAsStated: 'reasonable grounds to believe',
  });
  expect(itemOf(caseFile(warrant), warrant)).toMatchObject({
    classifications,
    conductFrom: '2022-10-10',
    conductTo: '2023-03-09',
    standard: 'REASONABLE_GROUNDS_TO_BELIEVE',
    standardAsStated: 'reasonable grounds to believe',
  });
});

test('the item of a finding that names no rule has no classifications, and other statements have none of what findings say', () => {
  const bare = finding('f', { classifications: [], standard: 'NOT_STATED' });
  const item = itemOf(caseFile(bare), bare);
  expect(item).toMatchObject({ standard: 'NOT_STATED' });
  for (const field of ['classifications', 'conductFrom', 'conductTo', 'standardAsStated'])
    expect(item).not.toHaveProperty(field);
  const post = posting('anders', 'u2');
  for (const field of ['classifications', 'conductFrom', 'conductTo', 'standard', 'standardAsStated'])
    expect(itemOf(caseFile(post), post)).not.toHaveProperty(field);
});

test('an item without a date says so', () => {
  const undated = {
    ...posting('anders', 'u2'),
    range: { first: UNDATED, firstHardness: 'FIRST_CITED', last: UNDATED, lastHardness: 'LAST_CITED' },
  } as const;
  expect(itemOf(caseFile(undated), undated).says).toContain(', on no stated date.');
});

describe('the later status of a finding', () => {
  const later = finding('e', {
    decided: '2025-01-20',
    relations: [
      { relation: 'FOLLOWS', toId: 'x' },
      { relation: 'REVERSES', toId: 'd' },
    ],
  });
  const first = finding('d', { decided: '2024-02-14' });
  const file = caseFile(first, later);

  test('follows from all later findings, today and on a day', () => {
    expect(findingStatus(file, first)).toBe('OVERTURNED');
    expect(
      ['2024-02-13', '2024-02-14', '2025-01-19', '2025-01-20'].map((day) => findingStatus(file, first, day)),
    ).toEqual(['NOT_YET', 'STANDING', 'STANDING', 'OVERTURNED']);
    expect(findingStatus(file, later)).toBe('STANDING');
  });
});
