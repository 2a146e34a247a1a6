import { describe, expect, test } from '@jest/globals';
import { claimIdOf } from '../../../src/model/hash.js';
import { holdsWord, isCopy, type RedactionCandidate, searchedWord } from '../../../src/model/record/redaction.rules.js';
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

describe('a text that is searched for', () => {
  const word = [searchedWord("Zoé O'Brien, 5")];

  test.each([
    ['in another case', "ZOÉ O'BRIEN, 5"],
    ['with no-break spaces', "Zoé\u00a0O'Brien,\u202f5"],
    ['over two lines', "Zoé\n  O'Brien,\t5"],
    ['with a soft hyphen and a space of no width', "Zoé O'Bri\u00aden,\u200b 5"],
    ['with another apostrophe', 'Zoé O’Brien, 5'],
    ['with an accent of its own', "Zoe\u0301 O'Brien, 5"],
    ['in wide letters', "Zoé O'Brien, ５"],
    ['in JSON, over two lines', JSON.stringify({ note: "Zoé\nO'Brien, 5" })],
  ])('is found %s', (_how, text) => {
    expect(holdsWord(`It is ${text}.`, word)).toBe(true);
  });

  test('is found with its quotation marks in JSON and in CSV', () => {
    const quoted = [searchedWord('called "Fox" here')];
    expect(holdsWord(JSON.stringify('He is called "Fox" here.'), quoted)).toBe(true);
    expect(holdsWord('"He is called ""Fox"" here."', quoted)).toBe(true);
  });

  test('is found in a word of two scripts, whichever it is written in', () => {
    expect(holdsWord('Пeтров', [searchedWord('Петров')])).toBe(true);
    expect(holdsWord('xПeтров', [searchedWord('xПe')])).toBe(true);
  });

  test('is not found without an accent, or where words differ', () => {
    expect(holdsWord("Zoe O'Brien, 5", word)).toBe(false);
    expect(holdsWord("ZoéO'Brien, 5", word)).toBe(false);
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
