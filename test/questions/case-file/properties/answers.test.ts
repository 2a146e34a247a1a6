import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../../../src/model/vocabulary.js';
import { withBasis } from '../../../../src/questions/case-file/basis.rules.js';
import type { CaseFile, Passage } from '../../../../src/questions/case-file/case-file.rules.js';
import { independentPublishers } from '../../../../src/questions/case-file/independence.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import type { ResponsibilityMatrix } from '../../../../src/questions/command-responsibility/command-responsibility.type.js';
import { FRAMEWORKS, type FrameworkName } from '../../../../src/questions/command-responsibility/frameworks.rules.js';
import { caseFiles, PEOPLE, PUBLISHERS, QUESTION_ID, REPORTS, under } from '../../../support/random-case-file.js';
import { matrixOf } from './rises.js';

const frameworks = fc.constantFrom<FrameworkName[]>(...words(FRAMEWORKS));
const people = fc.constantFrom(...PEOPLE);

const itemsOf = ({ elements }: ResponsibilityMatrix) =>
  elements.flatMap(({ supporting, weighingAgainst, context }) => [...supporting, ...weighingAgainst, ...context]);

test('every item of an answer has a source, and none that the lens excludes', () => {
  const lenses = fc.record({
    excludeReports: fc.subarray(REPORTS, { maxLength: 1 }),
    excludePublishers: fc.subarray(PUBLISHERS, { maxLength: 2 }),
    publishedBy: fc.constantFrom(null, '2022-12-31'),
  });
  fc.assert(
    fc.property(caseFiles, lenses, people, frameworks, (file, lens, person, framework) => {
      const answer = matrixOf(narrow(file, under(lens)), person, framework);
      for (const { sources } of answer ? itemsOf(answer) : []) {
        expect(sources).not.toHaveLength(0);
        for (const { reportId, publisherId } of sources) {
          expect(lens.excludeReports).not.toContain(reportId);
          expect(lens.excludePublishers).not.toContain(publisherId);
          expect((file.reports.get(reportId)?.publishedMax ?? '') <= (lens.publishedBy ?? '9999')).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('equal case files give equal content hashes, and a change of one item another hash', () => {
  fc.assert(
    fc.property(caseFiles, people, frameworks, fc.nat(), (file, person, framework, pick) => {
      const answer = matrixOf(file, person, framework);
      if (!answer) return;
      const hash = (caseFile: CaseFile, answered: object) =>
        withBasis(caseFile, under({}), { person, incident: QUESTION_ID }, answered).basis.contentHash;
      const copy = structuredClone(file);
      expect(hash(copy, matrixOf(copy, person, framework) ?? {})).toBe(hash(file, answer));
      const items = itemsOf(answer);
      const changed = items[pick % items.length];
      if (!changed) return;
      const other = JSON.parse(JSON.stringify(answer), (_, value) =>
        value?.id === changed.id && value.says ? { ...value, says: `${value.says} ` } : value,
      );
      expect(hash(file, other)).not.toBe(hash(file, answer));
    }),
    { numRuns: 300 },
  );
});

/** A file of reports with any origins, and a citation of each. */
const cited = fc
  .array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 4 }), {
    maxLength: 6,
  })
  .map((origins) => {
    const reports = new Map(origins.map((publishers, index) => [`report-${index}`, { origins: publishers }]));
    const citations = [...reports.keys()].map((reportId) => ({ reportId }) as Passage);
    return { file: { reports } as unknown as CaseFile, citations };
  });

test('the number of independent publishers never grows without a citation, and does not depend on the order', () => {
  fc.assert(
    fc.property(cited, fc.nat(5), ({ file, citations }, index) => {
      const all = independentPublishers(file, citations);
      const fewer = independentPublishers(file, citations.toSpliced(index, 1));
      expect(fewer <= all && all <= fewer + 1).toBe(true);
      expect(independentPublishers(file, citations.toReversed())).toBe(all);
    }),
    { numRuns: 1000 },
  );
});

test('reports with a common origin count as one publisher, and reports without one count each', () => {
  fc.assert(
    fc.property(caseFiles, fc.subarray(REPORTS, { minLength: 2, maxLength: 2 }), (file, pair) => {
      const [one, other] = pair.map((id) => file.reports.get(id)?.origins ?? []);
      const shared = one?.some((publisher) => other?.includes(publisher));
      const citations = pair.map((reportId) => ({ reportId }) as Passage);
      expect(independentPublishers(file, citations)).toBe(shared ? 1 : 2);
    }),
    { numRuns: 300 },
  );
});
