import { expect, test } from '@jest/globals';
import { perpetratorUnits } from '../../src/questions/command/perpetrators.rules.js';
import {
  incidentsOfUnit,
  incidentsUnderCommand,
  recurringKinds,
} from '../../src/questions/unit-incidents/unit-incidents.rules.js';
import { attribution, caseFile, incident, link, posting, undatedIncident } from '../support/case-file.js';

const ALL = { kinds: null };
const PIECES = [
  incident('i1', { on: '2022-03-05' }),
  attribution('i1', 'u3'),
  link('u3', 'u2'),
  link('u2', 'u1'),
] as const;
const linesOf = (found: readonly { incident: { id: string }; unit: { id: string }; links: number }[]) =>
  found.map(({ incident: { id }, unit, links }) => `${id} ${unit.id} ${links}`);

test('an incident counts for the unit named, at distance 0, and for each superior, with the links between', () => {
  const file = caseFile(...PIECES);
  expect(incidentsOfUnit(file, 'u3', true, ALL)[0]).toMatchObject({ links: 0, isOwn: true, path: [] });
  const [above] = incidentsOfUnit(file, 'u1', true, ALL);
  expect(above).toMatchObject({ links: 2, isOwn: false, isCarriedOut: true, on: '2022-03-05' });
  expect(above?.path.map(({ id }) => id.split(' ').slice(1, 3))).toEqual([
    ['u3', 'u2'],
    ['u2', 'u1'],
  ]);
});

test('the incidents of a unit without its subordinates are those attributed to the unit itself', () => {
  const file = caseFile(...PIECES, attribution('i1', 'u2', { mode: 'AIDED' }));
  expect(linesOf(incidentsOfUnit(file, 'u2', true, ALL))).toEqual(['i1 u2 0', 'i1 u3 1']);
  expect(linesOf(incidentsOfUnit(file, 'u2', false, ALL))).toEqual(['i1 u2 0']);
});

test('an incident of a unit that is only named together with others is shown, and not as one that it carried out', () => {
  const named = caseFile(PIECES[0], attribution('i1', 'u3', { mode: 'NAMED' }), ...PIECES.slice(2));
  expect(incidentsOfUnit(named, 'u1', true, ALL)).toMatchObject([{ links: 2, isCarriedOut: false }]);
  expect(perpetratorUnits(named, 'i1')).toEqual([]);
});

test.each(['ADMINISTRATIVE', 'MEMBERSHIP', 'COOPERATION'] as const)(
  'a link of %s gives no superior for incidents',
  (kind) => {
    const file = caseFile(...PIECES.slice(0, 2), link('u3', 'u2', { kind }));
    expect(incidentsOfUnit(file, 'u2', true, ALL)).toEqual([]);
  },
);

test('an incident counts for superiors by the links of its first possible day', () => {
  const later = link('u3', 'u4', { during: ['2022-03-06 START', '2022-12-31 END'] });
  const file = caseFile(...PIECES.slice(0, 2), later);
  expect(incidentsOfUnit(file, 'u4', true, ALL)).toEqual([]);
  const long = incident('i1', { during: ['2022-03-06 START', '2022-04-30 END'] });
  const [found] = incidentsOfUnit(caseFile(long, attribution('i1', 'u3'), later), 'u4', true, ALL);
  expect(found?.on).toBe('2022-03-06/2022-04-30');
});

test('an incident with two paths up has both, at the shorter distance', () => {
  const file = caseFile(...PIECES, link('u3', 'u1', { kind: 'OPERATIONAL' }));
  const [found] = incidentsOfUnit(file, 'u1', true, ALL);
  expect(found?.links).toBe(1);
  expect(found?.path).toHaveLength(3);
});

test('an incident with another part than carrying it out says so, and does not recur', () => {
  const file = caseFile(
    incident('i1', { on: '2022-03-05' }),
    incident('i2', { on: '2022-03-20' }),
    attribution('i1', 'u3'),
    attribution('i2', 'u3', { mode: 'AIDED' }),
  );
  const found = incidentsOfUnit(file, 'u3', true, ALL);
  expect(found.map(({ isCarriedOut }) => isCarriedOut)).toEqual([true, false]);
  expect(recurringKinds(file, found, ALL)).toEqual([]);
});

test('incidents recur by one kind and one unit, with intervals between first days, in order', () => {
  const file = caseFile(
    incident('i3', { on: '2022-05-01' }),
    incident('i1', { on: '2022-03-05' }),
    incident('i2', { on: '2022-03-20', kinds: ['KILLING', 'TORTURE'] }),
    incident('i4', { on: '2022-06-01' }),
    ...['i1', 'i2', 'i3'].map((id) => attribution(id, 'u3')),
    attribution('i2', 'u3', { cites: ['observer'] }),
    attribution('i4', 'u5'),
    link('u3', 'u2'),
    link('u5', 'u2'),
  );
  const found = incidentsOfUnit(file, 'u2', true, ALL);
  expect(linesOf(found)).toEqual(['i1 u3 1', 'i2 u3 1', 'i3 u3 1', 'i4 u5 1']);
  const recurring = recurringKinds(file, found, ALL);
  expect(recurring).toMatchObject([{ unit: { id: 'u3' }, kind: 'KILLING', intervalsInDays: [15, 42] }]);
  expect(recurring[0]?.incidents.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3']);
  expect(recurringKinds(file, found, { kinds: ['TORTURE'] })).toEqual([]);
  expect(linesOf(incidentsOfUnit(file, 'u2', true, { kinds: ['TORTURE'] }))).toEqual(['i2 u3 1']);
});

test('an incident without a date is listed last for the unit itself, for no superior, and does not recur', () => {
  const file = caseFile(...PIECES, undatedIncident('i0'), attribution('i0', 'u3'));
  const found = incidentsOfUnit(file, 'u3', true, ALL);
  expect(found.map(({ incident: { id }, on }) => [id, on])).toEqual([
    ['i1', '2022-03-05'],
    ['i0', null],
  ]);
  expect(recurringKinds(file, found, ALL)).toEqual([]);
  expect(linesOf(incidentsOfUnit(file, 'u2', true, ALL))).toEqual(['i1 u3 1']);
});

test('the incidents of a person are those under each post of command of the day, and none of an earlier, later or deputy post', () => {
  const file = caseFile(
    ...PIECES,
    posting('anders', 'u2', { during: ['2021-01-01 START', '2022-03-05 END'] }),
    posting('berg', 'u2', { during: ['2022-03-06 START', '2022-12-31 END'] }),
    posting('holt', 'u2', { role: 'DEPUTY' }),
    posting('dahl', 'u1'),
    posting('dahl', 'u2', { role: 'ACTING' }),
  );
  const under = (id: string) => incidentsUnderCommand(file, id, ALL).map(({ at, links }) => `${at.id} ${links}`);
  expect(under('anders')).toEqual(['u2 1']);
  expect(under('berg')).toEqual([]);
  expect(under('holt')).toEqual([]);
  expect(under('dahl').sort()).toEqual(['u1 2', 'u2 1']);
});

test('the incidents of a person leave out other parts than carrying it out, and attributions to the person', () => {
  const aided = caseFile(incident('i1'), attribution('i1', 'u3', { mode: 'AIDED' }), posting('carls', 'u3'));
  expect(incidentsUnderCommand(aided, 'carls', ALL)).toEqual([]);
  const named = caseFile(incident('i1'), attribution('i1', 'carls'), posting('carls', 'u3'));
  expect(incidentsUnderCommand(named, 'carls', ALL)).toEqual([]);
});
