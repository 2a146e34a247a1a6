import type { TableRow } from '../reading/table.js';
import { emitEntity } from '../record/entity.js';
import type { Access, FactClaim } from '../record/imported-record.js';
import { UNIT_KIND, unitKindOf } from '../record/kinds.js';
import {
  type EntitySheetRow,
  entityIn,
  factClaim,
  factsIn,
  identifierOf,
  nameClaim,
  remember,
  withCountedCitations,
} from './entity-claims.js';
import type { EntitySheet, PlaceGroup, Span, UnitSheet } from './layout.js';
import { rememberBase, rememberPlace } from './places.js';
import { emitPositioning, emitSuperior, kindOfPlace, placeKindIn } from './relations.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type SourcedValue, sourcedValuesIn } from './sourced-cell.js';
import { periodIn } from './tenure.js';

/** Remembers the unit of a row, and the places that the row names. */
export function rememberUnit(conversion: SfmConversion, sheet: UnitSheet, row: TableRow): void {
  const read = entityIn(conversion, row, sheet, 'unit');
  if (!read) return;
  const classes = sourcedValuesIn(conversion, row, sheet.classification);
  const kind = classes === 'refused' ? undefined : unitKindOf(classes.map(({ value }) => value));
  remember(conversion.index.units, read, kind);
  for (const group of sheet.places) rememberPlaces(conversion, row, group);
}

function rememberPlaces(conversion: SfmConversion, row: TableRow, group: PlaceGroup): void {
  const kind = placeKindIn(conversion, row, group);
  const place = firstOf(sourcedValuesIn(conversion, row, group.place));
  if (!kind || !place) return;
  rememberPlace(conversion, place, kindOfPlace(kind));
  const base = group.base && firstOf(sourcedValuesIn(conversion, row, group.base));
  if (base) rememberBase(conversion, base, place, kindOfPlace(kind));
}

const firstOf = (values: SourcedValue[] | 'refused') => (values === 'refused' ? undefined : values[0]);

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
  const country = countryIn(conversion, row, sheet, access);
  const classification = sourcedValuesIn(conversion, row, sheet.classification);
  const facts = [
    ...(classification === 'refused'
      ? []
      : classification.map((one) => withCountedCitations(factClaim('CLASSIFICATION', one, access), one))),
    ...country.facts,
    ...existenceIn(conversion, row, sheet.existence, access),
    ...factsIn(conversion, row, sheet.facts, access),
  ];
  const properties = {
    kind: unit?.kind ?? kindInstead(conversion, sheet, row, read.id),
    placeholder: unit?.placeholder ?? false,
    ...country.code,
  };
  emitEntity(
    conversion,
    'units',
    read.id,
    properties,
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

/** The country as a fact, and as a code where it is one. */
export function countryIn(
  conversion: SfmConversion,
  row: TableRow,
  sheet: EntitySheet,
  access: Access,
): { facts: FactClaim[]; code: { country?: string } } {
  const values = sheet.country ? firstOf(sourcedValuesIn(conversion, row, sheet.country)) : undefined;
  if (!values) return { facts: [], code: {} };
  const code = values.value.toUpperCase();
  const facts = [withCountedCitations(factClaim('COUNTRY', values, access, code), values)];
  if (/^[A-Z]{2}$/.test(code)) return { facts, code: { country: code } };
  conversion.report.warning(
    values.origin,
    'a country code of two letters',
    values.value,
    'The country is kept as text only.',
  );
  return { facts, code: {} };
}

function kindInstead(conversion: SfmConversion, sheet: UnitSheet, row: TableRow, id: string): string {
  const kind = conversion.options.unitKind ?? UNIT_KIND;
  if (conversion.isNew('kind', id))
    conversion.report.warning(
      row.at(sheet.classification.column),
      'a classification that tells the kind of unit',
      row.get(sheet.classification.column),
      `The kind of the unit is set to ${kind}.`,
    );
  return kind;
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
  const fact = (property: string, cell: SourcedValue, value = cell.value) =>
    factClaim(property, { ...cell, doubts: [...(cell.doubts ?? []), ...doubts] }, access, value);
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
