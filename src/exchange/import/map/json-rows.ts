import { basename } from 'node:path';
import { OTHER_SYSTEM, otherSystem, WGS84_EXPECTED } from '../geojson/collection.js';
import { jsonIn } from '../reading/json-file.js';
import { TableError } from '../reading/table.js';
import { textLines } from '../reading/text-lines.js';
import { EncodingError } from '../reading/utf8.js';
import { SourceRow, type SourceTable } from './source-rows.js';

/** Nested JSON as a table: objects are rows, and a path such as `properties.sources[].url` is a column. */

interface NumberedObject {
  readonly number: number;
  readonly value: object;
}

/** A file of JSON or of JSON lines; undefined where it is neither. Throws a `TableError` where it holds no list of objects. */
export async function jsonTable(path: string): Promise<SourceTable | undefined> {
  const kind = await kindOf(path);
  if (kind === undefined) return undefined;
  const file = basename(path);
  const whole = kind === 'JSON' ? objectsIn(await jsonIn(path), file) : undefined;
  const objects = () => (whole ? inTurn(whole) : linesOf(path, file));
  const rows = async function* () {
    for await (const { number, value } of objects()) yield new SourceRow(file, number, cellsOf(value));
  };
  const columns = new Set<string>();
  for await (const row of rows()) for (const column of row.columns) columns.add(column);
  return { file, columns: [...columns], rows };
}

/** Lines are told from a whole by the first two: each is an object of its own. */
async function kindOf(path: string): Promise<'JSON' | 'LINES' | undefined> {
  const lines: string[] = [];
  try {
    for await (const { text } of textLines(path)) {
      if (lines.length === 0 && text === undefined) return 'JSON';
      if (text?.trim() !== '') lines.push((text ?? '').trim());
      if (lines.length === 2) break;
    }
  } catch (error) {
    // A file of other bytes is no JSON; whoever reads it next says what is wrong with it.
    if (error instanceof EncodingError) return undefined;
    throw error;
  }
  const [first = '', second] = lines;
  if (!/^[[{]/.test(first)) return undefined;
  return second !== undefined && isObject(first) ? 'LINES' : 'JSON';
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

const tableError = (file: string, row: number, expected: string, got: string, message = `Expected ${expected}.`) =>
  new TableError({ severity: 'ERROR', file, row, expected, got, message });

/** The list of a file: the file itself, or the only list of objects in it, as `features` or `data`. */
function objectsIn(content: unknown, file: string): NumberedObject[] {
  const isRecord = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const system = otherSystem(content);
  if (system !== undefined) throw tableError(file, 1, WGS84_EXPECTED, system, OTHER_SYSTEM);
  const isList = (value: unknown): value is object[] => Array.isArray(value) && value.every(isRecord);
  const lists = isList(content) ? [content] : isRecord(content) ? Object.values(content).filter(isList) : [];
  const filled = lists.filter((list) => list.length > 0);
  const [list] = filled;
  if (list === undefined || filled.length > 1)
    throw tableError(file, 1, 'one list of objects', `${filled.length} such lists`);
  return list.map((value, at) => ({ number: at + 1, value }));
}

async function* inTurn(objects: readonly NumberedObject[]): AsyncGenerator<NumberedObject> {
  yield* objects;
}

async function* linesOf(path: string, file: string): AsyncGenerator<NumberedObject> {
  for await (const { number, text } of textLines(path)) {
    if (text?.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text ?? '');
    } catch {
      throw tableError(file, number, 'an object of JSON', (text ?? 'a line that is too long').slice(0, 40));
    }
    if (typeof value !== 'object' || value === null) throw tableError(file, number, 'an object of JSON', String(text));
    yield { number, value };
  }
}

type Cells = Map<string, string[]>;

/** The values of an object by path. */
function cellsOf(value: object): Cells {
  const cells: Cells = new Map();
  for (const [name, inner] of Object.entries(value)) addValue(cells, name, inner);
  return cells;
}

function addValue(cells: Cells, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) addList(cells, path, value);
  else if (typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) addValue(cells, `${path}.${name}`, inner);
  else cells.set(path, [...(cells.get(path) ?? []), String(value).trim()]);
}

/**
 * Numbers in a list have their places (a point is `coordinates.0` and `coordinates.1`); objects with a `key` are told
 * apart by it (`filters[key=Area].value`); of other objects each has a place in the columns of all.
 */
function addList(cells: Cells, path: string, list: readonly unknown[]): void {
  if (list.length > 0 && list.every((one) => typeof one === 'number'))
    for (const [at, one] of list.entries()) cells.set(`${path}.${at}`, [String(one)]);
  else if (list.length > 0 && list.every(hasKey))
    for (const { key, ...rest } of list) addValue(cells, `${path}[key=${key}]`, rest);
  else for (const [at, one] of list.entries()) addItem(cells, `${path}[]`, one, at);
}

const hasKey = (one: unknown): one is { readonly key: string } =>
  typeof one === 'object' && one !== null && 'key' in one && typeof one.key === 'string';

function addItem(cells: Cells, path: string, item: unknown, at: number): void {
  const inner: Cells = new Map();
  addValue(inner, path, item);
  for (const [name, values] of inner) {
    const column = cells.get(name) ?? [];
    while (column.length < at) column.push('');
    cells.set(name, [...column, values.filter((value) => value !== '').join('; ')]);
  }
}
