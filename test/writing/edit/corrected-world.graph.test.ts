import { beforeAll, expect, test } from '@jest/globals';
import { createSchema } from '../../../src/schema.js';
import { changed } from '../../exchange/sync/write-changes.js';
import { correct } from '../../support/corrections.js';
import { ask, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL } from '../../support/secrets.js';
import { type ArgumentText, questionsOnAll } from '../../support/whole-schema.js';

/**
 * Every incident, finding and report of a world is corrected, and corrected back. Whatever is asked then of an instant
 * before is answered as it was before; and whatever is asked of now, but for instants and versions.
 */

useGraph('fictional');

const IDS: Readonly<Record<string, string>> = {
  ...{ unit: 'unit-fx-u2', person: 'person-fx-anders', incident: 'incident-fx-i2', location: 'location-fx-l2' },
  ...{ body: 'body-fx-un-commission', finding: 'finding-fx-c', report: 'report-fx-un-2022', node: 'incident-fx-i3' },
};
const VALUES: Readonly<Record<string, string>> = {
  ...{ on: '"2022-03-20"', from: '"2022-01-01"', to: '"2022-04-12"', months: '12', days: '30', radius: '35.0' },
  ...{ framework: 'ROME_STATUTE_28A', person: '"person-fx-anders"', incident: '"incident-fx-i2"' },
  ...{ a: '"person-fx-anders"', b: '"incident-fx-i2"', text: '"Shelling"' },
  ids: '["person-fx-berg", "incident-fx-i2", "finding-fx-c", "report-fx-un-2022"]',
};
const argumentsUnder =
  (lens: string): ArgumentText =>
  ({ name }, field, parent) => {
    if ((name === 'lens' && parent === 'Query') || name === 'other') return lens;
    return (name === 'id' && IDS[field] ? `"${IDS[field]}"` : undefined) ?? VALUES[name];
  };
/** Roots for editors, those that a lens does not reach, and the list of what a record said. */
const LEFT_OUT =
  /^\{ Query__(journal|proposals|importBatch|importRun|webhooks|merges|mergePreview|duplicateCandidates|changes|datasets)|RecordVersion__/;

async function answers(lens: string): Promise<Map<string, string>> {
  const { questions } = questionsOnAll(createSchema(), argumentsUnder(lens), Object.keys(IDS));
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
