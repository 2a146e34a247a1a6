import { describe, expect, test } from '@jest/globals';
import { peopleOf } from '../../../src/questions/command/people-above.rules.js';
import { perpetratorUnits } from '../../../src/questions/command/perpetrators.rules.js';
import {
  attribution,
  caseFile,
  finding,
  incident,
  type Piece,
  posting,
  THE_DAY,
  unit,
} from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids } from './matrix.js';

const [I1, BY_U3, U3_U2, ANDERS] = CHAIN as [Piece, Piece, Piece, Piece];

describe('R7: attribution to a unit under the superior is enough; perpetrators need no names', () => {
  test('an attribution to a unit alone indicates the link, and the rule is named', () => {
    const found = elementOf(CHAIN, 'PERPETRATOR_LINK');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R7'] });
    expect(ids(found.supporting)).toEqual([BY_U3.id]);
    expect(found.missing).toEqual([
      'A court or fact-finding body that names the unit at reasonable grounds or above, and an independent publisher that names it too.',
    ]);
  });

  test.each([
    ['a person', attribution('i1', 'kurz')],
    ['a unit, as one that ordered it', attribution('i1', 'u3', { mode: 'ORDERED' })],
    ['a unit, for another incident', attribution('i2', 'u3')],
  ])('an attribution to %s names no unit', (_whom, other) => {
    const found = elementOf([I1, other, U3_U2, ANDERS], 'PERPETRATOR_LINK');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: [], supporting: [] });
    expect(found.missing[0]).toBe('Looked for units named as perpetrators of the incident, and found none.');
    expect(elementOf([I1, other, U3_U2, ANDERS], 'SUBORDINATION').missing).toEqual([
      'No unit is named as the perpetrator, so no chain can be followed.',
    ]);
  });

  test('a unit hidden from the reader does not count', () => {
    const file = { ...caseFile(I1, BY_U3), entities: new Map() };
    expect(perpetratorUnits(file, 'i1')).toEqual([]);
  });

  test('a unit that acted jointly with others is a perpetrator', () => {
    expect(gradeOf([I1, attribution('i1', 'u3', { mode: 'CO_PERPETRATOR' })], 'PERPETRATOR_LINK')).toBe('INDICATED');
    expect(gradeOf([I1, attribution('i1', 'u3', { mode: 'COMMITTED' })], 'PERPETRATOR_LINK')).toBe('INDICATED');
  });

  test('a unit that is only named together with others is shown as context, and no chain starts from it', () => {
    const named = attribution('i1', 'u3', { mode: 'NAMED' });
    const found = elementOf([I1, named, U3_U2, ANDERS], 'PERPETRATOR_LINK');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
    expect(ids(found.context)).toEqual([named.id]);
    const others = [attribution('i1', 'u5', { mode: 'ORDERED' }), attribution('i2', 'u5', { mode: 'NAMED' })];
    expect(ids(elementOf([I1, named, U3_U2, ANDERS, ...others], 'PERPETRATOR_LINK').context)).toEqual([named.id]);
    expect(gradeOf([I1, named, U3_U2, ANDERS], 'SUBORDINATION')).toBe('NO_EVIDENCE');
  });

  test('whoever heads a State, government or presidency named as author does not by that command those who acted', () => {
    const byState = [
      I1,
      attribution('i1', 'u9'),
      unit('u9', { isStateAsWhole: true }),
      posting('anders', 'u9', { role: 'HEAD' }),
    ];
    expect(gradeOf(byState, 'PERPETRATOR_LINK')).toBe('INDICATED');
    expect(gradeOf(byState, 'SUBORDINATION')).toBe('NO_EVIDENCE');
    expect(gradeOf(byState, 'EFFECTIVE_CONTROL')).toBe('NO_EVIDENCE');
    expect(peopleOf(caseFile(...byState), incident('i1'), THE_DAY)).toEqual([]);
    const byMinistry = [...byState, unit('u9')];
    expect(gradeOf(byMinistry, 'SUBORDINATION')).not.toBe('NO_EVIDENCE');
  });
});

