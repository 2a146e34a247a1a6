import type { TableRow } from '../reading/table.js';
import { emitEntity } from '../record/entity.js';
import type { Access } from '../record/imported-record.js';
import { idByName } from '../record/names.js';
import { identifierOf, nameClaim } from './entity-claims.js';
import { idOf, uuidOf } from './ids.js';
import type { SfmConversion } from './sfm-conversion.js';
import { accessOf, type SourcedValue, strictest } from './sourced-cell.js';

/** A place that a cell names: `Ostra (osm, point) 1b0e…`, or a name alone. */
export interface EmittedPlace {
  readonly id: string;
  readonly kind: string;
  readonly access: Access;
}

interface ReadPlace {
  readonly id: string;
  readonly name: string;
  readonly uuid?: string;
  readonly kind: string;
}

const WRITTEN = /^(.*?)\s*\(\s*[\w-]+\s*,\s*(point|poly)\s*\)\s*([0-9a-f-]{36})$/i;

function placeIn(conversion: SfmConversion, text: string, kind: string): ReadPlace {
  const [, name = '', shape = '', id = ''] = WRITTEN.exec(text) ?? [];
  const uuid = uuidOf(id);
  if (uuid === undefined || name === '') return { id: idByName(conversion, 'location', text, kind), name: text, kind };
  return { id: idOf('location', uuid), name, uuid, kind: shape.toLowerCase() === 'poly' ? 'AREA' : 'PLACE' };
}

/** Remembers a place: whoever may see one of its names may see it. */
export function rememberPlace(conversion: SfmConversion, place: SourcedValue, kind: string): void {
  conversion.index.addPlace(placeIn(conversion, place.value, kind).id, accessOf(place.cites));
}

/** Emits the place that a cell names. */
export function emitPlace(conversion: SfmConversion, place: SourcedValue, kind: string): EmittedPlace {
  const { id, name, uuid, kind: found } = placeIn(conversion, place.value, kind);
  const access = conversion.index.places.get(id) ?? 'PUBLIC';
  const claims = {
    names: [nameClaim({ ...place, value: name }, 'PREFERRED')],
    identifiers: identifierOf(conversion, uuid, access),
  };
  emitEntity(conversion, 'locations', id, { kind: found }, claims, place.origin);
  return { id, kind: found, access };
}

const baseId = (conversion: SfmConversion, base: SourcedValue, around: string) =>
  idByName(conversion, 'location', base.value, around);

/** Remembers a base by its name and the place around it. */
export function rememberBase(conversion: SfmConversion, base: SourcedValue, place: SourcedValue, kind: string): void {
  conversion.index.addPlace(baseId(conversion, base, placeIn(conversion, place.value, kind).id), accessOf(base.cites));
}

/** Emits the base at a place. A reader who may not see the place does not learn that the base lies within it. */
export function emitBase(conversion: SfmConversion, base: SourcedValue, around: EmittedPlace): EmittedPlace {
  const id = baseId(conversion, base, around.id);
  const access = conversion.index.places.get(id) ?? 'PUBLIC';
  const within = strictest(around.access) === 'CONFIDENTIAL' && access === 'PUBLIC' ? {} : { within: around.id };
  emitEntity(
    conversion,
    'locations',
    id,
    { kind: 'FACILITY', ...within },
    { names: [nameClaim(base, 'PREFERRED')] },
    base.origin,
  );
  return { id, kind: 'FACILITY', access };
}

/** Says where a cell with an id is not written as this generation writes places. */
export function checkPlace(conversion: SfmConversion, row: TableRow, column: string): void {
  const text = row.get(column);
  if (text !== '' && !WRITTEN.test(text))
    conversion.report.warning(
      row.at(column),
      'a place as "Name (osm, point) UUID"',
      text,
      'This place is known by its name only.',
    );
}
