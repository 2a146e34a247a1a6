import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shownUnder } from '../../../../src/model/record/own-words.rules.js';
import type { CaseFile, SourcedStatement } from '../../../../src/questions/case-file/case-file.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { classification, STATEMENT_KINDS } from '../../../support/case-file.js';
import { linkedCaseFiles, REPORTS, under } from '../../../support/random-case-file.js';

/** Case files whose own words name the reports that they are from, so that an answer can be traced to them. */

const statementsOf = (file: CaseFile): SourcedStatement[] =>
  STATEMENT_KINDS.flatMap((kind): readonly SourcedStatement[] => file[kind]);

/** Which of its direct citations give every word, and which of its reports facts stand in for: the first so many. */
interface HowWritten {
  readonly sufficient: number;
  readonly accounted: number;
}

/** The words of a statement: of any report that suffices, else of all its direct ones together. */
function wordsOf(citations: SourcedStatement['citations']): string {
  const direct = citations.filter(({ secondary }) => !secondary);
  const sufficient = direct.filter(({ suffices }) => suffices);
  return sufficient.length > 0
    ? `from any of ${sufficient.map(({ reportId }) => reportId).join(' ')}`
    : `from all of ${direct.map(({ reportId }) => reportId).join(' ')}`;
}

function inTracedWords<S extends SourcedStatement & { readonly label: string }>(
  statement: S,
  { sufficient, accounted }: HowWritten,
): S {
  const citations = statement.citations.map((one, at) => ({ ...one, suffices: at < sufficient && !one.secondary }));
  const text = wordsOf(citations);
  const doubts = { note: text, doubtsAsStated: [text] };
  if (statement.label === 'Finding')
    return {
      ...statement,
      citations,
      ...doubts,
      title: text,
      standardAsStated: text,
      decidedOn: text,
      conductFrom: text,
      classifications: [classification(text, { title: text, asStated: text, modes: [text] })],
      turnedOn: [text],
      // A case file has no places of findings; a row of the graph has, and what stands in for them is the same.
      placesIds: [text],
    };
  if (statement.label !== 'Incident') return { ...statement, citations, ...doubts };
  const date = { text, min: '2022-06-15', max: '2022-06-15' };
  const range = { first: date, firstHardness: 'START', last: date, lastHardness: 'END' };
  const { label: _label, ...fact } = statement;
  const accounts = statement.citations.slice(0, accounted).flatMap((citation) =>
    ['TITLE', 'MEANS', 'VIOLATION_TYPE'].map((property) => {
      const value = `from all of ${citation.reportId}`;
      const own = { note: value, doubtsAsStated: [value], property, value, code: value };
      return { ...fact, ...own, citations: [{ ...citation, secondary: null }] };
    }),
  );
  return { ...statement, citations, ...doubts, title: text, kinds: [text], range, accounts };
}

const howWritten = fc.record({ sufficient: fc.nat(2), accounted: fc.nat(2) });
const tracedFiles = fc.tuple(linkedCaseFiles, howWritten).map(
  ([file, how]): CaseFile => ({
    ...file,
    ...Object.fromEntries(
      STATEMENT_KINDS.map((kind) => [kind, file[kind].map((statement) => inTracedWords(statement, how))]),
    ),
  }),
);

/** Texts of a value that name reports, as sentences of ours. */
const tracedIn = (value: unknown): string[] => JSON.stringify(value).match(/from (?:all|any) of [a-z0-9 -]+/g) ?? [];

const lenses = fc.record({
  publishedBy: fc.constantFrom('2022-04-01', '2022-07-01', '2022-12-31', '9999-12-31'),
  excludeReports: fc.subarray(REPORTS),
});

test('under a lens, no statement shows a word, date or number that is from a report outside it', () => {
  let wordCount = 0;
  let hiddenCount = 0;
  fc.assert(
    fc.property(tracedFiles, lenses, (file, lens) => {
      const narrowed = narrow(file, under(lens));
      const counts = (id: string) =>
        (file.reports.get(id)?.publishedMax ?? '') <= lens.publishedBy && !lens.excludeReports.includes(id);
      const texts = statementsOf(narrowed).flatMap((statement) => tracedIn(statement));
      for (const text of texts) {
        const ids = text
          .split(' ')
          .slice(3)
          .filter((id) => id !== '');
        expect([text, text.startsWith('from all') ? ids.every(counts) : ids.some(counts)]).toEqual([text, true]);
      }
      wordCount += texts.length;
      hiddenCount += JSON.stringify(narrowed.incidents).split('described only by reports outside this lens').length - 1;
    }),
    { numRuns: 500 },
  );
  expect(wordCount).toBeGreaterThan(1_000);
  expect(hiddenCount).toBeGreaterThan(10);
});

test('under a lens, a finding shows the codes, modes and places of a report outside it neither in a case file nor in a row', () => {
  let shownCount = 0;
  let hiddenCount = 0;
  fc.assert(
    fc.property(tracedFiles, lenses, (file, lens) => {
      const whole = new Map(file.findings.map((finding) => [finding.id, finding]));
      for (const narrowed of narrow(file, under(lens)).findings) {
        const before = whole.get(narrowed.id);
        const citations = (before?.citations ?? []).map((citation) => ({
          ...citation,
          publishedMax: file.reports.get(citation.reportId)?.publishedMax ?? '',
          counts: narrowed.citations.some(({ reportId }) => reportId === citation.reportId),
        }));
        const row = shownUnder({ ...before, citations });
        const isShown = narrowed.title !== 'Finding described only by reports outside this lens';
        const { classifications, turnedOn } = isShown && before ? before : { classifications: [], turnedOn: [] };
        expect(narrowed).toMatchObject({ classifications, turnedOn });
        expect(row).toMatchObject({ classifications, turnedOn, placesIds: isShown ? [expect.any(String)] : [] });
        if (isShown) shownCount += 1;
        else hiddenCount += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(shownCount, hiddenCount)).toBeGreaterThan(30);
});

test('a lens that leaves every direct report of a statement leaves its own words too', () => {
  fc.assert(
    fc.property(tracedFiles, lenses, (file, lens) => {
      const whole = new Map(statementsOf(file).map((statement) => [statement.id, statement]));
      for (const statement of statementsOf(narrow(file, under(lens)))) {
        const before = whole.get(statement.id);
        const direct = (one?: SourcedStatement) => one?.citations.filter(({ secondary }) => !secondary).length;
        if (direct(before) === direct(statement)) expect(statement.note).toBe(before?.note);
      }
    }),
    { numRuns: 300 },
  );
});
