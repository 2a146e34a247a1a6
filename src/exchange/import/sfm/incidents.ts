import type { TableRow } from '../reading/table.js';
import type { RowDoubt } from '../record/doubts.js';
import { countOf } from '../record/entity.js';
import type { Access, ClaimBase } from '../record/imported-record.js';
import { dated, datedShape } from './dated-claims.js';
import { factsIn } from './entity-claims.js';
import { idOf, uuidOf } from './ids.js';
import { incidentText, isCoarse, kindsIn, titleOf, violations, withheld } from './incident-words.js';
import type { IncidentSheet } from './layout.js';
import { perpetratorsIn } from './perpetrators.js';
import { checkPlace, type EmittedPlace, emitPlace, rememberPlace } from './places.js';
import type { SfmConversion } from './sfm-conversion.js';
import { citesOrSheet, claimShape, type SourceCitation, type SourcedValue, strictest } from './sourced-cell.js';
import { periodIn } from './tenure.js';

/** Incidents that wait for their later rows: one row is one relation, and a record is given once, whole. */
export type Waiting = Map<string, { head: Record<string, unknown>; facts: object[]; attributions: object[] }>;

/** Remembers the last row of an incident, and its place. */
export function rememberIncident(conversion: SfmConversion, sheet: IncidentSheet, row: TableRow): void {
  const uuid = uuidOf(row.get(sheet.id));
  if (uuid) conversion.index.lastRows.set(uuid, row.number);
  const { cites } = citesOrSheet(conversion, row, { column: sheet.place, source: sheet.source });
  if (uuid && row.get(sheet.place) !== '' && !isCoarse(conversion, row, sheet))
    rememberPlace(conversion, statedPlace(sheet, row, cites), 'PLACE');
}

const statedPlace = (sheet: IncidentSheet, row: TableRow, cites: readonly SourceCitation[]): SourcedValue => ({
  value: row.get(sheet.place),
  column: sheet.place,
  cites,
  origin: row.at(sheet.place),
});

/** Reads one row of an incident, and emits the incident with its last row. */
export function emitIncident(conversion: SfmConversion, sheet: IncidentSheet, row: TableRow, waiting: Waiting): void {
  const uuid = uuidOf(row.get(sheet.id));
  if (uuid === undefined) {
    conversion.report.error(
      row.at(sheet.id),
      'a UUID',
      row.get(sheet.id),
      'Without its id the row cannot be imported.',
    );
    return;
  }
  join(conversion, sheet, row, uuid, headIn(conversion, sheet, row, uuid), waiting);
  const whole = waiting.get(uuid);
  if (conversion.index.lastRows.get(uuid) !== row.number || !whole) return;
  conversion.emit(
    'incidents',
    { ...whole.head, facts: whole.facts, attributions: whole.attributions },
    row.at(sheet.id),
  );
  waiting.delete(uuid);
}

/** The first row of an incident tells it; later rows add perpetrators and facts. */
function join(
  conversion: SfmConversion,
  sheet: IncidentSheet,
  row: TableRow,
  uuid: string,
  head: Head,
  waiting: Waiting,
): void {
  const earlier = waiting.get(uuid);
  const whole = earlier ?? { head: head.record, facts: [], attributions: [] };
  waiting.set(uuid, whole);
  whole.attributions.push(...perpetratorsIn(conversion, sheet, row, uuid, head));
  whole.facts.push(...head.facts.filter((claim) => conversion.isNewClaim([uuid, claim], countOf(claim))));
  const citations = head.cites.filter(({ counted }) => counted).length;
  conversion.report.citations[earlier ? 'repeats' : 'leaves'](citations);
  if (differs(whole.head, head.record))
    conversion.report.warning(
      row.at(sheet.id),
      'the same as on the earlier rows of this incident',
      String(head.record.title),
      'Only facts and perpetrators are taken from this row.',
    );
}

const DIFFERENCES = ['title', 'summary', 'first', 'last', 'cites'];
const differs = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  DIFFERENCES.some((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));

/** What a row says of the incident. */
export interface Head {
  readonly record: Record<string, unknown>;
  readonly facts: readonly object[];
  readonly cites: readonly SourceCitation[];
  readonly doubts: readonly RowDoubt[];
  readonly access: Access;
}

function headIn(conversion: SfmConversion, sheet: IncidentSheet, row: TableRow, uuid: string): Head {
  const [start, end] = [sheet.span.first.column, sheet.span.last.column];
  const sourced = citesOrSheet(conversion, row, { column: 'incident', source: sheet.source });
  const { cites } = sourced;
  const period = periodIn(conversion, row, {
    ...sheet.span,
    endWords: { '': row.get(end) === '' ? 'LAST_CITED' : 'END' },
  });
  const { kinds, doubts } = kindsIn(conversion, row, sheet);
  const coarse = isCoarse(conversion, row, sheet);
  const place = coarse ? undefined : placeOf(conversion, sheet, row, cites);
  const cell: SourcedValue = { value: uuid, column: start ?? sheet.id, cites, origin: row.at(start) };
  const idValue = period.tenure ? dated(conversion, cell, period.tenure.last) : cell;
  const shape = claimShape([idValue], [place?.access], [], [...sourced.doubts, ...doubts, ...period.doubts]);
  const own = datedShape(conversion, coarse ? withoutDays(shape) : shape);
  const cited = { ...own, cites: own.cites.map(({ paraphrase: _said, ...rest }) => rest) };
  const what = coarse ? withheld(conversion, sheet, row, period.tenure) : incidentText(sheet, row, period.tenure);
  const identifiers = [
    {
      scheme: 'SFM',
      value: uuid,
      cites: [{ report: conversion.fileAsReport.id }],
      access: strictest(own.access, conversion.fileAsReport.access),
      credibility: 6,
    },
  ];
  const base = claimShape([{ ...cell, doubts: sourced.doubts }], [own.access]);
  const facts = [
    ...violations(conversion, row, sheet, base),
    ...(coarse ? [] : factsIn(conversion, row, sheet.facts, own.access)),
  ];
  const title = titleOf(row.get(sheet.kinds), what.first);
  const record = {
    id: idOf('incident', uuid),
    title,
    kinds,
    ...what,
    ...(place ? { location: place.id } : {}),
    ...cited,
    identifiers,
  };
  return { record, facts, cites, doubts: sourced.doubts, access: own.access };
}

/** The words of a doubt may tell the day of an incident of sexual violence. */
const withoutDays = (base: ClaimBase): ClaimBase => ({
  ...base,
  ...(base.doubts && { doubtsAsStated: base.doubts.map(() => 'Withheld.') }),
});

function placeOf(
  conversion: SfmConversion,
  sheet: IncidentSheet,
  row: TableRow,
  cites: readonly SourceCitation[],
): EmittedPlace | undefined {
  if (row.get(sheet.place) === '') return undefined;
  checkPlace(conversion, row, sheet.place);
  return emitPlace(conversion, statedPlace(sheet, row, cites), 'PLACE');
}
