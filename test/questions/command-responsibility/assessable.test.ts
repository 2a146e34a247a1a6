import { describe, expect, test } from '@jest/globals';
import { successorsOf } from '../../../src/questions/aftermath/aftermath.rules.js';
import { disagreementsOn } from '../../../src/questions/bodies-on-incident/bodies-on-incident.rules.js';
import { caseStatusOn } from '../../../src/questions/case-status/case-status.rules.js';
import { peopleOf } from '../../../src/questions/command/people-above.rules.js';
import {
  assessmentOf,
  notAssessedOn,
} from '../../../src/questions/command-responsibility/command-responsibility.rules.js';
import { noticeOf } from '../../../src/questions/notice/notice.rules.js';
import {
  attribution,
  caseFile,
  conviction,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  measure,
  type Piece,
  person,
  posting,
  THE_DAY,
  unit,
} from '../../support/case-file.js';
import { CHAIN, elementOf, ids, marked } from './matrix.js';

const [I1, BY_U3, U3_U2] = CHAIN as [Piece, Piece, Piece];

function assessed(pieces: readonly Piece[], personId = 'anders') {
  const file = caseFile(...pieces, person(personId));
  const [first] = file.incidents.filter(({ id }) => id === 'i1');
  if (!first) throw new Error('A file on incident i1 is asked for.');
  return assessmentOf(file, first, personId, 'ROME_STATUTE_28A', { from: THE_DAY, to: THE_DAY });
}

describe('a person whom no source links to the incident', () => {
  const UNLINKED =
    'No source in this graph links this person to this incident as a perpetrator or a superior, under this lens: Anders is not assessed.';

  test.each([
    ['nothing at all', []],
    ['a post elsewhere', [posting('anders', 'u9', { role: 'HEAD' })]],
    [
      'a post in the chain that had ended before',
      [U3_U2, posting('anders', 'u2', { during: ['2021', '2022-01-31 END'] })],
    ],
    ['a finding on another incident', [finding('f', { aboutIds: ['anders'], concernsIds: ['i2'] })]],
    ['an indicator about a unit that is not in the chain', [indicator('TASKS_PERFORMED', ['anders', 'u9'])]],
    ['the command of a unit under the one that is named', [link('u4', 'u3'), posting('anders', 'u4')]],
    ['a finding of which the person is the author', [finding('f', { bodyId: 'anders' })]],
  ])('gets a sentence and no matrix, with %s', (_what, more) => {
    expect(assessed([I1, BY_U3, ...more])).toMatchObject({
      person: { id: 'anders' },
      incident: { id: 'i1' },
      matrix: null,
      notAssessed: UNLINKED,
    });
  });

  test.each([
    ['an attribution', [attribution('i1', 'anders', { mode: 'ORDERED' })]],
    ['a finding', [finding('f', { aboutIds: ['anders'] })]],
    ['an indicator on the incident', [indicator('OWN_LOCATION', ['anders', 'i1'], { group: 'KNOWLEDGE' })]],
    ['an indicator on a unit of the chain', [U3_U2, indicator('TASKS_PERFORMED', ['anders', 'u2'])]],
    ['a measure', [measure('INQUIRY_OPENED', ['anders', 'i1'])]],
    ['a post in the chain', [U3_U2, posting('anders', 'u2')]],
    ['a post in the chain that is not of command', [U3_U2, posting('anders', 'u2', { role: 'STAFF' })]],
    [
      'a post above by a link that carries no command',
      [link('u3', 'u2', { kind: 'COOPERATION' }), posting('anders', 'u2')],
    ],
    [
      'a post of which the dates leave the day open',
      [U3_U2, posting('anders', 'u2', { during: ['2022-06-01', '2022-06-01'] })],
    ],
    [
      'a post in the chain taken afterwards',
      [U3_U2, posting('anders', 'u2', { during: ['2022-04-01 START', '2022-12-31'] })],
    ],
    [
      'a post above that of somebody who is named',
      [
        attribution('i1', 'berg'),
        posting('berg', 'u4'),
        link('u4', 'u5', { kind: 'MEMBERSHIP' }),
        posting('anders', 'u5'),
      ],
    ],
  ])('is one who is linked by %s, and then there is a matrix', (_what, more) => {
    const { matrix, notAssessed } = assessed([I1, BY_U3, ...more]);
    expect(notAssessed).toBeNull();
    expect(matrix?.presumption).toContain('presumed innocent');
  });
});

