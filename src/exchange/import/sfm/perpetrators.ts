import { TableRow } from '../reading/table.js';
import type { Head } from './incidents.js';
import type { IncidentSheet } from './layout.js';
import { referredTo } from './references.js';
import type { SfmConversion } from './sfm-conversion.js';
import { claimShape } from './sourced-cell.js';

/** The attributions of a row: each perpetrator is one only "alleged by" each body that published a source of the row. */
export function perpetratorsIn(
  conversion: SfmConversion,
  sheet: IncidentSheet,
  row: TableRow,
  incident: string,
  head: Head,
): object[] {
  return sheet.perpetrators.flatMap(({ kind, id, name }) => {
    const [ids, names] = [valuesIn(row.get(id)), valuesIn(row.get(name))];
    const count = Math.max(ids.length, names.length);
    return Array.from({ length: count }).flatMap((_none, at) => {
      conversion.report.links.arrives();
      // Several in one cell are read one at a time, each as if it had the row for itself.
      const cells = new Map([
        [id, ids[at] ?? ''],
        [name, names[at] ?? ''],
        [sheet.source, row.get(sheet.source)],
      ]);
      const own = new TableRow(
        row.file,
        row.number,
        cells,
        new Map([
          [id, row.at(id).column ?? id],
          [name, row.at(name).column ?? name],
        ]),
      );
      return attributionsOf(conversion, own, { kind, id, name }, incident, head);
    });
  });
}

const valuesIn = (cell: string) =>
  cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');

function attributionsOf(
  conversion: SfmConversion,
  row: TableRow,
  column: { kind: 'person' | 'unit'; id: string; name: string },
  incident: string,
  { cites, doubts, access }: Head,
): object[] {
  const entities = column.kind === 'unit' ? conversion.index.units : conversion.index.people;
  const sourcedValue = { value: '', column: column.name, cites, doubts, origin: row.at(column.name) };
  const target = referredTo(conversion, row, entities, { id: column.id, name: { column: column.name } }, sourcedValue);
  if (!target) return [];
  if (target.placeholder) {
    conversion.report.error(
      row.at(column.name),
      'a unit that is known',
      row.get(column.name),
      'A stand-in gets no attributions.',
    );
    return [];
  }
  if (
    !conversion.isNew(
      'attribution',
      incident,
      target.id,
      cites.map(({ source }) => source.id),
    )
  ) {
    conversion.report.links.repeats();
    return [];
  }
  conversion.report.links.leaves();
  // A source that is known by its id only alleges nothing.
  const stubs = cites.filter(({ citation }) => citation.secondary);
  const direct = cites.filter((cite) => !stubs.includes(cite));
  const publishers = [...new Set(direct.map(({ source }) => source.publisher))];
  const groups = publishers.map((by) => ({
    by,
    own: [...direct.filter(({ source }) => source.publisher === by), ...stubs],
  }));
  return groups.map(({ by, own }) => {
    const ends = [access, target.access, conversion.index.bodies.get(by)?.access];
    const base = claimShape([{ ...target.value, cites: own }], ends);
    const citations = base.cites.map(({ paraphrase: _said, ...rest }) => rest);
    return { to: target.id, by, mode: 'PERPETRATOR', ...base, cites: citations };
  });
}
