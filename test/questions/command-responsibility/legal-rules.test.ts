import { describe, expect, test } from '@jest/globals';
import { FRAMEWORKS } from '../../../src/questions/command-responsibility/frameworks.rules.js';
import { LEGAL_RULES, type LegalRule } from '../../../src/questions/command-responsibility/legal-rules.rules.js';

/** Statements of law: what of them was read, where, and what was not. */

const UNREAD = /not checked against the text/;
const OWN = /^caution of this graph/;
const rules = Object.entries<LegalRule>(LEGAL_RULES);
const tests = Object.entries(FRAMEWORKS);

describe('the basis', () => {
  test.each(rules)(
    'of %s was read somewhere, or says that it was not, or is a caution of ours',
    (_id, { basis, read }) => {
      expect(read.length > 0 || UNREAD.test(basis) || OWN.test(basis)).toBe(true);
    },
  );

  test.each(tests)('of the legal test %s was read somewhere', (_name, { read }) => {
    expect(read.length).toBeGreaterThan(0);
  });

  test.each([...rules, ...tests])(
    'of %s has a paragraph number only of a judgment of which an extract was read',
    (_id, { basis, read }) => {
      const numbered = basis.split(';').filter((part) => /paras? ?\.? ?\d/.test(part));
      for (const part of numbered) expect([part, UNREAD.test(part)]).toEqual([part, false]);
      expect(numbered.length === 0 || read.length > 0).toBe(true);
    },
  );

  test('of some rules is in part unread, so that the check is about something', () => {
    expect(rules.filter(([, { basis }]) => UNREAD.test(basis)).map(([id]) => id)).toEqual(['R5', 'R11', 'R25', 'R27']);
  });
});

test.each(rules)(
  'what is debated of %s was read somewhere, or says that it was not',
  (_id, { debated = '', debateRead = [] }) => {
    expect(debated === '' || debateRead.length > 0 || UNREAD.test(debated)).toBe(true);
  },
);

test('each address at which something was read is a whole one', () => {
  const addresses = [
    ...rules.flatMap(([, { read, debateRead = [] }]) => [...read, ...debateRead]),
    ...tests.flatMap(([, { read }]) => read),
  ];
  for (const address of addresses) expect(address).toMatch(/^https?:\/\/[^ ]+$/);
  expect(new Set(addresses).size).toBeGreaterThan(20);
});
