import { describe, expect, test } from '@jest/globals';
import * as invariants from '../../../src/model/record/invariants.js';
import { broken, finding, problemsIn, smallDataset } from '../../support/small-dataset.js';

const SHA = 'a'.repeat(64);

test('the small dataset that the tests of invariants break is valid', () => {
  expect(problemsIn(smallDataset())).toEqual([]);
});

test('every invariant has its tests in one of three files', () => {
  const { problemsOf: _all, ...own } = invariants;
  expect(Object.keys(own).sort()).toEqual([
    'conductEndsAfterItBegins',
    'conductIsOfAnIncidentConcerned',
    'coordinatesAreCompleteAndSourced',
    'countsAreInOrder',
    'datesThatStandInAreDates',
    'everyCodeIsKnown',
    'everyCodeOfAFactIsOfItsVocabulary',
    'everyEntityHasANameAndAKind',
    'everyIdStandsOnce',
    'everyParagraphIsInTheManifest',
    'everyRangeHasBothEndsOrNone',
    'everyRangeIsTheRightWayRound',
    'everyReferenceResolves',
    'everyStatementCitesAReport',
    'noClaimIsMoreVisibleThanItsEnds',
    'noCopyIsBeyondDoubt',
    'noIncidentIsPartOfItself',
    'noPersonIsTheSubjectOfStateResponsibility',
    'noReportTellsTheFuture',
    'noUnitCommandsItself',
    'nothingIsPublishedBeforeItIsDecided',
    'onlyAcquittalsAndReversalsTurnOnAnElement',
    'onlyCourtsConvictOrAcquit',
    'ownWordsAreFromReportsOfTheirReaders',
    'placeholdersHoldNoPostsAndNoAttributions',
    'reversalsPointToEarlierFindings',
    'sexualViolenceIsStoredCoarsely',
  ]);
});

describe('the invariant that every id is unique', () => {
  test('refuses a repeated id within a file', () => {
    const { people, ...rest } = smallDataset();
    expect(problemsIn({ ...rest, people: [...people, ...people] })).toEqual([
      'small/people.yaml:2: the id person-one is already used at small/people.yaml:1',
    ]);
  });

  test('refuses a repeated id across files', () => {
    const { units, ...rest } = smallDataset();
    const body = { id: 'org-both', kind: 'AUTHORITY', names: ['Both'], cites: [{ report: 'report-one' }] };
    const unit = { ...body, kind: 'GOVERNMENT' };
    expect(problemsIn({ ...rest, bodies: [...rest.bodies, body], units: [...units, unit] })).toContain(
      'small/units.yaml:4: the id org-both is already used at small/bodies.yaml:3',
    );
  });
});

describe('the invariant that every reference resolves', () => {
  test.each([
    ['postings', { person: 'person-nobody' }, 'postings.yaml:1: OF refers to person-nobody, which is not declared'],
    [
      'postings',
      { appointedBy: 'person-nobody' },
      'postings.yaml:1: APPOINTED_BY refers to person-nobody, which is not declared',
    ],
    [
      'command-links',
      { superior: 'unit-none' },
      'command-links.yaml:1: SUPERIOR refers to unit-none, which is not declared',
    ],
    [
      'positionings',
      { location: 'location-none' },
      'positionings.yaml:1: AT refers to location-none, which is not declared',
    ],
    ['affiliations', { whole: 'body-none' }, 'affiliations.yaml:1: WHOLE refers to body-none, which is not declared'],
    ['incidents', { location: 'location-none' }, 'incidents.yaml:1: AT refers to location-none, which is not declared'],
    [
      'findings',
      { follows: ['finding-none'] },
      'findings.yaml:1: FOLLOWS refers to finding-none, which is not declared',
    ],
    [
      'measures',
      { concerns: ['incident-none'] },
      'measures.yaml:1: CONCERNS refers to incident-none, which is not declared',
    ],
    [
      'reports',
      { derivedFrom: ['report-none'] },
      'reports.yaml:1: DERIVED_FROM refers to report-none, which is not declared',
    ],
    [
      'locations',
      { within: 'location-none' },
      'locations.yaml:1: WITHIN refers to location-none, which is not declared',
    ],
    [
      'measures',
      { cites: [{ report: 'report-none' }] },
      'measures.yaml:1: CITES refers to report-none, which is not declared',
    ],
  ] as const)('refuses an unknown id in %s: %j', (file, change, problem) => {
    expect(problemsIn(broken(file, change))).toEqual([`small/${problem}`]);
  });

  test('refuses a reference to a node of the wrong kind', () => {
    const { bodies, ...rest } = broken('command-links', { superior: 'org-tribunal' });
    const body = { id: 'org-tribunal', kind: 'COURT', names: ['Tribunal'], cites: [{ report: 'report-one' }] };
    const [problem, ...others] = problemsIn({ ...rest, bodies: [...(bodies ?? []), body] });
    expect(problem).toMatch(
      /^small\/command-links\.yaml:1: SUPERIOR of claim-[0-9a-f]{24} must lead to a Unit; org-tribunal is a Body$/,
    );
    expect(others).toEqual([]);
  });

  test('refuses an unknown id in a record that extends an entity', () => {
    const { people, ...rest } = smallDataset();
    const extension = {
      id: 'person-elsewhere',
      extends: true,
      names: ['Elsewhere'],
      cites: [{ report: 'report-one' }],
    };
    expect(problemsIn({ ...rest, people: [...people, extension] })).toEqual([
      'small/people.yaml:2: OF refers to person-elsewhere, which is not declared',
    ]);
  });
});

