import { type Cover, coverOn, type ImpreciseRange, type KnownRange } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { CaseFile, LinkEntry, PostingEntry, SourcedStatement } from './case-file.rules.js';

/** What the statements of a case file say of one day. */

export type LinkOn = LinkEntry & { readonly cover: Cover };

export type PostingOn = PostingEntry & { readonly cover: Cover };

/** The range of a statement on a day, weighed against what others say of the same relation. */
interface Dated {
  readonly id: string;
  readonly range: ImpreciseRange;
}

/** The last day on which a report may have come out that counts for a statement and does not only pass on what others say. */
const knownThrough =
  ({ reports }: CaseFile) =>
  ({ citations }: SourcedStatement): string =>
    citations
      .filter(({ secondary }) => !secondary)
      .map(({ reportId }) => reports.get(reportId)?.publishedMax ?? '')
      .reduce((latest, day) => (day > latest ? day : latest), '');

/**
 * Claims with their cover of a day. An assumption, or a citation that leaves the day open, gives way to another claim
 * about the same relation that states an end before the day (or a start after it).
 */
export function coversOn<D extends Dated>(
  day: string,
  claims: readonly D[],
  relation: (claim: D) => string,
  through: (claim: D) => string,
): (D & { readonly cover: Cover })[] {
  const groups = groupBy(claims, relation);
  return claims.map((claim) => {
    const cover = coverOn(claim.range, day, through(claim));
    const overruled =
      (cover === 'ASSUMED' || cover === 'OPEN') &&
      (groups.get(relation(claim)) ?? []).some(
        (other) => other.id !== claim.id && overrules(other.range, claim.range, day),
      );
    return { ...claim, cover: overruled ? 'NONE' : cover };
  });
}

/** The same rule as `overrules` in `cover.cypher.ts`. */
function overrules(other: ImpreciseRange, claim: ImpreciseRange, day: string): boolean {
  const ended = other.lastHardness === 'END' && other.last.max < day && other.last.max >= claim.last.min;
  const notBegun = other.firstHardness === 'START' && other.first.min > day && other.first.min <= claim.first.max;
  return ended || notBegun;
}

/** The ranges of claims, each with the last day of which its sources can know. */
export const knownRanges = (file: CaseFile, claims: readonly (PostingEntry | LinkEntry)[]): KnownRange[] =>
  claims.map((claim) => ({ range: claim.range, knownThrough: knownThrough(file)(claim) }));

/** Links with their cover of a day. */
export const linksOn = keptPerDay((file: CaseFile, day: string) =>
  coversOn(day, file.links, (link) => `${link.subordinateId} ${link.superiorId} ${link.kind}`, knownThrough(file)),
);

/** Postings with their cover of a day. */
export const postingsOn = keptPerDay((file: CaseFile, day: string) =>
  coversOn(day, file.postings, (posting) => `${posting.personId} ${posting.atId} ${posting.role}`, knownThrough(file)),
);

/** Sites with their cover of a day. */
export const sitesOn = keptPerDay((file: CaseFile, day: string) =>
  coversOn(day, file.sites, ({ id }) => id, knownThrough(file)),
);

/** Everybody in a chain asks the same of a file: each day is computed once. */
function keptPerDay<T>(work: (file: CaseFile, day: string) => T): (file: CaseFile, day: string) => T {
  const byFile = new WeakMap<CaseFile, Map<string, T>>();
  return (file, day) => {
    const days = byFile.get(file) ?? new Map<string, T>();
    byFile.set(file, days);
    const cached = days.get(day);
    if (cached !== undefined) return cached;
    const worked = work(file, day);
    days.set(day, worked);
    return worked;
  };
}
