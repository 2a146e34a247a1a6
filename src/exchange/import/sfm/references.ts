import type { TableRow } from '../reading/table.js';
import { type Claims, emitEntity } from '../record/entity.js';
import type { Access } from '../record/imported-record.js';
import { idByName } from '../record/names.js';
import { identifierOf, nameClaim } from './entity-claims.js';
import { idOf, uuidOf } from './ids.js';
import type { ReferenceColumn } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type Entities, isPlaceholder } from './sfm-index.js';
import { accessOf, type SourcedValue, sourcedValuesIn, strictest } from './sourced-cell.js';

/** A reference from a row to another record, with its citation. */
export interface Referred {
  readonly id: string;
  readonly access: Access;
  readonly placeholder: boolean;
  readonly value: SourcedValue;
}

/** Finds the unit or person that a row refers to: by id where there is one, else by a name that only one bears. Undefined with an error. */
export function referredTo(
  conversion: SfmConversion,
  row: TableRow,
  entities: Entities,
  reference: ReferenceColumn,
  value?: SourcedValue,
): Referred | undefined {
  const cell = row.get(reference.id);
  const values = value
    ? [value]
    : sourcedValuesIn(conversion, row, reference.name, row.get(reference.name.column) || cell);
  if (!values[0]) return undefined;
  const name = row.get(reference.name.column);
  const bearers = cell === '' ? entities.named(name) : [];
  if (bearers.length > 1) return namesake(conversion, row, entities, reference, bearers.length, values[0]);
  const id =
    cell === ''
      ? (bearers[0] ?? idByName(conversion, entities.prefix, name))
      : idByCell(conversion, row, entities, reference);
  if (id === undefined) return undefined;
  if (entities.get(id) === undefined && !stub(conversion, row, entities, reference, id, values[0])) return undefined;
  const { access = 'PUBLIC', placeholder = false } = entities.get(id) ?? {};
  return { id, access, placeholder, value: values[0] };
}

function idByCell(
  conversion: SfmConversion,
  row: TableRow,
  entities: Entities,
  reference: ReferenceColumn,
): string | undefined {
  const uuid = uuidOf(row.get(reference.id));
  if (uuid === undefined) {
    conversion.report.error(row.at(reference.id), 'a UUID', row.get(reference.id), 'This is not an id.');
    return undefined;
  }
  const id = idOf(entities.prefix, uuid);
  const name = row.get(reference.name.column);
  if (name !== '' && entities.get(id) && !entities.named(name).includes(id))
    conversion.report.warning(
      row.at(reference.name.column),
      `a name of ${id}`,
      name,
      'The id is used; no other row gives it this name.',
    );
  return id;
}

/**
 * A name that several bear: which of them the row means is not said. A record of its own, that bears the name too, keeps the
 * relation, with a doubt; no chain goes through one of the others by a guess. That there are several is known to those
 * alone who may know that each of them bears the name.
 */
function namesake(
  conversion: SfmConversion,
  row: TableRow,
  entities: Entities,
  { name: { column } }: ReferenceColumn,
  bearers: number,
  value: SourcedValue,
): Referred {
  const name = row.get(column);
  const id = idByName(conversion, entities.prefix, name, 'one of several');
  const message = `${bearers} bear this name, and the row does not say which; a record of its own stands for it. Give the id.`;
  conversion.report.warning(row.at(column), 'a name that only one bears', name, message);
  const access = strictest(accessOf(value.cites), entities.accessToBearers(name));
  const text = `${column}: ${name} (${bearers} bear this name)`;
  const doubted: SourcedValue = {
    ...value,
    value: name,
    doubts: [...(value.doubts ?? []), { doubt: 'NAME_AMBIGUOUS', text, access }],
  };
  declare(conversion, entities, id, name, { names: [nameClaim(doubted, 'PREFERRED')] }, value);
  return { id, access, placeholder: false, value: doubted };
}

/** A target without a row of its own: declared by its name alone where the caller wants that, else an error. */
function stub(
  conversion: SfmConversion,
  row: TableRow,
  entities: Entities,
  reference: ReferenceColumn,
  id: string,
  value: SourcedValue,
): boolean {
  const name = row.get(reference.name.column);
  const column = row.get(reference.id) === '' ? reference.name.column : reference.id;
  const [origin, expected, got] = [row.at(column), `a ${entities.prefix} with a row of its own`, row.get(column)];
  if (!conversion.options.stubs || name === '') {
    conversion.report.error(origin, expected, got, `This ${entities.prefix} is declared nowhere.`);
    return false;
  }
  conversion.report.warning(
    origin,
    expected,
    got,
    `This ${entities.prefix} is declared nowhere; a stub stands for it.`,
  );
  entities.add(id, name, accessOf(value.cites));
  const claims = {
    names: [nameClaim({ ...value, value: name }, 'PREFERRED')],
    identifiers: identifierOf(conversion, uuidOf(row.get(reference.id)), accessOf(value.cites)),
  };
  declare(conversion, entities, id, name, claims, value);
  return true;
}

/** Declares a unit or person that has no row of its own. */
function declare(
  conversion: SfmConversion,
  { prefix }: Entities,
  id: string,
  name: string,
  claims: Claims,
  { origin }: SourcedValue,
): void {
  if (prefix === 'person') emitEntity(conversion, 'people', id, {}, claims, origin);
  else emitEntity(conversion, 'units', id, { placeholder: isPlaceholder(name) }, claims, origin);
}
