import { describe, expect, test } from '@jest/globals';
import { indicator, link, type Piece, posting, unit } from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids, marked } from './matrix.js';

const control = (...more: Parameters<typeof gradeOf>[0]) => elementOf([...CHAIN, ...more], 'EFFECTIVE_CONTROL');
const TWO = { cites: ['archive', 'daily'] } as const;
const CORROBORATED = [CHAIN[0], CHAIN[1], link('u3', 'u2', TWO), posting('anders', 'u2', TWO)] as typeof CHAIN;

describe('R1: a chain of command alone never lifts effective control above indicated', () => {
  test('a chain of well-sourced links and posts leaves effective control at indicated', () => {
    expect(gradeOf(CORROBORATED, 'SUBORDINATION')).toBe('ESTABLISHED_BY_SOURCES');
    const found = elementOf(CORROBORATED, 'EFFECTIVE_CONTROL');
    expect(found.grade).toBe('INDICATED');
    expect(found.because).toEqual(['R1']);
    expect(ids(found.supporting)).toEqual([
      'posting anders u2 COMMANDER 2022-01-01 2022-12-31',
      'link u3 u2 COMMAND 2022-01-01 2022-12-31',
    ]);
    expect(found.missing).toEqual([
      'Sources on what the person could do: orders given and followed, discipline, promotion, forces sent or withdrawn.',
      'A court that found effective control, beyond reasonable doubt.',
    ]);
  });

  test('a post without a chain to the perpetrators supports no control', () => {
    const found = elementOf([CHAIN[0], CHAIN[1], posting('anders', 'u2')] as typeof CHAIN, 'EFFECTIVE_CONTROL');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: [], supporting: [] });
  });
});

describe('R2: an appointment order is one indicator of control', () => {
  test('an appointment order is named as an indicator, and gives no more than indicated', () => {
    const order = indicator('FORMAL_APPOINTMENT', ['anders', 'u2'], TWO);
    expect(control(order)).toMatchObject({ grade: 'INDICATED', because: ['R1', 'R2'] });
    expect(ids(control(order).supporting)).toContain(order.id);
    expect(control(order).missing).toEqual(['A court that found effective control, beyond reasonable doubt.']);
  });

  test('a post that a source says somebody appointed the person to counts as one', () => {
    const appointed = [
      CHAIN[0],
      CHAIN[1],
      CHAIN[2],
      posting('anders', 'u2', { appointedById: 'falk' }),
    ] as typeof CHAIN;
    const found = elementOf(appointed, 'EFFECTIVE_CONTROL');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R1', 'R2'] });
    expect(found.missing).toEqual(['A court that found effective control, beyond reasonable doubt.']);
  });

  test('an appointment with another indicator beside it leaves only a court to look for', () => {
    const appointed = [...CHAIN.slice(0, 3), posting('anders', 'u2', { appointedById: 'falk' })];
    const found = elementOf([...appointed, indicator('POWER_TO_DISCIPLINE', ['anders', 'u2'])], 'EFFECTIVE_CONTROL');
    expect(found.missing).toEqual(['A court that found effective control, beyond reasonable doubt.']);
  });

  test('another indicator does not name the rule', () => {
    expect(control(indicator('POWER_TO_DISCIPLINE', ['anders', 'u2'])).because).toEqual(['R1']);
  });
});

