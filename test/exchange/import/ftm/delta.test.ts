import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesOf } from '../../../../src/exchange/import/formats.js';
import { convertFtm } from '../../../../src/exchange/import/ftm/ftm.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, faultsOf, OPTIONS, type Outcome, recordsOfType } from '../sheets.js';
import { line } from './lines.js';

/** A whole file of entities with a delta, in the form of the delta files of OpenSanctions. */

const text = (lines: readonly unknown[]) => lines.map((one) => `${JSON.stringify(one)}\n`).join('');

async function imported(whole: readonly unknown[] | undefined, delta: readonly unknown[]): Promise<Outcome> {
  const folder = temporaryFolder();
  const files = { entities: join(folder, 'entities.ftm.json'), delta: join(folder, 'entities.delta.json') };
  if (whole) await writeFile(files.entities, text(whole));
  await writeFile(files.delta, text(delta));
  return allOf(convertFtm(whole ? files : { delta: files.delta }, OPTIONS));
}

const person = (id: string, name: string) => line(id, 'Person', { name });
const names = ({ records }: Outcome) =>
  recordsOfType(records, 'people').map((record) => (record.names as readonly { value: string }[])[0]?.value);

test('what a delta adds, changes and deletes is read as the next edition of the whole file', async () => {
  const whole = [person('a', 'Ander'), person('b', 'Marn'), person('c', 'Torven')];
  const outcome = await imported(whole, [
    { op: 'MOD', entity: person('b', 'Marne') },
    { op: 'DEL', entity: { id: 'c' } },
    { op: 'ADD', entity: person('d', 'Kolm') },
  ]);
  expect(names(outcome)).toEqual(['Ander', 'Marne', 'Kolm']);
  expect(outcome.problems).toEqual([]);
  expect(faultsOf(outcome.records)).toEqual([]);
  expect(outcome.report.notes).toMatchObject([
    {
      file: 'entities.delta.json',
      message: 'Deletes an entity: with --whole, what it stated is taken back.',
      example: 'c',
    },
  ]);
});

test('of several changes of one entity in a delta the last counts', async () => {
  const outcome = await imported(
    [person('a', 'Ander'), person('b', 'Marn')],
    [
      { op: 'DEL', entity: { id: 'a' } },
      { op: 'MOD', entity: person('b', 'Marne') },
      { op: 'ADD', entity: person('a', 'Andere') },
      { op: 'DEL', entity: { id: 'b' } },
    ],
  );
  expect(names(outcome)).toEqual(['Andere']);
});

test('a delta that deletes an entity which the whole file does not have is told', async () => {
  const { problems, errors } = await imported([person('a', 'Ander')], [{ op: 'DEL', entity: { id: 'z' } }]);
  expect(errors).toEqual([]);
  expect(problems).toMatchObject([
    { severity: 'WARNING', file: 'entities.delta.json', row: 1, column: 'entity.id', got: 'z' },
  ]);
});

test('an entity that a delta adds may name one of the whole file', async () => {
  const whole = [person('a', 'Ander'), line('u', 'PublicBody', { name: '2nd Brigade', topics: 'mil' })];
  const membership = line('m', 'Membership', { member: 'a', organization: 'u', role: 'Commander', date: '2021' });
  const { records, errors } = await imported(whole, [{ op: 'ADD', entity: membership }]);
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'postings')).toMatchObject([{ role: 'COMMANDER' }]);
});

test('a delta without its whole file is refused', async () => {
  const { records, errors } = await imported(undefined, [{ op: 'ADD', entity: person('a', 'Ander') }]);
  expect(records).toEqual([]);
  expect(errors).toMatchObject([{ file: 'entities.delta.json', expected: 'the whole file too, as entities=FILE' }]);
});

test('a deletion in a delta without an id is an error of its line', async () => {
  const { errors } = await imported([person('a', 'Ander')], [{ op: 'DEL', entity: {} }]);
  expect(errors).toMatchObject([{ file: 'entities.delta.json', row: 1, expected: 'the id of an entity, as a text' }]);
});

test('a delta is known by the ending of its name, and any other file of entities is a whole one', async () => {
  expect(await filesOf('ftm', ['list-of-may.ftm.json', 'entities.delta.json'])).toEqual({
    entities: 'list-of-may.ftm.json',
    delta: 'entities.delta.json',
  });
});
