import { expect } from '@jest/globals';
import { PUBLIC } from '../../support/secrets.js';
import { copyOf, fold, snapshotOf } from './partner.js';
import { changesIn, feed, manifestIn, snapshot } from './read-feed.js';

/** What a public reader is told of a change. */

/** Where a public reader stands now. */
export const here = async () => manifestIn(await snapshot(PUBLIC)).cursor as string;

/** What they are told of some work, as the op of each id; with it, their snapshot of before becomes that of after. */
export async function toldOf(work: () => Promise<unknown>, datasets?: string[]): Promise<Record<string, string>> {
  const before = await snapshot(PUBLIC, { dataset: datasets });
  await work();
  const text = await feed(PUBLIC, { since: manifestIn(before).cursor, datasets });
  const { copy, manifest } = fold(copyOf(before), text);
  expect(snapshotOf(copy, manifest) === (await snapshot(PUBLIC, { dataset: datasets }))).toBe(true);
  return Object.fromEntries(changesIn(text).map(({ op, id }) => [id, op]));
}
