import { expect, test } from '@jest/globals';
import { shapeOf } from '../../../src/exchange/import/records/shape.js';

const reportOf = (properties: Record<string, string | boolean>) =>
  shapeOf({ id: 'report-one', labels: ['Record', 'Report'], properties: { title: 'One', ...properties }, links: [] });

test.each([
  ['`true` as an assessment', { partyToConflict: true }, true],
  [
    '`false` as no assessment, since it stood there where nobody had said anything',
    { partyToConflict: false },
    undefined,
  ],
  ['the present field, where its `false` is an assessment', { conflictParty: false }, false],
] as const)('a report in a dump of before or now is read with %s', (_title, properties, expected) => {
  const { record, unknown } = reportOf(properties) ?? {};
  expect(unknown).toEqual([]);
  expect(record?.partyToConflict).toBe(expected);
});
