import type { ImpreciseDate } from '../../../model/date-range.js';
import { canKnowOf } from '../../../model/record/record.rules.js';
import { type RowDoubt, withRangeDoubts } from '../record/doubts.js';
import type { Access, ClaimBase } from '../record/imported-record.js';
import type { SfmConversion } from './sfm-conversion.js';
import {
  accessOf,
  claimShape,
  countSheetCitations,
  type SourceCitation,
  type SourcedValue,
  strictest,
} from './sourced-cell.js';
import type { Period } from './tenure.js';

/** Which sources are valid for which part of a range, and what is doubtful about it. */

/** A claim about a range, ready to be emitted. */
export interface RangeClaim {
  /** Both ends, none where the row gives no date. */
  readonly first?: string;
  readonly last?: string;
  readonly base: ClaimBase;
  /** The columns whose sources it cites: only their values may stand in it. */
  readonly columns: ReadonlySet<string>;
  /** Citations from the sheets in it. */
  readonly citations: number;
}

/** Words of a cell for the note of the claims that cite its sources. */
export interface Note {
  readonly column: string;
  readonly text: string;
}

/** What all claims of one relation share. */
interface About {
  readonly ends: readonly (Access | undefined)[];
  readonly notes: readonly Note[];
  readonly doubts: readonly RowDoubt[];
}

/**
 * The claims of a relation. Sources too old for the last date, and readers who may not see its sources, know only the
 * first date: they get a claim of their own, without the end, beside the claim with the whole range. Where a source is
 * older than the date for which it is cited, the claim has a doubt, and the sheet itself is cited as that which says so.
 */
export function rangeClaims(
  conversion: SfmConversion,
  { tenure, doubts }: Period,
  others: readonly SourcedValue[],
  ends: readonly (Access | undefined)[],
  notes: readonly Note[] = [],
): RangeClaim[] {
  if (!tenure) return [claimOf(conversion, {}, others, [], { ends, notes, doubts })];
  const parts = [...others, tenure.from];
  const onFirst = (part: SourcedValue) => dated(conversion, part, tenure.first);
  const end = tenure.until && dated(conversion, tenure.until, tenure.last);
  const about = { ends, notes, doubts };
  const first = `${tenure.first.text} ${tenure.firstHardness}`;
  const last = `${tenure.last.text} ${tenure.lastHardness}`;
  if (!end) return [claimOf(conversion, { first, last }, parts.map(onFirst), [], about)];
  const levels = parts.map((part) => accessOf(part.cites));
  // Where the claim without the end is as restricted as its end, it says nothing to anybody that the whole one does not.
  const hidden = accessOf(end.cites) === 'CONFIDENTIAL' && strictest(...levels, ...ends) === 'PUBLIC';
  const knows = ({ source }: SourceCitation) => canKnowOf(source.publishedMax, tenure.last.min);
  const early = parts.map((part) => onFirst(only(part, (cited) => hidden || !knows(cited))));
  const late = parts.map((part) => onFirst(only(part, knows))).map(hidden ? uncounted : (part) => part);
  const sheet = passingOn(conversion);
  const mayPassOn = knows(sheet) && strictest(...levels) === strictest(...levels, sheet.source.access);
  const values = late.map((part, at) =>
    mayPassOn && part.cites.length === 0 && others[at] ? passedOn(others[at], sheet) : part,
  );
  const whole = claimOf(conversion, { first, last }, [...values, end], [...levels, accessOf(end.cites)], about);
  if (early.every((part) => part.cites.length === 0)) return [whole];
  const start = { first, last: `${tenure.first.text} LAST_CITED` };
  return [claimOf(conversion, start, early, levels, about), whole];
}

function claimOf(
  conversion: SfmConversion,
  range: Pick<RangeClaim, 'first' | 'last'>,
  parts: readonly SourcedValue[],
  levels: readonly Access[],
  { ends, notes, doubts }: About,
): RangeClaim {
  const cited = parts.filter((part) => part.cites.length > 0);
  const columns = new Set(cited.map(({ column }) => column));
  const texts = notes.filter(({ column }) => columns.has(column)).map(({ text }) => text);
  const base = datedShape(conversion, claimShape(cited, [...ends, ...levels], texts, doubts));
  return { ...range, base, columns, citations: countSheetCitations(cited) };
}

/** A claim as the doubts about its dates leave it, with the sheet as that which passes on what its sources cannot know. */
export function datedShape(conversion: SfmConversion, base: ClaimBase): ClaimBase {
  return withRangeDoubts(base, { report: conversion.fileAsReport.id });
}

/** The sheet as that which says of a whole range what only an earlier source of the row tells, such as a rank. */
const passingOn = ({ fileAsReport }: SfmConversion): SourceCitation => ({
  source: fileAsReport,
  citation: { report: fileAsReport.id, secondary: true },
  counted: false,
});

const passedOn = (part: SourcedValue, sheet: SourceCitation): SourcedValue => ({
  ...part,
  cites: [{ ...sheet, citation: { ...sheet.citation, paraphrase: `Cited for the column "${part.column}".` } }],
});

/** A cell whose citations are counted in another claim. */
const uncounted = (part: SourcedValue): SourcedValue => ({
  ...part,
  cites: part.cites.map((cite) => ({ ...cite, counted: false })),
});

const only = (part: SourcedValue, isWanted: (cited: SourceCitation) => boolean): SourcedValue => ({
  ...part,
  cites: part.cites.filter(isWanted),
});

/** A cell with all its sources, and with a doubt where one of them came out before the day that it is cited for. */
export function dated(conversion: SfmConversion, part: SourcedValue, { min, text }: ImpreciseDate): SourcedValue {
  const unable = part.cites.filter(
    ({ source, citation }) => !citation.secondary && !canKnowOf(source.publishedMax, min),
  );
  for (const { source } of unable)
    conversion.report.sourceTooOld('WARNING', part.origin, text, `${source.id}, published by ${source.publishedMax}`);
  if (unable.length === 0) return part;
  const doubt = { doubt: 'SOURCE_OLDER_THAN_DATE', text: `${part.column}: ${text}` } as const;
  return { ...part, doubts: [...(part.doubts ?? []), doubt] };
}
