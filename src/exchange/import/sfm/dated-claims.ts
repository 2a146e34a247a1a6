import { canKnowOf } from '../../../model/record/record.rules.js';
import type { Access, ClaimBase } from '../record/imported-record.js';
import type { SfmConversion } from './sfm-conversion.js';
import { accessOf, claimShape, countSheetCitations, type SourceCitation, type SourcedValue } from './sourced-cell.js';
import type { SfmTenure } from './tenure.js';

/** Which sources are valid for which part of a range: no source is cited for a day after its own publication. */

/** A claim about a range, ready to be emitted. */
export interface RangeClaim {
  readonly first: string;
  readonly last: string;
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

/**
 * The claims of a relation. Sources too old for the last date, and readers who may not see its sources, know only the
 * first date: they get a claim of their own, without the end, beside the claim with the whole range. None, with an
 * error, if a cell has no source that is recent enough.
 */
export function rangeClaims(
  conversion: SfmConversion,
  tenure: SfmTenure,
  others: readonly SourcedValue[],
  ends: readonly (Access | undefined)[],
  notes: readonly Note[] = [],
): RangeClaim[] {
  const { until } = tenure;
  const sound = [...others, tenure.from].map((part) => knowing(conversion, part, tenure.first.min, tenure.first.text));
  const end = until && knowing(conversion, until, tenure.last.min, tenure.last.text);
  const parts = sound.filter((part) => part !== undefined);
  if (parts.length < sound.length || (until && !end)) return [];
  const first = `${tenure.first.text} ${tenure.firstHardness}`;
  const last = `${tenure.last.text} ${tenure.lastHardness}`;
  if (!end) return [claimOf(first, last, parts, [], ends, notes)];
  const hidden = accessOf(end.cites) === 'CONFIDENTIAL';
  const knows = ({ source }: SourceCitation) => !hidden && canKnowOf(source.publishedMax, tenure.last.min);
  const early = parts.map((part) => only(part, (cited) => !knows(cited)));
  const late = [...parts.map((part) => only(part, knows)), end];
  const levels = parts.map((part) => accessOf(part.cites));
  const whole = claimOf(first, last, late, [...levels, accessOf(end.cites)], ends, notes);
  if (early.every((part) => part.cites.length === 0)) return [whole];
  return [claimOf(first, `${tenure.first.text} LAST_CITED`, early, levels, ends, notes), whole];
}

/**
 * Whether a cell has a source that can know the beginning of a range; an error otherwise. The relation remains without
 * an optional value.
 */
export function hasSourceFor(conversion: SfmConversion, part: SourcedValue, { first }: SfmTenure): boolean {
  if (part.cites.some(({ source }) => canKnowOf(source.publishedMax, first.min))) return true;
  knowing(conversion, part, first.min, first.text);
  return false;
}

function claimOf(
  first: string,
  last: string,
  parts: readonly SourcedValue[],
  levels: readonly Access[],
  ends: readonly (Access | undefined)[],
  notes: readonly Note[],
): RangeClaim {
  const cited = parts.filter((part) => part.cites.length > 0);
  const columns = new Set(cited.map(({ column }) => column));
  const texts = notes.filter(({ column }) => columns.has(column)).map(({ text }) => text);
  return {
    first,
    last,
    base: claimShape(cited, [...ends, ...levels], texts),
    columns,
    citations: countSheetCitations(cited),
  };
}

const only = (part: SourcedValue, isWanted: (cited: SourceCitation) => boolean): SourcedValue => ({
  ...part,
  cites: part.cites.filter(isWanted),
});

/** A cell without the sources that were published before the day that they are cited for; each of those is an error. */
function knowing(conversion: SfmConversion, part: SourcedValue, day: string, date: string): SourcedValue | undefined {
  const [able, unable] = [
    only(part, ({ source }) => canKnowOf(source.publishedMax, day)),
    only(part, ({ source }) => !canKnowOf(source.publishedMax, day)),
  ];
  for (const { source } of unable.cites)
    conversion.report.sourceTooOld('ERROR', part.origin, date, `${source.id}, published by ${source.publishedMax}`);
  return able.cites.length === 0 ? undefined : able;
}