describe("R3: a post's end does not erase control indicators dated after it", () => {
  const ended = [
    CHAIN[0],
    CHAIN[1],
    CHAIN[2],
    posting('anders', 'u2', { during: ['2022-01-01', '2022-04-14 END'] }),
  ] as typeof CHAIN;
  const tasks = (on: string) => indicator('TASKS_PERFORMED', ['anders', 'u2'], { on });

  test('indicators dated after the end of the post support control, and are marked', () => {
    const found = elementOf([...ended, tasks('2022-04-15')], 'EFFECTIVE_CONTROL');
    expect(found.because).toEqual(['R1', 'R3']);
    expect(marked(found.supporting)).toContain(
      'TASKS_PERFORMED anders u2 2022-04-15: AFTER_END_OF_POST AFTER_INCIDENT',
    );
  });

  test('an indicator dated after the end of the last post supports control alone', () => {
    const endedEarlier = posting('anders', 'u2', { during: ['2021', '2022-02-01 END'] });
    const past = [CHAIN[0], CHAIN[1], CHAIN[2], endedEarlier] as typeof CHAIN;
    expect(elementOf([...past, tasks('2022-03-01')], 'EFFECTIVE_CONTROL')).toMatchObject({
      grade: 'INDICATED',
      because: ['R3'],
    });
  });

  test.each([
    ['on its last day', ended, '2022-04-14'],
    ['before it', ended, '2022-03-01'],
    ['on days that may be before its end', ended, '2022-04'],
    ['while the post goes on', CHAIN, '2023-06-01'],
    ['while one of two posts goes on', [...ended, posting('anders', 'u1', { role: 'ACTING' })], '2023-06-01'],
    [
      'before the end of the later of two posts',
      [...ended, posting('anders', 'u1', { during: ['2022', '2022-06-30 END'] })],
      '2022-04-15',
    ],
  ])('an indicator %s is not marked as after the end of the post', (_when, pieces, on) => {
    const found = elementOf([...pieces, tasks(on)], 'EFFECTIVE_CONTROL');
    expect(found.because).not.toContain('R3');
    expect(ids(found.supporting)).toContain(`TASKS_PERFORMED anders u2 ${on}`);
    expect(marked(found.supporting).join()).not.toContain('AFTER_END_OF_POST');
  });

  test.each([
    ['2022-03-20', ''],
    ['2022-03', ''],
    ['2022-03-21', ' AFTER_INCIDENT'],
  ])('an indicator of %s has the mark:%s', (on, mark) => {
    const found = elementOf([...CHAIN, tasks(on)], 'EFFECTIVE_CONTROL');
    expect(marked(found.supporting)).toContain(`TASKS_PERFORMED anders u2 ${on}:${mark}`);
  });

  test('the last end of several posts counts, whichever post comes first', () => {
    const past = posting('anders', 'u1', { during: ['2021', '2021-12-31 END'] });
    const found = elementOf([...ended, past, tasks('2022-04-14')], 'EFFECTIVE_CONTROL');
    expect(found.because).not.toContain('R3');
  });

  test('the end of a post without command does not count', () => {
    const found = elementOf(
      [...ended, posting('anders', 'u1', { role: 'STAFF' }), tasks('2022-04-15')],
      'EFFECTIVE_CONTROL',
    );
    expect(found.because).toContain('R3');
  });

  test('a person without a post has no end of post', () => {
    const found = elementOf([CHAIN[0], CHAIN[1], tasks('2022-04-15'), unit('u2')] as typeof CHAIN, 'EFFECTIVE_CONTROL');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: [] });
    const element = elementOf([...CHAIN, tasks('2022-04-15')], 'EFFECTIVE_CONTROL', { personId: 'berg' });
    expect(element.because).toEqual([]);
  });
});

describe('R4: cooperation, coordination, fighting alongside are not control', () => {
  const beside = [CHAIN[0], CHAIN[1], link('u3', 'u2', { kind: 'COOPERATION', ...TWO }), CHAIN[3]] as typeof CHAIN;

  test('links of cooperation leave control and subordination without evidence, and are shown as context', () => {
    for (const name of ['EFFECTIVE_CONTROL', 'SUBORDINATION'] as const) {
      const found = elementOf(beside, name);
      expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R4'], supporting: [] });
      expect(ids(found.context)).toEqual(['link u3 u2 COOPERATION 2022-01-01 2022-12-31']);
    }
  });

  test('a chain of command counts despite links of cooperation, and the rule is not named', () => {
    const found = elementOf([...beside, link('u3', 'u2')], 'EFFECTIVE_CONTROL');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R1'], context: [] });
  });

  test('another kind of link does not name the rule', () => {
    const membership = [CHAIN[0], CHAIN[1], link('u3', 'u2', { kind: 'MEMBERSHIP' }), CHAIN[3]] as typeof CHAIN;
    expect(elementOf(membership, 'EFFECTIVE_CONTROL').because).toEqual([]);
  });
});

