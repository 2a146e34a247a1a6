import {
  type Cover,
  coverOn,
  type ImpreciseDate,
  type ImpreciseRange,
  type KnownRange,
} from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import type { CaseFile, LinkEntry, PostingEntry, SourcedStatement } from './case-file.rules.js';
import { keptPerDay, keptPerFile } from './kept-per-file.rules.js';

/** What the statements of a case file say of one day. */

export type LinkOn = LinkEntry & { readonly cover: Cover };

export type PostingOn = PostingEntry & { readonly cover: Cover };

/** The range of a statement on a day, weighed against what others say of the same relation. */
interface Dated {
  readonly id: string;
  readonly range: ImpreciseRange;
}

/** The last day on which a report may have come out that counts for a statement and does not only pass on what others say. */
export const knownThrough =
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

const linkCovers = (file: CaseFile, day: string, links: readonly LinkEntry[]): LinkOn[] =>
  coversOn(day, links, (link) => `${link.subordinateId} ${link.superiorId} ${link.kind}`, knownThrough(file));

const postOf = (posting: PostingEntry) => `${posting.personId} ${posting.atId} ${posting.role}`;

const postingCovers = (file: CaseFile, day: string, postings: readonly PostingEntry[]): PostingOn[] =>
  joinedTenures(day, coversOn(day, postings, postOf, knownThrough(file)), knownThrough(file));

/**
 * Two claims of one tenure: one gives the start of a post and assumes that it goes on, another gives the end and does not know
 * the start. The days between them are IMPRECISE, not merely assumed: the person held the post before them and until their
 * end. This does not hold where another claim of the post starts or ends in between, which would make it two tenures, nor
 * on a day of which the sources of the end cannot know.
 */
function joinedTenures(
  day: string,
  postings: readonly PostingOn[],
  lastDayOf: (claim: PostingOn) => string,
): PostingOn[] {
  const ofPost = groupBy(postings, postOf);
  const isBetween = (date: ImpreciseDate, from: ImpreciseDate, to: ImpreciseDate) =>
    date.max > from.max && date.min < to.min;
  const isJoined = (start: PostingOn) => {
    const claims = (ofPost.get(postOf(start)) ?? []).filter(isAccepted);
    return claims.some((end) => {
      const { first, firstHardness, last, lastHardness } = end.range;
      if (lastHardness !== 'END' || firstHardness !== 'FIRST_CITED') return false;
      if (first.min <= start.range.first.max || day > last.max || day > lastDayOf(end)) return false;
      return !claims.some(
        ({ range }) =>
          (range.firstHardness === 'START' && isBetween(range.first, start.range.first, last)) ||
          (range.lastHardness === 'END' && isBetween(range.last, start.range.first, last)),
      );
    });
  };
  return postings.map((posting) => {
    const { cover, range } = posting;
    const isOpenStart =
      range.firstHardness === 'START' && range.lastHardness === 'ASSUMED_TO_CONTINUE' && isAccepted(posting);
    return isOpenStart && cover === 'ASSUMED' && day > range.last.max && isJoined(posting)
      ? { ...posting, cover: 'IMPRECISE' }
      : posting;
  });
}

const isAccepted = ({ status }: SourcedStatement) => status === 'ACCEPTED';

/** Links with their cover of a day. */
export const linksOn = keptPerDay((file: CaseFile, day: string) => linkCovers(file, day, file.links));

/** Postings with their cover of a day. */
export const postingsOn = keptPerDay((file: CaseFile, day: string) => postingCovers(file, day, file.postings));

const postingsByPerson = keptPerFile(({ postings }) => groupBy(postings, ({ personId }) => personId));
const linksBySubordinate = keptPerFile(({ links }) => groupBy(links, ({ subordinateId }) => subordinateId));

/** The postings of one person with their cover of a day: for questions that ask of many days. */
export const postingsOfPersonOn = (file: CaseFile, personId: string, day: string): PostingOn[] =>
  postingCovers(file, day, postingsByPerson(file).get(personId) ?? []);

/** All links that may lead up from a unit, of any day, with their cover of this one: for questions that ask of many days. */
export const linksAboveOn = (file: CaseFile, unitId: string, day: string): LinkOn[] =>
  linkCovers(file, day, linksAbove(file, unitId));

/** All links that may lead up from a unit, of any day. */
export function linksAbove(file: CaseFile, unitId: string): LinkEntry[] {
  // The set grows while it is walked: from the unit up.
  const units = new Set([unitId]);
  const links: LinkEntry[] = [];
  for (const unit of units)
    for (const link of linksBySubordinate(file).get(unit) ?? []) {
      links.push(link);
      units.add(link.superiorId);
    }
  return links;
}

/** Sites with their cover of a day. */
export const sitesOn = keptPerDay((file: CaseFile, day: string) =>
  coversOn(day, file.sites, ({ id }) => id, knownThrough(file)),
);
