import { expect, test } from '@jest/globals';
import { caseStatusOn } from '../../src/questions/case-status/case-status.rules.js';
import { caseFile, conviction, finding, report } from '../support/case-file.js';

type FindingOverrides = Parameters<typeof finding>[1];
const byCourt = (
  id: string,
  type: NonNullable<FindingOverrides>['type'],
  decided: string,
  overrides: FindingOverrides = {},
) => conviction(id, { type, decided, ...overrides });
const statusOf = (day: string, ...findings: ReturnType<typeof finding>[]) =>
  caseStatusOn(caseFile(...findings), 'anders', day, null);

test.each([
  ['SUSPICION_NOTICE', 'SUSPECTED'],
  ['WARRANT', 'WARRANT_ISSUED'],
  ['CHARGE', 'CHARGED'],
  ['CONFIRMATION', 'CONFIRMED'],
  ['CONVICTION', 'CONVICTED'],
  ['ACQUITTAL', 'ACQUITTED'],
  ['DISCONTINUANCE', 'DISCONTINUED'],
] as const)('a finding of the type %s gives a case the stage %s from the day of its decision', (type, stage) => {
  const one = byCourt('f', type, '2023-05-11');
  expect(statusOf('2023-05-10', one)).toEqual({ stage: 'NO_FINDING', since: null, findings: [] });
  expect(statusOf('2023-05-11', one)).toMatchObject({
    stage: stage,
    since: '2023-05-11',
    findings: [{ status: 'STANDING' }],
  });
});

test('the stage of a case takes account of findings of a prosecutor, and of none by an NGO or outside criminal proceedings', () => {
  expect(statusOf('2024-01-01', byCourt('f', 'CHARGE', '2023', { bodyKind: 'AUTHORITY' })).stage).toBe('CHARGED');
  const allegation = finding('a', { type: 'ALLEGATION', aboutIds: ['anders'], bodyKind: 'NGO' });
  const listing = finding('s', {
    type: 'SANCTION',
    aboutIds: ['anders'],
    bodyKind: 'AUTHORITY',
    proofDomain: 'ADMINISTRATIVE',
  });
  const status = statusOf('2024-01-01', allegation, listing);
  expect([status.stage, status.findings.length]).toEqual(['NO_FINDING', 2]);
});

test('the latest decision gives a case its stage, whatever the order of the file', () => {
  const [charge, warrant] = [byCourt('c', 'CHARGE', '2023-08-01'), byCourt('w', 'WARRANT', '2023-05-11')];
  expect(statusOf('2023-07-31', charge, warrant).stage).toBe('WARRANT_ISSUED');
  expect(statusOf('2023-08-01', charge, warrant)).toMatchObject({ stage: 'CHARGED', since: '2023-08-01' });
});

test('an acquittal prevails over a conviction of the same day', () => {
  const both = [byCourt('a', 'ACQUITTAL', '2023-05-11'), byCourt('z', 'CONVICTION', '2023-05-11')];
  expect(statusOf('2023-05-11', ...both).stage).toBe('ACQUITTED');
});

test('an overturned or replaced finding gives a case no stage, and is still listed with its own status', () => {
  const convicted = byCourt('d', 'CONVICTION', '2024-02-14');
  const charged = byCourt('c', 'CHARGE', '2023-08-01');
  const reversal = finding('r', {
    decided: '2025-01-20',
    aboutIds: [],
    relations: [{ relation: 'REVERSES', toId: 'd' }],
  });
  expect(statusOf('2025-01-19', convicted, charged, reversal).stage).toBe('CONVICTED');
  const after = statusOf('2025-01-20', convicted, charged, reversal);
  expect(after).toMatchObject({ stage: 'CHARGED', since: '2023-08-01' });
  expect(after.findings.map(({ item, status }) => [item.id, status])).toEqual([
    ['c', 'STANDING'],
    ['d', 'OVERTURNED'],
  ]);
  const affirmed = byCourt('e', 'FAIR_TRIAL_ASSESSMENT', '2025', { relations: [{ relation: 'AFFIRMS', toId: 'd' }] });
  expect(statusOf('2026-01-01', convicted, affirmed).stage).toBe('CONVICTED');
});

test('a decision dated by month counts from the last day of the month, and an undated one from its publication', () => {
  expect(statusOf('2023-05-30', byCourt('f', 'WARRANT', '2023-05')).stage).toBe('NO_FINDING');
  expect(statusOf('2023-05-31', byCourt('f', 'WARRANT', '2023-05'))).toMatchObject({
    stage: 'WARRANT_ISSUED',
    since: '2023-05',
  });
  const undated = byCourt('f', 'WARRANT', '2023', {
    decidedOn: null,
    decidedMin: null,
    decidedMax: null,
    publishedOn: '2023-06-02',
    cites: ['press'],
  });
  const on = (day: string) =>
    caseStatusOn(caseFile(undated, report('press', { publishedOn: '2023-06-02' })), 'anders', day, null);
  expect(on('2023-06-01').stage).toBe('NO_FINDING');
  expect(on('2023-06-02')).toMatchObject({ stage: 'WARRANT_ISSUED', since: '2023-06-02' });
});

test('the status of a case on an incident counts only findings about the person that concern the incident', () => {
  const file = caseFile(
    byCourt('w', 'WARRANT', '2023-05-11', { concernsIds: ['i1'] }),
    byCourt('a', 'ACQUITTAL', '2024-05-11', { concernsIds: ['i2'] }),
    byCourt('z', 'CONVICTION', '2024-06-01', { aboutIds: ['berg'] }),
  );
  const stage = (incidentId: string | null) => caseStatusOn(file, 'anders', '2025-01-01', incidentId).stage;
  expect([stage('i1'), stage('i2'), stage('i3'), stage(null)]).toEqual([
    'WARRANT_ISSUED',
    'ACQUITTED',
    'NO_FINDING',
    'ACQUITTED',
  ]);
});
