import { describe, expect, test } from '@jest/globals';
import {
  attribution,
  finding,
  incident,
  indicator,
  link,
  type Piece,
  posting,
  report,
} from '../../support/case-file.js';
import { CHAIN, elementOf, ids, marked } from './matrix.js';

const knows = (...more: readonly Piece[]) => elementOf([...CHAIN, ...more], 'KNOWLEDGE');

/** Incident i0, earlier and of the same kind, by the same unit, reported on a day. */
const earlier = (published = '2022-03-10') => [
  incident('i0', { on: '2022-03-05', cites: ['early'] }),
  attribution('i0', 'u3', { cites: ['early'] }),
  report('early', { publishedOn: published, publishedMin: published, publishedMax: published }),
];

test('a sign that concerns nobody, no unit and no incident says nothing of knowledge', () => {
  const stray = indicator('REPORT_ADDRESSED', [], { group: 'KNOWLEDGE', polarity: 'WEIGHS_AGAINST' });
  const { supporting, weighingAgainst, context } = elementOf([...CHAIN, stray], 'KNOWLEDGE');
  expect(ids([...supporting, ...weighingAgainst, ...context])).not.toContain(stray.id);
});

describe('R10: earlier similar incidents by subordinates indicate notice', () => {
  test('earlier incidents with a report published before support knowledge', () => {
    const found = knows(...earlier());
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R10', 'R11', 'R25'] });
    expect(ids(found.supporting)).toEqual(['i0', 'attribution i0 u3 early']);
    expect(found.missing).toEqual(['A court that found knowledge, beyond reasonable doubt.']);
  });

  test('earlier incidents do not support knowledge where the report came on the day of the incident or after it', () => {
    for (const published of ['2022-03-20', '2022-03-21'])
      expect(knows(...earlier(published))).toMatchObject({ grade: 'NO_EVIDENCE', because: [], supporting: [] });
  });

  test('earlier incidents support knowledge with the citations of reports published by then alone', () => {
    const [i0, by, early] = earlier() as [Piece, Piece, Piece];
    const both = incident('i0', { on: '2022-03-05', cites: ['late', 'early'] });
    const [item] = knows(both, by, early).supporting;
    expect([item?.id, item?.sources.map(({ reportId }) => reportId)]).toEqual(['i0', ['early']]);
    const quiet = incident('i0', { on: '2022-03-05', cites: ['late'] });
    expect(ids(knows(quiet, by, early).supporting)).toEqual([by.id]);
    const finder = finding('ngo', { concernsIds: ['i0'], cites: ['early'] });
    expect(ids(knows(quiet, attribution('i0', 'u3', { cites: ['late'] }), finder, early).supporting)).toEqual(['ngo']);
    const other = [
      attribution('i9', 'u3', { cites: ['early'] }),
      finding('ngo', { concernsIds: ['i9'], cites: ['early'] }),
    ];
    expect(knows(quiet, attribution('i0', 'u3', { cites: ['late'] }), ...other, early).supporting).toEqual([]);
    expect(ids(knows(i0, by, report('early', { publishedOn: '2022-03' })).supporting)).toEqual([]);
  });

  test('earlier incidents with an undated report do not support knowledge', () => {
    const [i0, by] = earlier() as [Piece, Piece];
    const undated = report('early', { publishedOn: null, publishedMin: null, publishedMax: '2022-03-10' });
    expect(knows(i0, by, undated)).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
  });

  test('a report on the incident itself does not support knowledge, even with an earlier date', () => {
    const odd = report('archive', {
      publishedOn: '2022-03-01',
      publishedMin: '2022-03-01',
      publishedMax: '2022-03-01',
    });
    expect(knows(odd)).toMatchObject({ grade: 'NO_EVIDENCE', because: [], supporting: [] });
  });

  test('earlier incidents that no report covers do not support knowledge', () => {
    const unreported = [incident('i2', { on: '2022-02-01' }), attribution('i2', 'u3')];
    expect(ids(knows(...earlier(), ...unreported).supporting)).toEqual(['i0', 'attribution i0 u3 early']);
  });

  test('the missing evidence says what was looked for where nothing was found', () => {
    expect(knows()).toMatchObject({
      grade: 'NO_EVIDENCE',
      missing: [
        'Looked for reports addressed to the person, public notoriety, the place where the person was, and earlier similar incidents reported before; found none.',
        'A court that found knowledge, beyond reasonable doubt.',
      ],
    });
  });
});

