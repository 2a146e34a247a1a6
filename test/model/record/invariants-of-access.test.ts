import { describe, expect, test } from '@jest/globals';
import { broken, problemsIn, smallDataset } from '../../support/small-dataset.js';

const CITES = [{ report: 'report-one' }];

/** The small dataset with a secret report, and a person whose every name stands in it. */
function withHiddenPerson() {
  const { reports, people, ...rest } = smallDataset();
  const secret = { ...reports[0], id: 'report-secret', access: 'CONFIDENTIAL' };
  const hidden = { id: 'person-hidden', names: ['Hidden'], cites: [{ report: 'report-secret' }] };
  return { ...rest, reports: [...reports, secret], people: [...people, hidden] };
}

const posting = {
  person: 'person-hidden',
  at: 'unit-low',
  role: 'DEPUTY',
  first: '2022-01 START',
  last: '2022-05 END',
};

describe('the invariant that no claim is more visible than its ends', () => {
  test('allows a hidden person', () => {
    expect(problemsIn(withHiddenPerson())).toEqual([]);
  });

  test('refuses a public post of a hidden person', () => {
    const written = withHiddenPerson();
    const [problem, ...others] = problemsIn({ ...written, postings: [{ ...posting, cites: CITES }] });
    expect(problem).toMatch(
      /^small\/postings\.yaml:1: PUBLIC statement claim-[0-9a-f]{24} leads to person-hidden, which is more restricted$/,
    );
    expect(others).toEqual([]);
  });

  test('refuses a post for partners of a confidential person', () => {
    const written = withHiddenPerson();
    const [problem] = problemsIn({ ...written, postings: [{ ...posting, access: 'PARTNER', cites: CITES }] });
    expect(problem).toMatch(/: PARTNER statement claim-[0-9a-f]{24} leads to person-hidden, which is more restricted$/);
  });

  test('allows a post as confidential as its person', () => {
    const written = withHiddenPerson();
    expect(problemsIn({ ...written, postings: [{ ...posting, access: 'CONFIDENTIAL', cites: CITES }] })).toEqual([]);
  });

  test('allows a post that cites confidential reports alone', () => {
    const written = withHiddenPerson();
    expect(problemsIn({ ...written, postings: [{ ...posting, cites: [{ report: 'report-secret' }] }] })).toEqual([]);
  });

  test('refuses a post of a hidden person that cites a public report too', () => {
    const written = withHiddenPerson();
    const cites = [{ report: 'report-secret' }, { report: 'report-one' }];
    expect(problemsIn({ ...written, postings: [{ ...posting, cites }] })).toHaveLength(1);
  });

  test('refuses a public finding about a hidden person', () => {
    const written = withHiddenPerson();
    const findings = written.findings.map((record) => ({ ...record, about: ['person-hidden'] }));
    expect(problemsIn({ ...written, findings })).toEqual([
      'small/findings.yaml:1: PUBLIC statement finding-first leads to person-hidden, which is more restricted',
      'small/findings.yaml:2: PUBLIC statement finding-second leads to person-hidden, which is more restricted',
    ]);
  });

  test('refuses a public finding about a confidential incident', () => {
    expect(problemsIn(broken('incidents', { access: 'CONFIDENTIAL', attributions: [], casualties: [] }))).toEqual([
      'small/findings.yaml:1: PUBLIC statement finding-first leads to incident-one, which is more restricted',
      'small/findings.yaml:2: PUBLIC statement finding-second leads to incident-one, which is more restricted',
      expect.stringMatching(
        /^small\/incident-links\.yaml:1: PUBLIC statement claim-\w+ leads to incident-one, which is more restricted$/,
      ),
    ]);
  });

  test('allows a public post of a person with a public and a confidential name', () => {
    const written = withHiddenPerson();
    const people = written.people.map((record) => ({
      ...record,
      names: ['Hidden', { value: 'Open', kind: 'ALIAS', cites: CITES }],
    }));
    expect(problemsIn({ ...written, people, postings: [{ ...posting, cites: CITES }] })).toEqual([]);
  });

  test('refuses a public report of a hidden publisher', () => {
    const written = withHiddenPerson();
    const bodies = [
      ...written.bodies,
      { id: 'body-hidden', kind: 'NGO', names: ['Hidden'], cites: [{ report: 'report-secret' }] },
    ];
    const reports = [...written.reports, { ...written.reports[0], id: 'report-three', publisher: 'body-hidden' }];
    expect(problemsIn({ ...written, bodies, reports })).toEqual([
      'small/reports.yaml:3: PUBLIC statement report-three leads to body-hidden, which is more restricted',
    ]);
  });
});

describe('the invariant that own words are from reports of their readers', () => {
  /** The incident of the small dataset, cited by these reports; `report-secret` is confidential. */
  function citing(...cites: Record<string, unknown>[]) {
    const { reports } = withHiddenPerson();
    const changed = broken('incidents', { cites });
    return problemsIn({ ...changed, reports });
  }

  test('refuses a public incident that a confidential report is cited for too', () => {
    expect(citing({ report: 'report-one' }, { report: 'report-secret' })).toEqual([
      'small/incidents.yaml:1: fewer readers may see report-secret than incident-one, whose title and other words may be from it: mark with `suffices` a report that gives them all and that all its readers may see, or restrict incident-one',
    ]);
  });

  test('refuses it where the confidential report is the one that gives every word', () => {
    expect(citing({ report: 'report-one' }, { report: 'report-secret', suffices: true })).toHaveLength(1);
  });

  test('allows it where a public report gives every word', () => {
    expect(citing({ report: 'report-one', suffices: true }, { report: 'report-secret' })).toEqual([]);
  });

  test('allows it where the confidential report only passes on what the other says', () => {
    expect(citing({ report: 'report-one' }, { report: 'report-secret', secondary: true })).toEqual([]);
  });

  test('refuses a public finding in the same way', () => {
    const { reports } = withHiddenPerson();
    const changed = broken('findings', { cites: [{ report: 'report-one' }, { report: 'report-secret' }] });
    expect(problemsIn({ ...changed, reports })).toEqual([
      expect.stringMatching(/^small\/findings\.yaml:1: fewer readers may see report-secret than finding-first, /),
    ]);
  });
});
