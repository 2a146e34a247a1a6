import { beforeAll, expect, test } from '@jest/globals';
import { createSchema } from '../../../src/schema.js';
import { changed } from '../../exchange/sync/write-changes.js';
import { correct } from '../../support/corrections.js';
import { ask, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL } from '../../support/secrets.js';
import { type ArgumentText, BEGINNINGS, fictionalArgument, questionsOnAll } from '../../support/whole-schema.js';

/**
 * Every incident, finding and report of a world is corrected, and corrected back. Whatever is asked then of an instant
 * before is answered as it was before; and whatever is asked of now, but for instants and versions.
 */

useGraph('fictional');

const argumentsUnder =
  (lens: string): ArgumentText =>
  (argument, field, parent) => {
    const { name } = argument;
    if ((name === 'lens' && parent === 'Query') || name === 'other') return lens;
    return fictionalArgument(argument, field, parent);
  };
/** Roots for editors, those that a lens does not reach, and the list of what a record said. */
const LEFT_OUT =
  /^\{ Query__(apiKeys|reads|journal|proposals|importBatch|importRun|webhooks|merges|mergePreview|duplicateCandidates|changes|datasets)|RecordVersion__/;

async function answers(lens: string): Promise<Map<string, string>> {
  const { questions } = questionsOnAll(createSchema(), argumentsUnder(lens), Object.keys(BEGINNINGS));
  const found = new Map<string, string>();
  for (const source of questions.filter((one) => !LEFT_OUT.test(one))) {
    const { data, errors } = await ask(source, {}, CONFIDENTIAL);
    expect([source, errors.map(({ message }) => message)]).toEqual([source, []]);
    found.set(source, JSON.stringify(data, undefined, 1));
  }
  return found;
}

/** Lines of an answer that tell an instant or a version, which a correction changes. */
const TELLS_INSTANT = /"\w*(recordedAt|changedAt|version|hash|supersededAt|recordedBy)\w*":/i;
const withoutInstants = (text: string) =>
  text
    .split('\n')
    .filter((line) => !TELLS_INSTANT.test(line))
    .join('\n');

const differing = (one: Map<string, string>, other: Map<string, string>, asCompared = (text: string) => text) =>
  [...one].flatMap(([source, text]) => {
    const [lines, others] = [asCompared(text).split('\n'), asCompared(other.get(source) ?? '').split('\n')];
    const at = lines.findIndex((line, index) => line !== others[index]);
    return at < 0 && lines.length === others.length ? [] : [`${source.slice(0, 160)} … ${lines[at]} | ${others[at]}`];
  });

const THEN = `{ recordedBy: "${RECORDED_AT}" }`;
const [before, after, now, later] = [0, 1, 2, 3].map(() => new Map<string, string>());

beforeAll(async () => {
  for (const [source, text] of await answers(THEN)) before?.set(source, text);
  for (const [source, text] of await answers('{}')) now?.set(source, text);
  const rows = await graph().read(
    {
      name: 'test',
      text: 'MATCH (n:Record) WHERE n:Incident OR n:Finding OR n:Report RETURN n.id AS id, n.title AS title ORDER BY id',
    },
    {},
  );
  for (const title of [(own: string) => `${own}, corrected`, (own: string) => own])
    await changed(new Date().toISOString(), async (tx, at) => {
      for (const row of rows)
        await correct(tx, String(row.id), at, (one) => ({ ...one, title: title(String(row.title)) }));
    });
  for (const [source, text] of await answers(THEN)) after?.set(source, text);
  for (const [source, text] of await answers('{}')) later?.set(source, text);
}, 600_000);

test('every answer of an instant before the corrections is as it was, byte for byte', () => {
  expect(before?.size).toBeGreaterThan(100);
  expect(differing(before ?? new Map(), after ?? new Map())).toEqual([]);
});

test('every answer of now is as it was but for instants and versions: no content is told twice', () => {
  expect(differing(now ?? new Map(), later ?? new Map(), withoutInstants)).toEqual([]);
});
