import { describe, expect, test } from '@jest/globals';
import type { MeasureEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { attribution, incident, indicator, link, measure, type Piece, posting } from '../../support/case-file.js';
import { CHAIN, elementOf, type IncidentKindFilter, ids, marked, matrixOf } from './matrix.js';

const prevent = (...more: readonly Piece[]) => elementOf([...CHAIN, ...more], 'FAILURE_TO_PREVENT');
const punish = (...more: readonly Piece[]) => elementOf([...CHAIN, ...more], 'FAILURE_TO_PUNISH_OR_SUBMIT');
const none = (on: string) => measure('NONE_REPORTED', ['anders', 'i1'], { on });
const [I1, BY_U3, U3_U2] = CHAIN as [Piece, Piece, Piece];

const FORWARD = ['ORDER_TO_PREVENT', 'ORDER_TO_STOP', 'REMINDER_OF_LAW', 'TRAINING', 'WITHDRAWAL_OF_UNIT'] as const;
const BACKWARD = [
  'INQUIRY_OPENED',
  'DISCIPLINE',
  'PENAL_REFERRAL',
  'REPORTED_UP',
  'COMMAND_CHANGE',
  'RESIGNATION',
] as const;

const NO_SOURCE =
  'A source on what the person did or left undone to punish those responsible or to submit the matter to the authorities. Silence of the sources is not evidence of a failure.';
const UNREPORTED =
  'Not reported by any source: inquiry opened, discipline, penal referral, reported up, command change, resignation.';

describe("R12: measures are assessed against what was in the superior's power: evidence with date, actor, effect", () => {
  test('a stated failure is indicated, and contested by any measure', () => {
    expect(punish(none('2022-06-01'))).toMatchObject({ grade: 'INDICATED', because: ['R14'], missing: [UNREPORTED] });
    const inquiry = measure('INQUIRY_OPENED', ['anders', 'i1'], { effect: 'It was closed.', on: '2022-04-02' });
    const found = punish(none('2022-06-01'), inquiry);
    expect(found).toMatchObject({ grade: 'CONTESTED', because: ['R12', 'R13', 'R14'] });
    expect(found.weighingAgainst.map(({ says }) => says)).toEqual([
      '2022-04-02: An inquiry was opened. It was closed. (Anders; Incident i1)',
    ]);
  });

  test('a measure alone is no evidence of a failure, and the kinds that no source reports are named', () => {
    expect(punish(measure('DISCIPLINE', ['anders', 'i1']))).toMatchObject({
      grade: 'NO_EVIDENCE',
      missing: [NO_SOURCE, UNREPORTED.replace(' discipline,', '')],
    });
    const all = BACKWARD.map((kind) => measure(kind, ['anders', 'i1']));
    expect(punish(none('2022-06-01'), ...all).missing).toEqual([]);
  });

  test('silence of the sources is not evidence of a failure', () => {
    expect(prevent()).toMatchObject({
      grade: 'NO_EVIDENCE',
      because: ['R14'],
      missing: [
        'A source on what the person did or left undone to prevent the incident. Silence of the sources is not evidence of a failure.',
        'Not reported by any source: order to prevent, order to stop, reminder of law, training, withdrawal of unit.',
      ],
    });
    expect(punish()).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R14'], missing: [NO_SOURCE, UNREPORTED] });
  });
});

describe('R13: disciplinary, penal and reporting measures stay distinct, none presumed inadequate', () => {
  test.each(BACKWARD)('a measure of the kind %s weighs against a failure to punish as an item of its own', (kind) => {
    const all = BACKWARD.map((one) => measure(one, ['anders', 'i1']));
    const found = punish(none('2022-06-01'), ...all);
    expect(found.because).toContain('R13');
    expect(ids(found.weighingAgainst)).toEqual(all.map(({ id }) => id));
    expect(ids(found.weighingAgainst)).toContain(measure(kind, ['anders', 'i1']).id);
  });

  test('a promotion afterwards is context, weighs neither for nor against, and names neither rule', () => {
    const honour = measure('PROMOTION_OR_HONOUR_AFTER', ['anders', 'i1']);
    const found = punish(honour);
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R14'], supporting: [], weighingAgainst: [] });
    expect(ids(found.context)).toEqual([honour.id]);
    expect(found.missing).toEqual([NO_SOURCE, UNREPORTED]);
  });
});

describe('R14: prevent and punish are two duties, graded apart', () => {
  const where = (one: MeasureEntry) => [
    ids(prevent(one).weighingAgainst).length + prevent(one).supporting.length,
    ids(punish(one).weighingAgainst).length + punish(one).supporting.length,
  ];
  const on = (kind: MeasureEntry['kind'], day: string) => measure(kind, ['anders', 'i1'], { on: day });

  test.each(FORWARD)(
    'a measure of the kind %s counts for preventing up to the day, and never for punishing',
    (kind) => {
      expect(['2022-03-19', '2022-03-20', '2022-03', '2022-03-21'].map((day) => where(on(kind, day)))).toEqual([
        [1, 0],
        [1, 0],
        [1, 0],
        [0, 0],
      ]);
    },
  );

  test.each(BACKWARD)(
    'a measure of the kind %s counts for preventing only before the day, and for punishing from the day on',
    (kind) => {
      expect(['2022-03-19', '2022-03-20', '2022-03', '2022-03-21'].map((day) => where(on(kind, day)))).toEqual([
        [1, 0],
        [0, 1],
        [0, 1],
        [0, 1],
      ]);
    },
  );

  test('the statement that no measure was taken counts for both duties if its date may be the day', () => {
    expect(['2022-03-19', '2022-03-20', '2022-03-21'].map((day) => where(on('NONE_REPORTED', day)))).toEqual([
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
  });

  test('notice after the incident counts for punishing only', () => {
    const report = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE', on: '2022-03-28' });
    expect(ids(punish(report).context)).toEqual([report.id]);
    expect(punish(report).because).toContain('R14');
    expect(prevent(report).context).toEqual([]);
    const before = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE', on: '2022-03-18' });
    expect(punish(before).context).toEqual([]);
  });

  test('notice of an earlier incident is no notice of the later one', () => {
    const early = [incident('i0', { on: '2022-03-05' }), attribution('i0', 'u3')];
    const report = indicator('REPORT_ADDRESSED', ['anders', 'i0'], { group: 'KNOWLEDGE', on: '2022-03-28' });
    expect(punish(...early, report).context).toEqual([]);
  });
});

describe('measures and indicators of failure for an incident', () => {
  const early = [incident('i0', { on: '2022-03-05' }), attribution('i0', 'u3')];

  test.each([
    ['the person alone', ['anders'], 1],
    ['the person and a unit of the chain', ['anders', 'u3'], 1],
    ['the person and the unit of the own post', ['anders', 'u2'], 1],
    ['the person, a unit of the chain and another unit', ['anders', 'u3', 'u9'], 1],
    ['the person, this incident and another', ['anders', 'i1', 'i9'], 1],
    ['the person and another unit', ['anders', 'u9'], 0],
    ['the person and another incident', ['anders', 'i9'], 0],
    ['the person, a unit of the chain and another incident', ['anders', 'u3', 'i9'], 0],
    ['the incident alone', ['i1'], 0],
    ['somebody else', ['berg', 'i1'], 0],
  ])('a measure that concerns %s counts as often as expected', (_whom, concerned, found) => {
    const discipline = measure('DISCIPLINE', concerned);
    expect(punish(posting('berg', 'u9'), discipline).weighingAgainst).toHaveLength(found);
  });

  test('a measure on an earlier incident by subordinates counts for preventing, and not for punishing this one', () => {
    const discipline = measure('DISCIPLINE', ['anders', 'i0'], { on: '2022-03-10' });
    expect(prevent(...early, discipline).weighingAgainst).toHaveLength(1);
    const late = measure('DISCIPLINE', ['anders', 'i0'], { on: '2022-04-10' });
    expect(punish(...early, late).weighingAgainst).toEqual([]);
  });

  test('a measure of the person on an earlier incident by the same force counts for preventing, though another commanded it then', () => {
    const successor = [I1, BY_U3, U3_U2, posting('anders', 'u2', { during: ['2022-03-08 START', '2022-12-31'] })];
    const order = measure('ORDER_TO_PREVENT', ['anders', 'i0'], { on: '2022-03-10' });
    const then = [incident('i0', { on: '2022-03-05' }), attribution('i0', 'u3')];
    const found = elementOf([...successor, ...then, order], 'FAILURE_TO_PREVENT');
    expect(ids(found.weighingAgainst)).toEqual([order.id]);
    const elsewhere = [incident('i0', { on: '2022-03-05' }), attribution('i0', 'u9')];
    expect(elementOf([...successor, ...elsewhere, order], 'FAILURE_TO_PREVENT').weighingAgainst).toEqual([]);
  });

  test('an indicator of a failure is context, on this incident only', () => {
    const failure = indicator('STAFF_INVOLVED', ['anders', 'i1'], { group: 'FAILURE' });
    const general = indicator('STAFF_INVOLVED', ['anders', 'u3'], { group: 'FAILURE' });
    const control = indicator('STAFF_INVOLVED', ['anders', 'i1'], { on: '2022-03-02' });
    expect(ids(punish(failure, general, control).context)).toEqual([failure.id]);
    expect(ids(prevent(failure, general, control).context)).toEqual([failure.id]);
  });
});

describe('R9: a later commander is a SUCCESSOR, which is a flag on the answer and never a grade', () => {
  const berg = posting('berg', 'u2', { during: ['2022-04-15 START', '2022-12-31'] });
  const failed = measure('NONE_REPORTED', ['berg', 'i1'], { on: '2022-06-01' });
  const gradesOf = (question: IncidentKindFilter, ...more: readonly Piece[]) =>
    elementOf([...CHAIN, berg, failed, ...more], 'FAILURE_TO_PUNISH_OR_SUBMIT', { personId: 'berg', ...question });

  test.each(['ROME_STATUTE_28A', 'ROME_STATUTE_28B', 'AD_HOC_TRIBUNALS'] as const)(
    'the failure of a successor to punish is graded by its sources alone under %s, and has no evidence without one',
    (framework) => {
      const found = gradesOf({ framework });
      expect(found).toMatchObject({ grade: 'INDICATED', because: ['R9', 'R14'] });
      expect(marked(found.supporting)).toEqual([`${failed.id}:`]);
      expect(marked(found.context)).toEqual([`${berg.id}: SUCCESSOR`]);
      const question = { personId: 'berg', framework } as const;
      const silent = elementOf([...CHAIN, berg], 'FAILURE_TO_PUNISH_OR_SUBMIT', question);
      expect(silent).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R9', 'R14'], supporting: [] });
      expect(marked(silent.context)).toEqual([`${berg.id}: SUCCESSOR`]);
    },
  );

  test('the answer says that the rule is debated, and how', () => {
    const { rules } = matrixOf([...CHAIN, berg], { personId: 'berg' });
    expect(rules.find(({ id }) => id === 'R9')?.debated).toMatch(/the Orić appeal judgment of 2008 left it open/);
    expect(rules.find(({ id }) => id === 'R16')?.debated).toMatch(/the Bemba confirmation of charges/);
    expect(rules.find(({ id }) => id === 'R14')?.debated).toBeUndefined();
  });

  test.each([
    ['who also held command on the day', posting('berg', 'u3')],
    ['whose later role is not of command', { ...berg, role: 'DEPUTY' } as Piece],
    ['whose post had ended before', posting('berg', 'u2', { during: ['2021', '2022-03-19 END'] })],
    ['whose post began on the day', posting('berg', 'u2', { during: ['2022-03-20 START', '2022-12-31'] })],
  ])('a commander is no successor %s', (_who, other) => {
    const pieces = [I1, BY_U3, U3_U2, other, failed];
    const found = elementOf(pieces, 'FAILURE_TO_PUNISH_OR_SUBMIT', { personId: 'berg' });
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R14'] });
  });

  test('a person with a post on the day and a later one is assessed by the first', () => {
    expect(gradesOf({}, posting('berg', 'u3'))).toMatchObject({ grade: 'INDICATED', because: ['R14'] });
  });

  test('the context keeps what a successor learned', () => {
    const report = indicator('REPORT_ADDRESSED', ['berg', 'i1'], { group: 'KNOWLEDGE', on: '2022-05-01' });
    expect(ids(gradesOf({}, report).context)).toEqual([report.id, berg.id]);
    expect(ids(gradesOf({ framework: 'AD_HOC_TRIBUNALS' }, report).context)).toEqual([report.id, berg.id]);
  });
});

test('measures count on every level of the chain', () => {
  const pieces = [...CHAIN, link('u2', 'u1'), posting('dahl', 'u1'), measure('DISCIPLINE', ['dahl', 'u3'])];
  expect(elementOf(pieces, 'FAILURE_TO_PUNISH_OR_SUBMIT', { personId: 'dahl' }).weighingAgainst).toHaveLength(1);
});