test('missing evidence of knowledge takes account of all that was found', () => {
  const addressedReport = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE' });
  const again = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE', on: '2022-03-02' });
  for (const more of [[addressedReport], [addressedReport, again]])
    expect(knows(...earlier(), ...more).missing).toHaveLength(1);
});

test('R11: earlier incidents alone cap knowledge at indicated, however many and well sourced', () => {
  const TWO = { cites: ['early', 'daily'] };
  const many = ['i2', 'i3', 'i4'].flatMap((id, at) => [
    incident(id, { on: `2022-02-0${at + 1}`, ...TWO }),
    attribution(id, 'u3', TWO),
  ]);
  const found = knows(...earlier(), ...many);
  expect(found.supporting).toHaveLength(8);
  expect(found).toMatchObject({ grade: 'INDICATED', because: ['R10', 'R11', 'R25'] });
});

describe('indicators of knowledge', () => {
  const addressedReport = (
    overrides: Parameters<typeof indicator>[2] = {},
    concerned: readonly string[] = ['anders', 'i1'],
  ) => indicator('REPORT_ADDRESSED', concerned, { group: 'KNOWLEDGE', ...overrides });

  test('dated up to the last day of the incident support', () => {
    for (const on of ['2022-03-19', '2022-03-20', '2022-03']) {
      const found = knows(addressedReport({ on }));
      expect(found).toMatchObject({ grade: 'INDICATED', because: [] });
      expect(found.supporting).toHaveLength(1);
    }
  });

  test('dated after the incident are context by R14, marked, and the rule is named', () => {
    const later = addressedReport({ on: '2022-03-21' });
    const found = knows(later);
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R14'], supporting: [] });
    expect(marked(found.context)).toEqual([`${later.id}: AFTER_INCIDENT`]);
  });

  test('with negative polarity weigh against knowledge', () => {
    const against = addressedReport({ polarity: 'WEIGHS_AGAINST', on: '2022-03-02' });
    const found = knows(addressedReport(), against);
    expect(found.grade).toBe('CONTESTED');
    expect(ids(found.weighingAgainst)).toEqual([against.id]);
    expect(ids(found.supporting)).toEqual([addressedReport().id]);
  });

  test('on an earlier incident by subordinates count, and on one by others do not', () => {
    const early = addressedReport({ on: '2022-03-12' }, ['anders', 'i0']);
    expect(ids(knows(...earlier('2023-01-01'), early).supporting)).toContain(early.id);
    const others = [incident('i0', { on: '2022-03-05' }), attribution('i0', 'u9')];
    expect(ids(knows(...others, early).supporting)).toEqual([]);
  });

  test('about a unit of the chain count for everybody in it', () => {
    const notorious = indicator('PUBLIC_NOTORIETY', ['u3', 'i1'], { group: 'KNOWLEDGE', on: '2022-03-20' });
    expect(ids(knows(notorious).supporting)).toEqual([notorious.id]);
    const elsewhere = indicator('PUBLIC_NOTORIETY', ['u9', 'i1'], { group: 'KNOWLEDGE', on: '2022-03-20' });
    expect(knows(elsewhere).supporting).toEqual([]);
  });

  test('about an incident alone count for its superiors', () => {
    const notorious = indicator('PUBLIC_NOTORIETY', ['i1'], { group: 'KNOWLEDGE', on: '2022-03-20' });
    expect(ids(knows(notorious).supporting)).toEqual([notorious.id]);
  });

  test('about a unit of the person’s own post count, though it is in no chain', () => {
    const own = indicator('STAFF_INVOLVED', ['u7'], { group: 'KNOWLEDGE' });
    const pieces = [...CHAIN, posting('anders', 'u7', { role: 'STAFF' }), own];
    expect(ids(elementOf(pieces, 'KNOWLEDGE').supporting)).toEqual([own.id]);
  });

  test('about a unit higher up the chain count for the person', () => {
    const high = indicator('STAFF_INVOLVED', ['u1'], { group: 'KNOWLEDGE' });
    expect(ids(knows(link('u2', 'u1'), high).supporting)).toEqual([high.id]);
  });
});

