import { describe, expect, test } from '@jest/globals';
import { bodiesOn } from '../../../src/questions/bodies-on-incident/bodies-on-incident.rules.js';
import type { CaseFile, FindingEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { linkedWith } from '../../../src/questions/case-file/linked-incidents.rules.js';
import { peopleThrough } from '../../../src/questions/command/people-above.rules.js';
import { responsibilityOver } from '../../../src/questions/command-responsibility/command-responsibility.rules.js';
import { incidentChains } from '../../../src/questions/incident-chains/incident-chains.rules.js';
import {
  attribution,
  caseFile,
  conviction,
  finding,
  incident,
  incidentLink,
  link,
  type Piece,
  person,
  posting,
  THE_DAY,
} from '../../support/case-file.js';

/** A strike i1 of a campaign i2, by unit u3 under u2, which Anders commands all year; i3 is another strike. */

const STRIKE = incident('i1');
const CAMPAIGN = incident('i2', { during: ['2022-03-01', '2022-05-31'] });
const OTHER = incident('i3', { on: '2022-05-02' });
const PART = incidentLink('i1', 'i2');
const COMMAND = [link('u3', 'u2'), posting('anders', 'u2')];
const crime = (id: string, concernsIds: string[], overrides: Partial<FindingEntry> = {}) =>
  finding(id, { concernsIds, ...overrides });

function elements(pieces: readonly Piece[], id = 'i1', on: string | null = null) {
  const file = caseFile(...pieces);
  const one = file.incidents.find((incidentEntry) => incidentEntry.id === id);
  if (!one) throw new Error(`The test has no incident ${id}.`);
  const days = on === null ? { from: one.range.first.min, to: one.range.last.max } : { from: on, to: on };
  const matrix = responsibilityOver(file, one, 'anders', 'ROME_STATUTE_28A', days);
  return { matrix, of: (name: string) => matrix.elements.find(({ element }) => element === name) };
}

const lines = (items: readonly { id: string; marks: readonly string[]; throughIncident?: { id: string } }[] = []) =>
  items.map(({ id, marks, throughIncident }) => [id, ...marks, throughIncident?.id ?? ''].join(' ').trim());

describe('incidents that are linked with another', () => {
  const relations = (...links: readonly Piece[]) => {
    const file = caseFile(STRIKE, CAMPAIGN, OTHER, incident('i4'), ...links);
    const [one] = file.incidents;
    return one ? linkedWith(file, one).map(({ incident: { id }, mark }) => `${id} ${mark}`) : [];
  };

  test('are its wholes, its parts, other accounts of the event, and other parts of the wholes', () => {
    expect(relations(PART, incidentLink('i3', 'i2'), incidentLink('i4', 'i1', { kind: 'SAME_EVENT' }))).toEqual([
      'i4 FROM_SAME_EVENT',
      'i2 FROM_THE_WHOLE',
      'i3 FROM_ANOTHER_PART',
    ]);
    expect(relations(incidentLink('i3', 'i1'), incidentLink('i4', 'i3'))).toEqual(['i3 FROM_A_PART', 'i4 FROM_A_PART']);
    expect(relations(PART, incidentLink('i2', 'i4'))).toEqual(['i2 FROM_THE_WHOLE', 'i4 FROM_THE_WHOLE']);
  });

  test('are linked through other accounts of the event too', () => {
    expect(relations(incidentLink('i1', 'i4', { kind: 'SAME_EVENT' }), incidentLink('i4', 'i2'))).toEqual([
      'i4 FROM_SAME_EVENT',
      'i2 FROM_THE_WHOLE',
    ]);
  });

  test('are each told once where links go round', () => {
    expect(relations(PART, incidentLink('i2', 'i3'), incidentLink('i3', 'i1'))).toEqual([
      'i2 FROM_THE_WHOLE',
      'i3 FROM_THE_WHOLE',
    ]);
  });

  test('are named in the answer with the claims that lead to them', () => {
    const { matrix } = elements([STRIKE, CAMPAIGN, PART]);
    expect(matrix.linkedIncidents.map(({ incident: { id }, mark, links }) => [id, mark, lines(links)])).toEqual([
      ['i2', 'FROM_THE_WHOLE', [PART.id]],
    ]);
    expect(matrix.linkedIncidents[0]?.links[0]).toMatchObject({
      label: 'IncidentLink',
      says: expect.stringMatching(/ is a part of /),
    });
  });
});

describe('what is said of a campaign', () => {
  const campaign = [STRIKE, CAMPAIGN, PART, ...COMMAND, attribution('i2', 'u3'), crime('whole', ['i2'])];

  test('reaches its strike, labelled: the crime, those named for it, and the chain above them', () => {
    const { of, matrix } = elements(campaign);
    expect(of('UNDERLYING_CRIME')).toMatchObject({ grade: 'INDICATED' });
    expect(lines(of('UNDERLYING_CRIME')?.supporting)).toEqual(['whole FROM_THE_WHOLE i2']);
    expect(lines(of('PERPETRATOR_LINK')?.supporting)).toContain('attribution i2 u3 archive FROM_THE_WHOLE i2');
    expect(of('SUBORDINATION')).toMatchObject({
      grade: 'INDICATED',
      missing: expect.not.arrayContaining([expect.stringMatching(/found none/)]),
    });
    expect(matrix.place).toMatchObject({ links: 1, unit: { id: 'u2' } });
  });

  test('is the strike without it where sources do not link them', () => {
    const { of } = elements(campaign.filter((piece) => piece !== PART));
    expect(of('UNDERLYING_CRIME')).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
    expect(of('SUBORDINATION')).toMatchObject({ grade: 'NO_EVIDENCE' });
  });

  test('is background only where the campaign is of another kind, or the conduct leaves the day out', () => {
    const war = incident('i2', { during: ['2022-03-01', '2022-05-31'], kinds: ['AGGRESSION'] });
    const ofWar = elements([STRIKE, war, PART, ...COMMAND, crime('whole', ['i2'])]).of('UNDERLYING_CRIME');
    expect(ofWar).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
    expect(lines(ofWar?.context)).toContain('whole FROM_THE_WHOLE i2');
    const may = {
      conductFrom: '2022-05-01',
      conductFromMin: '2022-05-01',
      conductTo: '2022-05-31',
      conductToMax: '2022-05-31',
    };
    expect(elements([STRIKE, CAMPAIGN, PART, crime('may', ['i2'], may)]).of('UNDERLYING_CRIME')).toMatchObject({
      grade: 'NO_EVIDENCE',
    });
    const march = { ...may, conductFrom: '2022-03-01', conductFromMin: '2022-03-01' };
    expect(elements([STRIKE, CAMPAIGN, PART, crime('march', ['i2'], march)]).of('UNDERLYING_CRIME')).toMatchObject({
      grade: 'INDICATED',
    });
  });

  test('a finding on both is told of the strike itself', () => {
    const both = elements([STRIKE, CAMPAIGN, PART, crime('both', ['i1', 'i2'])]).of('UNDERLYING_CRIME');
    expect(lines(both?.supporting)).toEqual(['both']);
  });

  test('an acquittal over the campaign is shown for its strike, labelled', () => {
    const acquittal = conviction('acquittal', { type: 'ACQUITTAL', concernsIds: ['i2'] });
    const { of } = elements([...campaign, acquittal]);
    const knowledge = of('KNOWLEDGE');
    expect(lines([...(knowledge?.weighingAgainst ?? []), ...(knowledge?.context ?? [])])).toContain(
      'acquittal TURNED_ON_NOT_STATED FROM_THE_WHOLE i2',
    );
  });

  test('is in the answers on bodies, chains and people of its strike, labelled', () => {
    const file = caseFile(...campaign);
    const [strike] = file.incidents;
    if (!strike) throw new Error('The test has no strike.');
    expect(bodiesOn(file, strike).flatMap(({ findings }) => lines(findings.map(({ item }) => item)))).toEqual([
      'whole FROM_THE_WHOLE i2',
    ]);
    expect(
      incidentChains(file, strike, THE_DAY).map(({ subject, attributions }) => [subject.id, ...lines(attributions)]),
    ).toEqual([['u3', 'attribution i2 u3 archive FROM_THE_WHOLE i2']]);
    expect(peopleThrough(file, strike, { from: THE_DAY, to: THE_DAY })).toEqual(['anders']);
  });
});

describe('what is said of a strike', () => {
  test('reaches its campaign, labelled, and holds for its day', () => {
    const { of } = elements([STRIKE, CAMPAIGN, PART, ...COMMAND, attribution('i1', 'u3'), crime('part', ['i1'])], 'i2');
    expect(of('UNDERLYING_CRIME')).toMatchObject({ grade: 'INDICATED', holdsFor: [{ from: THE_DAY, to: THE_DAY }] });
    expect(lines(of('UNDERLYING_CRIME')?.supporting)).toEqual(['part FROM_A_PART i1']);
    expect(lines(of('PERPETRATOR_LINK')?.supporting)).toContain('attribution i1 u3 archive FROM_A_PART i1');
  });

  test('is background only for another strike, and for its campaign on another day', () => {
    const pieces = [STRIKE, CAMPAIGN, OTHER, PART, incidentLink('i3', 'i2'), crime('part', ['i1'])];
    const other = elements(pieces, 'i3').of('UNDERLYING_CRIME');
    expect(other).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(lines(other?.context)).toContain('part FROM_ANOTHER_PART i1');
    expect(elements(pieces, 'i2', '2022-05-10').of('UNDERLYING_CRIME')).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(elements(pieces, 'i2', THE_DAY).of('UNDERLYING_CRIME')).toMatchObject({ grade: 'INDICATED' });
  });
});

describe('a campaign that is judged over all its days', () => {
  const early = posting('anders', 'u2', { id: 'early', during: ['2022-01-01', '2022-03-31 END'] });
  const pieces = [CAMPAIGN, attribution('i2', 'u3'), link('u3', 'u2'), early];

  test('says for which days each element holds, by which post and link', () => {
    const { matrix, of } = elements(pieces, 'i2');
    expect(matrix.on).toBeNull();
    expect(matrix.spans.map(({ from, to, posts, links }) => [from, to, posts.length, links.length])).toEqual([
      ['2022-03-01', '2022-03-31', 1, 1],
      ['2022-04-01', '2022-05-31', 0, 0],
    ]);
    expect(of('SUPERIOR_STATUS')).toMatchObject({
      grade: 'INDICATED',
      holdsFor: [{ from: '2022-03-01', to: '2022-03-31' }],
    });
    expect(of('SUBORDINATION')?.holdsFor).toEqual([{ from: '2022-03-01', to: '2022-03-31' }]);
    expect(of('CAUSATION')).toMatchObject({ grade: 'NO_EVIDENCE', holdsFor: [] });
  });

  test('takes the better of two posts, and all the days on which one of them is held', () => {
    const late = posting('anders', 'u3', { id: 'late', during: ['2022-05-01 START', '2022-12-31'] });
    expect(elements([...pieces, late], 'i2').of('SUPERIOR_STATUS')?.holdsFor).toEqual([
      { from: '2022-03-01', to: '2022-03-31' },
      { from: '2022-05-01', to: '2022-05-31' },
    ]);
  });

  test('says of a day without a post on which days it looked for one', () => {
    const { of } = elements([CAMPAIGN, attribution('i2', 'u3'), person('anders')], 'i2');
    expect(of('SUPERIOR_STATUS')?.missing).toEqual([
      'Looked for a post of command that Anders held from 2022-03-01 to 2022-05-31, and found none.',
    ]);
  });

  test('has one span, and its day, where one day is asked for', () => {
    const { matrix } = elements(pieces, 'i2', '2022-04-10');
    expect(matrix).toMatchObject({ on: '2022-04-10', spans: [{ from: '2022-04-10', to: '2022-04-10', posts: [] }] });
  });

  test('was in the press while it went on: that bears on preventing the rest', () => {
    const report = incident('i2', { during: ['2022-03-01', '2022-05-31'], cites: ['daily'] });
    const daily = (publishedOn: string) => [
      report,
      attribution('i2', 'u3'),
      ...COMMAND,
      { ...dailyReport, publishedOn, publishedMin: publishedOn, publishedMax: publishedOn },
    ];
    expect(elements(daily('2022-03-25'), 'i2').of('KNOWLEDGE')).toMatchObject({
      grade: 'INDICATED',
      because: ['R11', 'R14', 'R25'],
    });
    expect(elements(daily('2022-06-02'), 'i2').of('KNOWLEDGE')).toMatchObject({ grade: 'NO_EVIDENCE' });
    // On the day before it was in print there was no notice yet.
    expect(elements(daily('2022-03-25'), 'i2', '2022-03-24').of('KNOWLEDGE')).toMatchObject({ grade: 'NO_EVIDENCE' });
  });
});

const dailyReport = (() => {
  const file: CaseFile = caseFile(incident('i1', { cites: ['daily'] }));
  const report = file.reports.get('daily');
  if (!report) throw new Error('The test has no report.');
  return report;
})();
