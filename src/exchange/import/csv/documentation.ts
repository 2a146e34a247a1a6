import { type ColumnAbout, TEMPLATE_COLUMNS } from './templates.js';

/** The tables of columns in `docs/importing/csv.md`: a test holds that file against this text. */
export function columnTables(): string {
  const shared = sharedColumns();
  const isShared = (column: ColumnAbout) => shared.some((one) => same(one, column));
  const tables = Object.entries(TEMPLATE_COLUMNS).map(([name, { about, columns }]) => {
    const cites = shared.every((one) => columns.some((column) => same(column, one)));
    const own = cites ? columns.filter((column) => !isShared(column)) : columns;
    return [`### ${name}.csv`, cites ? `${about} ${WITH_SHARED}` : about, tableOf(own)].join('\n\n');
  });
  return `${['### Columns of every row', ABOUT_SHARED, tableOf(shared), ...tables].join('\n\n')}\n`;
}

const ABOUT_SHARED = 'Each template that names this section has these columns at its end.';
const WITH_SHARED = 'After these come the [columns of every row](#columns-of-every-row).';

/** The columns that are the same in every template that cites sources: they are told once. */
function sharedColumns(): readonly ColumnAbout[] {
  const citing = Object.values(TEMPLATE_COLUMNS)
    .map(({ columns }) => columns)
    .filter((columns) => columns.some(({ name }) => name === 'sources'));
  const [first = [], ...others] = citing;
  return first.filter((column) => others.every((columns) => columns.some((other) => same(other, column))));
}

const same = (one: ColumnAbout, other: ColumnAbout) => JSON.stringify(one) === JSON.stringify(other);

function tableOf(columns: readonly ColumnAbout[]): string {
  const rows = columns.map(({ name, required, meaning, expected, example }) =>
    [`\`${name}\`${required ? ' *' : ''}`, meaning, expected, example === '' ? '' : `\`${example}\``]
      .map(cell)
      .join(' | '),
  );
  return [
    '| column | what it holds | what stands in it | example |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|');
