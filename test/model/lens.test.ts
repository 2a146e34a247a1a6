import { describe, expect, test } from '@jest/globals';
import { viewOf } from '../../src/model/lens.js';

describe('an empty lens', () => {
  const everything = {
    clearance: ['PUBLIC'],
    publishedBy: '9999-12-31',
    recordedBy: '9999-12-31T23:59:59.999Z',
    excludeReports: [],
    excludeDatasets: [],
    grants: {},
    excludePublishers: [],
    reliabilities: ['A', 'B', 'C', 'D', 'E', 'F'],
    statuses: ['ACCEPTED', 'CONFLICT'],
    withoutDoubts: [],
  };

  test('counts all that is accepted or in conflict, as of now', () => {
    expect(viewOf(['PUBLIC'])).toEqual(everything);
  });

  test('is the same as one whose every field is null', () => {
    const nothing = {
      publishedBy: null,
      recordedBy: null,
      excludeReports: null,
      excludeDatasets: null,
      excludePublishers: null,
      minReliability: null,
      statuses: null,
      withoutDoubts: null,
    };
    expect(viewOf(['PUBLIC'], nothing)).toEqual(everything);
  });
});

describe('a lens', () => {
  test('keeps the clearance of its reader as it is', () => {
    expect(viewOf(['PUBLIC', 'PARTNER', 'CONFIDENTIAL']).clearance).toEqual(['PUBLIC', 'PARTNER', 'CONFIDENTIAL']);
    expect(viewOf([]).clearance).toEqual([]);
  });

  test('passes on its two dates', () => {
    const view = viewOf(['PUBLIC'], { publishedBy: '2022-12-31', recordedBy: '2026-01-01T00:00:00.000Z' });
    expect([view.publishedBy, view.recordedBy]).toEqual(['2022-12-31', '2026-01-01T00:00:00.000Z']);
  });

  test.each([
    ['A', ['A']],
    ['B', ['A', 'B']],
    ['C', ['A', 'B', 'C']],
    ['D', ['A', 'B', 'C', 'D']],
    ['E', ['A', 'B', 'C', 'D', 'E']],
  ] as const)('with the minimum %s counts %j, and no report of the reliability F', (minimum, grades) => {
    expect(viewOf(['PUBLIC'], { minReliability: minimum }).reliabilities).toEqual(grades);
  });

  test('with the minimum F counts every grade', () => {
    expect(viewOf(['PUBLIC'], { minReliability: 'F' }).reliabilities).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  test('with repeated items or in another order is the same view, so that it shares its batches', () => {
    const one = viewOf(['PUBLIC'], {
      excludeReports: ['report-b', 'report-a', 'report-b'],
      excludeDatasets: ['two', 'one', 'one'],
      excludePublishers: ['body-z', 'body-a'],
      statuses: ['ISSUE', 'ACCEPTED', 'ISSUE'],
    });
    expect(one.excludeReports).toEqual(['report-a', 'report-b']);
    expect(one.excludeDatasets).toEqual(['one', 'two']);
    expect(one.excludePublishers).toEqual(['body-a', 'body-z']);
    expect(one.statuses).toEqual(['ACCEPTED', 'ISSUE']);
  });

  test('with an empty list of statuses counts nothing, rather than the default', () => {
    expect(viewOf(['PUBLIC'], { statuses: [] }).statuses).toEqual([]);
  });

  test('does not change the lists that it was made from', () => {
    const excludeReports = ['report-b', 'report-a'];
    viewOf(['PUBLIC'], { excludeReports });
    expect(excludeReports).toEqual(['report-b', 'report-a']);
  });
});
