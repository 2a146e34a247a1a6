import { describe, expect, test } from '@jest/globals';
import { atOnce } from '../../src/model/steps.js';
import { missingEvidence } from '../../src/questions/missing-evidence/missing-evidence.rules.js';
import { attribution, caseFile, incident, link, type Piece, posting, report, THE_DAY } from '../support/case-file.js';

/** What is missing on incident i1 by unit u3, which stands under u2, which Anders commands. */

const CHAIN = [incident('i1'), attribution('i1', 'u3'), link('u3', 'u2'), posting('anders', 'u2')];

const missingOf = (...pieces: readonly Piece[]) => {
  const file = caseFile(...pieces);
  const [first] = file.incidents;
  if (!first) throw new Error('The file has no incident.');
  return atOnce(missingEvidence(file, first, 'ROME_STATUTE_28A', { from: THE_DAY, to: THE_DAY }));
};

describe('what is missing on an incident', () => {
  test('are the gaps of its chain, each with its unit and a sentence', () => {
    expect(missingOf(...CHAIN).gaps).toEqual([
      {
        unit: expect.objectContaining({ id: 'u3' }),
        gap: 'NO_COMMANDER_CITED',
        sentence: 'No source cites a commander or head of this unit for the day.',
      },
      {
        unit: expect.objectContaining({ id: 'u2' }),
        gap: 'NO_SUPERIOR_CITED',
        sentence: 'No source cites a link of command above this unit for the day: the chain ends here, in the sources.',
      },
    ]);
  });

  test('are the gaps of a unit once, where two units that are named for it stand under it', () => {
    const { gaps } = missingOf(...CHAIN, attribution('i1', 'u4'), link('u4', 'u2'));
    expect(gaps.map(({ unit, gap }) => `${unit.id} ${gap}`).sort()).toEqual([
      'u2 NO_SUPERIOR_CITED',
      'u3 NO_COMMANDER_CITED',
      'u4 NO_COMMANDER_CITED',
    ]);
  });

  test('is a second publisher, for each link and post that one alone states', () => {
    const two = posting('anders', 'u2', { cites: ['archive', 'other'] });
    expect(missingOf(...CHAIN, two).singleSource.map(({ id }) => id)).toEqual([CHAIN[2]?.id]);
    expect(missingOf(...CHAIN).singleSource.map(({ id }) => id)).toEqual([CHAIN[2]?.id, CHAIN[3]?.id]);
  });

  test('is a firm source, for each link and post that only weaker ones state', () => {
    const weak = posting('anders', 'u2', { cites: ['blog'] });
    expect(missingOf(...CHAIN, weak, report('blog', { reliability: 'C' })).notFirm.map(({ id }) => id)).toEqual([
      weak.id,
    ]);
    expect(missingOf(...CHAIN).notFirm).toEqual([]);
  });

  test('are facts, each once with all whom it bears on, with their elements and grades', () => {
    const { missingFacts } = missingOf(...CHAIN, posting('holt', 'u3'));
    const control = missingFacts.find(({ sentence }) => sentence.startsWith('A court that found effective control'));
    expect(control?.bearsOn.map(({ person, element, grade }) => [person.id, element, grade])).toEqual([
      ['holt', 'EFFECTIVE_CONTROL', 'INDICATED'],
      ['anders', 'EFFECTIVE_CONTROL', 'INDICATED'],
    ]);
    expect(new Set(missingFacts.map(({ sentence }) => sentence)).size).toBe(missingFacts.length);
  });

  test('are facts that bear on most elements first, and then by their words', () => {
    const { missingFacts } = missingOf(...CHAIN);
    const rank = missingFacts.map(({ bearsOn, sentence }) => `${100 - bearsOn.length} ${sentence}`);
    expect(rank.length).toBeGreaterThan(5);
    expect(rank).toEqual([...rank].sort());
  });
});