describe('R6: several superiors can hold control at once', () => {
  const dahl = [link('u2', 'u1'), posting('dahl', 'u1')];

  test('two superiors in one chain are assessed alike, and the rule is named', () => {
    for (const personId of ['anders', 'dahl'])
      expect(elementOf([...CHAIN, ...dahl], 'EFFECTIVE_CONTROL', { personId })).toMatchObject({
        grade: 'INDICATED',
        because: ['R1', 'R6'],
      });
  });

  test.each([
    ['who commands outside the chain', [posting('dahl', 'u1')]],
    ['whose role is not of command', [link('u2', 'u1'), posting('dahl', 'u1', { role: 'STAFF' })]],
    [
      'who commanded at another time',
      [link('u2', 'u1'), posting('dahl', 'u1', { during: ['2021', '2021-12-31 END'] })],
    ],
    ['who is the same person', [link('u2', 'u1'), posting('anders', 'u1')]],
  ])('the rule is not named for a second superior %s', (_who, more) => {
    expect(control(...more).because).toEqual(['R1']);
  });

  test('the rule is not named for somebody outside the chain', () => {
    expect(elementOf([...CHAIN, posting('eklund', 'u4')], 'EFFECTIVE_CONTROL', { personId: 'eklund' }).because).toEqual(
      [],
    );
  });
});

describe('control is that over the force that did it', () => {
  const [I1, BY_U3] = CHAIN as [Piece, Piece];
  const ORDER = indicator('FORMAL_APPOINTMENT', ['anders', 'u2']);
  const TASKS = indicator('TASKS_PERFORMED', ['anders', 'u2'], { on: '2022-03-02' });
  const OWN = [posting('anders', 'u2', { appointedById: 'falk' }), ORDER, TASKS];

  test.each([
    ['that no link joins to the perpetrators', []],
    ['that cooperates with them', [link('u3', 'u2', { kind: 'COOPERATION' })]],
    ['that stands under them', [link('u2', 'u3')]],
  ])('indicators over a unit of the person’s own %s give nothing', (_which, links) => {
    const found = elementOf([I1, BY_U3, ...OWN, ...links], 'EFFECTIVE_CONTROL');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [], weighingAgainst: [] });
    expect(found.because).not.toContain('R2');
  });

  test('indicators over a unit above the post, or beside the way up to it, neither support nor weigh against', () => {
    const more = [link('u2', 'u1'), link('u3', 'u5')];
    const others = ['u1', 'u5'].flatMap((id) => [
      indicator('POWER_TO_DISCIPLINE', ['anders', id]),
      indicator('BROKEN_CHAIN', [id], { polarity: 'WEIGHS_AGAINST' }),
    ]);
    const found = control(...more, ...others);
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R1'], weighingAgainst: [] });
    expect(ids(found.context)).toEqual(others.map(({ id }) => id));
  });

  test('indicators over the perpetrators, a unit on the way up, or on the incident itself support it', () => {
    const between = [I1, BY_U3, link('u3', 'u4'), link('u4', 'u2'), posting('anders', 'u2')];
    for (const id of ['u3', 'u4', 'u2', 'i1']) {
      const one = indicator('POWER_TO_DISCIPLINE', ['anders', id]);
      expect(ids(elementOf([...between, one], 'EFFECTIVE_CONTROL').supporting)).toContain(one.id);
    }
  });

  test('of one who commands in fact and has no post is that over any unit above the perpetrators', () => {
    const orders = indicator('ORDERS_ISSUED_AND_FOLLOWED', ['anders', 'u2']);
    expect(elementOf([I1, BY_U3, link('u3', 'u2'), orders], 'EFFECTIVE_CONTROL').grade).toBe('INDICATED');
    expect(elementOf([I1, BY_U3, orders], 'EFFECTIVE_CONTROL').grade).toBe('NO_EVIDENCE');
  });

  test('rests on the posts on the way up, and not on other posts of the person', () => {
    expect(ids(control(posting('anders', 'u9')).supporting)).not.toContain(posting('anders', 'u9').id);
  });
});

