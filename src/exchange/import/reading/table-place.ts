import { open } from 'node:fs/promises';

/** Where a table stands: a file, or a sheet of a workbook, as `book.xlsx#Units`. */
export interface TablePlace {
  readonly file: string;
  readonly sheet?: string;
}

/** Files that were sent have the hash of their bytes for a name. */
const IN_WORKBOOK = /^(.*(?:\.xls[xm]|[/\\][0-9a-f]{64}))#(.+)$/i;

export function placeOf(path: string): TablePlace {
  const [, file, sheet] = IN_WORKBOOK.exec(path) ?? [];
  return file === undefined || sheet === undefined ? { file: path } : { file, sheet };
}

export const fileOf = (path: string): string => placeOf(path).file;

/** What a file is by its first bytes: programs for spreadsheets of before 2007 wrote XLS. */
export async function kindOfFile(file: string): Promise<'WORKBOOK' | 'OLD_WORKBOOK' | 'TEXT'> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.toString('hex');
    if (start === '504b0304') return 'WORKBOOK';
    return start === 'd0cf11e0' ? 'OLD_WORKBOOK' : 'TEXT';
  } finally {
    await handle.close();
  }
}
