import { expect, test } from '@jest/globals';
import { optionsOf } from '../../../src/exchange/import/import-request.js';

/** What the person who imports says of the files. */

test('files that name their sources need no description of themselves, also where it is left out by name', () => {
  expect(optionsOf('trial', { sourceTitle: undefined, publishedOn: undefined }, false)).toMatchObject({
    dataset: 'trial',
  });
});

test.each([
  [{}, /sourceTitle/],
  [{ sourceTitle: 'Sheets' }, /publisher/],
  [{ sourceTitle: 'Sheets', publisher: 'Monitor' }, /published, or else retrieved; got neither/],
  [{ sourceTitle: 'Sheets', publisher: 'Monitor', publishedOn: '2024-02-30' }, /publishedOn/],
])('files that are a source themselves must be described: %j is refused', (about, message) => {
  expect(() => optionsOf('trial', about, true)).toThrow(message);
});

test('the same description gives the same ids, another one others', () => {
  const about = { sourceTitle: 'Sheets', publisher: 'Monitor', publishedOn: '2024-02-01' };
  expect(optionsOf('trial', about, true)).toEqual(optionsOf('trial', about, true));
  expect(optionsOf('trial', { ...about, publishedOn: '2024-02-02' }, true).itself.id).not.toBe(
    optionsOf('trial', about, true).itself.id,
  );
});
