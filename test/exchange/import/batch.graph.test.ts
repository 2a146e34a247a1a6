import { beforeEach, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../../src/exchange/import/apply/import-files.js';
import { abandon, undoImport } from '../../../src/exchange/import/apply/undo.js';
import type { Graph } from '../../../src/graph/graph.js';
import { contentHash } from '../../../src/model/hash.js';
import { change } from '../../../src/writing/change/change.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { dump as wholeDump } from '../../support/fictional.js';
import { answer, emptyGraph, graph, useGraph } from '../../support/graph.js';
import { importInto, requestFor } from './batch-requests.js';
import { OPTIONS, sheetsOf } from './sheets.js';

/** Imports into a real graph: all of it is there for readers, or nothing. */

useGraph();
beforeEach(emptyGraph);

const newer = async (more: Parameters<typeof requestFor>[3] = {}, changes: Parameters<typeof sheetsOf>[1] = {}) =>
  requestFor('sfm-newer', await sheetsOf('sfm-newer', changes), OPTIONS, more);

const counts = async () => {
  const [row] = await graph().read(
    {
      name: 'counts',
      // Sources too old for an end make a claim of their own beside the one with the end; a place is named beside the claims that count it.
      text: `RETURN COUNT { (n:Record) } AS records,
        COUNT { MATCH (a)<-[x:SUBORDINATE|OF]-(n:CommandLink|Posting|Positioning|Attribution)-[y:SUPERIOR|AT|TO]->(b)
          RETURN DISTINCT labels(n), a.id, b.id, coalesce(n.kind, n.role), n.first } AS links,
        COUNT { MATCH (n:Record)-[c:CITES]->() WHERE c.paraphrase STARTS WITH 'Cited for the column' AND NOT EXISTS { (n:Name)-[:OF]->(:Location) } } AS citations,
        COUNT { (j:JournalEntry) } AS entries`,
    },
    {},
  );
  return row as { records: number; links: number; citations: number; entries: number };
};

/** A short sum of all that the graph holds, line by line where it is little. */
const dump = async (): Promise<readonly string[]> => {
  const lines = await wholeDump();
  return lines.length < 5 ? lines : [String(lines.length), contentHash(lines)];
};
const claims = async () =>
  contentHash((await wholeDump()).filter((line) => line.includes('"Claim"')).map(withoutTimes));

/** What a public reader sees of the units. */
const units = async (lens = '') =>
  (await answer(`{ units(first: 100${lens}) { nodes { id name } } }`)).units.nodes.map(
    ({ name }: { name: string }) => name,
  );

describe('an import', () => {
  test('brings as many records, links and citations into the graph as its report says', async () => {
    const { state, report, effect } = await importInto(await newer());
    expect([state, report.problems.filter(({ severity }) => severity === 'ERROR')]).toEqual(['WRITTEN', []]);
    const { records, links, citations, entries } = await counts();
    expect({ records, links }).toEqual({ records: effect.created, links: report.links.balance.out });
    // One cell can be cited twice, as the founding and as the day from which the unit is assumed to continue.
    expect(citations).toBeGreaterThanOrEqual(report.citations.balance.out);
    expect(report.links.balance).toMatchObject({ in: 15, refused: 0 });
    expect(entries).toBe(1);
    expect(await units()).toContain('2 Brigade');
  });

  test('of sheets of the older generation brings as many links and citations as its report says', async () => {
    const { state, report } = await importInto(
      await requestFor('sfm-older', await sheetsOf('sfm-older'), OPTIONS, { whole: true }),
    );
    const { links, citations } = await counts();
    // "Joint Operation, Military" names two kinds of unit: two facts, whose citation counts once.
    expect([state, links, citations]).toEqual(['WRITTEN', 6, report.citations.balance.out + 1]);
    expect(report.links.balance).toEqual({ in: 6, out: 6, repeated: 0, refused: 0 });
  });

  test('of the same files again changes nothing, not even a time', async () => {
    await importInto(await newer());
    const before = await dump();
    const { state, effect } = await importInto(await newer());
    expect([state, effect.created, effect.restored]).toEqual(['UNCHANGED', 0, 0]);
    expect(effect.unchanged).toBeGreaterThan(50);
    expect(await dump()).toEqual(before);
  });

  test('gives in a dry run the report of a real one, and writes nothing', async () => {
    const { state, effect } = await importInto(await newer({ dryRun: true }));
    expect([state, await dump()]).toEqual(['CHECKED', []]);
    expect((await importInto(await newer())).effect).toEqual(effect);
  });

  test('with one broken row is refused as a whole, with the file, the row and the column', async () => {
    const { state, report } = await importInto(
      await newer({}, { units: (_grid, set) => set(3, 'unit:related_unit_id:admin', 'nobody') }),
    );
    expect([state, await dump()]).toEqual(['REFUSED', []]);
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        severity: 'ERROR',
        row: 3,
        column: 'unit:related_unit_id:admin',
        got: 'nobody',
      }),
    );
  });

  test('of a record that is in the graph with other content is refused, with the place of the record', async () => {
    await importInto(await newer());
    const before = await dump();
    const { state, report } = await importInto(
      await newer({}, { sources: (_grid, set) => set(2, 'source:title', 'Another title') }),
    );
    expect([state, await dump()]).toEqual(['REFUSED', before]);
    expect(report.problems.filter(({ severity }) => severity === 'ERROR')).toMatchObject([
      {
        file: expect.stringContaining('sources.csv'),
        row: 2,
        expected: 'the content that is in the graph, or a new id',
      },
    ]);
  });

  test('leaves a record that an editor retracted as it is', async () => {
    await importInto(await newer());
    const [claim] = await graph().read(
      { name: 'posting', text: 'MATCH (n:Posting) RETURN n.id AS id ORDER BY id LIMIT 1' },
      {},
    );
    await graph().command(
      'test',
      "MATCH (n:Posting {id: $id}) SET n.retractedAt = '2026-11-01T00:00:00.000Z', n.retraction = 'EDITED'",
      claim,
    );
    const { state, effect, report } = await importInto(await newer());
    expect([state, effect.left]).toEqual(['UNCHANGED', 1]);
    expect(report.problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', got: claim?.id }));
  });
});

