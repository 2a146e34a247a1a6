import { describe, expect, test } from '@jest/globals';
import { claimIdOf } from '../../../src/model/hash.js';
import { isCopy, type RedactionCandidate } from '../../../src/model/record/redaction.rules.js';
import { type JournalRecord, Verification, withHash } from '../../../src/writing/change/journal.js';
import {
  NO_CONTENT,
  REDACTED,
  REDACTION,
  Redactions,
  redactedEntry,
  withoutContent,
} from '../../../src/writing/change/redaction.js';

/** A journal of two entries, the second of which redacts the first. */
function journal() {
  const about = { actor: 'editor', subjects: ['claim-one'], digest: 'digest' };
  const first = withHash({
    ...about,
    sequence: 1,
    at: '2026-01-01T00:00:00.000Z',
    action: 'RECORD_CREATE',
    reason: 'Her number.',
    content: '{"value":"CANARY"}',
    previous: '',
  });
  const content = JSON.stringify({
    records: [],
    entries: [redactedEntry(first)],
    digests: [],
    proposals: [],
    reasons: [],
  });
  const second = withHash({
    ...about,
    sequence: 2,
    at: '2026-01-02T00:00:00.000Z',
    action: REDACTION,
    reason: 'Never to be published.',
    content,
    previous: first.hash,
  });
  return { first, second };
}

function faultsIn(entries: readonly JournalRecord[]): readonly string[] {
  const redactions = new Redactions();
  for (const entry of entries) redactions.learn(entry);
  const verification = new Verification((sequence) => redactions.entry(sequence));
  for (const entry of entries) verification.check(entry);
  verification.close(entries.length, entries.at(-1)?.hash ?? '');
  return verification.faults;
}

describe('the verification of a journal', () => {
  const { first, second } = journal();

  test('accepts an entry without its content that a later redaction confirms', () => {
    expect(withoutContent(first)).toMatchObject({ reason: REDACTED, content: NO_CONTENT, hash: first.hash });
    expect(faultsIn([withoutContent(first), second])).toEqual([]);
  });

  test('finds content that came back after a redaction', () => {
    expect(faultsIn([first, second])).toEqual(['Entry 1 was redacted, but its content is there.']);
  });

  test('finds an entry without its content that no redaction confirms', () => {
    expect(faultsIn([withoutContent(first)])).toEqual(['Entry 1 was changed: its hash does not match its content.']);
  });

  test.each(['actor', 'action', 'at', 'content', 'reason', 'digest'] as const)(
    'finds another `%s` in an entry that was redacted',
    (name) => {
      const forged = { ...withoutContent(first), [name]: `${first[name]}x` };
      expect(faultsIn([forged, second])).toContain('Entry 1 was changed: its hash does not match its content.');
    },
  );

  test('keeps what a redaction confirms where the reason of the redaction is redacted itself', () => {
    expect(withoutContent(second)).toMatchObject({ reason: REDACTED, content: second.content });
  });
});

describe('a copy of a claim', () => {
  const claim = (id: string, properties: object, links: RedactionCandidate['links'] = []): RedactionCandidate => ({
    id,
    kind: 'Identifier',
    properties: { scheme: 'phone', value: '555', ...properties },
    links,
  });
  const of = (to: string) => [{ type: 'OF', to, properties: {} }];
  const original = claim('claim-a', { recordedAt: '2026-01-01' }, of('person-a'));

  test('is one that a merge restated', () => {
    expect(isCopy(original, claim('claim-b', { restates: 'claim-a' }, of('person-b')))).toBe(true);
  });

  test('is one that was disputed or accepted', () => {
    const id = claimIdOf(['claim-a', '2026-01-02']);
    expect(isCopy(original, claim(id, { corrects: 'claim-a', recordedAt: '2026-01-02', value: '556' }))).toBe(true);
  });

  test('is one whose correction changed only its sources, its grading or its note', () => {
    expect(isCopy(original, claim('claim-b', { corrects: 'claim-a', note: 'Checked.' }, of('person-a')))).toBe(true);
  });

  test.each([
    ['another value', claim('claim-b', { corrects: 'claim-a', value: '556' }, of('person-a'))],
    ['another person', claim('claim-b', { corrects: 'claim-a' }, of('person-b'))],
  ])('is none that a correction gave %s', (_what, corrected) => {
    expect(isCopy(original, corrected)).toBe(false);
  });
});
