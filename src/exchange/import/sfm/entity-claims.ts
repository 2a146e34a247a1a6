import { LONGEST_PROSE } from '../../../model/record/fields/field.js';
import { DOUBT } from '../../../model/vocabulary.js';
import { scriptOf } from '../reading/script.js';
import type { TableRow } from '../reading/table.js';
import type { RowDoubt } from '../record/doubts.js';
import { withCitations } from '../record/entity.js';
import type { Access, FactClaim, IdentifierClaim, NameClaim } from '../record/imported-record.js';
import { continuation, heldText } from '../record/long-text.js';
import { idByName } from '../record/names.js';
import type { ImportReport } from '../report/import-report.js';
import { DATE_IN_SHEETS } from './dates.js';
import { idOf, uuidOf } from './ids.js';
import type { EntitySheet, FactField } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import type { Entities } from './sfm-index.js';
import { accessOf, claimShape, countSheetCitations, type SourcedValue, sourcedValuesIn } from './sourced-cell.js';
import { isUnreadable, readDate, type Unreadable } from './tenure.js';

/** What a row says of the unit or person it is about: who that is, and under which names. */
export interface EntitySheetRow {
  readonly id: string;
  readonly uuid: string | undefined;
  readonly names: readonly SourcedValue[];
  readonly aliases: readonly SourcedValue[];
  /** The name of a person without the bracket behind it. */
  readonly plainNames: readonly SourcedValue[];
}

/** Reads id and names; undefined, with an error, where there is no id or no sourced name. */
export function entityIn(
  conversion: SfmConversion,
  row: TableRow,
  sheet: EntitySheet,
  prefix: 'unit' | 'person',
): EntitySheetRow | undefined {
  const text = row.get(sheet.id);
  const uuid = uuidOf(text);
  // A row that its editors have not finished is no fault of the sheet.
  const tell: ImportReport['error'] = (...problem) =>
    conversion.report[conversion.isRowReady ? 'error' : 'warning'](...problem);
  if (sheet.id !== undefined && uuid === undefined && !(sheet.idMayLack && text === '')) {
    tell(row.at(sheet.id), 'a UUID', text, 'Without its id the row cannot be imported.');
    row.refuse();
    return undefined;
  }
  const names = sourcedValuesIn(conversion, row, sheet.name);
  const aliases = sheet.otherNames ? sourcedValuesIn(conversion, row, sheet.otherNames) : [];
  const [name] = names;
  if (!name) {
    tell(row.at(sheet.name.column), 'a name', '', 'Without a name the row is not imported.');
    row.refuse();
    return undefined;
  }
  const plainNames = prefix === 'person' ? withoutBracket(name) : [];
  const id = uuid === undefined ? idByName(conversion, prefix, name.value) : idOf(prefix, uuid);
  return { id, uuid, names, aliases, plainNames };
}

/** Sheets tell namesakes apart by a bracket, such as `Viktor Marn (3rd Division)`: the name without it is a name too. */
function withoutBracket(name: SourcedValue): SourcedValue[] {
  const plain = /^(.+?)\s*\([^()]+\)$/.exec(name.value)?.[1];
  return plain === undefined ? [] : [{ ...name, value: plain }];
}

/**
 * Remembers the names of a row, so that other rows can refer to it. A name without its bracket does not: the sheet has the
 * bracket because others bear that name too.
 */
export function remember(entities: Entities, { id, names, aliases }: EntitySheetRow): void {
  for (const { value, cites } of [...names, ...aliases]) entities.add(id, value, accessOf(cites));
}

/** A name as a claim. */
export function nameClaim(value: SourcedValue, kind: 'PREFERRED' | 'ALIAS'): NameClaim {
  const { start } = heldText(value.value);
  const base = claimShape([value], [], continuation(value.column, value.value));
  return { value: start, kind, lang: 'und', script: scriptOf(value.value), ...base };
}

/** A value as a fact on something that only `end` may see. */
export function factClaim(property: string, cell: SourcedValue, end: Access, value = cell.value): FactClaim {
  const { start } = heldText(value, LONGEST_PROSE);
  return { property, value: start, ...claimShape([cell], [end], continuation(cell.column, value, LONGEST_PROSE)) };
}

/** The country in the words of the sheet, with its code where they are one. */
export function countryIn(conversion: SfmConversion, row: TableRow, sheet: EntitySheet, end: Access): FactClaim[] {
  const [cell] = sheet.country ? sourcedValuesIn(conversion, row, sheet.country) : [];
  if (!cell) return [];
  const code = cell.value.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return [withCountedCitations({ ...factClaim('COUNTRY', cell, end), code }, cell)];
  const expected = 'a country code of two letters';
  conversion.report.warning(cell.origin, expected, cell.value, 'The country is kept as text only.');
  return [withCountedCitations(factClaim('COUNTRY', cell, end), cell)];
}

/** The facts that stand in columns of their own; dates are read and written our way. */
export function factsIn(
  conversion: SfmConversion,
  row: TableRow,
  fields: readonly FactField[],
  end: Access,
): FactClaim[] {
  return fields.flatMap(({ property, field, date }) => {
    if (date) {
      const found = readDate(conversion, row, date);
      if (!found) return [];
      if (isUnreadable(found)) return [unreadableFact(conversion, row, property, found, end)];
      return [withCountedCitations(factClaim(property, found.source, end, found.date.text), found.source)];
    }
    const values = sourcedValuesIn(conversion, row, field);
    return values.map((one) => withCountedCitations(factClaim(property, one, end), one));
  });
}

/** A date that cannot be read, in its own words and with its doubt. */
function unreadableFact(
  conversion: SfmConversion,
  row: TableRow,
  property: string,
  { column, text, source }: Unreadable,
  end: Access,
): FactClaim {
  conversion.report.warning(row.at(column), DATE_IN_SHEETS, text, DOUBT.DATE_UNREADABLE);
  const doubts: RowDoubt[] = [...(source.doubts ?? []), { doubt: 'DATE_UNREADABLE', text: `${column}: ${text}` }];
  return withCountedCitations(factClaim(property, { ...source, doubts }, end, text), source);
}

/** Keeps how many citations of the sheets stand in a claim, until it is given. */
export const withCountedCitations = <T extends object>(claim: T, ...parts: readonly SourcedValue[]): T =>
  withCitations(claim, countSheetCitations(parts));

/** Other people's id: the sheet itself says so. */
export function identifierOf(conversion: SfmConversion, uuid: string | undefined, end: Access): IdentifierClaim[] {
  if (uuid === undefined) return [];
  const { id, access } = conversion.fileAsReport;
  const level = access === 'CONFIDENTIAL' ? access : end;
  return [{ scheme: 'SFM', value: uuid, cites: [{ report: id }], access: level, credibility: 6 }];
}
