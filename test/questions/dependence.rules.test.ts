import { describe, expect, test } from '@jest/globals';
import { atOnce } from '../../src/model/steps.js';
import { dependenceOn, differenceBetween } from '../../src/questions/dependence/dependence.rules.js';
import type { Difference } from '../../src/questions/dependence/dependence.type.js';
import { attribution, caseFile, finding, incident, link, type Piece, posting, THE_DAY } from '../support/case-file.js';

/** Incident i1 by unit u3, which stands under u2, which Anders commands: each says a report of its own. */
const CHAIN = [
  incident('i1', { cites: ['diary', 'log'] }),
  attribution('i1', 'u3', { cites: ['survey'] }),
  link('u3', 'u2', { cites: ['chart'] }),
  posting('anders', 'u2', { cites: ['decree'] }),
];
const LINK_ID = CHAIN[2]?.id;
const POST_ID = CHAIN[3]?.id;

function dependence(...pieces: readonly Piece[]) {
  const file = caseFile(...pieces);
  const [first] = file.incidents;
  if (!first) throw new Error('The file has no incident.');
  return atOnce(dependenceOn(file, first, 'ROME_STATUTE_28A', THE_DAY));
}

const without = (source: string, ...pieces: readonly Piece[]) =>
  dependence(...pieces).find((one) => one.source.id === source)?.difference;

const between = (before: readonly Piece[], after: readonly Piece[]) =>
  atOnce(differenceBetween(caseFile(...before), caseFile(...after), 'i1', 'ROME_STATUTE_28A', THE_DAY));

const idsOf = (items: Difference['lost']) => items.map(({ id }) => id);
const gradesOf = (difference: Difference | undefined) =>
  difference?.grades.map(({ person, element, before, after }) => `${person.id} ${element}: ${before} > ${after}`);

describe('what rests on a source', () => {
  test('is a post that it alone states, with the grades that it carries', () => {
    const difference = without('decree', ...CHAIN);
    expect(difference).toMatchObject({ lost: [{ id: POST_ID }], gained: [], incidentLost: false });
    expect(gradesOf(difference)).toEqual(
      expect.arrayContaining([
        'anders SUPERIOR_STATUS: INDICATED > NO_EVIDENCE',
        'anders EFFECTIVE_CONTROL: INDICATED > NO_EVIDENCE',
      ]),
    );
    expect(gradesOf(difference)).not.toContainEqual(expect.stringContaining('PERPETRATOR_LINK'));
  });

  test('is a link that it alone states', () => {
    const difference = without('chart', ...CHAIN);
    expect(idsOf(difference?.lost ?? [])).toEqual([LINK_ID, POST_ID]);
    expect(gradesOf(difference)).toContain('anders SUBORDINATION: INDICATED > NO_EVIDENCE');
  });

  test('is nothing where another says the same, and such a source is left out of the answer', () => {
    const sources = dependence(...CHAIN).map(({ source }) => source.id);
    expect(sources).toEqual(['survey', 'chart', 'decree']);
  });

  test('is the incident itself, where it alone tells of it', () => {
    const [, ...rest] = CHAIN;
    const difference = without('diary', incident('i1', { cites: ['diary'] }), ...rest);
    expect(difference).toMatchObject({ incidentLost: true, lost: [{ id: LINK_ID }, { id: POST_ID }] });
    expect(gradesOf(difference)).toContain('anders SUPERIOR_STATUS: INDICATED > NO_EVIDENCE');
  });

  test('is told of a finding on the incident too, before the reports, and of none on another', () => {
    const sources = dependence(
      ...CHAIN,
      incident('i2', { cites: ['diary'] }),
      finding('judgment', { cites: ['paper', 'gazette'] }),
      finding('elsewhere', { cites: ['paper', 'gazette'], concernsIds: ['i2'] }),
    ).map(({ source }) => source.id);
    expect(sources).toEqual(['judgment', 'survey', 'chart', 'decree']);
  });
});

describe('what changes between two case files', () => {
  test('is what the later one has more, as gained', () => {
    const difference = between(CHAIN.slice(0, 3), CHAIN);
    expect(idsOf(difference.gained)).toEqual([POST_ID]);
    expect(difference).toMatchObject({ lost: [], incidentLost: false });
    expect(gradesOf(difference)).toContain('anders SUPERIOR_STATUS: NO_EVIDENCE > INDICATED');
  });

  test('is nothing between a file and itself', () => {
    expect(between(CHAIN, CHAIN)).toEqual({ grades: [], lost: [], gained: [], incidentLost: false });
  });

  test('counts an incident as lost only where the earlier file had it', () => {
    expect(between(CHAIN, CHAIN.slice(1)).incidentLost).toBe(true);
    expect(between(CHAIN.slice(1), CHAIN).incidentLost).toBe(false);
    expect(between(CHAIN.slice(1), CHAIN.slice(1)).incidentLost).toBe(false);
  });
});
