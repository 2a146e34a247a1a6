import { expect, test } from '@jest/globals';
import { optionsOf } from '../../../src/exchange/import/import-request.js';

/** What the person who imports says of the files. */

test('an import of files that name their sources needs no description of the files', () => {
  expect(optionsOf('trial', { sourceTitle: undefined, publishedOn: undefined }, false)).toMatchObject({
    dataset: 'trial',
  });
});

test.each([
  [{}, /sourceTitle/],
  [{ sourceTitle: 'Sheets' }, /publisher/],
  [{ sourceTitle: 'Sheets', publisher: 'Monitor' }, /published, or else retrieved; got neither/],
  [{ sourceTitle: 'Sheets', publisher: 'Monitor', publishedOn: '2024-02-30' }, /publishedOn/],
])('an import of files that are a source themselves without their description (%j) is refused', (about, message) => {
  expect(() => optionsOf('trial', about, true)).toThrow(message);
});

test('a description of files gives the same ids each time, and another description other ids', () => {
  const about = { sourceTitle: 'Sheets', publisher: 'Monitor', publishedOn: '2024-02-01' };
  expect(optionsOf('trial', about, true)).toEqual(optionsOf('trial', about, true));
  expect(optionsOf('trial', { ...about, publishedOn: '2024-02-02' }, true).fileAsReport.id).not.toBe(
    optionsOf('trial', about, true).fileAsReport.id,
  );
});