describe('the invariant that every code is known', () => {
  test('refuses an unknown code by its name', () => {
    expect(problemsIn(broken('findings', { classifies: [{ code: '8(2)(z)' }] }))).toEqual([
      'small/findings.yaml:1: expected a code of legal-codes.yaml; got 8(2)(z)',
    ]);
  });

  test('allows a code written with spaces', () => {
    expect(problemsIn(broken('findings', { classifies: [{ code: '8 (2) (a) (i)' }] }))).toEqual([]);
  });
});

describe('the invariant that every statement cites a report', () => {
  test('refuses a name of an entity without citations', () => {
    const [problem] = problemsIn(broken('people', { cites: undefined }));
    expect(problem).toMatch(
      /^small\/people\.yaml:1: a Name must cite at least one report that is not secondary; claim-[0-9a-f]{24} cites none$/,
    );
  });

  test('refuses a statement all of whose reports only pass on what others say', () => {
    const cites = [{ report: 'report-one', secondary: true }];
    expect(problemsIn(broken('measures', { cites }))).toEqual([
      expect.stringMatching(
        /^small\/measures\.yaml:1: a Measure must cite at least one report that is not secondary; /,
      ),
    ]);
  });

  test('allows a fact of an incident that has the citations of the incident', () => {
    expect(problemsIn(broken('incidents', { facts: [{ property: 'DAY', value: '2022-03-06' }] }))).toEqual([]);
  });
});

describe('the invariant that every paragraph is in the manifest', () => {
  const cites = [{ report: 'report-one', document: 'text', paragraph: 7 }];

  test('refuses a missing paragraph by its document and number', () => {
    expect(problemsIn(broken('measures', { cites }), { 'text#6': SHA })).toEqual([
      'small/measures.yaml:1: paragraphs.csv has no paragraph 7 of text',
    ]);
  });

  test('allows a paragraph that is in paragraphs.csv', () => {
    expect(problemsIn(broken('measures', { cites }), { 'text#7': SHA })).toEqual([]);
  });

  test('refuses a paragraph of a report without a document by the report', () => {
    expect(problemsIn(broken('measures', { cites: [{ report: 'report-one', paragraph: 7 }] }))).toEqual([
      'small/measures.yaml:1: paragraphs.csv has no paragraph 7 of the document of report-one',
    ]);
  });
});

describe('the invariant that only courts convict or acquit', () => {
  test.each(['CONVICTION', 'ACQUITTAL'])('refuses a finding of an NGO of the type %s', (type) => {
    expect(problemsIn(broken('findings', { type, by: 'body-ngo' }))).toEqual([
      `small/findings.yaml:1: only a court gives a ${type}; body-ngo is of kind NGO`,
    ]);
  });

  test('allows an allegation by any body', () => {
    expect(problemsIn(broken('findings', { type: 'ALLEGATION', by: 'body-ngo' }))).toEqual([]);
  });
});

describe('the invariant that only acquittals and reversals turn on an element', () => {
  const turnedOn = ['KNOWLEDGE'];

  test('refuses the elements on which a finding turned that neither acquits nor reverses', () => {
    expect(problemsIn(broken('findings', { turnedOn }))).toEqual([
      expect.stringMatching(
        /^small\/findings\.yaml:1: only an acquittal, or a finding that reverses another, turns on an element; finding-first is a [A-Z_]+ and reverses nothing$/,
      ),
    ]);
  });

  test('takes them of a finding that reverses another, and of an acquittal that reverses nothing', () => {
    expect(problemsIn(broken('findings', { turnedOn }, 1))).toEqual([]);
    const acquittal = { type: 'ACQUITTAL', reverses: [], turnedOn };
    expect(problemsIn(broken('findings', acquittal, 1))).not.toContainEqual(expect.stringContaining('turns on'));
  });
});

describe('the invariant that reversals point to earlier findings', () => {
  test.each([
    ['2023-01-10', '2023-01-10'],
    ['2022-01-10', '2022-01-10'],
    ['on no stated date', undefined],
  ])('refuses a reversal decided %s of a finding decided 2023-01-10', (problemText, decidedOn) => {
    expect(problemsIn(broken('findings', { decidedOn }, 1))).toEqual([
      `small/findings.yaml:2: finding-second (decided ${problemText}) reverses finding-first, which must be decided before it (2023-01-10)`,
    ]);
  });

  test('refuses a reversal of a finding without a date', () => {
    expect(problemsIn(broken('findings', { decidedOn: undefined }))).toEqual([
      'small/findings.yaml:2: finding-second (decided 2024-02-10) reverses finding-first, which must be decided before it (no stated date)',
    ]);
  });

  test('refuses a reversal of the finding itself', () => {
    const { findings: _findings, ...rest } = smallDataset();
    expect(
      problemsIn({ ...rest, findings: [finding('finding-self', { decidedOn: '2023', reverses: ['finding-self'] })] }),
    ).toEqual([
      'small/findings.yaml:1: finding-self (decided 2023) reverses finding-self, which must be decided before it (2023)',
    ]);
  });
});
