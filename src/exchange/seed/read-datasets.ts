import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../graph/local-neo4j/place.js';
import { DataError, type DatasetFiles, type Located, type RecordProblem } from '../../model/record/located-records.js';
import { DATASET, FILES, INCIDENT_CLAIMS, LEGAL_CODE, type LegalCodeRecord } from '../../model/record/record-shapes.js';

export const SEED = join(PROJECT, 'seed');

/** The names of the dataset folders. */
export async function datasetNames(): Promise<string[]> {
  const entries = await readdir(SEED, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(SEED, entry.name, 'dataset.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** Reads one dataset folder. Throws a `DataError` with every record that does not have the shape of `record-shapes.ts`. */
export async function readDataset(name: string, folder = SEED): Promise<DatasetFiles> {
  const problems: RecordProblem[] = [];
  const header = await readList(folder, `${name}/dataset.yaml`, DATASET, problems);
  const records: Record<string, Located<unknown>[]> = {};
  const readFileIfAny = async <T>(file: string, shape: z.ZodType<T>) => {
    const path = `${name}/${file}.yaml`;
    return existsSync(join(folder, path)) ? await readList(folder, path, shape, problems) : [];
  };
  for (const [file, shape] of Object.entries(FILES)) records[file] = await readFileIfAny<unknown>(file, shape);
  const incidentClaims = await readFileIfAny('incident-claims', INCIDENT_CLAIMS);
  const paragraphs = await readParagraphs(folder, `${name}/paragraphs.csv`, problems);
  const dataset = header[0]?.record;
  if (dataset === undefined && problems.length === 0) {
    problems.push({ file: `${name}/dataset.yaml`, line: 1, reason: 'expected the dataset; got nothing' });
  }
  if (problems.length > 0 || dataset === undefined) throw new DataError(problems);
  return { dataset, records: records as DatasetFiles['records'], incidentClaims, paragraphs };
}

export async function readLegalCodes(): Promise<Located<LegalCodeRecord>[]> {
  const problems: RecordProblem[] = [];
  const codes = await readList(SEED, 'legal-codes.yaml', LEGAL_CODE, problems);
  if (problems.length > 0) throw new DataError(problems);
  return codes;
}

/** A YAML list of records, or a single record; what does not fit goes to `problems` with its line. */
async function readList<T>(
  folder: string,
  file: string,
  shape: z.ZodType<T>,
  problems: RecordProblem[],
): Promise<Located<T>[]> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(join(folder, file), 'utf8'), { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  for (const error of document.errors)
    problems.push({ file, line: lineAt(error.pos[0]), reason: error.message.split('\n')[0] ?? 'not YAML' });
  if (document.errors.length > 0) return [];
  const content: unknown = document.toJS() ?? [];
  const items = Array.isArray(content) ? content : [content];
  const lineOf = (path: PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  return items.flatMap((item, index) => {
    const place = Array.isArray(content) ? [index] : [];
    const parsed = shape.safeParse(item);
    if (parsed.success) return [{ record: parsed.data, origin: { file, line: lineOf(place) } }];
    for (const issue of parsed.error.issues) {
      const reason = `${issue.path.join('.') || 'record'}: ${issue.message}; got ${itemText(item, issue.path)}`;
      problems.push({ file, line: lineOf([...place, ...issue.path]), reason });
    }
    return [];
  });
}

function itemText(item: unknown, path: PropertyKey[]): string {
  const value = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], item);
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}

async function readParagraphs(folder: string, file: string, problems: RecordProblem[]): Promise<Map<string, string>> {
  const paragraphs = new Map<string, string>();
  if (!existsSync(join(folder, file))) return paragraphs;
  const rows = (await readFile(join(folder, file), 'utf8')).trimEnd().split('\n');
  rows.slice(1).forEach((row, index) => {
    const found = /^([^,]+),([1-9]\d*),([0-9a-f]{64})$/.exec(row);
    if (found) paragraphs.set(`${found[1]}#${found[2]}`, found[3] as string);
    else
      problems.push({
        file,
        line: index + 2,
        reason: `expected document,paragraph,sha256; got ${JSON.stringify(row.slice(0, 80))}`,
      });
  });
  return paragraphs;
}
