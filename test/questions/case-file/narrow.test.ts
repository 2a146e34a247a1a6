import { describe, expect, test } from '@jest/globals';
import { type Lens, viewOf } from '../../../src/model/lens.js';
import type { CaseFile } from '../../../src/questions/case-file/case-file.rules.js';
import { narrow, without } from '../../../src/questions/case-file/narrow.rules.js';
import {
  attribution,
  caseFile,
  dayFact,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  measure,
  posting,
  report,
  STATEMENT_KINDS,
  site,
} from '../../support/case-file.js';

const BOTH = { cites: ['early', 'late'] };
const FILE = caseFile(
  incident('i1', BOTH),
  attribution('i1', 'u3', { ...BOTH, id: 'attribution' }),
  incidentLink('i1', 'i1', { ...BOTH, kind: 'SAME_EVENT', id: 'incident link' }),
  dayFact('i1', 'LAST_CITED_ON', '2022-03-21', { ...BOTH, id: 'day fact' }),
  link('u3', 'u2', { ...BOTH, id: 'link' }),
  posting('anders', 'u2', { ...BOTH, id: 'posting' }),
  site('u2', { ...BOTH, id: 'site' }),
  finding('finding', BOTH),
  indicator('TASKS_PERFORMED', ['anders'], { ...BOTH, id: 'indicator' }),
  measure('DISCIPLINE', ['anders'], { ...BOTH, id: 'measure' }),
  report('early', { publishedOn: '2022-03-10', reliability: 'A', dataset: 'one' }),
  report('late', { publishedOn: '2022-09', reliability: 'F', dataset: 'two', publisherId: 'publisher' }),
);

/** Which reports each kind of statement still cites; a kind of which nothing is left is not named. */
function cited(file: CaseFile): Record<string, string> {
  const each = STATEMENT_KINDS.map(
    (kind) =>
      [kind, file[kind].map(({ citations }) => citations.map(({ reportId }) => reportId).join(' ')).join()] as const,
  );
  return Object.fromEntries(each.filter(([, reports]) => reports !== ''));
}
const all = (reports: string) => Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, reports]));
const under = (lens: Lens, file = FILE) => cited(narrow(file, viewOf(['PUBLIC'], lens)));

describe('a lens laid over a case file', () => {
  test('excludes what only reports pass on whose origin it leaves out', () => {
    const passedOn = FILE.postings.map((one) => ({
      ...one,
      citations: one.citations.map((cite) => ({ ...cite, secondary: cite.reportId === 'late' ? true : null })),
    }));
    const file = { ...FILE, postings: passedOn };
    expect(under({ excludeReports: ['late'] }, file).postings).toBe('early');
    expect(under({ excludeReports: ['early'] }, file)).not.toHaveProperty('postings');
    expect(under({ excludeReports: ['early'] }, file).links).toBe('late');
  });

  test('excludes what has one of the doubts that it leaves out, and keeps what has another', () => {
    const file = caseFile(
      posting('anders', 'u2', { id: 'old', doubts: ['NO_DATE', 'SOURCE_OLDER_THAN_DATE'] }),
      posting('berg', 'u2', { id: 'unknown', doubts: ['ROLE_UNKNOWN'] }),
      posting('carls', 'u2', { id: 'sound' }),
    );
    const left = (lens: Lens) => narrow(file, viewOf(['PUBLIC'], lens)).postings.map(({ id }) => id);
    expect(left({})).toEqual(['old', 'unknown', 'sound']);
    expect(left({ withoutDoubts: ['SOURCE_OLDER_THAN_DATE'] })).toEqual(['unknown', 'sound']);
    expect(left({ withoutDoubts: ['RANGE_REVERSED'] })).toEqual(['old', 'unknown', 'sound']);
  });

  test('excludes nothing at its default', () => {
    expect(narrow(FILE, viewOf(['PUBLIC']))).toEqual(FILE);
  });

  test.each<[Lens, string]>([
    [{ publishedBy: '2022-03-10' }, 'early'],
    [{ publishedBy: '2022-09-29' }, 'early'],
    [{ publishedBy: '2022-09-30' }, 'early late'],
    [{ minReliability: 'B' }, 'early'],
    [{ excludeReports: ['early'] }, 'late'],
    [{ excludeReports: ['other'] }, 'early late'],
    [{ excludeDatasets: ['one'] }, 'late'],
    [{ excludePublishers: ['publisher'] }, 'early'],
    [{ excludePublishers: ['publisher-early'] }, 'late'],
  ])('%j leaves each statement the citations that count', (lens, reports) => {
    expect(under(lens)).toEqual(all(reports));
  });

  test.each<[Lens]>([
    [{ publishedBy: '2022-03-09' }],
    [{ excludeReports: ['early', 'late'] }],
    [{ excludeDatasets: ['test'] }],
    [{ statuses: [] }],
    [{ statuses: ['CONFLICT'] }],
  ])('%j excludes a statement with its last citation, its dataset or its status', (lens) => {
    expect(under(lens)).toEqual({});
  });

  test('excludes an attribution with its incident', () => {
    const file = caseFile(
      incident('i1', { cites: ['early'] }),
      attribution('i1', 'u3', { cites: ['late'] }),
      link('u3', 'u2', { cites: ['late'] }),
    );
    expect(under({ excludeReports: ['early'] }, file)).toEqual({ links: 'late' });
  });

  test('ignores a citation of a report that is not in the file', () => {
    expect(under({}, { ...FILE, reports: new Map() })).toEqual({});
  });
});

describe('a case file without one source', () => {
  test('lacks a report with all statements that rest on it alone', () => {
    const file = without(FILE, 'early');
    expect(cited(file)).toEqual(all('late'));
    expect([...file.reports.keys()]).toEqual(['late']);
  });

  test('lacks a finding, and nothing else', () => {
    const file = without(FILE, 'finding');
    expect(file.findings).toEqual([]);
    expect({ ...file, findings: FILE.findings }).toEqual(FILE);
  });

  test('has every other statement of every status and reliability', () => {
    const statuses = ['ACCEPTED', 'CONFLICT', 'WORK_NEEDED', 'ISSUE'] as const;
    const grades = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
    const file = caseFile(
      ...statuses.map((status) => finding(status, { status })),
      ...grades.map((grade) => finding(grade, { cites: [grade] })),
      ...grades.map((grade) => report(grade, { reliability: grade, publishedOn: '9999-12-31' })),
    );
    expect(without(file, 'none')).toEqual(file);
  });
});
