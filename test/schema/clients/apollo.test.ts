import { describe, expect, test } from '@jest/globals';
import { joined } from '../../../schema/clients/apollo.js';

const list = (...nodes: readonly object[]) => ({ __typename: 'PostingConnection', nodes });
const posting = (id: string, fields: object) => ({ __typename: 'Posting', id, ...fields });

describe('what the cache holds after another answer to the same question', () => {
  test('has the fields of both answers where they are about the same records', () => {
    expect(
      joined(
        list(posting('a', { role: 'HEAD' }), posting('b', { role: 'STAFF' })),
        list(posting('a', { rank: 'Colonel' }), posting('b', { rank: null })),
      ),
    ).toEqual(list(posting('a', { role: 'HEAD', rank: 'Colonel' }), posting('b', { role: 'STAFF', rank: null })));
  });

  test.each([
    ['another record in the place', [posting('a', { role: 'HEAD' })], [posting('b', { rank: 'Major' })]],
    ['another order', [posting('a', { role: 'HEAD' }), posting('b', {})], [posting('b', {}), posting('a', {})]],
    ['one record more', [posting('a', { role: 'HEAD' })], [posting('a', {}), posting('b', {})]],
    [
      'objects without an id',
      [{ __typename: 'Citation', pinpoint: 'para. 1' }],
      [{ __typename: 'Citation', document: 'x' }],
    ],
    ['an object whose id nobody asked for', [{ __typename: 'Posting', role: 'HEAD' }], [posting('a', {})]],
  ])('is the new list where it has %s', (_what, before, after) => {
    expect(joined(list(...before), list(...after))).toEqual(list(...after));
  });

  test('is the new object where another record stands in the place, and null where there is none any more', () => {
    const before = { __typename: 'Posting', id: 'a', person: { __typename: 'Person', id: 'p', name: 'One' } };
    const other = { __typename: 'Posting', id: 'a', person: { __typename: 'Person', id: 'q' } };
    expect(joined(before, other)).toEqual(other);
    expect(joined(before, null)).toBeNull();
    expect(joined(null, before)).toEqual(before);
  });
});
