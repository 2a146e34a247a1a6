import type { TableRow } from '../reading/table.js';
import type { RowDoubt } from '../record/doubts.js';
import { emitEntity } from '../record/entity.js';
import { continuation, heldText } from '../record/long-text.js';
import { type Note, rangeClaims } from './dated-claims.js';
import { countryIn, entityIn, factsIn, identifierOf, remember } from './entity-claims.js';
import type { PeopleExtraSheet, PeopleSheet } from './layout.js';
import { referredTo } from './references.js';
import { emitRelation, type RelationEnd } from './relations.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type SourcedValue, sourcedValuesIn } from './sourced-cell.js';
import { periodIn } from './tenure.js';
import { namesOf } from './units.js';

/** Remembers the person of a row. */
export function rememberPerson(conversion: SfmConversion, sheet: PeopleSheet, row: TableRow): void {
  const read = entityIn(conversion, row, sheet, 'person');
  if (read) remember(conversion.index.people, read);
}

/** Emits the person of a row, and the posting in it. */
export function emitPerson(conversion: SfmConversion, sheet: PeopleSheet, row: TableRow): void {
  const read = entityIn(conversion, row, sheet, 'person');
  if (!read) {
    conversion.report.links.arrives(row.get(sheet.unit.name.column) === '' ? 0 : 1);
    return;
  }
  const access = conversion.index.people.get(read.id)?.access ?? 'PUBLIC';
  const facts = [...countryIn(conversion, row, sheet, access), ...factsIn(conversion, row, sheet.facts, access)];
  const claims = { ...namesOf(read), identifiers: identifierOf(conversion, read.uuid, access), facts };
  emitEntity(conversion, 'people', read.id, {}, claims, row.at(sheet.name.column));
  emitPosting(conversion, sheet, row, { id: read.id, access });
}

function emitPosting(conversion: SfmConversion, sheet: PeopleSheet, row: TableRow, person: RelationEnd): void {
  const { unit } = sheet;
  if (row.get(unit.name.column) === '' && row.get(unit.id) === '') return;
  conversion.report.links.arrives();
  const at = referredTo(conversion, row, conversion.index.units, unit);
  const roles = sourcedValuesIn(conversion, row, sheet.role);
  const extras = [sheet.title, sheet.rank, ...sheet.contexts].map((field) => sourcedValuesIn(conversion, row, field));
  const period = periodIn(conversion, row, sheet.span);
  const origin = row.at(unit.name.column);
  if (!at) return;
  if (at.placeholder) {
    conversion.report.error(origin, 'a unit that is known', row.get(unit.name.column), 'A stand-in holds no posts.');
    return;
  }
  const parts = extras.map(([extra]) => extra);
  const [title, rank, ...contexts] = parts;
  const role = roleIn(conversion, row, sheet, roles[0]);
  const notes: Note[] = [
    ...contexts.flatMap((one) => (one ? [{ column: one.column, text: one.value }] : [])),
    ...[roles[0], title, rank].flatMap((one) =>
      one ? continuation(one.column, one.value).map((text) => ({ column: one.column, text })) : [],
    ),
  ];
  const statedParts = parts.filter((one) => one !== undefined);
  const claims = rangeClaims(
    conversion,
    { ...period, doubts: [...period.doubts, ...role.doubts] },
    [at.value, ...roles, ...statedParts],
    [person.access, at.access],
    notes,
  );
  const what = (columns: ReadonlySet<string>) => ({
    ...{ person: person.id, at: at.id, role: role.role },
    ...(roles[0] && { roleAsStated: heldText(roles[0].value).start }),
    ...(title && columns.has(title.column) ? { title: heldText(title.value).start } : {}),
    ...(rank && columns.has(rank.column) ? { rank: heldText(rank.value).start } : {}),
  });
  emitRelation(conversion, 'postings', what, claims, origin);
}

/** Our word for the role. A text that is none of the words for roles commands nothing, and is told. */
function roleIn(
  conversion: SfmConversion,
  row: TableRow,
  { role: { column } }: PeopleSheet,
  cell: SourcedValue | undefined,
): { role: string; doubts: readonly RowDoubt[] } {
  const role = cell && conversion.options.lexicons.ROLES.of(cell.value);
  if (role) return { role, doubts: [] };
  const text = cell?.value ?? '';
  conversion.report.unknownWord('ROLES', row.at(column), text);
  return { role: 'UNKNOWN', doubts: [{ doubt: 'ROLE_UNKNOWN', text: `${column}: ${text || 'empty'}` }] };
}

/** Emits further facts about a person whose own row is in the sheet of people. */
export function emitPersonExtra(conversion: SfmConversion, sheet: PeopleExtraSheet, row: TableRow): void {
  const person = referredTo(conversion, row, conversion.index.people, sheet.person);
  if (!person) return;
  const facts = factsIn(conversion, row, sheet.facts, person.access);
  emitEntity(conversion, 'people', person.id, {}, { facts }, row.at(sheet.person.id));
}