describe('a decision that is itself the conduct complained of', () => {
  const decision = conviction('d', { aboutIds: ['anders'], conductOfIds: ['i1'], bodyId: 'court' });
  const complaint = finding('c', {
    type: 'FAIR_TRIAL_ASSESSMENT',
    aboutIds: ['u3'],
    relations: [{ relation: 'FOLLOWS', toId: 'd' }],
  });
  const repression = [I1, BY_U3, decision, complaint];
  const file = caseFile(...repression);
  const [first] = file.incidents;
  if (!first) throw new Error('The file has an incident.');

  test('is shown beside the crime with its mark, and supports no element', () => {
    const crime = elementOf(repression, 'UNDERLYING_CRIME', { personId: 'berg' });
    expect(crime).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [], weighingAgainst: [] });
    expect(marked(crime.context)).toContain('d: CONDUCT_COMPLAINED_OF UNFAIR_TRIAL_REPORTED');
  });

  test('makes the convicted person nobody to be assessed, and says so instead of a matrix', () => {
    const because =
      'Anders is not assessed as a superior: the decision against Anders is itself the conduct complained of in this incident.';
    expect(assessed([...repression, U3_U2, posting('anders', 'u2')])).toMatchObject({
      matrix: null,
      notAssessed: because,
    });
    expect(peopleOf(file, first, THE_DAY)).toEqual([]);
    expect(notAssessedOn(file, first, { from: THE_DAY, to: THE_DAY })).toEqual([
      { person: expect.objectContaining({ id: 'anders' }), because },
    ]);
  });

  test('leaves others who are named in the table', () => {
    const others = caseFile(...repression, attribution('i1', 'berg', { mode: 'ORDERED' }));
    expect(peopleOf(others, first, THE_DAY)).toEqual(['berg']);
  });

  test('is no notice of the incident, no step to punish it and no part of a disagreement', () => {
    expect(noticeOf(file, first, 'berg', { from: THE_DAY, to: THE_DAY }).map(({ item }) => item.id)).not.toContain('d');
    expect(successorsOf(file, first, THE_DAY).steps).toEqual([]);
    const acquittal = finding('a', { type: 'ACQUITTAL', bodyKind: 'COURT', aboutIds: ['anders'] });
    expect(disagreementsOn(caseFile(...repression, acquittal), first)).toEqual([]);
  });

  test('gives the case against the person a stage of its own, which is no conviction', () => {
    const { stage, findings } = caseStatusOn(file, 'anders', '2024-01-01', null);
    expect(stage).toBe('CASE_COMPLAINED_OF');
    expect(findings.flatMap(({ item }) => item.marks)).toContain('CONDUCT_COMPLAINED_OF');
  });

  test('of one incident is an ordinary finding on another', () => {
    const two = [incident('i1'), incident('i2'), conviction('d', { concernsIds: ['i1', 'i2'], conductOfIds: ['i2'] })];
    expect(ids(elementOf(two, 'UNDERLYING_CRIME').supporting)).toEqual(['d']);
    expect(assessed(two).matrix).not.toBeNull();
  });

  test('against a unit keeps nobody out of the table', () => {
    const banned = caseFile(
      ...CHAIN,
      conviction('d', { type: 'SANCTION', aboutIds: ['u3'], conductOfIds: ['i1'] }),
      unit('u3'),
    );
    expect(banned.incidents.flatMap((one) => peopleOf(banned, one, THE_DAY))).toEqual(['anders']);
  });
});

describe('a person whom sources link to an incident of several days', () => {
  const CAMPAIGN = incident('i2', { during: ['2022-03-01', '2022-05-31'] });
  const MAY = { during: ['2022-05-01 START', '2022-05-20 END'] } as const;
  const isAssessed = (...pieces: readonly Piece[]) => {
    const file = caseFile(CAMPAIGN, person('anders'), ...pieces);
    const [campaign] = file.incidents.filter(({ id }) => id === 'i2');
    if (!campaign) throw new Error('A file on incident i2 is asked for.');
    const days = { from: '2022-03-01', to: '2022-05-31' };
    return assessmentOf(file, campaign, 'anders', 'ROME_STATUTE_28A', days).notAssessed === null;
  };
  const byU3 = attribution('i2', 'u3');

  test('on some of them, by a post or by a link, is assessed', () => {
    expect(isAssessed(byU3, posting('anders', 'u3', MAY))).toBe(true);
    expect(isAssessed(byU3, posting('anders', 'u2'), link('u3', 'u2', MAY))).toBe(true);
    expect(isAssessed(byU3, posting('anders', 'u2'))).toBe(false);
  });

  test('through a part of it alone is assessed', () => {
    const part = [incident('i1'), incidentLink('i1', 'i2'), attribution('i1', 'u3')];
    expect(isAssessed(...part, posting('anders', 'u3'))).toBe(true);
  });

  test.each<[string, readonly Piece[]]>([
    ['an attribution on another incident', [byU3, incident('i1'), attribution('i1', 'anders')]],
    ['the post of another', [byU3, posting('berg', 'u3')]],
    ['a measure of another', [byU3, measure('DISCIPLINE', ['berg', 'u3'])]],
    [
      'a link that had ended',
      [byU3, posting('anders', 'u2'), link('u3', 'u2', { during: ['2021', '2021-12-31 END'] })],
    ],
    [
      'the unit that one who is named had left',
      [
        attribution('i2', 'kurz'),
        posting('kurz', 'u3', { during: ['2021', '2021-12-31 END'] }),
        posting('anders', 'u3'),
      ],
    ],
  ])('is not linked by %s', (_what, pieces) => {
    expect(isAssessed(...pieces)).toBe(false);
  });
});
