import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../src/model/errors.js';
import { inspect } from '../../../src/ops/restore/inspect.js';
import { backupLines } from '../../../src/ops/restore/read-backup.js';
import { saved, withTrailer } from '../backup/sample-file.js';

const AT = '2026-01-01T00:00:00.000Z';
const MANIFEST = {
  format: 'accountability-graph/backup',
  version: 1,
  at: AT,
  journal: { sequence: 1, head: 'abc' },
  counts: { Clock: 1, Record: 1, Report: 1 },
  migrations: ['001-records'],
};
const REPORT = {
  labels: ['Record', 'Report'],
  properties: { id: 'report-1', title: 'A \u2028 separator, and a \r return' },
  links: [{ type: 'DERIVED_FROM', to: ['Record', 'report-1'] }],
};
const CLOCK = { labels: ['Clock'], properties: { id: 'graph', at: AT, sequence: 1, head: 'abc' } };
const WHOLE = withTrailer([MANIFEST, REPORT, CLOCK]);

/** Why a file is refused. */
async function refusal(text: string | Buffer): Promise<string> {
  const error = await inspect(await saved(text)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CommandError);
  return (error as CommandError).message;
}

test('the inspection of a whole backup lists its content', async () => {
  expect(await inspect(await saved(WHOLE))).toMatchObject({
    name: 'backup.jsonl',
    manifest: MANIFEST,
    clock: CLOCK,
    nodes: 2,
    links: 1,
    ends: new Set(['Record']),
  });
});

test('a line of a backup ends at a line feed alone, and may be longer than one chunk', async () => {
  const texts = ['a\u2028b\rc', 'x'.repeat(3_000_000), 'ж'.repeat(700_001), ''];
  const found: string[] = [];
  for await (const { text } of backupLines(await saved(texts.map((text) => `${text}\n`).join('')))) found.push(text);
  expect(found).toEqual(texts);
});

describe('a damaged backup is refused with a message', () => {
  test('for any changed byte', async () => {
    const bytes = Buffer.from(WHOLE);
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect([place, await refusal(changed)]).toEqual([place, expect.stringMatching(/^backup\.jsonl/)]);
    }
  });

  test('for any missing end', async () => {
    for (const length of [0, 1, 100, WHOLE.indexOf('\n') + 1, WHOLE.length - 30, WHOLE.length - 1])
      expect([length, await refusal(WHOLE.slice(0, length))]).toEqual([length, expect.stringMatching(/no trailer/)]);
  });

  test('for a missing line', async () => {
    const lines = WHOLE.split('\n');
    expect(await refusal([lines[0], lines[2], lines[3], ''].join('\n'))).toBe(
      'backup.jsonl is damaged: expected 3 lines before the trailer; got 2.',
    );
  });

  test('for two swapped lines', async () => {
    const [manifest, report, clock, trailer] = WHOLE.split('\n');
    expect(await refusal([manifest, clock, report, trailer, ''].join('\n'))).toMatch(
      /^backup\.jsonl is damaged: expected the SHA-256 [0-9a-f]{64} before the trailer; got [0-9a-f]{64}\.$/,
    );
  });
});

describe('a backup with a correct trailer is refused', () => {
  test.each([
    [
      'another format',
      [{ ...MANIFEST, format: 'other' }, REPORT, CLOCK],
      /^backup\.jsonl:1: expected accountability-graph\/backup at format/,
    ],
    [
      'a newer version of the format',
      [{ ...MANIFEST, version: 2 }, REPORT, CLOCK],
      /^backup\.jsonl:1: expected 1: another version .* at version/,
    ],
    ['a line that is no JSON', [MANIFEST, '{', REPORT, CLOCK], /^backup\.jsonl:2: .*nothing was written\.$/],
    ['a node without labels', [MANIFEST, { ...REPORT, labels: [] }, CLOCK], /^backup\.jsonl:2: .* at labels/],
    [
      'a label that would be Cypher',
      [MANIFEST, { ...REPORT, labels: ['A) DETACH DELETE (n'] }, CLOCK],
      /^backup\.jsonl:2: expected a label or a type of links at labels\.0/,
    ],
    [
      'a property that is an object',
      [MANIFEST, { ...REPORT, properties: { id: {} } }, CLOCK],
      /^backup\.jsonl:2: .* at properties\.id/,
    ],
    ['a part that is unknown', [MANIFEST, { ...REPORT, more: 1 }, CLOCK], /^backup\.jsonl:2: /],
    [
      'a link to nowhere',
      [MANIFEST, { ...REPORT, links: [{ type: 'CITES', to: ['Record'] }] }, CLOCK],
      /^backup\.jsonl:2: .* at links\.0\.to/,
    ],
    [
      'counts that differ',
      [{ ...MANIFEST, counts: { ...MANIFEST.counts, Person: 4 } }, REPORT, CLOCK],
      /expected 4 nodes with the label Person; got 0\.$/,
    ],
    [
      'a label that is not counted',
      [{ ...MANIFEST, counts: { Clock: 1, Record: 1 } }, REPORT, CLOCK],
      /expected 0 nodes with the label Report; got 1\.$/,
    ],
    [
      'a clock of another instant',
      [{ ...MANIFEST, at: '2026-01-02T00:00:00.000Z' }, REPORT, CLOCK],
      /has a clock that differs from its manifest/,
    ],
    ['no lines', [], /has no trailer at its end/],
  ])('%s', async (_what, lines, reason) => {
    expect(await refusal(withTrailer(lines))).toMatch(reason);
  });
});
