import { describe, expect, test } from '@jest/globals';
import { bodiesOn, disagreementsOn } from '../../src/questions/bodies-on-incident/bodies-on-incident.rules.js';
import { caseFile, conviction, finding, incident, incidentLink, type Piece } from '../support/case-file.js';

const on = (...pieces: readonly Piece[]) => {
  const file = caseFile(incident('i1'), incident('i2'), ...pieces);
  const [first] = file.incidents;
  if (!first) throw new Error('The file has no incident.');
  return { bodies: bodiesOn(file, first), disagreements: disagreementsOn(file, first) };
};

const inShort = (...pieces: readonly Piece[]) =>
  on(...pieces).disagreements.map(({ about, items }) => [about?.id, ...items.map(({ id }) => id)]);

const acquittal = (id: string, overrides: Parameters<typeof finding>[1] = {}) =>
  conviction(id, { type: 'ACQUITTAL', ...overrides });

describe('the bodies on an incident', () => {
  test('have one entry each, with all their findings on it and none on another incident', () => {
    const { bodies } = on(
      finding('first'),
      conviction('judgment'),
      finding('second'),
      finding('elsewhere', { bodyId: 'mission', concernsIds: ['i2'] }),
    );
    expect(bodies.map(({ body, findings }) => [body.id, ...findings.map(({ item }) => item.id)])).toEqual([
      ['commission', 'first', 'second'],
      ['court', 'judgment'],
    ]);
  });

  test('have the standard, its words, the kind of proceedings, the status and those whom a finding is about', () => {
    const { bodies } = on(
      conviction('judgment', { aboutIds: ['anders', 'u3'], standardAsStated: 'beyond doubt' }),
      conviction('appeal', { bodyId: 'upper', relations: [{ relation: 'AFFIRMS', toId: 'judgment' }] }),
    );
    expect(bodies[0]?.findings[0]).toMatchObject({
      type: 'CONVICTION',
      standard: 'BEYOND_REASONABLE_DOUBT',
      standardAsStated: 'beyond doubt',
      proofDomain: 'CRIMINAL',
      status: 'AFFIRMED',
      about: [{ id: 'anders' }, { id: 'u3' }],
    });
  });

  test('have a finding on an incident and on the whole of which it is a part once, as one on the incident', () => {
    const { bodies } = on(finding('both', { concernsIds: ['i1', 'i2'] }), incidentLink('i1', 'i2'));
    expect(bodies.flatMap(({ findings }) => findings.map(({ item }) => [item.id, ...item.marks]))).toEqual([['both']]);
  });

  test('have the decisions that are themselves its conduct, after the findings on it', () => {
    const { bodies } = on(conviction('sentence', { conductOfIds: ['i1'], bodyId: 'tribunal' }), finding('report'));
    expect(bodies.map(({ body }) => body.id)).toEqual(['commission', 'tribunal']);
  });
});

describe('bodies on an incident disagree', () => {
  test('where one reversed what another had decided of somebody', () => {
    const { disagreements } = on(
      conviction('judgment'),
      acquittal('appeal', { bodyId: 'upper', relations: [{ relation: 'REVERSES', toId: 'judgment' }] }),
    );
    expect(disagreements).toMatchObject([
      {
        about: { id: 'anders' },
        sentence: 'Upper reversed what Court had decided.',
        items: [{ id: 'judgment' }, { id: 'appeal' }],
      },
    ]);
  });

  test('where the decision that was reversed is about nobody', () => {
    const reversal = finding('appeal', { relations: [{ relation: 'REVERSES', toId: 'report' }] });
    expect(inShort(finding('report', { aboutIds: [] }), reversal)).toEqual([[undefined, 'report', 'appeal']]);
    expect(on(finding('report', { aboutIds: [] }), reversal).disagreements[0]?.about).toBeNull();
  });

  test('where one convicts and another acquits the same person, and neither reverses the other', () => {
    const { disagreements } = on(conviction('judgment'), acquittal('other'), finding('report'));
    expect(disagreements).toMatchObject([
      {
        about: { id: 'anders' },
        sentence: 'One decision convicts and another acquits, and neither reverses the other in the sources.',
        items: [{ id: 'judgment' }, { id: 'other' }],
      },
    ]);
  });

  test.each<[string, readonly Piece[]]>([
    ['two decisions convict', [conviction('judgment'), conviction('other')]],
    ['two decisions acquit', [acquittal('judgment'), acquittal('other')]],
    ['a conviction and an acquittal are of two people', [conviction('one'), acquittal('two', { aboutIds: ['holt'] })]],
    [
      'one affirms another',
      [conviction('one'), conviction('two', { relations: [{ relation: 'AFFIRMS', toId: 'one' }] })],
    ],
    [
      'the decision that was reversed is on another incident',
      [
        conviction('one', { concernsIds: ['i2'] }),
        acquittal('two', { relations: [{ relation: 'REVERSES', toId: 'one' }] }),
      ],
    ],
    ['one of them is itself the conduct', [conviction('one', { conductOfIds: ['i1'] }), acquittal('two')]],
  ])('not where %s', (_what, pieces) => {
    expect(inShort(...pieces)).toEqual([]);
  });

  test('over one person once, and over another beside it', () => {
    expect(
      inShort(
        conviction('one'),
        acquittal('two', { relations: [{ relation: 'REVERSES', toId: 'one' }] }),
        conviction('three', { aboutIds: ['holt'] }),
        acquittal('four', { aboutIds: ['holt'] }),
      ),
    ).toEqual([
      ['anders', 'one', 'two'],
      ['holt', 'three', 'four'],
    ]);
  });
});
