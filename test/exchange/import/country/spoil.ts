import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { DoubtWord } from '../../../../src/exchange/import/record/imported-record.js';
import type { Files } from '../../../../src/exchange/import/sfm/convert-sfm.js';
import type { Cells } from './cells.js';

/** The ways in which the sheets of real people go wrong, each done to every fifth relation of the invented country. */

const PARENT = 'OrganizationOrganization:';
const ONE_IN = 5;

export interface Fault {
  readonly doubt: DoubtWord;
  readonly file: 'units' | 'people';
  /** The new cells of a row. */
  readonly spoil: (row: Cells, country: { readonly oldestSource: string; readonly twin: string }) => Cells;
  /** What of a relation the spoilt cells do not bear on. */
  readonly keeps: readonly string[];
  /** What tells one spoilt relation from another. */
  readonly counted: readonly string[];
  /** What tells those that the spoilt cells concern. */
  readonly concerns: readonly string[];
}

const LINK = { counted: ['subordinate', 'superior', 'first'], concerns: ['subordinate', 'superior'] };
const ENDS = ['subordinate', 'superior', 'kind'];
const noDate = (group: string): Cells =>
  Object.fromEntries(
    ['First', 'Last'].flatMap((end) => [
      [`${group}${end} citation`, ''],
      [`Source: ${group}${end} citation`, ''],
      ...['year', 'month', 'day'].map((part) => [`${group}${end.toLowerCase()}_${part}`, '']),
      [`${group}${end === 'First' ? 'Start' : 'End'} date? (Y/N)`, ''],
    ]),
  );

export const FAULTS: Readonly<Record<string, Fault>> = {
  'sources older than the dates': {
    doubt: 'SOURCE_OLDER_THAN_DATE',
    file: 'units',
    ...LINK,
    spoil: (row, { oldestSource }) =>
      Object.fromEntries(
        ['First', 'Last'].map((end) => [
          `Source: ${PARENT}${end} citation`,
          row[`Source: ${PARENT}${end} citation`] ? oldestSource : '',
        ]),
      ),
    keeps: [...ENDS, 'first', 'last'],
  },
  'no date': { ...LINK, doubt: 'NO_DATE', file: 'units', spoil: () => noDate(PARENT), keeps: ENDS },
  'a reversed range': {
    doubt: 'RANGE_REVERSED',
    file: 'units',
    ...LINK,
    spoil: (row) => {
      const source = row[`Source: ${PARENT}parent_id`] ?? '';
      const [first, last] = [`${PARENT}First citation`, `${PARENT}Last citation`];
      // Every source of the country is younger.
      const dates = { [first]: '1990-06-27', [last]: '1989-06-27' };
      return { ...noDate(PARENT), ...dates, [`Source: ${first}`]: source, [`Source: ${last}`]: source };
    },
    keeps: ENDS,
  },
  'a date that cannot be read': {
    doubt: 'DATE_UNREADABLE',
    file: 'units',
    ...LINK,
    spoil: (row) => ({
      ...noDate(PARENT),
      [`${PARENT}First citation`]: 'when the bridge was new',
      [`Source: ${PARENT}First citation`]: row[`Source: ${PARENT}parent_id`] ?? '',
    }),
    keeps: ENDS,
  },
  'a source that is in no sheet': {
    doubt: 'SOURCE_UNKNOWN',
    file: 'units',
    ...LINK,
    spoil: () => ({ [`Source: ${PARENT}parent_id`]: '99999999-0000-4000-8000-000000000000' }),
    keeps: [...ENDS, 'first', 'last'],
  },
  'a class of link that has no word of ours': {
    doubt: 'KIND_UNKNOWN',
    file: 'units',
    ...LINK,
    spoil: (row) => ({
      [`${PARENT}classification`]: 'Liaison',
      [`Source: ${PARENT}classification`]: row[`Source: ${PARENT}parent_id`] ?? '',
    }),
    keeps: ['subordinate', 'superior', 'first', 'last'],
  },
  'a parent whose name two units bear': {
    doubt: 'NAME_AMBIGUOUS',
    file: 'units',
    ...LINK,
    spoil: (_row, { twin }) => ({ [`${PARENT}parent_id`]: twin }),
    keeps: ['subordinate', 'kind', 'first', 'last'],
    concerns: ['subordinate'],
  },
  'a role that has no word of ours': {
    doubt: 'ROLE_UNKNOWN',
    file: 'people',
    spoil: () => ({ Role: 'Keeper of the keys' }),
    keeps: ['person', 'at', 'first', 'last', 'title'],
    counted: ['person', 'at', 'first'],
    concerns: ['person', 'at'],
  },
};

/** What tells one relation of a sheet from another. */
const relationOf = ({ file }: Fault, row: Cells): string =>
  file === 'units'
    ? [row['Organization:Name'], row[`${PARENT}parent_id`]].join(' under ')
    : [row.Name, row.Organization, row.Role, row['First citation'], row.first_year, row['Last citation']].join(' at ');

/** Spoils every fifth relation of the sheets where they lie. Gives how many it spoilt. */
export function spoil(files: Files, fault: Fault): number {
  const path = files[fault.file] as string;
  const rows: Cells[] = parse(readFileSync(path), { columns: true, bom: true });
  const country = { oldestSource: oldSource(files.sources as string), twin: 'Twin Guard' };
  const relations = [
    ...new Set(
      rows.filter((row) => fault.file === 'people' || row[`${PARENT}parent_id`]).map((row) => relationOf(fault, row)),
    ),
  ];
  const spoilt = new Set(relations.filter((_relation, at) => at % ONE_IN === 0));
  const names = [...new Set(rows.map((row) => row['Organization:Name']))].slice(0, 2);
  for (const row of rows) {
    const aliases = row['Organization:Aliases'];
    if (fault.doubt === 'NAME_AMBIGUOUS' && names.includes(row['Organization:Name'])) {
      row['Organization:Aliases'] = [aliases, country.twin].filter(Boolean).join('; ');
      row['Source: Organization:Aliases'] ||= row['Source: Organization:Name'] ?? '';
    }
    if (spoilt.has(relationOf(fault, row))) Object.assign(row, fault.spoil(row, country));
  }
  writeFileSync(path, stringify(rows, { header: true }));
  return spoilt.size;
}

/** Rewrites a table of the country where it lies, each row by a change of its cells. */
export function rewrite(path: string, change: (row: Cells) => Cells): void {
  const rows: Cells[] = parse(readFileSync(path), { columns: true, bom: true });
  writeFileSync(
    path,
    stringify(
      rows.map((row) => ({ ...row, ...change(row) })),
      { header: true },
    ),
  );
}

/** Adds a source that came out before anything in the country happened. */
function oldSource(path: string): string {
  const rows: Cells[] = parse(readFileSync(path), { columns: true, bom: true });
  const [first = {}] = rows;
  const id = '88888888-0000-4000-8000-000000000000';
  writeFileSync(path, stringify([...rows, { ...first, source_id: id, published_on: '1985-01-01' }], { header: true }));
  return id;
}
