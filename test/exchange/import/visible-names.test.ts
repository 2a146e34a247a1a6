import { expect, test } from '@jest/globals';
import { Conversion, type ConversionOptions } from '../../../src/exchange/import/record/conversion.js';
import { withVisibleNames } from '../../../src/exchange/import/record/visible-names.js';
import { ImportReport } from '../../../src/exchange/import/report/import-report.js';
import { FILES } from '../../../src/model/record/record-shapes.js';

/** What imports do with names and titles that were copied from web pages, Word and PDF. */

function imported(record: Record<string, unknown>) {
  const report = new ImportReport();
  const problems: string[] = [];
  report.writeTo(({ severity, row, got, message }) => {
    problems.push(`${severity} ${row} ${got}: ${message}`);
  });
  return { record: withVisibleNames(record, { file: 'people.csv', row: 3 }, report), problems };
}

test.each([
  ['Tes\u00adtovyi Pavlo', 'U+00AD'],
  ['Tes\u200btovyi Pavlo', 'U+200B'],
  ['Tes\u2060tovyi\u200d Pavlo', 'U+2060, U+200D'],
  ['\u202eTestovyi Pavlo\u202c', 'U+202E, U+202C'],
  ['\ufeffTestovyi Pavlo', 'U+FEFF'],
  ['Tes\u034ftovyi\ufe0f Pavlo\u3164', 'U+034F, U+FE0F, U+3164'],
])('an import takes the invisible characters off the name %j with a warning that names them', (name, characters) => {
  const expected = `WARNING 3 Testovyi Pavlo: Invisible characters are removed: ${characters}.`;
  expect(imported({ id: 'person-one', names: [{ value: name, kind: 'PREFERRED' }, name] })).toEqual({
    record: { id: 'person-one', names: [{ value: 'Testovyi Pavlo', kind: 'PREFERRED' }, 'Testovyi Pavlo'] },
    problems: [expected, expected],
  });
  expect(imported({ id: 'report-one', title: name }).record).toEqual({ id: 'report-one', title: 'Testovyi Pavlo' });
});

test.each(['Пeтров Іван', 'Ivаnov'])(
  'an import keeps the name %s with letters of two scripts in a word, and tells of it',
  (name) => {
    const { record, problems } = imported({ names: [{ value: name }] });
    expect(record).toEqual({ names: [{ value: name }] });
    expect(problems).toEqual([
      `WARNING 3 ${name.split(' ')[0]}: Latin and Cyrillic letters that look alike stand in one word. The name is stored as it is stated, and found in either script.`,
    ]);
  },
);

test.each(['Agnès Callamard', 'Сергій Виргалець', '64-та бригада (64th Brigade)', 'Ø'])(
  'an import leaves the name %j as it is',
  (name) => {
    expect(imported({ names: [{ value: name }] })).toEqual({ record: { names: [{ value: name }] }, problems: [] });
  },
);

test('an import makes a space of a line break or a tab in a name, with a warning', () => {
  expect(imported({ names: [{ value: 'Testovyi\n Pavlo\u2028Ivanovych' }] })).toEqual({
    record: { names: [{ value: 'Testovyi  Pavlo Ivanovych' }] },
    problems: ['WARNING 3 Testovyi  Pavlo Ivanovych: Line breaks and tabs are spaces: U+000A, U+2028.'],
  });
});

test('a name of which nothing is left goes, and with the last of its names the record is refused', () => {
  expect(imported({ names: [{ value: '\u200b' }, { value: 'Testovyi' }] }).record).toEqual({
    names: [{ value: 'Testovyi' }],
  });
  const { record } = imported({ names: [{ value: '\u200b\n' }] });
  expect(record).toEqual({ names: [{ value: '' }] });
  const cites = [{ report: 'report-one' }];
  const parsed = FILES.people.safeParse({ id: 'person-one', ...record, cites });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['names.0.value']);
});

test('an import cleans the names of a map of others, and leaves a claim of our own export as the graph has it', () => {
  const conversion = new Conversion({} as ConversionOptions);
  const record = { id: 'location-one', names: ['Tes\u00adtove'] };
  const origin = { file: 'map.geojson', row: 1 };
  conversion.emit('locations', record, origin, { passages: new Map() });
  conversion.emit('locations', record, origin, { claimId: 'claim-one', passages: new Map() });
  expect(conversion.drain().map((one) => one.record.names)).toEqual([['Testove'], ['Tes\u00adtove']]);
});
