import { describe, expect, test } from '@jest/globals';
import { type Lens, viewOf } from '../../../src/model/lens.js';
import { lensUsed, NOTICE, withBasis } from '../../../src/questions/case-file/basis.rules.js';
import { caseFile } from '../../support/case-file.js';

const FILE = {
  ...caseFile(),
  datasets: [
    { id: 'a', version: '1', changedAt: '2026-02-01T00:00:00.000Z' },
    { id: 'b', version: '7', changedAt: '2026-01-01T00:00:00.000Z' },
    { id: 'c', version: '2', changedAt: '2026-01-15T00:00:00.000Z' },
  ],
};
const view = (lens: Lens = {}) => viewOf(['PUBLIC'], lens);

describe('the lens in the basis of an answer', () => {
  test('names the instant of the last change that counted, and no day of publication without a filter by publication', () => {
    expect(lensUsed(FILE, view())).toEqual({
      publishedBy: null,
      recordedBy: '2026-02-01T00:00:00.000Z',
      excludeReports: [],
      excludeDatasets: [],
      excludePublishers: [],
      reliabilities: ['A', 'B', 'C', 'D', 'E', 'F'],
      statuses: ['ACCEPTED', 'CONFLICT'],
    });
    expect(lensUsed({ ...FILE, datasets: [] }, view()).recordedBy).toBeNull();
  });

  test('states every part of the lens that was asked for', () => {
    const lens: Lens = {
      publishedBy: '2022-12-31',
      excludeReports: ['r'],
      excludeDatasets: ['d'],
      excludePublishers: ['p'],
      minReliability: 'B',
      statuses: ['ACCEPTED'],
    };
    const { minReliability, ...same } = lens;
    expect(minReliability).toBe('B');
    expect(lensUsed(FILE, view(lens))).toMatchObject({ ...same, reliabilities: ['A', 'B'] });
  });

  test('names the doubts that it leaves out, and says nothing of doubts where it leaves out none', () => {
    expect(lensUsed(FILE, view({ withoutDoubts: ['NO_DATE'] })).withoutDoubts).toEqual(['NO_DATE']);
    expect(lensUsed(FILE, view())).not.toHaveProperty('withoutDoubts');
  });
});

describe('the basis of an answer', () => {
  const hash = (question: object, answer: object, lens: Lens = {}, file = FILE) =>
    withBasis(file, view(lens), question, answer).basis.contentHash;
  const same = () => hash({ q: 1 }, { a: 1, b: 2 });

  test('has datasets, lens and notice', () => {
    const answer = withBasis(FILE, view(), { q: 1 }, { a: 1 });
    expect(answer).toMatchObject({
      a: 1,
      basis: {
        datasets: [
          { id: 'a', version: '1' },
          { id: 'b', version: '7' },
          { id: 'c', version: '2' },
        ],
        lens: lensUsed(FILE, view()),
        notice: NOTICE,
      },
    });
    expect(NOTICE).toContain('not a finding of responsibility');
  });

  test('has a hash that the order of keys does not change', () => {
    expect(hash({ q: 1 }, { b: 2, a: 1 })).toBe(same());
    expect(same()).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['the question', () => hash({ q: 2 }, { a: 1, b: 2 })],
    ['the answer', () => hash({ q: 1 }, { a: 1, b: 3 })],
    ['the lens', () => hash({ q: 1 }, { a: 1, b: 2 }, { minReliability: 'B' })],
    [
      'the version of a dataset',
      () =>
        hash(
          { q: 1 },
          { a: 1, b: 2 },
          {},
          { ...FILE, datasets: FILE.datasets.map((one) => ({ ...one, version: '9' })) },
        ),
    ],
  ])('has another hash with another %s', (_what, other) => {
    expect(other()).not.toBe(same());
  });
});