describe('the link to the perpetrators', () => {
  const un = (overrides: Parameters<typeof finding>[1] = {}) => finding('un', { cites: ['un'], ...overrides });
  const linked = (...more: readonly Piece[]) => gradeOf([...CHAIN, ...more], 'PERPETRATOR_LINK');

  test('is established by a fact-finding body and an independent publisher', () => {
    expect(linked(un())).toBe('ESTABLISHED_BY_SOURCES');
    expect(linked(un({ bodyKind: 'COURT' }))).toBe('ESTABLISHED_BY_SOURCES');
    expect(elementOf([...CHAIN, un()], 'PERPETRATOR_LINK').missing).toEqual([]);
  });

  test.each([
    ['SUBSTANTIAL_GROUNDS_TO_BELIEVE', 'ESTABLISHED_BY_SOURCES'],
    ['BALANCE_OF_PROBABILITIES', 'ESTABLISHED_BY_SOURCES'],
    ['CLEAR_AND_CONVINCING', 'ESTABLISHED_BY_SOURCES'],
    ['FULLY_CONCLUSIVE', 'ESTABLISHED_BY_SOURCES'],
    ['BEYOND_REASONABLE_DOUBT', 'ESTABLISHED_BY_SOURCES'],
    ['REASONABLE_SUSPICION', 'INDICATED'],
    ['REASONABLE_BASIS', 'INDICATED'],
    ['NOT_STATED', 'INDICATED'],
  ] as const)('at the standard %s is %s', (standard, grade) => {
    expect(linked(un({ standard }))).toBe(grade);
  });

  test.each([
    ['an NGO', un({ bodyKind: 'NGO' })],
    ['a body that is not firm', un({ credibility: 3 })],
    ['a finding in conflict', un({ status: 'CONFLICT' })],
    ['a finding that was not checked', un({ status: 'ISSUE' })],
    ['a body whose report is the only source', un({ cites: ['archive'] })],
    ['a body that names another unit', un({ aboutIds: ['u9'] })],
    ['a body on another incident', un({ concernsIds: ['i2'] })],
    ['a judgment against a State', un({ type: 'STATE_RESPONSIBILITY' })],
  ])('is not established by %s', (_whom, other) => {
    expect(linked(other)).toBe('INDICATED');
  });

  test.each([
    ['in conflict', attribution('i1', 'u3', { status: 'CONFLICT' })],
    ['not checked', attribution('i1', 'u3', { status: 'WORK_NEEDED' })],
    ['of low credibility', attribution('i1', 'u3', { credibility: 4 })],
  ])('is not established with an attribution that is %s', (_how, other) => {
    expect(gradeOf([I1, other, un()], 'PERPETRATOR_LINK')).not.toBe('ESTABLISHED_BY_SOURCES');
  });

  test('is established by a body that names one unit of several', () => {
    expect(linked(un({ aboutIds: ['u9', 'u3'] }))).toBe('ESTABLISHED_BY_SOURCES');
    expect(linked(un(), attribution('i1', 'u9'))).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('is not established where the independent publisher names another unit than the body', () => {
    expect(
      gradeOf(
        [I1, attribution('i1', 'u3', { cites: ['un'] }), attribution('i1', 'u9', { cites: ['daily'] }), un()],
        'PERPETRATOR_LINK',
      ),
    ).toBe('INDICATED');
  });

  test('is not supported by a finding of a body about another unit or incident', () => {
    for (const other of [un({ aboutIds: ['u9'] }), un({ concernsIds: ['i2'] }), un({ type: 'ACQUITTAL' })])
      expect(ids(elementOf([...CHAIN, other], 'PERPETRATOR_LINK').supporting)).toEqual([BY_U3.id]);
  });

  const reversal = finding('appeal', {
    decided: '2024',
    concernsIds: ['i2'],
    relations: [{ relation: 'REVERSES', toId: 'un' }],
    turnedOn: ['PERPETRATOR_LINK'],
  });

  test('is contested by any reversal that turned on it by R17, however weak the reversed finding', () => {
    expect(linked(un({ credibility: 5 }), reversal)).toBe('CONTESTED');
  });

  test('is contested by a reversed finding on the unit by R17, which is shown against it', () => {
    const found = elementOf([...CHAIN, un(), reversal], 'PERPETRATOR_LINK');
    expect(found).toMatchObject({ grade: 'CONTESTED', because: ['R7', 'R17'] });
    expect(ids(found.supporting)).toEqual([BY_U3.id]);
    expect(ids(found.weighingAgainst)).toEqual(['appeal', 'un']);
  });

  test('keeps its grade where a reversal turned on something else, and shows both findings', () => {
    const found = elementOf([...CHAIN, un(), { ...reversal, turnedOn: [] }], 'PERPETRATOR_LINK');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R7', 'R17'], weighingAgainst: [] });
    expect(ids(found.context)).toEqual(['appeal', 'un']);
  });

  test('rests on no accusation: a warrant or charge about the unit by a court settles nothing', () => {
    const charge = un({ type: 'CHARGE', bodyKind: 'COURT', bodyId: 'court' });
    const found = elementOf([...CHAIN, charge], 'PERPETRATOR_LINK');
    expect(found).toMatchObject({ grade: 'INDICATED' });
    const saidInIt = { ...BY_U3, byId: 'court', citations: charge.citations };
    const alone = elementOf([...CHAIN.filter(({ id }) => id !== BY_U3.id), saidInIt, charge], 'PERPETRATOR_LINK');
    expect(alone).toMatchObject({ grade: 'ALLEGED', because: ['R7', 'R21'] });
  });
});
