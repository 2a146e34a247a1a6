import { expect, test } from '@jest/globals';
import { faultsOf, recordsOfType } from '../sheets.js';
import { imported } from './lines.js';
import { BY_PROGRAMME, published, TESTENKO } from './open-sanctions.js';

/** Entities inside of entities, as in the nested exports of OpenSanctions, and changes of entities, as in its delta files. */

const ADDRESS = published('addr-1', 'Address', { full: '1 Lane, Ostra' });
const POSITION = published('Q1', 'Position', { name: 'Minister of Defence', country: 'xt' });
const OCCUPANCY = published('tl-o1', 'Occupancy', { holder: 'NK-1', post: 'Q1', startDate: '2020-01-02' });

/** A target with all that leads to it and from it. */
const nested = (id: string, name: string, more: Record<string, unknown> = {}) => {
  const person = published(id, 'Person', { name });
  return { ...person, properties: { ...person.properties, addressEntity: [ADDRESS], ...more } };
};
const occupied = { ...OCCUPANCY, properties: { ...OCCUPANCY.properties, post: [POSITION] } };
const NESTED = nested('NK-1', 'Ivan Testenko', { sanctions: [BY_PROGRAMME], positionOccupancies: [occupied] });
const referred = { ...NESTED, referents: ['tl-list-1'] };

test('entities that stand inside of others in FollowTheMoney give the same records as on lines of their own', async () => {
  const flat = [
    { ...TESTENKO, properties: { name: ['Ivan Testenko'], addressEntity: ['addr-1'] }, referents: ['tl-list-1'] },
    ADDRESS,
    BY_PROGRAMME,
    OCCUPANCY,
    POSITION,
  ];
  const [inside, beside] = [await imported([referred]), await imported(flat)];
  expect(inside.errors).toEqual([]);
  const sorted = ({ records }: typeof inside) => records.map(({ record }) => JSON.stringify(record)).sort();
  expect(sorted(inside)).toEqual(sorted(beside));
  expect(recordsOfType(inside.records, 'findings')).toHaveLength(1);
});

test('an entity that stands inside of several others in FollowTheMoney is read once, and from its own line where it has one', async () => {
  const family = published('tl-f1', 'Family', { person: 'NK-1' });
  const relative = {
    ...family,
    properties: { ...family.properties, relative: [published('NK-2', 'Person', { name: 'Short' })] },
  };
  const { records, errors } = await imported([
    nested('NK-1', 'Ivan Testenko', { familyPerson: [relative] }),
    nested('NK-2', 'Olga Testenko'),
  ]);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  const named = recordsOfType(records, 'people').map(({ names }) => (names as { value: string }[])[0]?.value);
  expect(named).toEqual(['Ivan Testenko', 'Olga Testenko']);
});

test('what stands in place of a text in FollowTheMoney without being an entity is an error of the line', async () => {
  const { errors } = await imported([{ id: 'x', schema: 'Person', properties: { name: [{ schema: 'Person' }] } }]);
  expect(errors).toEqual([expect.objectContaining({ row: 1, expected: 'a list of texts as name' })]);
});

test('added and changed entities are read from a whole file too, and a deletion in it is an error', async () => {
  const { records, errors } = await imported([
    { op: 'ADD', entity: TESTENKO },
    { op: 'MOD', entity: BY_PROGRAMME },
    { op: 'DEL', entity: { id: 'NK-9' } },
  ]);
  expect(recordsOfType(records, 'findings')).toHaveLength(1);
  expect(errors).toEqual([
    expect.objectContaining({
      row: 3,
      got: 'DEL NK-9',
      message: 'Only a delta deletes: give it as delta=FILE.',
    }),
  ]);
});
