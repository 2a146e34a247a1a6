import { describe, expect, test } from '@jest/globals';
import { attribution, incident, link, type Piece, posting, report } from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids, matrixOf } from './matrix.js';

const [I1, BY_U3, U3_U2, ANDERS] = CHAIN as [Piece, Piece, Piece, Piece];
const TWO = { cites: ['archive', 'daily'] } as const;

describe('R20: an administrative link leaves subordination without evidence, as no command link', () => {
  test.each(['ADMINISTRATIVE', 'MEMBERSHIP'] as const)(
    'a link of the kind %s leaves subordination without evidence',
    (kind) => {
      const paid = link('u3', 'u2', { kind, ...TWO });
      const found = elementOf([I1, BY_U3, paid, ANDERS], 'SUBORDINATION');
      expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R20'], supporting: [] });
      expect(ids(found.context)).toEqual([paid.id]);
      expect(found.missing).toEqual([
        'Looked for links of command from the units named up to a unit that Anders commanded on 2022-03-20, and found none.',
        'NOT_A_COMMAND_LINK: the only links found do not carry command.',
      ]);
    },
  );

  test('an administrative link in the middle of a path is shown as context, and breaks the path', () => {
    const pieces = [I1, BY_U3, link('u3', 'u4'), link('u4', 'u2', { kind: 'ADMINISTRATIVE' }), ANDERS];
    const found = elementOf(pieces, 'SUBORDINATION');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R20'] });
    expect(ids(found.context)).toEqual(['link u4 u2 ADMINISTRATIVE 2022-01-01 2022-12-31']);
  });

  test('an administrative link below one of command is shown as context too', () => {
    const pieces = [
      I1,
      BY_U3,
      link('u3', 'u4', { kind: 'ADMINISTRATIVE' }),
      link('u4', 'u5'),
      link('u5', 'u2'),
      ANDERS,
    ];
    expect(ids(elementOf(pieces, 'SUBORDINATION').context)).toEqual([
      'link u3 u4 ADMINISTRATIVE 2022-01-01 2022-12-31',
    ]);
  });

  test.each([
    ['that leads elsewhere', link('u3', 'm1', { kind: 'ADMINISTRATIVE' })],
    ['of another unit', link('u9', 'u2', { kind: 'ADMINISTRATIVE' })],
    ['of another time', link('u3', 'u2', { kind: 'ADMINISTRATIVE', during: ['2021', '2021-12-31 END'] })],
    ['that leaves the day open', link('u3', 'u2', { kind: 'ADMINISTRATIVE', during: ['2021', '2021-12-31'] })],
  ])('an administrative link %s is not shown', (_which, other) => {
    expect(elementOf([I1, BY_U3, other, ANDERS], 'SUBORDINATION')).toMatchObject({ because: [], context: [] });
  });
});