describe('indicators of control', () => {
  test('about the unit alone support nothing, but weigh against', () => {
    const orders = indicator('ORDERS_ISSUED_AND_FOLLOWED', ['u3']);
    expect(ids(control(orders).supporting)).not.toContain(orders.id);
    const broken = indicator('BROKEN_CHAIN', ['u3'], { polarity: 'WEIGHS_AGAINST' });
    expect(ids(control(broken).weighingAgainst)).toEqual([broken.id]);
    expect(control(broken).grade).toBe('CONTESTED');
    expect(ids(control(broken).supporting)).not.toContain(broken.id);
  });

  test('of less weight against control leave control indicated', () => {
    const rumour = indicator('ORDERS_IGNORED', ['anders', 'u3'], { polarity: 'WEIGHS_AGAINST', credibility: 4 });
    expect(control(rumour)).toMatchObject({ grade: 'INDICATED' });
    expect(ids(control(rumour).weighingAgainst)).toEqual([rumour.id]);
  });

  test.each(['CAUSATION_CITED', 'WITHIN_RESPONSIBILITY'] as const)(
    'do not include citations of another element, %s',
    (code) => {
      const other = indicator(code, ['anders', 'u3']);
      expect(ids(control(other).supporting)).not.toContain(other.id);
    },
  );

  test.each([
    ['of another group', indicator('REPORT_ADDRESSED', ['anders', 'u3'], { group: 'KNOWLEDGE' })],
    ['about another person', indicator('TASKS_PERFORMED', ['berg', 'u3'])],
    ['about another unit', indicator('TASKS_PERFORMED', ['anders', 'u9'])],
    ['about another incident', indicator('TASKS_PERFORMED', ['anders', 'i9'])],
    ['about nothing but a person elsewhere', indicator('TASKS_PERFORMED', ['berg'])],
  ])('do not include those %s', (_which, other) => {
    const found = control(other, posting('berg', 'u9'));
    expect(ids([...found.supporting, ...found.weighingAgainst, ...found.context])).not.toContain(other.id);
  });

  test.each([
    ['the person and the incident', ['anders', 'i1']],
    ['the person and one unit of the chain among others', ['anders', 'u9', 'u3']],
    ['the person and another', ['berg', 'anders', 'u2']],
  ])('about %s support it', (_whom, concerned) => {
    const orders = indicator('ORDERS_ISSUED_AND_FOLLOWED', concerned);
    expect(ids(control(orders).supporting)).toContain(orders.id);
  });

  test.each([
    ['two incidents, one of them this one', ['anders', 'i1', 'i9']],
    ['two incidents, this one last', ['anders', 'i9', 'i1']],
  ])('about %s support it', (_which, concerned) => {
    const orders = indicator('ORDERS_ISSUED_AND_FOLLOWED', concerned);
    expect(ids(control(orders).supporting)).toContain(orders.id);
  });

  test('about the person alone, without a force or an incident, are shown and support nothing', () => {
    const orders = indicator('ORDERS_ISSUED_AND_FOLLOWED', ['anders']);
    expect(ids(control(orders).supporting)).not.toContain(orders.id);
    expect(ids(control(orders).context)).toEqual([orders.id]);
  });

  test('about nobody of the case file count for nothing', () => {
    const stray = indicator('BROKEN_CHAIN', [], { polarity: 'WEIGHS_AGAINST' });
    expect(control(stray).weighingAgainst).toEqual([]);
  });
});