describe('an import that is interrupted', () => {
  /** The real graph, whose connection fails after so many transactions. */
  const failingAfter = (transactions: number): Graph => {
    const real = graph();
    let left = transactions;
    const guarded = <T>(run: () => Promise<T>) => {
      left -= 1;
      if (left < 0) throw new Error('The line went dead.');
      return run();
    };
    return Object.assign(Object.create(real), {
      write: (origin: string, work: Parameters<Graph['write']>[1]) =>
        origin.startsWith('import: ') &&
        !['import: codes', 'import: known', 'import: stored', 'import: redacted'].includes(origin)
          ? guarded(() => real.write(origin, work))
          : real.write(origin, work),
    });
  };

  test.each([1, 2, 3])(
    'after %i of its transactions shows readers nothing, and is completed by the next run',
    async (transactions) => {
      const whole = await importInto(await newer());
      const undisturbed = await claims();
      await emptyGraph();
      await expect(importFiles(failingAfter(transactions), await newer())).rejects.toThrow('The line went dead.');
      expect([await units(), await publishedThrough(graph())]).toEqual([[], '']);
      const { state, batch } = await importInto(await newer());
      expect([state, batch === undefined]).toEqual(['WRITTEN', false]);
      expect(await claims()).toBe(undisturbed);
      expect((await counts()).records).toBe(whole.effect.created);
      expect((await counts()).entries).toBe(1);
    },
  );

  test('keeps other changes waiting with a message, and leaves nothing behind once it is abandoned', async () => {
    await expect(importFiles(failingAfter(2), await newer())).rejects.toThrow('The line went dead.');
    const other = change(graph(), { actor: 'tester', now: new Date().toISOString() }, async () => ({
      result: 1,
      journalNote: undefined,
    }));
    await expect(other).rejects.toThrow(
      /takes no change while import-\d+ is being written .* start it again to finish it/,
    );
    expect(await abandon(graph(), new Date().toISOString())).toMatch(/^import-\d+$/);
    expect((await counts()).records).toBe(0);
    expect(await abandon(graph(), new Date().toISOString())).toBeUndefined();
    expect((await importInto(await newer())).state).toBe('WRITTEN');
  });
});

