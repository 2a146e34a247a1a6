import { describe, expect, test } from '@jest/globals';
import { Conversion } from '../../../src/exchange/import/record/conversion.js';
import { idByName } from '../../../src/exchange/import/record/names.js';
import { Drafter } from '../../../src/model/record/draft.js';
import { FILES } from '../../../src/model/record/record-shapes.js';
import { converted, OPTIONS, recordsOfType } from './sheets.js';

/** The confidence that a sheet states for a name is kept as it is stated, like that of every other claim. */

type Name = { readonly legacyConfidence?: string; readonly note?: string };

test('names of people and units have the confidence of their cells as a property, and no note about it', async () => {
  const { records } = await converted('sfm-newer');
  const names = ['people', 'units'].flatMap((recordType) =>
    recordsOfType(records, recordType).flatMap(({ names }) => names as Name[]),
  );
  // A row that is not ready gives no confidence.
  expect(new Set(names.map(({ legacyConfidence }) => legacyConfidence ?? 'none'))).toEqual(
    new Set(['LOW', 'MEDIUM', 'HIGH', 'none']),
  );
  expect(JSON.stringify(names)).not.toContain('as imported');
});

function nameNode(name: object | string) {
  const record = FILES.people.parse({ id: 'person-a', names: [name], cites: [{ report: 'report-a' }] });
  const { nodes } = new Drafter('small').take('people', { record, origin: { file: 'people.yaml', line: 1 } });
  return nodes.find(({ labels }) => labels.includes('Name'));
}

test('the confidence is a property of the claim, and absent where the sheet states none', () => {
  const properties = nameNode({ value: 'Tomas Ander', legacyConfidence: 'LOW' });
  const silent = nameNode({ value: 'Tomas Ander' });
  expect(properties?.properties.legacyConfidence).toBe('LOW');
  expect(silent?.properties).not.toHaveProperty('legacyConfidence');
  expect(nameNode('Tomas Ander')?.id).toBe(silent?.id);
  expect(properties?.id).not.toBe(silent?.id);
});

test('a confidence outside the vocabulary is refused', () => {
  expect(() => nameNode({ value: 'Tomas Ander', legacyConfidence: 'Low' })).toThrow();
});

describe('a name with a bracket behind it', () => {
  /** The sheets with another name for the second person, and an incident whose perpetrator has a name only. */
  const withNames = (other: string, perpetrator: string) =>
    converted('sfm-newer', {
      people: (_get, set) => set(4, 'person:name', other),
      incidents: (_get, set) => {
        set(2, 'incident:perpetrator_person_id:admin', '');
        set(2, 'incident:perpetrator_person_name', perpetrator);
      },
    });

  const perpetratorsIn = (records: Parameters<typeof recordsOfType>[0]) =>
    recordsOfType(records, 'incidents').flatMap(({ attributions }) =>
      (attributions as { to: string }[]).map(({ to }) => to),
    );

  test('leaves the bare name to the namesake who bears it, also in a reference', async () => {
    const { records, errors } = await withNames('Rusk Odan (2 Brigade)', 'Rusk Odan');
    expect(errors).toEqual([]);
    expect(perpetratorsIn(records)).toContain('person-sfm-c0000000-0000-4000-8000-000000000003');
    const namesakes = recordsOfType(records, 'people').filter(({ names }) =>
      (names as { value: string }[]).some(({ value }) => value === 'Rusk Odan'),
    );
    expect(new Set(namesakes.map(({ id }) => id)).size).toBe(2);
  });

  test('makes nobody a perpetrator whom a sheet calls by the bare name', async () => {
    const { records, errors } = await withNames('Mara Quell (2 Brigade)', 'Mara Quell');
    expect(errors).toEqual([
      expect.objectContaining({ got: 'Mara Quell', message: 'This person is declared nowhere.' }),
    ]);
    expect(perpetratorsIn(records)).toContain('unit-sfm-b0000000-0000-4000-8000-000000000002');
    expect(perpetratorsIn(records)).not.toContain('person-sfm-c0000000-0000-4000-8000-000000000002');
  });
});

test.each([
  ['Жураўлёў', 'person-zhurawliow-'],
  ['Милошевић', 'person-myloshevy-'],
  ['Първанов', 'person-prvanov-'],
])('the id of %s stays what it was before its alphabet was romanised in search', (name, start) => {
  expect(idByName(new Conversion(OPTIONS), 'person', name)).toMatch(new RegExp(`^${start}[0-9a-f]{12}$`));
});
