import type { Row } from '../reading/table.js';
import { giveEntity } from '../record/entity.js';
import { idByName } from '../record/names.js';
import type { Access } from '../record/record.js';
import { identifierOf, nameClaim } from './entity.js';
import { idOf, uuidOf } from './ids.js';
import type { Job } from './sfm-conversion.js';
import { accessOf, type Stated, strictest } from './sourced-cell.js';

/** A place that a cell names: `Ostra (osm, point) 1b0e…`, or a name alone. */
export interface Place {
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

function placeIn(job: Job, text: string, kind: string): ReadPlace {
  const [, name = '', shape = '', id = ''] = WRITTEN.exec(text) ?? [];
  const uuid = uuidOf(id);
  if (uuid === undefined || name === '') return { id: idByName(job, 'location', text, kind), name: text, kind };
  return { id: idOf('location', uuid), name, uuid, kind: shape.toLowerCase() === 'poly' ? 'AREA' : 'PLACE' };
}

/** Remembers a place: whoever may see one of its names may see it. */
export function rememberPlace(job: Job, stated: Stated, kind: string): void {
  job.register.addPlace(placeIn(job, stated.value, kind).id, accessOf(stated.cites));
}

/** Gives the place that a cell names. */
export function givePlace(job: Job, stated: Stated, kind: string): Place {
  const { id, name, uuid, kind: found } = placeIn(job, stated.value, kind);
  const access = job.register.places.get(id) ?? 'PUBLIC';
  const claims = {
    names: [nameClaim({ ...stated, value: name }, 'PREFERRED')],
    identifiers: identifierOf(job, uuid, access),
  };
  giveEntity(job, 'locations', id, { kind: found }, claims, stated.origin);
  return { id, kind: found, access };
}

const baseId = (job: Job, base: Stated, around: string) => idByName(job, 'location', base.value, around);

/** Remembers a base by its name and the place around it. */
export function rememberBase(job: Job, base: Stated, place: Stated, kind: string): void {
  job.register.addPlace(baseId(job, base, placeIn(job, place.value, kind).id), accessOf(base.cites));
}

/** Gives the base at a place. Who may not see the place is not told that the base lies within it. */
export function giveBase(job: Job, base: Stated, around: Place): Place {
  const id = baseId(job, base, around.id);
  const access = job.register.places.get(id) ?? 'PUBLIC';
  const within = strictest(around.access) === 'CONFIDENTIAL' && access === 'PUBLIC' ? {} : { within: around.id };
  giveEntity(
    job,
    'locations',
    id,
    { kind: 'FACILITY', ...within },
    { names: [nameClaim(base, 'PREFERRED')] },
    base.origin,
  );
  return { id, kind: 'FACILITY', access };
}

/** Says where a cell with an id is not written as this generation writes places. */
export function judgePlace(job: Job, row: Row, column: string): void {
  const text = row.get(column);
  if (text !== '' && !WRITTEN.test(text))
    job.report.warning(
      row.at(column),
      'a place as "Name (osm, point) UUID"',
      text,
      'This place is known by its name only.',
    );
}
