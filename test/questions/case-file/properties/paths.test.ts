import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDate } from '../../../../src/model/date-range.js';
import type { CaseFile, LinkEntry, Passage, ReportEntry } from '../../../../src/questions/case-file/case-file.rules.js';
import { citedCaseFiles, DAY, UNITS } from '../../../support/random-case-file.js';
import { matrixOf } from './rises.js';

const PERPETRATOR = 'unit-0';
const POST = 'unit-3';
const cited = { first: parseDate('2021'), firstHardness: 'START', last: parseDate(DAY), lastHardness: 'END' } as const;
const firm = {
  dataset: 'dataset-0',
  status: 'ACCEPTED',
  credibility: 2,
  note: null,
  doubts: null,
  doubtsAsStated: null,
} as const;
const citations = (reports: readonly string[]) => reports.map((reportId) => ({ reportId, pinpoint: null }) as Passage);
const report = (id: string): [string, ReportEntry] => [
  id,
  {
    id,
    publisherId: id,
    origins: [id],
    derivedFrom: [],
    reliability: 'B',
    publishedMax: '2023-12-31',
  } as unknown as ReportEntry,
];

const pair = fc.uniqueArray(fc.constantFrom(...UNITS), { minLength: 2, maxLength: 2 });
/** Links in any direction and number, each with one source or two, between a perpetrator and a commander's unit. */
const files: fc.Arbitrary<CaseFile> = fc
  .record({
    file: citedCaseFiles,
    ends: fc.array(fc.tuple(pair, fc.boolean()), { minLength: 3, maxLength: 9 }),
  })
  .map(({ file, ends }) => ({
    ...file,
    links: ends.map(([[subordinateId = '', superiorId = ''], twice], index): LinkEntry => {
      const statement = { ...firm, range: cited, citations: citations(twice ? ['one', 'other'] : ['one']) };
      return { ...statement, id: `link-${index}`, label: 'CommandLink', kind: 'COMMAND', subordinateId, superiorId };
    }),
    postings: [
      {
        ...firm,
        ...{ id: 'posting', label: 'Posting', range: cited, citations: citations(['one']) },
        ...{ personId: 'person-0', atId: POST, role: 'COMMANDER', title: null, rank: null, appointedById: null },
      },
    ],
    attributions: [
      {
        ...firm,
        ...{ id: 'attribution', label: 'Attribution', citations: citations(['one']) },
        ...{ incidentId: 'incident-0', toId: PERPETRATOR, byId: 'publisher-0', mode: 'PERPETRATOR' },
      },
    ],
    incidents: file.incidents.slice(0, 1).map((incident) => ({ ...incident, citations: citations(['one']) })),
    findings: [],
    indicators: [],
    measures: [],
    reports: new Map([report('one'), report('other')]),
  }));

/** Whether some way without a unit twice leads up over such links, by trying every one of them. */
function leadsUp(links: readonly LinkEntry[], from: string, passed: readonly string[] = []): boolean {
  if (from === POST) return true;
  return links.some(
    ({ subordinateId, superiorId }) =>
      subordinateId === from && !passed.includes(superiorId) && leadsUp(links, superiorId, [...passed, from]),
  );
}

test('the grade of subordination is that of the strongest path, whatever cycles the links form', () => {
  fc.assert(
    fc.property(files, (file) => {
      const strong = file.links.filter(({ citations: all }) => all.length === 2);
      const expected = leadsUp(strong, PERPETRATOR)
        ? 'ESTABLISHED_BY_SOURCES'
        : leadsUp(file.links, PERPETRATOR)
          ? 'INDICATED'
          : 'NO_EVIDENCE';
      const elements = matrixOf(file, 'person-0', 'ROME_STATUTE_28A')?.elements;
      expect(elements?.find(({ element }) => element === 'SUBORDINATION')?.grade).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
