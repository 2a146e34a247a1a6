import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { dataFolder, testWith } from '../../support/data-of-others.js';

/** The publisher's JSON schemas and examples of the protocol. */

const FOLDER = dataFolder('reconciliation-0.2');

const read = (path: string): unknown => JSON.parse(readFileSync(FOLDER + path, 'utf8'));
const listed = (path: string) => (existsSync(FOLDER + path) ? readdirSync(FOLDER + path).sort() : []);

export const testWithSchemas = testWith(FOLDER);

export interface Example {
  readonly schema: string;
  readonly name: string;
  readonly valid: boolean;
  readonly content: unknown;
}

/** The examples of one schema. */
export function examplesOf(schema: string): Example[] {
  return ['valid', 'invalid'].flatMap((folder) =>
    listed(`examples/${schema}/${folder}`).map((name) => ({
      schema,
      name,
      valid: folder === 'valid',
      content: read(`examples/${schema}/${folder}/${name}`),
    })),
  );
}

/** What is wrong with a value by a schema: an empty list where nothing is. Each schema says the draft it is written in. */
export function faultsBy(schema: string, value: unknown): string[] {
  // Keywords that a draft does not know, which the schemas have, are no fault of the value.
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (validator: Ajv) => void)(ajv);
  for (const file of listed('schemas')) ajv.addSchema(read(`schemas/${file}`) as object);
  const validate = ajv.getSchema((read(`schemas/${schema}.json`) as { $id: string }).$id);
  if (!validate) throw new Error(`There is no schema ${schema}.`);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
