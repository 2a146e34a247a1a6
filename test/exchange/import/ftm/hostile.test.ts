import { expect, test } from '@jest/globals';
import { importedFile, importedText, line } from './lines.js';

/** Files that somebody made to do harm, or another program made strange. */

test('a FollowTheMoney line of ten megabytes is refused, and the others are read', async () => {
  const { errors, records } = await importedText(
    `{"id":"${'x'.repeat(10_000_000)}"}\n${JSON.stringify(line('person-a', 'Person', { name: 'A' }))}`,
  );
  expect(errors).toEqual([
    expect.objectContaining({ row: 1, expected: 'a line of at most 1000000 characters', got: 'a longer one' }),
  ]);
  expect(records.at(-1)).toMatchObject({ record: { id: 'person-a' }, origin: { row: 2 } });
});

test('a FollowTheMoney file may have empty lines and Windows line ends, and a line that is no JSON is an error', async () => {
  const { errors, records } = await importedText(
    `\r\n${JSON.stringify(line('person-a', 'Person', { name: 'A' }))}\r\n{"id":\r\n`,
  );
  expect(errors).toEqual([expect.objectContaining({ row: 3, expected: 'an object of JSON', got: '{"id":' })]);
  expect(records.at(-1)?.origin.row).toBe(2);
});

test('a FollowTheMoney file in UTF-16 without its mark, or that does not exist, is refused', async () => {
  const utf16 = await importedText(Buffer.from('{}', 'utf16le'));
  expect(utf16).toMatchObject({ records: [], errors: [{ expected: 'UTF-8' }] });
  expect(await importedFile('/nowhere/x.json')).toMatchObject({ records: [], errors: [{ got: 'ENOENT' }] });
});

test('FollowTheMoney with names of JavaScript properties and control characters is read without harm', async () => {
  const text =
    '{"id":"__proto__","schema":"Person","properties":{"__proto__":["x"],"name":["A\\u0007B"],"toString":["y"]}}\n{"id":"x","schema":"constructor","properties":{}}';
  const { errors, records, problems } = await importedText(text);
  expect(errors).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', row: 2, got: 'constructor' }));
  expect(records.at(-1)?.record.names).toEqual([expect.objectContaining({ value: 'AB' })]);
  expect(problems).toContainEqual(
    expect.objectContaining({ column: 'name', message: 'Control characters are removed.' }),
  );
  expect(problems).toContainEqual(expect.objectContaining({ got: '__proto__=x; toString=y' }));
});