describe('subordination', () => {
  const sure = link('u3', 'u2', TWO);

  test('is indicated by one source for a link, and established by two', () => {
    expect(elementOf(CHAIN, 'SUBORDINATION')).toMatchObject({
      grade: 'INDICATED',
      missing: ['Two independent firm sources for each link between the unit and the person.'],
    });
    expect(elementOf([I1, BY_U3, sure, ANDERS], 'SUBORDINATION')).toMatchObject({
      grade: 'ESTABLISHED_BY_SOURCES',
      missing: [],
      because: [],
    });
  });

  test('over one path is as strong as the weakest link of the path', () => {
    const dahl = posting('dahl', 'u1', TWO);
    for (const [lower, upper, grade] of [
      [TWO, TWO, 'ESTABLISHED_BY_SOURCES'],
      [TWO, {}, 'INDICATED'],
      [{}, TWO, 'INDICATED'],
      [{ status: 'CONFLICT' }, TWO, 'CONTESTED'],
      [TWO, { status: 'CONFLICT' }, 'CONTESTED'],
    ] as const)
      expect(
        gradeOf([I1, BY_U3, link('u3', 'u2', lower), link('u2', 'u1', upper), dahl], 'SUBORDINATION', {
          personId: 'dahl',
        }),
      ).toBe(grade);
  });

  test('over two paths has the grade of the stronger, and shows both in the order of their ids', () => {
    const dahl = posting('dahl', 'u1');
    const weak = [link('u3', 'u2', { status: 'CONFLICT' }), link('u2', 'u1', TWO)];
    const strong = [link('u3', 'u4', TWO), link('u4', 'u1', TWO)];
    for (const paths of [
      [...weak, ...strong],
      [...strong, ...weak],
    ]) {
      const found = elementOf([I1, BY_U3, ...paths, dahl], 'SUBORDINATION', { personId: 'dahl' });
      expect(found.grade).toBe('ESTABLISHED_BY_SOURCES');
      expect(ids(found.supporting).map((id) => id.slice(0, 10))).toEqual([
        'link u2 u1',
        'link u3 u2',
        'link u3 u4',
        'link u4 u1',
      ]);
    }
  });

  test('of two perpetrators has the grade of the stronger path, and the distance of the nearer', () => {
    const pieces = [
      I1,
      BY_U3,
      attribution('i1', 'u5'),
      link('u3', 'u2', { status: 'CONFLICT' }),
      link('u5', 'u4', TWO),
      link('u4', 'u2', TWO),
      ANDERS,
    ];
    expect(gradeOf(pieces, 'SUBORDINATION')).toBe('ESTABLISHED_BY_SOURCES');
    expect(matrixOf(pieces).place.links).toBe(1);
  });

  test('weighs two claims about one relation together', () => {
    const second = link('u3', 'u2', { during: ['2022-02', '2022-06'], cites: ['daily'] });
    expect(gradeOf([...CHAIN, second], 'SUBORDINATION')).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('does not show a link of another kind between the same units', () => {
    const beside = link('u3', 'u2', { kind: 'COOPERATION' });
    expect(ids(elementOf([...CHAIN, beside], 'SUBORDINATION').supporting)).toEqual([U3_U2.id]);
  });

  test('gives the place of the nearest path, and of two equally near the first by the id of its unit', () => {
    const far = attribution('i1', 'u5');
    const pieces = [I1, far, BY_U3, link('u5', 'u3'), link('u3', 'u4'), U3_U2, posting('anders', 'u4'), ANDERS];
    expect(matrixOf(pieces).place).toMatchObject({ links: 1, unit: { id: 'u2' } });
    expect(matrixOf(pieces.toReversed()).place).toMatchObject({ links: 1, unit: { id: 'u2' } });
  });

  test('does not show links that do not lead to the person', () => {
    const found = elementOf([...CHAIN, link('u3', 'u4'), link('u9', 'u2'), link('u2', 'u1')], 'SUBORDINATION');
    expect(ids(found.supporting)).toEqual([U3_U2.id]);
  });

  test.each([
    ['another day', link('u3', 'u2', { during: ['2021', '2021-12-31 END'] })],
    ['an open day', link('u3', 'u2', { during: ['2021', '2021-12-31'] })],
  ])('has no path over a link of %s', (_which, other) => {
    expect(gradeOf([I1, BY_U3, other, ANDERS], 'SUBORDINATION')).toBe('NO_EVIDENCE');
  });

  test('is assessed by the post where the person commands the perpetrator', () => {
    const carls = { personId: 'carls' };
    const own = posting('carls', 'u3');
    const found = elementOf([...CHAIN, own], 'SUBORDINATION', carls);
    expect(found.grade).toBe('INDICATED');
    expect(ids(found.supporting)).toEqual([own.id]);
    expect(gradeOf([...CHAIN, posting('carls', 'u3', TWO)], 'SUBORDINATION', carls)).toBe('ESTABLISHED_BY_SOURCES');
    const competing = posting('doe', 'u3');
    const contested = elementOf([...CHAIN, own, competing], 'SUBORDINATION', carls);
    expect(contested.grade).toBe('CONTESTED');
    expect(ids(contested.weighingAgainst)).toEqual([competing.id]);
  });

  test('over the own unit counts together with a longer path to another perpetrator', () => {
    const both = [
      I1,
      BY_U3,
      attribution('i1', 'u5'),
      link('u5', 'u3', { status: 'CONFLICT' }),
      posting('carls', 'u3', TWO),
    ];
    expect(gradeOf(both, 'SUBORDINATION', { personId: 'carls' })).toBe('ESTABLISHED_BY_SOURCES');
    const weak = [
      I1,
      BY_U3,
      attribution('i1', 'u5'),
      link('u5', 'u3', TWO),
      posting('carls', 'u3', { status: 'CONFLICT' }),
    ];
    expect(gradeOf(weak, 'SUBORDINATION', { personId: 'carls' })).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('has no path that returns over the perpetrator or over the post', () => {
    const around = [link('u2', 'u9'), link('u9', 'u2'), link('u8', 'u3'), link('u3', 'u8')];
    expect(ids(elementOf([...CHAIN, ...around], 'SUBORDINATION').supporting)).toEqual([U3_U2.id]);
  });

  test('keeps its grade with a cycle between two units of the path', () => {
    const pieces = [
      I1,
      BY_U3,
      link('u3', 'u4', TWO),
      link('u4', 'u5', TWO),
      link('u5', 'u4', TWO),
      link('u5', 'u2', TWO),
      ANDERS,
    ];
    expect(gradeOf(pieces, 'SUBORDINATION')).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('is cited for a day where one whole path is cited for it', () => {
    const imprecise = { during: ['2022', '2022'] } as const;
    const day = (...links: readonly Piece[]) =>
      gradeOf([I1, BY_U3, ...links, posting('dahl', 'u1', TWO)], 'TEMPORAL_COINCIDENCE', { personId: 'dahl' });
    const whole = [link('u3', 'u4'), link('u4', 'u1')];
    expect(day(link('u3', 'u2', imprecise), link('u2', 'u1'), ...whole)).toBe('ESTABLISHED_BY_SOURCES');
    expect(day(link('u3', 'u2', imprecise), link('u2', 'u1'))).toBe('INDICATED');
    const other = [attribution('i1', 'u6'), link('u6', 'u1', imprecise)];
    expect(day(...whole, ...other)).toBe('ESTABLISHED_BY_SOURCES');
    expect(day(link('u3', 'u2', imprecise), link('u3', 'u2'), link('u2', 'u1'))).toBe('ESTABLISHED_BY_SOURCES');
    expect(day(link('u3', 'u2', imprecise), link('u2', 'u1'), link('u3', 'u4'), link('u4', 'u1', imprecise))).toBe(
      'INDICATED',
    );
  });

  test('is not contested by a competing holder of the post of a higher unit', () => {
    expect(elementOf([...CHAIN, posting('berg', 'u2')], 'SUBORDINATION').weighingAgainst).toEqual([]);
  });

  test('is found over links in a cycle', () => {
    expect(gradeOf([...CHAIN, link('u2', 'u3')], 'SUBORDINATION')).toBe('INDICATED');
  });

  test('is not established by two reports of one publisher', () => {
    const same = report('daily', { origins: ['publisher-archive'] });
    expect(gradeOf([I1, BY_U3, sure, ANDERS, same], 'SUBORDINATION')).toBe('INDICATED');
  });
});

test('subordination for an incident of several days is assessed by the links of the day that is asked for', () => {
  const moved = [
    incident('i1', { on: '2022-07-15' }),
    BY_U3,
    link('u3', 'u2', { during: ['2022-01-01', '2022-05-31 END'] }),
    ANDERS,
  ];
  expect(gradeOf(moved, 'SUBORDINATION', { day: '2022-07-15' })).toBe('NO_EVIDENCE');
  expect(gradeOf(moved, 'SUBORDINATION', { day: '2022-05-31' })).toBe('INDICATED');
});