describe('an import while others change the graph', () => {
  /** A graph where somebody makes a change each time that an import is about to begin, as often as that. */
  function changedBefore(times: number): Graph {
    let left = times;
    const write = async (...[origin, work]: Parameters<Graph['write']>) => {
      if (origin === 'import: begin' && left-- > 0)
        await change(graph(), { actor: 'other', now: new Date().toISOString() }, async (_tx, at) => ({
          result: at,
          journalNote: { action: 'TEST', reason: 'A test.', subjects: [], content: at },
        }));
      return graph().write(origin, work);
    };
    return Object.create(graph(), { write: { value: write } });
  }

  test('is held against it anew, and then written', async () => {
    const { state, effect } = await importFiles(changedBefore(2), await newer());
    expect(state).toBe('WRITTEN');
    expect((await counts()).records).toBe(effect.created);
  });

  test('is refused where they do not cease, and nothing of it is written', async () => {
    await expect(importFiles(changedBefore(3), await newer())).rejects.toMatchObject({ code: 'BUSY' });
    expect((await counts()).records).toBe(0);
  });

  test('is told of what another import has written meanwhile under one of its ids', async () => {
    const request = await newer();
    let isFirst = true;
    const write = async (...[origin, work]: Parameters<Graph['write']>) => {
      if (origin === 'import: begin' && isFirst) {
        isFirst = false;
        await importFiles(
          graph(),
          await newer({}, { sources: (_grid, set) => set(2, 'source:title', 'Another title') }),
        );
      }
      return graph().write(origin, work);
    };
    const { state } = await importFiles(Object.create(graph(), { write: { value: write } }), request);
    expect(state).toBe('REFUSED');
  });
});

const withoutTimes = (line: string) => line.replace(/"recordedAt":"[^"]+"/, '');

describe('an import that is undone', () => {
  const author = { actor: 'tester', reason: 'A wrong file.', now: '' };

  test('is gone for readers, is visible as of an earlier instant, and can be imported again', async () => {
    const { batch, effect } = await importInto(await newer());
    const during = await publishedThrough(graph());
    const visibleUnits = await units();
    expect(await undoImport(graph(), batch ?? '', { ...author, now: new Date().toISOString() })).toBe(effect.created);
    expect(await units()).toEqual([]);
    expect(await units(`, lens: { recordedBy: "${during}" }`)).toEqual(visibleUnits);
    const again = await importInto(await newer());
    expect([again.state, again.effect.created, again.effect.restored]).toEqual(['WRITTEN', 0, effect.created]);
    expect(await units()).toEqual(visibleUnits);
    expect((await counts()).entries).toBe(3);
  });

  test('is refused while other records refer to its records', async () => {
    const { batch } = await importInto(await newer());
    await graph().command(
      'test',
      "MATCH (u:Unit) WITH u LIMIT 1 CREATE (:Record:Claim:Fact {id: 'claim-later', recordedAt: '2026-12-01T00:00:00.000Z'})-[:OF]->(u)",
    );
    await expect(undoImport(graph(), batch ?? '', { ...author, now: new Date().toISOString() })).rejects.toThrow(
      /claim-later → unit-/,
    );
    expect((await units()).length).toBeGreaterThan(3);
  });

  test('is refused where there is no such import', async () => {
    await expect(undoImport(graph(), 'import-0', author)).rejects.toThrow('There is no import import-0.');
  });
});

describe('an import of a complete dataset', () => {
  const without = (grid: string[][]) => void grid.splice(2, 1);

  test('retracts what its files do not state, and restores that when it is undone', async () => {
    await importInto(await newer());
    const before = (await answer('{ postings: units(first: 100) { nodes { id postings { totalCount } } } }')).postings;
    const less = await importInto(await newer({ whole: true }, { people: without }));
    expect([less.state, less.effect.created]).toEqual(['WRITTEN', 0]);
    expect(less.retracted).toBeGreaterThan(0);
    await undoImport(graph(), less.batch ?? '', {
      actor: 'tester',
      reason: 'Not whole.',
      now: new Date().toISOString(),
    });
    expect((await answer('{ postings: units(first: 100) { nodes { id postings { totalCount } } } }')).postings).toEqual(
      before,
    );
  });

  test('with the same files again changes nothing', async () => {
    await importInto(await newer({ whole: true }));
    const before = await dump();
    expect(await importInto(await newer({ whole: true }))).toMatchObject({ state: 'UNCHANGED', retracted: 0 });
    expect(await dump()).toEqual(before);
  });
});

test('a reader during an import sees nothing of it or all of it', async () => {
  const totals = new Set<number>();
  let done = false;
  const readers = [1, 2].map(async () => {
    while (!done) totals.add((await units()).length);
  });
  const { effect } = await importInto(await newer());
  done = true;
  await Promise.all(readers);
  totals.add((await units()).length);
  expect(effect.kinds.Unit).toBeGreaterThan(3);
  expect([...totals].sort()).toEqual([0, (await units()).length]);
});
