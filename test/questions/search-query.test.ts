import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchQuery } from '../../src/model/names/search-text.js';

/** What the product itself may say to Lucene: groups of which one must match, each of words with a boost, a `*` or a `~`. */
const ALTERNATIVE = String.raw`=?[\p{L}\p{N}]+(?:\^\d|\*\^\d|~\d)`;
const OURS = new RegExp(String.raw`^(?:\(${ALTERNATIVE}(?: ${ALTERNATIVE})*\)(?: (?=\()|$))*$`, 'u');

describe('the query for a search text', () => {
  test('asks for any of the words exactly, by prefix, by skeleton, or nearly', () => {
    expect(searchQuery('Putin')).toBe('(putin^8 putin*^4 =putin^3 =putin*^2 =putin~1)');
    expect(searchQuery('Agnès Callamard')).toBe(
      '(agnes^8 agnes*^4 =ahnes^3 =ahnes*^2 =ahnes~1) (callamard^8 callamard*^4 =calamard^3 =calamard*^2 =calamard~2) (=ahnescalamard^3 =ahnescalamard*^2 =ahnescalamard~2)',
    );
  });

  test('in Cyrillic asks for both romanisations', () => {
    expect(searchQuery('Харків')).toBe('(харків^8 харків*^4 =harkiv^3 =harkiv*^2 =harkiv~1)');
    expect(searchQuery('Сергей')).toBe('(сергей^8 сергей*^4 =serhi^3 =serhi*^2 =serhi~1)');
  });

  test('of one letter asks for that letter and no prefix', () => {
    expect(searchQuery('K')).toBe('(k^8 =k^3)');
  });

  test('uses the first eight words, each two of them in a row, the letters in a row, and the first letters', () => {
    expect(searchQuery('a b c d e f g h i j').match(/\(/g)).toHaveLength(8 + 7 + 1 + 1);
  });

  test('with a number in letters asks for its digits', () => {
    expect(searchQuery('first')).toBe('(first^8 first*^4 =first^3 =first*^2 =first~1 =1^3)');
  });

  test('with a hyphen is two words, or one', () => {
    expect(searchQuery('b-c')).toBe('(b^8 =b^3) (c^8 =c^3) (=bc^3)');
  });
});

describe('the query for hostile text', () => {
  test.each([
    '+',
    '-',
    '&&',
    '||',
    '!',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '^',
    '"',
    '~',
    '*',
    '?',
    ':',
    '\\',
    '/',
    '=',
    '@',
    '<',
    '>',
    '#',
    '$',
    '',
    ' ',
    '\t\n',
    '\u0000',
    '\u0007',
    '\u200b',
    '\ud800',
    '…',
    '???',
    '"" ""',
    '-- - --',
    '’’',
    "'",
    '🪖',
  ])('is empty for %j, which has no letter or digit', (typed) => {
    expect(searchQuery(typed)).toBe('');
  });

  test.each([
    ['+putin', 'putin'],
    ['-putin', 'putin'],
    ['!putin', 'putin'],
    ['(putin)', 'putin'],
    ['{putin}', 'putin'],
    ['[putin]', 'putin'],
    ['putin^99', 'putin 99'],
    ['"putin"', 'putin'],
    ['putin~', 'putin'],
    ['putin~0.1', 'putin 0 1'],
    ['*putin*', 'putin'],
    ['p?tin', 'p tin'],
    ['putin\\', 'putin'],
    ['/put.n/', 'put n'],
    ['name:*', 'name'],
    ['searchText:putin', 'searchText putin'],
    ['*:*', ''],
    ['[a TO z]', 'a TO z'],
    ['putin && kadyrov', 'putin kadyrov'],
    ['putin || kadyrov', 'putin kadyrov'],
    ['=putin', 'putin'],
    ['putin\u0000kadyrov', 'putin kadyrov'],
    ['putin\r\nkadyrov', 'putin kadyrov'],
    ['pu\u00adtin\u202e kadyrov', 'putin kadyrov'],
  ])('for %j asks for no more than that for %j', (typed, plain) => {
    expect(searchQuery(typed)).toBe(searchQuery(plain));
  });

  test.each(['AND', 'OR', 'NOT', 'putin AND NOT kadyrov', 'TO'])('treats %j as words and not as operators', (typed) => {
    expect(searchQuery(typed)).toMatch(OURS);
    expect(searchQuery(typed)).not.toMatch(/AND|OR|NOT|TO/);
  });

  test.each([
    ["o'brien", '(obrien^8 obrien*^4 =obren^3 =obren*^2 =obren~1)'],
    ['Знам’янка', '(знамянка^8 знамянка*^4 =snamanka^3 =snamanka*^2 =snamanka~2)'],
  ])('removes the apostrophe of %s and keeps its letters', (typed, query) => {
    expect(searchQuery(typed)).toBe(query);
  });

  test.each([
    ['one word', 'a'.repeat(10_000)],
    ['words', 'word '.repeat(2_000)],
    ['hyphens', 'a-'.repeat(5_000)],
    ['apostrophes', "a'".repeat(5_000)],
    ['Lucene syntax', '+-&&||!(){}[]^"~*?:\\/'.repeat(500)],
    ['opening brackets', '('.repeat(10_000)],
    ['combining marks', `e${'\u0301'.repeat(9_999)}`],
  ])('for 10,000 characters of %s is made at once, with our own operators alone', (_what, typed) => {
    const began = performance.now();
    expect(searchQuery(typed)).toMatch(OURS);
    expect(performance.now() - began).toBeLessThan(500);
  });

  test.each(['ʔ', 'Ƹ', 'ↇ', '\u0374'])('leaves out %s, of which only signs are left in plain letters', (letter) => {
    expect(searchQuery(letter)).toBe('');
    expect(searchQuery(`${letter} Putin`)).toBe(`${searchQuery('Putin')} (=putin^3 =putin*^2 =putin~1)`);
  });

  test('has only letters, digits and our own operators for any text', () => {
    const syntax = fc.constantFrom(
      ...'+-&|!(){}[]^"~*?:\\/=<> \u0000’\'`ʼ-',
      'AND',
      'OR',
      'NOT',
      'ї',
      'щ',
      'a',
      'Z',
      '7',
    );
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: syntax, maxLength: 40 }));
    fc.assert(
      fc.property(typed, (text) => expect(searchQuery(text)).toMatch(OURS)),
      { numRuns: 1_000 },
    );
  });
});
