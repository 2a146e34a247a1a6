import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ManagedTransaction } from 'neo4j-driver';
import { checkDatasets, load } from '../../../src/exchange/seed/load-datasets.js';
import type { Graph } from '../../../src/graph/graph.js';
import { changed, dump, fictional, withoutMeasure } from '../../support/fictional.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';

useGraph();
// The first load into a Neo4j that has just started takes several times as long as the next.

const [FIRST, SECOND] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

beforeEach(emptyGraph);

describe('loading', () => {
  test('writes every record and link of the draft, and says how many', async () => {
    const { nodes, edges } = fictional.draft;
    expect(await load(graph(), fictional, FIRST)).toEqual({ created: nodes.length, unchanged: 0, retracted: 0 });
    const [counts] = await graph().read(
      { name: 'count', text: 'RETURN COUNT { (n:Record) } AS records, COUNT { (:Record)-->() } AS links' },
      {},
    );
    expect(counts).toEqual({ records: nodes.length, links: edges.length });
  });

  test('datasets a second time changes nothing, not even a time', async () => {
    await load(graph(), fictional, FIRST);
    const before = await dump();
    expect(await load(graph(), fictional, SECOND)).toEqual({
      created: 0,
      unchanged: fictional.draft.nodes.length,
      retracted: 0,
    });
    expect(await dump()).toEqual(before);
    expect(before.length).toBeGreaterThan(500);
  });

  test('at the same instant into an empty graph gives the same graph', async () => {
    await load(graph(), fictional, FIRST);
    const before = await dump();
    await emptyGraph();
    await load(graph(), fictional, FIRST);
    expect(await dump()).toEqual(before);
  });

  test('a second dataset leaves the first as it is', async () => {
    await load(graph(), fictional, FIRST);
    const before = await dump();
    expect(await load(graph(), await checkDatasets(['amnesty-ukraine']), SECOND)).toMatchObject({
      unchanged: 0,
      retracted: 0,
    });
    const records = before.filter((line) => !line.includes('"Clock"'));
    expect(records).toHaveLength(before.length - 1);
    expect(await dump()).toEqual(expect.arrayContaining(records));
  });

  test('adds a new claim beside what is there', async () => {
    await load(graph(), withoutMeasure(), FIRST);
    expect(await load(graph(), fictional, SECOND)).toEqual({
      created: 1,
      unchanged: fictional.draft.nodes.length - 1,
      retracted: 0,
    });
  });
});

describe('a load that fails', () => {
  test('refuses datasets with one broken record before anything is written', async () => {
    const reload = async () => {
      const broken = changed(({ measures }) => ({
        measures: measures.map((item) => ({ ...item, record: { ...item.record, concerns: ['person-nobody'] } })),
      }));
      await load(graph(), broken, FIRST);
    };
    await expect(reload()).rejects.toThrow(
      /^fictional\/measures\.yaml:3: CONCERNS refers to person-nobody, which is not declared\n/,
    );
    expect(await dump()).toEqual([]);
  });

  test.each([1, 2, 4, 6, 7])(
    'leaves an empty graph empty after a failure at statement %i of the transaction',
    async (last) => {
      await expect(load(failingAfter(last), fictional, FIRST)).rejects.toThrow('The line went dead.');
      expect(await dump()).toEqual([]);
    },
  );

  test('leaves the earlier state whole after a failure in a change', async () => {
    await load(graph(), fictional, FIRST);
    const before = await dump();
    await expect(load(failingAfter(5), withoutMeasure(), SECOND)).rejects.toThrow('The line went dead.');
    expect(await dump()).toEqual(before);
  });

  /** The real graph, whose connection fails once that many statements of a write have run. */
  function failingAfter(statements: number): Graph {
    const real = graph();
    return Object.assign(Object.create(real), {
      write: (origin: string, work: (tx: ManagedTransaction) => Promise<unknown>) =>
        real.write(origin, async (tx) => {
          let left = statements;
          const run: ManagedTransaction['run'] = (...query) => {
            left -= 1;
            if (left < 0) throw new Error('The line went dead.');
            return tx.run(...query);
          };
          return work(Object.assign(Object.create(tx), { run }));
        }),
    });
  }
});
