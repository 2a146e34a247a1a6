import { describe, expect, test } from '@jest/globals';
import { linkedWith, speakingFor } from '../../../src/questions/case-file/linked-incidents.rules.js';
import { caseFile, incident, incidentLink, type Piece } from '../../support/case-file.js';

const sameEvent = (one: string, other: string) => incidentLink(one, other, { kind: 'SAME_EVENT' });

function question(id: string, pieces: readonly Piece[]) {
  const file = caseFile(...['i1', 'i2', 'i3', 'i4', 'i5', 'i6'].map((one) => incident(one)), ...pieces);
  const found = file.incidents.find((one) => one.id === id);
  if (!found) throw new Error(`The test has no incident ${id}.`);
  return { file, found };
}

function linked(id: string, ...pieces: readonly Piece[]): string[] {
  const { file, found } = question(id, pieces);
  return linkedWith(file, found).map(({ incident: one, mark }) => `${one.id} ${mark}`);
}

function speaking(id: string, ...pieces: readonly Piece[]): string[] {
  const { file, found } = question(id, pieces);
  return speakingFor(file, found).map(({ incident: one }) => one.id);
}

describe('the incidents linked with another', () => {
  test('are its wholes from a part, and its parts from the whole', () => {
    expect(linked('i1', incidentLink('i1', 'i2'))).toEqual(['i2 FROM_THE_WHOLE']);
    expect(linked('i2', incidentLink('i1', 'i2'))).toEqual(['i1 FROM_A_PART']);
  });

  test('are not other accounts of its wholes or of its parts', () => {
    expect(linked('i1', incidentLink('i1', 'i2'), sameEvent('i2', 'i5'))).toEqual(['i2 FROM_THE_WHOLE']);
    expect(linked('i2', incidentLink('i1', 'i2'), sameEvent('i6', 'i1'))).toEqual(['i1 FROM_A_PART']);
  });

  test('are the other parts of its wholes, and no parts of those', () => {
    const links = [incidentLink('i1', 'i2'), incidentLink('i3', 'i2'), incidentLink('i6', 'i3')];
    expect(linked('i1', ...links)).toEqual(['i2 FROM_THE_WHOLE', 'i3 FROM_ANOTHER_PART']);
  });

  test.each([
    ['ACCEPTED', ['i2 FROM_THE_WHOLE']],
    ['CONFLICT', ['i2 FROM_THE_WHOLE']],
    ['WORK_NEEDED', []],
    ['ISSUE', []],
  ] as const)('by a link of the status %s are %j', (status, expected) => {
    expect(linked('i1', incidentLink('i1', 'i2', { status }))).toEqual(expected);
  });

  test('are reached by the fewest links', () => {
    const [direct, first, second] = [incidentLink('i1', 'i2'), incidentLink('i1', 'i3'), incidentLink('i3', 'i2')];
    const { file, found } = question('i1', [direct, first, second]);
    expect(linkedWith(file, found).map(({ incident: one, links }) => [one.id, ...links.map(({ id }) => id)])).toEqual([
      ['i2', direct.id],
      ['i3', first.id],
    ]);
  });
});

describe('what is said of a linked incident is evidence', () => {
  const ofKinds = (id: string, ...kinds: string[]) => incident(id, { kinds });

  test('where both are accounts of one event, of whatever kind', () => {
    expect(speaking('i1', sameEvent('i1', 'i4'), ofKinds('i4', 'LOOTING'))).toEqual(['i4']);
  });

  test('where one is a part of the other and a kind is that of both', () => {
    expect(speaking('i1', incidentLink('i1', 'i2'), ofKinds('i2', 'LOOTING', 'KILLING'))).toEqual(['i2']);
    expect(speaking('i1', incidentLink('i1', 'i2'), ofKinds('i2', 'LOOTING'))).toEqual([]);
  });

  test('not on another part of the same whole', () => {
    expect(speaking('i1', incidentLink('i1', 'i2'), incidentLink('i3', 'i2'))).toEqual(['i2']);
  });
});
