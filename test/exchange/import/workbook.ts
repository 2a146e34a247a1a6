import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Workbooks as programs for spreadsheets write them, made from the XML of their cells. */

export interface SheetDraft {
  readonly name: string;
  /** The content of `sheetData`, or rows of texts. */
  readonly rows: string | readonly (readonly string[])[];
  readonly hidden?: boolean;
  readonly after?: string;
}

export interface WorkbookDraft {
  readonly sheets: readonly SheetDraft[];
  readonly texts?: readonly string[];
  /** Codes of formats; style 1 is the first of them. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const cellOf = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
const rowsOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `<row>${cells.map(cellOf).join('')}</row>`).join('');

/** The bytes of a workbook. */
export async function workbookBytes({ sheets, texts = [], formats = [], is1904 }: WorkbookDraft): Promise<Buffer> {
  const zip = new JSZip();
  const state = (hidden?: boolean) => (hidden ? ' state="hidden"' : '');
  const entries = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state(hidden)} r:id="rId${at + 1}"/>`,
  );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
  );
  const links = sheets.map(
    (_sheet, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${links.join('')}<Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s" Type="${office}/styles" Target="/xl/styles.xml"/></Relationships>`,
  );
  zip.file('xl/sharedStrings.xml', `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`);
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_code, at) => `<xf numFmtId="${164 + at}"/>`);
  zip.file(
    'xl/styles.xml',
    `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
  );
  sheets.forEach(({ rows, after = '' }, at) => {
    const data = typeof rows === 'string' ? rows : rowsOf(rows);
    zip.file(`xl/worksheets/sheet${at + 1}.xml`, `<worksheet><sheetData>${data}</sheetData>${after}</worksheet>`);
  });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export async function workbookFile(draft: WorkbookDraft, name = 'book.xlsx'): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeFile(path, await workbookBytes(draft));
  return path;
}
