import { describe, expect, test } from '@jest/globals';
import { differences } from '../support/golden-answer.js';
import { goldenText } from '../support/golden-text.js';

const REPORT = { reportId: 'report-fx-un-2022', title: 'Inquiry', publisher: 'Commission' };
const ITEM = {
  says: 'A stands under B.',
  cover: 'CITED',
  marks: [],
  firm: true,
  sources: [{ ...REPORT, pinpoint: 'para. 12' }],
};
const RULE = { rule: 'R7', sentence: 'A unit is enough.', basis: 'Blaškić' };

const textOf = (answer: unknown) => goldenText('Who?', [{ variables: { on: '2022' }, answer }]).split('\n');

describe('the text of a golden answer', () => {
  test('holds a statement in one line with its sources in brackets, and lists their reports at the end', () => {
    expect(textOf({ unit: { links: [ITEM] } })).toEqual([
      'Who?',
      '',
      'Asked with {"on":"2022"}',
      'Answer › unit › links: A stands under B. [un-2022 para. 12] cover CITED, firm',
      '',
      'Reports',
      '  un-2022: title “Inquiry”, publisher Commission',
      '',
    ]);
  });

  test('shows that a statement has no source', () => {
    expect(textOf({ unit: { links: [{ ...ITEM, sources: [] }] } })[3]).toBe(
      'Answer › unit › links: A stands under B. [] cover CITED, firm',
    );
  });

  test('quotes the title of a report for a claim that cites it without its id', () => {
    const by = {
      __typename: 'Posting',
      role: 'HEAD',
      citations: [{ pinpoint: 'p. 1', report: { title: 'Yearbook' } }],
    };
    expect(textOf({ by })[3]).toBe('Answer › by: Posting, role HEAD [“Yearbook” p. 1]');
  });

  test('holds what is under an object in indented lines, one for each sentence', () => {
    const elements = [
      { element: 'KNOWLEDGE', missing: ['A court that found it.'], rules: [RULE], person: { name: 'Anders' } },
    ];
    expect(textOf({ people: { on: '2022-03-20', elements } }).slice(3)).toEqual([
      'Answer › people: on 2022-03-20',
      '  elements: element KNOWLEDGE, rules R7, person Anders',
      '    missing: A court that found it.',
      '',
      'Rules',
      '  R7: A unit is enough. (Blaškić)',
      '',
    ]);
  });

  test('leaves out content hashes, and says none of an object that holds nothing', () => {
    expect(textOf({ basis: { contentHash: 'ab' }, on: '2022' }).slice(3, 5)).toEqual([
      'Answer: on 2022',
      '  basis: none',
    ]);
  });
});

test('differences names the paths at which two answers differ, with both sides', () => {
  const before = { a: [1, { b: null }], same: [] };
  expect(differences(before, before, 'cq-01')).toEqual([]);
  expect(differences(before, { a: [1, { b: [] }], same: [], more: 2 }, 'cq-01')).toEqual([
    'cq-01/a/1/b: null is now []',
    'cq-01/more: undefined is now 2',
  ]);
});
