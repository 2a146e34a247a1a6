import fc from 'fast-check';
import { type ImpreciseRange, parseDate } from '../../src/model/date-range.js';
import { type Lens, viewOf } from '../../src/model/lens.js';
import { CLAIM_STATUS, RELIABILITY, words } from '../../src/model/vocabulary.js';
import type {
  CaseFile,
  EntityEntry,
  ReportEntry,
  SourcedStatement,
} from '../../src/questions/case-file/case-file.rules.js';
import {
  anyRange,
  attributions,
  citedRange,
  DATASETS,
  dayFacts,
  findings,
  incidentLinks,
  incidents,
  indicators,
  linksWithin,
  measures,
  PEOPLE,
  PUBLISHERS,
  postingsWithin,
  REPORTS,
  sites,
  UNITS,
  usually,
} from './random-statements.js';

/**
 * Random case files: a handful of units, people, publishers and reports, and statements of every kind about them. All of it
 * is small and near one day, so that statements meet, and so that a file that breaks a rule shrinks to one to read.
 */

export { DATASETS, DAY, PEOPLE, PUBLISHERS, QUESTION_ID, REPORTS, UNITS } from './random-statements.js';

/** A publisher is part of an earlier one or of none; a report repeats earlier ones or none. */
const reportsOf = (...publishedOn: string[]): fc.Arbitrary<Map<string, ReportEntry>> =>
  fc
    .record({
      wholes: fc.tuple(
        ...PUBLISHERS.map((_, index) => usually(-1, ...PUBLISHERS.keys()).map((whole) => (whole < index ? whole : -1))),
      ),
      each: fc.tuple(
        ...REPORTS.map((_, index) =>
          fc.record({
            publisher: fc.nat(PUBLISHERS.length - 1),
            repeats: usually<number[]>([], [0], [1], [0, 1]).map((all) => all.filter((other) => other < index)),
            reliability: usually<ReportEntry['reliability']>('B', ...words(RELIABILITY)),
            dataset: usually('dataset-0', 'dataset-1'),
            publishedOn: fc.constantFrom(...publishedOn),
          }),
        ),
      ),
    })
    .map(({ wholes, each }) => {
      const publishersAbove = (publisher: number): string[] =>
        publisher < 0 ? [] : [PUBLISHERS[publisher] ?? '', ...publishersAbove(wholes[publisher] ?? -1)];
      const originsOf = (index: number): string[] => {
        const report = each[index];
        if (!report) return [];
        return report.repeats.length === 0 ? publishersAbove(report.publisher) : report.repeats.flatMap(originsOf);
      };
      return new Map(
        each.map(({ publisher, publishedOn, reliability, dataset }, index) => {
          const { min, max } = parseDate(publishedOn);
          const id = REPORTS[index] ?? '';
          const origins = [...new Set(originsOf(index))].sort();
          const published = { publishedOn, publishedMin: min, publishedMax: max };
          const publisherId = PUBLISHERS[publisher] ?? '';
          return [
            id,
            {
              ...NOT_ARCHIVED,
              ...published,
              id,
              title: id,
              publisherId,
              publisher: publisherId,
              reliability,
              dataset,
              origins,
            },
          ];
        }),
      );
    });
const NOT_ARCHIVED = {
  url: null,
  copyUrl: null,
  archivedUrl: null,
  retrievedAt: null,
  collectedBy: null,
  collectedAt: null,
  collectedWith: null,
  sha256: null,
  verification: null,
  partyToConflict: null,
  derivedFrom: [],
};

const entity = (label: EntityEntry['label']) => (id: string) =>
  [id, { id, label, name: id, placeholder: false, bodyKind: null, isStateAsWhole: false }] as const;
const entities: ReadonlyMap<string, EntityEntry> = new Map([
  ...PEOPLE.map(entity('Person')),
  ...UNITS.map(entity('Unit')),
  ...PUBLISHERS.map(entity('Body')),
]);
const datasets = DATASETS.map((id) => ({ id, version: 'v1', changedAt: '2026-01-01T00:00:00.000Z' }));

/** Before the day, after it, and imprecise. */
const anyReports = reportsOf('2022-03-20', '2022-06-16', '2022-07', '2023');
const reportsAfter = reportsOf('2022-06-16', '2022-07', '2023');

const fileWithin = (range: fc.Arbitrary<ImpreciseRange>, reports = anyReports): fc.Arbitrary<CaseFile> =>
  fc.record({
    incidents,
    attributions,
    incidentLinks: fc.constant([]),
    dayFacts: fc.constant([]),
    links: linksWithin(range),
    postings: postingsWithin(range),
    sites,
    findings,
    indicators,
    measures,
    reports,
    entities: fc.constant(entities),
    datasets: fc.constant(datasets),
  });

const withOwnSources = <S extends SourcedStatement>(statement: S): S => ({
  ...statement,
  citations: statement.citations.map((one) => ({ ...one, secondary: null })),
});

/** A random case file. */
export const caseFiles = fileWithin(anyRange);
/** One with statements of every kind: incidents have parts, and go on. */
export const linkedCaseFiles: fc.Arbitrary<CaseFile> = fc
  .tuple(caseFiles, incidentLinks, dayFacts)
  .map(([file, someLinks, someFacts]) => ({ ...file, incidentLinks: someLinks, dayFacts: someFacts }));
/** A random case file whose links and posts all cover the day as CITED. */
export const citedCaseFiles = fileWithin(citedRange, reportsAfter).map(({ links, postings, ...file }) => ({
  ...file,
  links: links.map(withOwnSources),
  postings: postings.map(withOwnSources),
}));

/** A view of a public reader; unless the lens says otherwise, statements of every status count. */
export const under = (lens: Lens) => viewOf(['PUBLIC'], { statuses: words(CLAIM_STATUS), ...lens });
