import type { TableRow } from '../reading/table.js';
import { withRangeDoubts } from '../record/doubts.js';
import { emitEntity } from '../record/entity.js';
import type { Access, FactClaim } from '../record/imported-record.js';
import {
  countryIn,
  type EntitySheetRow,
  entityIn,
  factClaim,
  factsIn,
  identifierOf,
  nameClaim,
  remember,
  withCountedCitations,
} from './entity-claims.js';
import type { PlaceGroup, Span, UnitSheet } from './layout.js';
import { rememberBase, rememberPlace } from './places.js';
import { emitPositioning, emitSuperior, kindOfPlace, placeKindIn } from './relations.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type SourcedValue, sourcedValuesIn } from './sourced-cell.js';
import { periodIn } from './tenure.js';

/** Remembers the unit of a row, and the places that the row names. */
export function rememberUnit(conversion: SfmConversion, sheet: UnitSheet, row: TableRow): void {
  const read = entityIn(conversion, row, sheet, 'unit');
  if (!read) return;
  remember(conversion.index.units, read);
  for (const group of sheet.places) rememberPlaces(conversion, row, group);
}

function rememberPlaces(conversion: SfmConversion, row: TableRow, group: PlaceGroup): void {
  const kind = placeKindIn(conversion, row, group);
  const [place] = sourcedValuesIn(conversion, row, group.place);
  if (!kind || !place) return;
  rememberPlace(conversion, place, kindOfPlace(kind));
  const [base] = group.base ? sourcedValuesIn(conversion, row, group.base) : [];
  if (base) rememberBase(conversion, base, place, kindOfPlace(kind));
}

/**
 * Emits what a row states: the unit, and each relation separately. Groups of columns are never joined because they
 * share a row.
 */
export function emitUnit(conversion: SfmConversion, sheet: UnitSheet, row: TableRow): void {
  const read = entityIn(conversion, row, sheet, 'unit');
  if (!read) {
    const targets = [...sheet.links.map(({ superior }) => superior.name), ...sheet.places.map(({ place }) => place)];
    conversion.report.links.arrives(targets.filter(({ column }) => row.get(column) !== '').length);
    return;
  }
  const unit = conversion.index.units.get(read.id);
  const access = unit?.access ?? 'PUBLIC';
  const facts = [
    ...classificationsIn(conversion, row, sheet, { id: read.id, access }),
    ...countryIn(conversion, row, sheet, access),
    ...existenceIn(conversion, row, sheet.existence, access),
    ...factsIn(conversion, row, sheet.facts, access),
  ];
  emitEntity(
    conversion,
    'units',
    read.id,
    { placeholder: unit?.placeholder ?? false },
    { ...namesOf(read), identifiers: identifierOf(conversion, read.uuid, access), facts },
    row.at(sheet.name.column),
  );
  for (const group of sheet.links) emitSuperior(conversion, row, group, { id: read.id, access });
  for (const group of sheet.places) emitPositioning(conversion, row, group, { id: read.id, access });
}

/** The names of a row as claims. */
export function namesOf({ names, aliases, plainNames }: EntitySheetRow) {
  return {
    names: [
      ...names.map((one) => withCountedCitations(nameClaim(one, 'PREFERRED'), one)),
      ...aliases.map((one) => withCountedCitations(nameClaim(one, 'ALIAS'), one)),
      // Its citations count once, with the name that stands in the cell.
      ...plainNames.map((one) => nameClaim(one, 'ALIAS')),
    ],
  };
}

/**
 * The classifications of a unit in the words of the sheet, each with the kinds that it stands for. Words that the lexicon
 * does not have are kept with a doubt.
 */
function classificationsIn(
  conversion: SfmConversion,
  row: TableRow,
  { classification }: UnitSheet,
  unit: { readonly id: string; readonly access: Access },
): FactClaim[] {
  const cells = sourcedValuesIn(conversion, row, classification);
  return cells.flatMap((cell): FactClaim[] => {
    const [kind, ...further] = conversion.options.lexicons.UNIT_KINDS.allIn(cell.value);
    if (kind === undefined) return [unknownKind(conversion, cell, unit)];
    const fact = factClaim('CLASSIFICATION', cell, unit.access);
    return [
      withCountedCitations({ ...fact, code: kind }, cell),
      // The citations of the cell count once.
      ...further.map((code) => ({ ...fact, code })),
    ];
  });
}

function unknownKind(
  conversion: SfmConversion,
  cell: SourcedValue,
  { id, access }: { readonly id: string; readonly access: Access },
): FactClaim {
  if (conversion.isNew('kind', id, cell.value)) conversion.report.unknownWord('UNIT_KINDS', cell.origin, cell.value);
  const doubts = [...(cell.doubts ?? []), { doubt: 'KIND_UNKNOWN', text: `${cell.column}: ${cell.value}` } as const];
  return withCountedCitations(factClaim('CLASSIFICATION', { ...cell, doubts }, access), cell);
}

const LAST_WORDS = {
  END: 'DISBANDED',
  LAST_CITED: 'LAST_CITED',
  ASSUMED_TO_CONTINUE: 'ASSUMED_TO_CONTINUE_FROM',
} as const;

/** Since when and until when the unit itself is cited: a first citation is not a founding. */
function existenceIn(conversion: SfmConversion, row: TableRow, span: Span | undefined, access: Access): FactClaim[] {
  if (
    !span ||
    [span.first, span.last].every((date) => [date.column, date.year].every((column) => row.get(column) === ''))
  )
    return [];
  const { tenure, doubts, unreadable } = periodIn(conversion, row, span);
  const file = { report: conversion.fileAsReport.id };
  const fact = (property: string, cell: SourcedValue, value = cell.value) =>
    withRangeDoubts(factClaim(property, { ...cell, doubts: [...(cell.doubts ?? []), ...doubts] }, access, value), file);
  const asStated = unreadable.map((cell) =>
    withCountedCitations(fact(cell.column === span.last.column ? 'LAST_CITED' : 'FIRST_CITED', cell), cell),
  );
  if (!tenure) return asStated;
  const { first, last, from, until, firstHardness, lastHardness } = tenure;
  const onlyLast = from.column === span.last.column;
  const founded = firstHardness === 'START' ? 'FOUNDED' : 'FIRST_CITED';
  const begins = onlyLast ? [] : [withCountedCitations(fact(founded, from, first.text), from)];
  const end = until ?? (onlyLast ? from : undefined);
  const ends = end ? [withCountedCitations(fact(LAST_WORDS[lastHardness], end, last.text), end)] : [];
  const assumed =
    !end && lastHardness === 'ASSUMED_TO_CONTINUE' ? [fact(LAST_WORDS[lastHardness], from, first.text)] : [];
  return [...begins, ...ends, ...assumed, ...asStated];
}
