import { Row } from '../reading/table.js';
import type { Access } from '../record/record.js';
import type { IncidentSheet } from './layout.js';
import { referredTo } from './references.js';
import type { Job } from './sfm-conversion.js';
import { accessOf, type Cited, strictest } from './sourced-cell.js';

/** The attributions of a row: each perpetrator is one only "alleged by" each body that published a source of the row. */
export function perpetratorsIn(
  job: Job,
  sheet: IncidentSheet,
  row: Row,
  incident: string,
  cites: readonly Cited[],
  access: Access,
): object[] {
  return sheet.perpetrators.flatMap(({ kind, id, name }) => {
    const [ids, names] = [valuesIn(row.get(id)), valuesIn(row.get(name))];
    const count = Math.max(ids.length, names.length);
    return Array.from({ length: count }).flatMap((_none, at) => {
      job.report.links.arrives();
      // Several in one cell are read one at a time, each as if it had the row for itself.
      const cells = new Map([
        [id, ids[at] ?? ''],
        [name, names[at] ?? ''],
        [sheet.source, row.get(sheet.source)],
      ]);
      const own = new Row(
        row.file,
        row.number,
        cells,
        new Map([
          [id, row.at(id).column ?? id],
          [name, row.at(name).column ?? name],
        ]),
      );
      return attributionsOf(job, own, { kind, id, name }, incident, cites, access);
    });
  });
}

const valuesIn = (cell: string) =>
  cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');

function attributionsOf(
  job: Job,
  row: Row,
  column: { kind: 'person' | 'unit'; id: string; name: string },
  incident: string,
  cites: readonly Cited[],
  access: Access,
): object[] {
  const entities = column.kind === 'unit' ? job.register.units : job.register.people;
  const stated = { value: '', column: column.name, cites, origin: row.at(column.name) };
  const target = referredTo(job, row, entities, { id: column.id, name: { column: column.name } }, stated);
  if (!target) return [];
  if (target.placeholder) {
    job.report.error(
      row.at(column.name),
      'a unit that is known',
      row.get(column.name),
      'A placeholder gets no attributions.',
    );
    return [];
  }
  if (
    !job.isNew(
      'attribution',
      incident,
      target.id,
      cites.map(({ source }) => source.id),
    )
  ) {
    job.report.links.repeats();
    return [];
  }
  job.report.links.leaves();
  const publishers = [...new Set(cites.map(({ source }) => source.publisher))];
  const groups = publishers.map((by) => ({ by, own: cites.filter(({ source }) => source.publisher === by) }));
  return groups.map(({ by, own }) => ({
    to: target.id,
    by,
    mode: 'PERPETRATOR',
    cites: own.map(({ citation: { paraphrase: _said, ...rest } }) => rest),
    access: strictest(access, target.access, accessOf(own), job.register.bodies.get(by)?.access),
    credibility: 6,
  }));
}