describe('what can meet the test of knowledge follows the framework', () => {
  const FRAMEWORK_NAMES = ['ROME_STATUTE_28A', 'ROME_STATUTE_28B', 'AD_HOC_TRIBUNALS', 'GERMAN_VSTGB_4'] as const;
  const under = (framework: string, ...more: readonly Piece[]) =>
    elementOf([...CHAIN, ...more], 'KNOWLEDGE', { framework });
  const notorious = indicator('PUBLIC_NOTORIETY', ['u3', 'i1'], { group: 'KNOWLEDGE', on: '2022-03-20' });
  const addressed = indicator('REPORT_ADDRESSED', ['anders', 'i0'], { group: 'KNOWLEDGE', on: '2022-03-12' });

  test.each([
    ['an earlier incident that was in print', earlier(), ['INDICATED', 'NO_EVIDENCE', 'NO_EVIDENCE', 'NO_EVIDENCE']],
    ['notoriety', [notorious], ['INDICATED', 'NO_EVIDENCE', 'INDICATED', 'NO_EVIDENCE']],
    [
      'a report addressed to the person',
      [...earlier(), addressed],
      ['INDICATED', 'INDICATED', 'INDICATED', 'INDICATED'],
    ],
    [
      'the place where the person was',
      [indicator('OWN_LOCATION', ['anders', 'i1'], { group: 'KNOWLEDGE' })],
      ['INDICATED', 'INDICATED', 'INDICATED', 'INDICATED'],
    ],
  ] as const)(
    '%s meets it under Article 28(a), Article 28(b), the ad hoc tribunals and a domestic code: %3$j',
    (_what, pieces, expected) => {
      expect(FRAMEWORK_NAMES.map((framework) => under(framework, ...pieces).grade)).toEqual(expected);
    },
  );

  test('what does not meet the test is context, marked, and the rule on the test is named', () => {
    const found = under('ROME_STATUTE_28B', notorious, ...earlier());
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R26'], supporting: [] });
    expect(marked(found.context)).toEqual([
      `${notorious.id}: SHORT_OF_TEST`,
      'i0: SHORT_OF_TEST',
      'attribution i0 u3 early: SHORT_OF_TEST',
    ]);
    expect(found.missing).toEqual([
      'Evidence that can meet the test of this framework: what was found is context, since the test asks for more.',
      'A court that found knowledge, beyond reasonable doubt.',
    ]);
    expect(under('AD_HOC_TRIBUNALS', ...earlier())).toMatchObject({ because: ['R27'] });
    expect(under('GERMAN_VSTGB_4', notorious)).toMatchObject({ because: [] });
  });

  test('what bears on the lesser test alone is marked, and what bears on knowledge itself is not', () => {
    const found = under('ROME_STATUTE_28A', notorious, ...earlier(), addressed);
    expect(marked(found.supporting)).toEqual([
      `${notorious.id}: LESSER_TEST`,
      `${addressed.id}:`,
      'i0: LESSER_TEST',
      'attribution i0 u3 early: LESSER_TEST',
    ]);
    expect(under('ROME_STATUTE_28A', ...earlier('2023-01-01'), addressed).because).toEqual([]);
  });

  test('an earlier incident counts as reported to the person by a report to them in time, checked and in support', () => {
    const grade = (overrides: Parameters<typeof indicator>[2], about = ['anders', 'i0']) =>
      under(
        'ROME_STATUTE_28B',
        ...earlier(),
        indicator('REPORT_ADDRESSED', about, { group: 'KNOWLEDGE', on: '2022-03-12', ...overrides }),
      ).because;
    expect(grade({})).toEqual(['R10', 'R11', 'R26']);
    expect(grade({ on: '2022-03-20' })).toContain('R10');
    expect(grade({ status: 'CONFLICT' })).toContain('R10');
    for (const overrides of [{ on: '2022-03-21' }, { status: 'ISSUE' }, { polarity: 'WEIGHS_AGAINST' }] as const)
      expect(grade(overrides)).not.toContain('R10');
    for (const about of [
      ['berg', 'i0'],
      ['anders', 'i1'],
    ])
      expect(grade({}, about)).not.toContain('R10');
  });
});
