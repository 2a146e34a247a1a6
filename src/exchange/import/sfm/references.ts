import type { Row } from '../reading/table.js';
import { giveEntity } from '../record/entity.js';
import { UNIT_KIND } from '../record/kinds.js';
import { idByName } from '../record/names.js';
import type { Access } from '../record/record.js';
import { identifierOf, nameClaim } from './entity.js';
import { idOf, uuidOf } from './ids.js';
import type { Reference } from './layout.js';
import { type Entities, isPlaceholder } from './registry.js';
import type { Job } from './sfm-conversion.js';
import { accessOf, type Stated, statedIn } from './sourced-cell.js';

/** Another record that a row refers to, with what says so. */
export interface Referred {
  readonly id: string;
  readonly access: Access;
  readonly placeholder: boolean;
  readonly stated: Stated;
}

/** Finds the unit or person that a row refers to: by id where there is one, else by a name that only one bears. Undefined with an error. */
export function referredTo(
  job: Job,
  row: Row,
  entities: Entities,
  reference: Reference,
  given?: Stated,
): Referred | undefined {
  const cell = row.get(reference.id);
  const stated = given ? [given] : statedIn(job, row, reference.name, row.get(reference.name.column) || cell);
  if (stated === 'refused' || !stated[0]) return undefined;
  const id = cell === '' ? idByOneName(job, row, entities, reference) : idByCell(job, row, entities, reference);
  if (id === undefined) return undefined;
  if (entities.get(id) === undefined && !stub(job, row, entities, reference, id, stated[0])) return undefined;
  const { access = 'PUBLIC', placeholder = false } = entities.get(id) ?? {};
  return { id, access, placeholder, stated: stated[0] };
}

function idByCell(job: Job, row: Row, entities: Entities, reference: Reference): string | undefined {
  const uuid = uuidOf(row.get(reference.id));
  if (uuid === undefined) {
    job.report.error(row.at(reference.id), 'a UUID', row.get(reference.id), 'This is no id.');
    return undefined;
  }
  const id = idOf(entities.prefix, uuid);
  const name = row.get(reference.name.column);
  if (name !== '' && entities.get(id) && !entities.named(name).includes(id))
    job.report.warning(
      row.at(reference.name.column),
      `a name of ${id}`,
      name,
      'The id counts; the name belongs to it nowhere else.',
    );
  return id;
}

function idByOneName(job: Job, row: Row, entities: Entities, reference: Reference): string | undefined {
  const name = row.get(reference.name.column);
  const ids = entities.named(name);
  if (ids.length <= 1) return ids[0] ?? idByName(job, entities.prefix, name);
  const expected = 'a name that only one bears';
  job.report.error(row.at(reference.name.column), expected, name, `${ids.length} bear this name; give the id.`);
  return undefined;
}

/** A target without a row of its own: declared by its name alone where the caller wants that, else an error. */
function stub(job: Job, row: Row, entities: Entities, reference: Reference, id: string, stated: Stated): boolean {
  const name = row.get(reference.name.column);
  const column = row.get(reference.id) === '' ? reference.name.column : reference.id;
  const [origin, expected, got] = [row.at(column), `a ${entities.prefix} with a row of its own`, row.get(column)];
  if (!job.options.stubs || name === '') {
    job.report.error(origin, expected, got, `This ${entities.prefix} is declared nowhere.`);
    return false;
  }
  job.report.warning(origin, expected, got, `This ${entities.prefix} is declared nowhere; a stub stands for it.`);
  entities.add(id, name, accessOf(stated.cites));
  const claims = {
    names: [nameClaim({ ...stated, value: name }, 'PREFERRED')],
    identifiers: identifierOf(job, uuidOf(row.get(reference.id)), accessOf(stated.cites)),
  };
  if (entities.prefix === 'person') giveEntity(job, 'people', id, {}, claims, stated.origin);
  else
    giveEntity(
      job,
      'units',
      id,
      { kind: job.options.unitKind ?? UNIT_KIND, placeholder: isPlaceholder(name) },
      claims,
      stated.origin,
    );
  return true;
}
