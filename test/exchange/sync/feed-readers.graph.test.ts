import { beforeAll, describe, expect, test } from '@jest/globals';
import { useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { copyOf, fold, snapshotOf } from './partner.js';
import { here, toldOf } from './public-changes.js';
import { changesIn, cursorOf, feed, manifestIn, snapshot } from './read-feed.js';
import { bringBack, instants, record, say, takeBack } from './write-changes.js';

useGraph('fictional');

const UN = [{ report: 'report-fx-un-2022' }];
const now = instants();

describe('a change of hidden records', () => {
  test('is in the feed of an editor, and neither in the feed of a public reader nor in its cursor', async () => {
    const [since, all] = [await here(), manifestIn(await snapshot(CONFIDENTIAL)).cursor];
    const [before, whole] = [await feed(PUBLIC, { since }), await feed(PUBLIC)];
    const cites = [{ report: 'report-fx-confidential-dossier' }];
    const [person = ''] = await record(now(), { people: [{ id: 'person-test-shade', names: ['Test Shade'], cites }] });
    await takeBack(now(), 'person-fx-kesh');
    await say(now(), 'silent', true);
    await record(
      now(),
      {
        reports: [{ id: 'report-test-silent', title: 'Silent', publisher: 'body-fx-observer', access: 'CONFIDENTIAL' }],
      },
      'silent',
    );
    await say(now(), 'silent', false, 'Another title');
    expect(await here()).toBe(since);
    expect(await feed(PUBLIC, { since })).toBe(before);
    expect(await feed(PUBLIC)).toBe(whole);
    const changes = changesIn(await feed(CONFIDENTIAL, { since: all }));
    expect(changes.map(({ op, id }) => [op, id])).toContainEqual(['ADD', person]);
    expect(await feed(PUBLIC)).not.toMatch(/silent|shade/i);
  });

  test('gives a cursor that is refused to a reader with less clearance', async () => {
    const since = manifestIn(await snapshot(CONFIDENTIAL)).cursor;
    await expect(feed(PUBLIC, { since })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    await expect(feed(CONFIDENTIAL, { since: await here() })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});

describe('datasets in the feed of changes', () => {
  const LENT = 'lent';
  let fromLent: string[] = [];
  beforeAll(async () => {
    await say(now(), LENT, true);
    fromLent = await record(
      now(),
      {
        reports: [{ id: 'report-test-lent', title: 'Lent', publisher: 'body-fx-observer', publishedOn: '2023-01-01' }],
        people: [{ id: 'person-test-lent', names: ['Test Lent'], cites: [{ report: 'report-test-lent' }] }],
        postings: [
          {
            person: 'person-test-lent',
            at: 'unit-fx-u3',
            role: 'DEPUTY',
            first: '2022-01 START',
            last: '2022-05 END',
            cites: [{ report: 'report-test-lent' }, ...UN],
          },
        ],
      },
      LENT,
    );
  }, 60_000);

  test('are deleted record by record where their licence ceases to allow redistribution, and added again once it allows it', async () => {
    const ids = [...fromLent].sort();
    const tombstones = await toldOf(() => say(now(), LENT, false));
    expect(tombstones).toEqual(Object.fromEntries(ids.map((id) => [id, 'DEL'])));
    const back = await toldOf(() => say(now(), LENT, true));
    expect(back).toEqual(Object.fromEntries(ids.map((id) => [id, 'ADD'])));
  });

  test('with another description move the cursor and no record', async () => {
    const since = await here();
    expect(await toldOf(() => say(now(), LENT, true, 'A better title'))).toEqual({});
    expect(await here()).not.toBe(since);
  });

  test('can be selected alone, and another selection changes just what differs', async () => {
    const alone = { dataset: ['fictional'] };
    const since = manifestIn(await snapshot(PUBLIC, alone)).cursor;
    expect(await toldOf(() => takeBack(now(), ...fromLent), alone.dataset)).toEqual({});
    await bringBack(now(), ...fromLent);
    const text = await feed(PUBLIC, { since });
    const { copy, manifest } = fold(copyOf(await snapshot(PUBLIC, alone)), text);
    expect(snapshotOf(copy, manifest) === (await snapshot(PUBLIC))).toBe(true);
    expect(new Set(changesIn(text).map(({ op }) => op))).toEqual(new Set(['ADD']));
  });

  test('give the deletion of their last record as one change', async () => {
    const changes = await toldOf(() => takeBack(now(), ...fromLent));
    expect(Object.keys(changes)).toEqual([...fromLent].sort());
    const { datasets } = manifestIn(await snapshot(PUBLIC));
    expect(datasets.map(({ id }: { id: string }) => id)).toContain(LENT);
  });

  test('are refused by name where they are unknown or may not be redistributed', async () => {
    await say(now(), LENT, false);
    await expect(feed(PUBLIC, { datasets: [LENT] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('licence'),
    });
    await expect(feed(PUBLIC, { datasets: ['silent'] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('got "silent"'),
    });
  });
});

describe('a cursor of changes', () => {
  /** The cursor of now with another instant or other versions. */
  const remade = async (forged: { at?: string; versions?: string }) => {
    const [name, level, [at, without, versions]] = JSON.parse(Buffer.from(await here(), 'base64url').toString());
    const state = [forged.at ?? at, without, forged.versions ?? versions];
    return Buffer.from(JSON.stringify([name, level, state])).toString('base64url');
  };

  test('is the same in the snapshot, its manifest and the feed', async () => {
    const text = await feed(PUBLIC);
    expect(cursorOf(text)).toBe(await here());
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '').manifest).toEqual(manifestIn(await snapshot(PUBLIC)));
  });

  test('is absent from an export under a lens that excludes more than datasets and later changes', async () => {
    for (const lens of [
      { publishedBy: '2023-01-01' },
      { excludeReports: 'report-fx-un-2022' },
      { minReliability: 'B' },
      { statuses: 'ACCEPTED' },
    ])
      expect(manifestIn(await snapshot(PUBLIC, lens)).cursor).toBeNull();
    for (const lens of [{ excludeDatasets: 'lent' }, { recordedBy: '2026-01-15T00:00:00Z' }])
      expect(manifestIn(await snapshot(PUBLIC, lens)).cursor).not.toBeNull();
  });

  test('with an instant or versions that this graph never had is refused', async () => {
    const forged = [
      await remade({ at: '2026-02-14T00:00:00.000Z' }),
      await remade({ versions: '0123456789abcdef' }),
      await remade({ at: '2999-01-01T00:00:00.000Z' }),
    ];
    for (const since of forged)
      await expect(feed(PUBLIC, { since })).rejects.toMatchObject({
        code: 'BAD_CURSOR',
        message: expect.stringContaining('never had'),
      });
  });
});
