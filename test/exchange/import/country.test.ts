import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { groupBy } from '../../../src/model/group.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { writeCountry } from './country.js';
import { faultsOf, outcome, recordsOfType } from './sheets.js';

/** The invented country is what it says it is: of the shape that is asked for, the same each time, and without an error. */

async function hashes(size: number): Promise<string[]> {
  const { files } = await writeCountry(temporaryFolder(), size);
  const texts = await Promise.all(Object.values(files).map((path) => readFile(path)));
  return texts.map((text) => createHash('sha256').update(text).digest('hex'));
}

test('the invented country of one size has the same bytes each time, and another size other bytes', async () => {
  expect(await hashes(0.05)).toEqual(await hashes(0.05));
  expect(await hashes(0.06)).not.toEqual(await hashes(0.05));
});

test('the invented country of size 1 has a thousand units and about 44,000 citations, and all of it is converted', async () => {
  const { files, options, counts } = await writeCountry(temporaryFolder());
  expect(counts).toMatchObject({ units: 1_000, postings: 900, sources: 6_000 });
  expect(Math.abs(counts.citations - 44_000)).toBeLessThan(440);
  const { report, records, errors } = await outcome('sfm-older', files, options);
  expect(errors).toEqual([]);
  expect(report.links.balance).toMatchObject({ in: counts.links, refused: 0 });
  expect(report.citations.balance.refused).toBe(0);
  // The sheets themselves are a report, too.
  expect(recordsOfType(records, 'reports')).toHaveLength(counts.sources + 1);
  const units = recordsOfType(records, 'units').filter((unit) => unit.extends !== true);
  expect(units).toHaveLength(counts.units + counts.stubs);
  const links = recordsOfType(records, 'command-links').filter(({ kind }) => kind !== 'MEMBERSHIP');
  expect(levelsOf(links)).toBeGreaterThanOrEqual(10);
  const parents = groupBy(links, ({ subordinate }) => String(subordinate));
  const several = [...parents.values()].filter((list) => new Set(list.map(({ superior }) => superior)).size > 1);
  expect(several.length).toBeGreaterThan(100);
  const postings = groupBy(recordsOfType(records, 'postings'), ({ person, at }) => `${person} ${at}`);
  const twice = [...postings.values()].filter((list) => new Set(list.map(({ role }) => role)).size > 1);
  expect(twice.length).toBeGreaterThan(30);
});

test('the records of the invented country have our shape and break no invariant', async () => {
  const { files, options } = await writeCountry(temporaryFolder(), 0.1);
  const { records, errors } = await outcome('sfm-older', files, options);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
});

/** How many levels of units there are, by the longest way up. */
function levelsOf(links: readonly Record<string, unknown>[]): number {
  const superiors = groupBy(links, ({ subordinate }) => String(subordinate));
  const levels = new Map<string, number>();
  const levelOf = (id: string): number => {
    const level =
      levels.get(id) ?? 1 + Math.max(0, ...(superiors.get(id) ?? []).map(({ superior }) => levelOf(String(superior))));
    levels.set(id, level);
    return level;
  };
  return Math.max(...[...superiors.keys()].map(levelOf));
}
