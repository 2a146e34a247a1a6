import { TEMPLATE_COLUMNS } from './templates.js';

/** The tables of columns in `docs/importing.md`: a test holds that file against this text. */
export function columnTables(): string {
  const parts = Object.entries(TEMPLATE_COLUMNS).map(([name, { about, columns }]) => {
    const rows = columns.map(({ name: column, required, meaning, expected, example }) =>
      [`\`${column}\`${required ? ' *' : ''}`, meaning, expected, example === '' ? '' : `\`${example}\``]
        .map(cell)
        .join(' | '),
    );
    return [
      `### ${name}.csv`,
      '',
      about,
      '',
      '| column | what it holds | what stands in it | example |',
      '|---|---|---|---|',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

const cell = (text: string) => text.replaceAll('|', '\\|');
