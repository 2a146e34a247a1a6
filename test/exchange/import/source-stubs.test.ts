import { describe, expect, test } from '@jest/globals';
import type { Change } from './changed-cells.js';
import { faultsOf, OPTIONS, type Outcome, outcome, recordsOfType, sheetsOf } from './sheets.js';

/** Sources that the sheets cite and do not describe: with `sourceStubs` each is a report that is known by its id only. */

const SHEET = OPTIONS.fileAsReport.id;
const UNKNOWN = 'a0000000-0000-4000-8000-000000000099';
const THERE = 'a0000000-0000-4000-8000-000000000002';
const SOURCES = 'unit:related_unit:source';

interface Cite {
  readonly report: string;
  readonly secondary?: true;
}
interface Claim {
  readonly cites: readonly Cite[];
  readonly [field: string]: unknown;
}

/** The newer sheets with other sources for the parent of the 2 Brigade. */
async function withSources(text: string, sourceStubs = true): Promise<Outcome> {
  const units: Change = (_grid, set) => set(3, SOURCES, text);
  return outcome('sfm-newer', await sheetsOf('sfm-newer', { units }), { sourceStubs });
}

const linksOf = ({ records }: Outcome) => recordsOfType(records, 'command-links') as unknown as Claim[];
const stubsOf = ({ records }: Outcome) =>
  recordsOfType(records, 'reports').filter(({ title }) => String(title).startsWith('Source known by its id only'));
const secondaryOf = (claim?: Claim) => claim?.cites.filter(({ secondary }) => secondary).map(({ report }) => report);

describe('a source that is not in the sheets', () => {
  test('is with stubs a report that is known by its id, without a date and with a publisher that is not stated', async () => {
    const found = await withSources(UNKNOWN);
    expect(found.errors).toEqual([]);
    expect(faultsOf(found.records)).toEqual([]);
    const [stub, ...more] = stubsOf(found);
    expect(more).toEqual([]);
    expect(stub).toEqual({
      id: expect.stringMatching(/^report-a0000000-.*-[0-9a-f]{12}$/),
      title: `Source known by its id only: ${UNKNOWN}`,
      publisher: expect.stringMatching(/^body-publisher-not-stated-/),
      // The sheets mark restricted sources: this may be one of them.
      access: 'CONFIDENTIAL',
      language: 'und',
    });
    expect(stubsOf(await withSources(UNKNOWN))).toEqual([stub]);
    expect(stubsOf(await withSources(UNKNOWN, false))).toEqual([]);
  });

  test('is with stubs cited beside the sheet as secondary, and changes nothing else of the claim', async () => {
    const [plain, stubbed] = [await withSources(UNKNOWN, false), await withSources(UNKNOWN)];
    const [stub] = stubsOf(stubbed);
    const bare = ({ cites, ...claim }: Claim) => ({
      ...claim,
      cites: cites.filter(({ report }) => report !== stub?.id),
    });
    expect(linksOf(stubbed).map(bare)).toEqual(linksOf(plain));
    const doubted = linksOf(stubbed).filter((link) => secondaryOf(link)?.includes(String(stub?.id)));
    expect(doubted).toHaveLength(1);
    expect(doubted[0]).toMatchObject({
      access: 'CONFIDENTIAL',
      doubts: ['SOURCE_UNKNOWN'],
      doubtsAsStated: [`unit:related_unit: ${UNKNOWN}`],
    });
    expect(doubted[0]?.cites).toContainEqual({
      report: stub?.id,
      secondary: true,
      paraphrase: 'Cited for the column "unit:related_unit".',
    });
    expect(doubted[0]?.cites.filter(({ secondary }) => !secondary).map(({ report }) => report)).toContain(SHEET);
    const { in: arrived, out, repeated, refused } = stubbed.report.citations.balance;
    expect([arrived, refused]).toEqual([out + repeated, 0]);
  });

  test('beside a source that is there adds a secondary citation and no doubt', async () => {
    const [plain, stubbed] = [await withSources(THERE, false), await withSources(`${THERE}; ${UNKNOWN}`)];
    const [stub] = stubsOf(stubbed);
    const bare = ({ cites, ...claim }: Claim) => ({
      ...claim,
      cites: cites.filter(({ report }) => report !== stub?.id),
    });
    expect(linksOf(stubbed).map(bare)).toEqual(linksOf(plain));
    expect(linksOf(stubbed).flatMap(secondaryOf)).toEqual([stub?.id]);
    expect(linksOf(stubbed).filter(({ doubts }) => doubts !== undefined)).toEqual([]);
  });

  test('is no source at all where the cell has words instead of an id', async () => {
    for (const words of ['nan', 'see above', 'n/a']) {
      const found = await withSources(words);
      expect(stubsOf(found)).toEqual([]);
      expect(linksOf(found)).toContainEqual(
        expect.objectContaining({ doubtsAsStated: [`unit:related_unit: ${words}`] }),
      );
    }
  });
});

test('sheets without their sheet of sources go in whole with stubs, and nothing alleges that is known by its id only', async () => {
  const { sources: _left, ...files } = await sheetsOf('sfm-newer');
  const found = await outcome('sfm-newer', files, { sourceStubs: true });
  expect(found.errors).toEqual([]);
  expect(faultsOf(found.records)).toEqual([]);
  expect(found.report.links.balance.refused).toBe(0);
  expect(found.report.citations.balance.refused).toBe(0);
  expect(stubsOf(found).length).toBeGreaterThan(5);
  for (const { cites, doubts } of linksOf(found)) {
    const direct = cites.filter(({ secondary }) => !secondary);
    expect(new Set(direct.map(({ report }) => report))).toEqual(new Set([SHEET]));
    expect(doubts).toContain('SOURCE_UNKNOWN');
  }
  const incidents = recordsOfType(found.records, 'incidents') as unknown as { attributions: { by: string }[] }[];
  expect(new Set(incidents.flatMap(({ attributions }) => attributions.map(({ by }) => by)))).toEqual(
    new Set([OPTIONS.fileAsReport.publisher.id]),
  );
});
