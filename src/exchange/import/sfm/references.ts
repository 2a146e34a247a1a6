import type { TableRow } from '../reading/table.js';
import { emitEntity } from '../record/entity.js';
import type { Access } from '../record/imported-record.js';
import { UNIT_KIND } from '../record/kinds.js';
import { idByName } from '../record/names.js';
import { identifierOf, nameClaim } from './entity-claims.js';
import { idOf, uuidOf } from './ids.js';
import type { ReferenceColumn } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import { type Entities, isPlaceholder } from './sfm-index.js';
import { accessOf, type SourcedValue, sourcedValuesIn } from './sourced-cell.js';

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
  if (values === 'refused' || !values[0]) return undefined;
  const id =
    cell === '' ? idByOneName(conversion, row, entities, reference) : idByCell(conversion, row, entities, reference);
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

function idByOneName(
  conversion: SfmConversion,
  row: TableRow,
  entities: Entities,
  reference: ReferenceColumn,
): string | undefined {
  const name = row.get(reference.name.column);
  const ids = entities.named(name);
  if (ids.length <= 1) return ids[0] ?? idByName(conversion, entities.prefix, name);
  const expected = 'a name that only one bears';
  conversion.report.error(row.at(reference.name.column), expected, name, `${ids.length} bear this name; give the id.`);
  return undefined;
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
  if (entities.prefix === 'person') emitEntity(conversion, 'people', id, {}, claims, value.origin);
  else
    emitEntity(
      conversion,
      'units',
      id,
      { kind: conversion.options.unitKind ?? UNIT_KIND, placeholder: isPlaceholder(name) },
      claims,
      value.origin,
    );
  return true;
}
