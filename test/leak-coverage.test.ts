import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { createSchema } from '../src/schema.js';
import { forEditors } from './support/everything.js';
import {
  BEGINNINGS,
  fictionalArgument,
  placesBelow,
  questionsOnAll,
  questionsOnArguments,
} from './support/whole-schema.js';

/** What of the schema the questions reach by which tests compare answers with and without what is hidden. */

const schema = createSchema();
const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => !forEditors(field));

/** Asked for in no question on the fictional world, with the reason. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {};

test('the questions on the fictional world reach every field, argument, filter and order that a reader may ask for', () => {
  const { questions, reached } = questionsOnAll(schema, fictionalArgument, Object.keys(BEGINNINGS));
  const onArguments = questionsOnArguments(schema);
  const reachedByAll = new Set([...reached, ...onArguments.flatMap(({ reaches }) => reaches)]);
  const places = placesBelow(schema, roots);
  const missing = places.filter((place) => !reachedByAll.has(place));
  const sources = [...questions, ...onArguments.map(({ source }) => source)];
  process.stdout.write(
    `${places.length - missing.length} of ${places.length} fields, arguments, filters and orders are asked for, by ${sources.length} questions.\n`,
  );
  expect(missing).toEqual(Object.keys(OUT_OF_REACH).sort());
  expect(sources.filter((source) => validate(schema, parse(source)).length > 0)).toEqual([]);
});
