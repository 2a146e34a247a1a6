import { describe, expect, test } from '@jest/globals';
import { type Lens, viewOf } from '../../../src/model/lens.js';
import type { AccountEntry, CaseFile } from '../../../src/questions/case-file/case-file.rules.js';
import { narrow, without as withoutSource } from '../../../src/questions/case-file/narrow.rules.js';
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
  type Piece,
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

  test('leaves the reports of a publisher that the reader may not know of, though the lens names it', () => {
    const file = caseFile(
      report('early', { publisherId: 'publisher', publisher: null }),
      incident('i1', { cites: ['early'] }),
    );
    expect(under({ excludePublishers: ['publisher'] }, file)).toEqual({ incidents: 'early' });
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

  test.each([
    ['the part', 'i1'],
    ['the whole', 'i2'],
  ])('excludes a link between two incidents with %s', (_which, id) => {
    const both = ['early', 'late'];
    const incidents = ['i1', 'i2'].map((one) => incident(one, { cites: one === id ? ['early'] : both }));
    const file = caseFile(...incidents, incidentLink('i1', 'i2', { cites: both }));
    const linksUnder = (lens: Lens) => narrow(file, viewOf(['PUBLIC'], lens)).incidentLinks.length;
    expect(linksUnder({ excludeReports: ['early'] })).toBe(0);
    expect(linksUnder({ excludeReports: ['late'] })).toBe(1);
  });

  test('excludes a fact on the day of an incident with that incident, or with its own last report', () => {
    const file = caseFile(
      incident('i1', { cites: ['early', 'other'] }),
      dayFact('i1', 'FIRST', '2022-03-19', { cites: ['late', 'other'] }),
    );
    const factsUnder = (...excludeReports: string[]) => narrow(file, viewOf(['PUBLIC'], { excludeReports })).dayFacts;
    expect(factsUnder('early', 'other')).toEqual([]);
    expect(factsUnder('late', 'other')).toEqual([]);
    expect(factsUnder('other').map(({ citations }) => citations.length)).toEqual([1]);
  });

  test('ignores a citation of a report that is not in the file', () => {
    expect(under({}, { ...FILE, reports: new Map() })).toEqual({});
  });
});

describe('the own words of a statement under a lens', () => {
  const WORDS = { cites: ['early', 'late'], note: 'A note.', doubtsAsStated: ['As it says.'] };
  const UNDATED_RANGE = {
    first: { text: '', min: '0000-01-01', max: '9999-12-31' },
    firstHardness: 'FIRST_CITED',
    last: { text: '', min: '0000-01-01', max: '9999-12-31' },
    lastHardness: 'LAST_CITED',
  };
  const account = (property: string, value: string, cites: string): AccountEntry => {
    const { label: _label, ...fact } = dayFact('i1', property, value, { cites: [cites] });
    return { ...fact, code: null };
  };
  const without = (excludeReports: string[], ...pieces: readonly Piece[]) =>
    narrow(caseFile(...pieces), viewOf(['PUBLIC'], { excludeReports }));

  test('are not shown of an incident where one of its reports is left out, and it has no days then', () => {
    const [left] = without(['late'], incident('i1', WORDS)).incidents;
    expect(left).toMatchObject({
      title: 'Incident described only by reports outside this lens',
      note: null,
      doubtsAsStated: null,
      credibility: 6,
      kinds: [],
      range: UNDATED_RANGE,
    });
  });

  test('are shown of an incident where a report that gives them all counts', () => {
    const one = incident('i1', WORDS);
    const [early, late] = one.citations.map((citation) => ({ ...citation, suffices: citation.reportId === 'early' }));
    if (!early || !late) throw new Error('The incident has two citations.');
    const file = caseFile({ ...one, citations: [early, late] });
    const under = (excludeReports: string[]) => narrow(file, viewOf(['PUBLIC'], { excludeReports })).incidents[0];
    expect(under(['late'])).toEqual({ ...one, citations: [early] });
    expect(under(['early'])).toMatchObject({ note: null, range: UNDATED_RANGE });
  });

  test('are shown where only a report is left out that passes them on', () => {
    const one = incident('i1', WORDS);
    const citations = one.citations.map((cite) => ({ ...cite, secondary: cite.reportId === 'late' }));
    const [left] = without(['late'], { ...one, citations }).incidents;
    expect(left).toEqual({ ...one, citations: citations.slice(0, 1) });
  });

  test('of an incident give way to facts about it whose own reports count', () => {
    const accounts = [
      account('TITLE', 'From the one left out', 'late'),
      account('TITLE', 'Fire in the mill', 'early'),
      account('FIRST', '2022-03-05 START', 'early'),
      account('LAST', '2022-03-06 END', 'early'),
    ];
    const [left] = without(['late'], incident('i1', { ...WORDS, accounts }), report('early')).incidents;
    expect(left).toMatchObject({
      title: 'Fire in the mill',
      range: {
        first: { text: '2022-03-05', min: '2022-03-05', max: '2022-03-05' },
        firstHardness: 'START',
        last: { text: '2022-03-06', min: '2022-03-06', max: '2022-03-06' },
        lastHardness: 'END',
      },
    });
    expect(left?.accounts?.map(({ value }) => value)).toEqual([
      'Fire in the mill',
      '2022-03-05 START',
      '2022-03-06 END',
    ]);
  });

  test('are not shown of a finding, whose title stands for that', () => {
    const [left] = without(['late'], finding('finding', { ...WORDS, standardAsStated: 'firmly' })).findings;
    expect(left).toMatchObject({
      title: 'Finding described only by reports outside this lens',
      note: null,
      standardAsStated: null,
      decidedOn: null,
      decidedMin: null,
      credibility: 6,
      type: 'FACTUAL_FINDING',
    });
    expect(left).not.toHaveProperty('range');
  });

  test('of a post are its note and the words of its doubts: its days are what it claims', () => {
    const one = posting('anders', 'u2', WORDS);
    const [left] = without(['late'], one).postings;
    expect(left).toEqual({ ...one, note: null, doubtsAsStated: null, citations: one.citations.slice(0, 1) });
  });

  test('remain in a file without one source, which asks what rests on it', () => {
    const [left] = withoutSource(caseFile(incident('i1', WORDS)), 'late').incidents;
    expect(left).toMatchObject({ title: 'Incident i1', note: 'A note.', credibility: 2 });
  });
});

describe('a case file without one source', () => {
  test('lacks a report with all statements that rest on it alone', () => {
    const file = withoutSource(FILE, 'early');
    expect(cited(file)).toEqual(all('late'));
    expect([...file.reports.keys()]).toEqual(['late']);
  });

  test('lacks a finding, and nothing else', () => {
    const file = withoutSource(FILE, 'finding');
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
    expect(withoutSource(file, 'none')).toEqual(file);
  });
});
