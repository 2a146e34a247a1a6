import type { CaseFile, Passage, SourcedStatement } from './case-file.rules.js';

/** How many say it on their own, and how firmly. */

/**
 * How many publisher groups say it that do not repeat one another. Reports of one group, such as the sections of a paper
 * or the chambers of a court, and reports that repeat one another or the same announcement count once. It is the most
 * reports that share no member of a group, so that one which repeats several others adds nothing and takes nothing away.
 * A report that only passes on what the others say is not counted.
 */
export function independentPublishers(file: CaseFile, citations: readonly Passage[]): number {
  const ids = [...new Set(direct(citations).map(({ reportId }) => reportId))];
  const origins = ids.map((id) => file.reports.get(id)?.origins ?? []).sort((a, b) => a.length - b.length);
  return mostApart(origins.filter((some, at) => !origins.slice(0, at).some((other) => isAmong(other, some))));
}

const direct = (citations: readonly Passage[]) => citations.filter(({ secondary }) => !secondary);

/** Whether the whole group of one report is in that of another, which then adds nothing: without this the search explodes. */
const isAmong = (one: readonly string[], other: readonly string[]) =>
  one.length > 0 && one.every((publisher) => other.includes(publisher));

function mostApart([first, ...rest]: readonly (readonly string[])[]): number {
  if (first === undefined) return 0;
  const apart = rest.filter((other) => !other.some((publisher) => first.includes(publisher)));
  const withIt = 1 + mostApart(apart);
  return withIt >= rest.length ? withIt : Math.max(withIt, mostApart(rest));
}

const FIRM_CREDIBILITY = [1, 2];

const FIRM_RELIABILITY = ['A', 'B'];

/** Graded B2 or better, and without a doubt: credibility 1 or 2, and at least one citation of a report of reliability A or B. */
export function isFirm(file: CaseFile, { credibility, doubts, citations }: SourcedStatement): boolean {
  if (doubts?.length) return false;
  return FIRM_CREDIBILITY.includes(credibility) && firmCitations(file, citations).length > 0;
}

export function firmCitations(file: CaseFile, citations: readonly Passage[]): Passage[] {
  return direct(citations).filter(({ reportId }) =>
    FIRM_RELIABILITY.includes(file.reports.get(reportId)?.reliability ?? 'F'),
  );
}
