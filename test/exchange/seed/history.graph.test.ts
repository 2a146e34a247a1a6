import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Checked, load } from '../../../src/exchange/seed/load-datasets.js';
import { DataError } from '../../../src/model/record/located-records.js';
import { changedFirst, dump, fictional, files, withoutMeasure } from '../../support/fictional.js';
import { answer, emptyGraph, graph, useGraph } from '../../support/graph.js';

useGraph();
// The first load into a Neo4j that has just started takes several times as long as the next.

const [FIRST, SECOND, THIRD] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];
const BETWEEN = '2026-01-15T00:00:00.000Z';

beforeEach(emptyGraph);

/** What loading throws. */
const refusal = (checked: Checked, now = SECOND): Promise<unknown> =>
  load(graph(), checked, now).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a record that is in the graph with other content', () => {
  test.each([
    ['units', 'org|unit', { body: { kind: 'NGO' } }],
    ['bodies', 'body|org', { kind: 'COURT' }],
    ['incidents', 'incident', { title: 'Another title' }],
    ['findings', 'finding', { title: 'Another title' }],
    ['reports', 'report', { title: 'Another title' }],
  ] as const)('is refused with its file and line, and nothing is written: %s', async (file, prefix, content) => {
    await load(graph(), fictional, FIRST);
    const before = await dump();
    const error = await refusal(changedFirst(file, content));
    expect(error).toBeInstanceOf(DataError);
    expect((error as Error).message).toMatch(
      new RegExp(
        `^fictional/${file}\\.yaml:\\d+: (${prefix})-\\S+ is in the graph with other content, and what was recorded is never overwritten; start afresh with \`npm run reset\`, or give the new content a new id$`,
      ),
    );
    expect(await dump()).toEqual(before);
  });

  test('is refused where a link alone leads elsewhere', async () => {
    await load(graph(), fictional, FIRST);
    const error = await refusal(changedFirst('findings', { concerns: [] }));
    expect(error).toMatchObject({ problems: [{ file: 'fictional/findings.yaml', line: 1 }] });
  });
});

describe('a claim that the files no longer hold', () => {
  const measures = () =>
    graph().read(
      { name: 'measures', text: 'MATCH (m:Measure) RETURN m.retractedAt AS retractedAt ORDER BY retractedAt' },
      {},
    );

  test('is retracted at the instant of the load, and not deleted', async () => {
    await load(graph(), fictional, FIRST);
    expect(await load(graph(), withoutMeasure(), SECOND)).toEqual({
      created: 0,
      unchanged: fictional.draft.nodes.length - 1,
      retracted: 1,
    });
    const found = await measures();
    expect(found).toHaveLength(files.records.measures.length);
    expect(found.filter(({ retractedAt }) => retractedAt === SECOND)).toHaveLength(1);
  });

  test('stays visible as of an earlier instant', async () => {
    await load(graph(), fictional, FIRST);
    await load(graph(), withoutMeasure(), SECOND);
    const kinds = async (recordedBy: string | null) => {
      const question =
        'query ($recordedBy: DateTime) { unit(id: "unit-fx-u3", lens: { recordedBy: $recordedBy }) { measures { kind } } }';
      const { unit } = await answer(question, { recordedBy });
      return unit?.measures.map(({ kind }: { kind: string }) => kind);
    };
    expect(await kinds(BETWEEN)).toEqual(expect.arrayContaining(['REMINDER_OF_LAW', 'NONE_REPORTED', 'DISCIPLINE']));
    expect(await kinds(FIRST)).toHaveLength(3);
    expect(await kinds(SECOND)).toHaveLength(2);
    expect(await kinds(SECOND)).not.toContain('REMINDER_OF_LAW');
    expect(await kinds(null)).toEqual(await kinds(SECOND));
  });

  test('is retracted once, and left alone by further loads', async () => {
    await load(graph(), fictional, FIRST);
    await load(graph(), withoutMeasure(), SECOND);
    const before = await dump();
    expect(await load(graph(), withoutMeasure(), THIRD)).toMatchObject({ created: 0, retracted: 0 });
    expect(await dump()).toEqual(before);
  });

  test('is refused with its file and line when the files state it again, since its history would be overwritten', async () => {
    await load(graph(), fictional, FIRST);
    await load(graph(), withoutMeasure(), SECOND);
    const before = await dump();
    const error = await refusal(fictional, THIRD);
    expect(error).toBeInstanceOf(DataError);
    expect((error as Error).message).toMatch(
      /^fictional\/measures\.yaml:\d+: claim-[0-9a-f]{24} was retracted at 2026-02-01T00:00:00\.000Z; to state it again, give it a note with the reason$/,
    );
    expect(await dump()).toEqual(before);
  });

  test('is a new claim when the files state it again with a note that says why', async () => {
    await load(graph(), fictional, FIRST);
    await load(graph(), withoutMeasure(), SECOND);
    const noted = changedFirst('measures', { note: 'Struck out by mistake.' });
    expect(await load(graph(), noted, THIRD)).toMatchObject({ created: 1, retracted: 0 });
  });
});
