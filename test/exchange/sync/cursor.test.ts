import { expect, test } from '@jest/globals';
import {
  audienceOf,
  type CursorPosition,
  NOTHING,
  readCursor,
  writeCursor,
} from '../../../src/exchange/export/cursor.rules.js';
import type { Clearance, ReadingRights } from '../../../src/model/lens.js';
import { fold } from './partner.js';

const STATE = { at: '2026-01-01T00:00:00.000Z', without: ['closed', 'other'], versions: '0123456789abcdef' };
const LATER = { ...STATE, at: '2026-02-01T00:00:00.000Z' };
const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each<[string, CursorPosition]>([
  ['of a state', { audience: 'PUBLIC', from: STATE }],
  ['of nothing', { audience: 'CONFIDENTIAL', from: NOTHING }],
  ['on the way', { audience: 'PUBLIC', from: STATE, continuation: { to: LATER, after: 'person-a' } }],
])('a cursor of changes %s is read back unchanged, and needs no escaping in an address', (_what, place) => {
  const text = writeCursor(place);
  expect(readCursor(text, place.audience)).toEqual(place);
  expect(encodeURIComponent(text)).toBe(text);
});

test.each([
  ['of a list', packed(['Unit', 'NAME', 'a', 'unit-a'])],
  ['of another name', packed(['other', 'PUBLIC', [STATE.at, [], '']])],
  ['with a state cut short', packed(['changes', 'PUBLIC', [STATE.at, []]])],
  ['on a way without an id', packed(['changes', 'PUBLIC', [STATE.at, [], ''], [LATER.at, [], '']])],
  ['with a number for an instant', packed(['changes', 'PUBLIC', [1, [], '']])],
  ['that is no JSON', 'bm90aGluZw'],
  ['that is no text of ours', '%%%'],
  ['that is empty', ''],
  ['of a hundred thousand characters', packed(['changes', 'PUBLIC', [STATE.at, Array(10_000).fill('dataset'), '']])],
])('a cursor of changes %s is refused', (_what, text) => {
  expect(() => readCursor(text, 'PUBLIC')).toThrow(
    expect.objectContaining({
      code: 'BAD_CURSOR',
      message: expect.stringMatching(/^Expected a cursor that .{1,140}$/),
    }),
  );
});

const [PUBLIC, PARTNER]: Clearance[] = [['PUBLIC'], ['PUBLIC', 'PARTNER']];
const AUDIENCES = [
  { clearance: PUBLIC, grants: {} },
  { clearance: PARTNER, grants: {} },
  { clearance: PUBLIC, grants: { one: PARTNER } },
  { clearance: PUBLIC, grants: { one: PARTNER, other: PARTNER } },
  { clearance: PUBLIC, grants: { one: ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'] } },
].map((rights) => audienceOf(rights as ReadingRights));

test('a cursor of changes is for readers of its level and grants alone, and is refused without naming its content', () => {
  expect(new Set(AUDIENCES).size).toBe(AUDIENCES.length);
  for (const one of AUDIENCES)
    for (const other of AUDIENCES.filter((audience) => audience !== one))
      expect(() => readCursor(writeCursor({ audience: one, from: STATE }), other)).toThrow(
        'Expected a cursor of a reader who may see what you may see now; got one of a reader of another level, or with other grants. Start with a snapshot.',
      );
});

test('the order in which datasets are granted makes no other audience', () => {
  const [one, other] = [
    { one: PARTNER, other: PARTNER },
    { other: PARTNER, one: PARTNER },
  ].map((grants) => audienceOf({ clearance: PUBLIC, grants } as ReadingRights));
  expect(one).toBe(other);
});

test('a partner discards an answer of the feed that is cut off', () => {
  const change = '{"id":"person-a","kind":"Person","op":"DEL"}\n';
  expect(() => fold(new Map(), change)).toThrow('not whole');
  expect(() => fold(new Map(), `${change}{"cursor":"c","lines":2,"manifest":{},"sha256":""}\n`)).toThrow('not whole');
});
