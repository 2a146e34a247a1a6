import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';
import { checkDatasets, DEFAULT_DATASETS } from '../../src/exchange/seed/load-datasets.js';
import { createSchema } from '../../src/schema.js';
import { isVerdict, unsourcedIn, verdictsIn } from '../support/competency.js';
import { GOLDEN } from '../support/golden-answer.js';
import { OF_EDITORS, OF_PARTNERS } from '../support/secrets.js';

/** What holds over all competency questions together, read from their golden answers, the schema and the data files. */

const answers = readdirSync(GOLDEN)
  .filter((file) => file.startsWith('cq-'))
  .sort()
  .map((file) => [file, readFileSync(join(GOLDEN, file), 'utf8')] as const);

/** The sources of each statement of a golden text, without the brackets around them. */
const citationsIn = (text: string): string[] =>
  [...text.matchAll(/ \[([^\]]*)\]/g)].map(([, sources]) => sources ?? '');

/** Whether a passage names a report by its title, or by a short name that the text lists with its title. */
const namesReport = (passage: string, text: string): boolean =>
  /^“.+”/.test(passage) || text.includes(`\n  ${passage.split(' ')[0]}: title “`);

/** Every name of a type, field, argument or value of the schema, such as `Incident.title`. */
function namesOfSchema(): string[] {
  const types = Object.values(createSchema().getTypeMap()).filter((type) => !isIntrospectionType(type));
  return types.flatMap((type) => {
    const values = isEnumType(type) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : [];
    const inputs = isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const outputs = fields.flatMap(({ name, args }) =>
      [name, ...args.map((arg) => `${name}.${arg.name}`)].map((one) => `${type.name}.${one}`),
    );
    return [type.name, ...values, ...inputs, ...outputs];
  });
}

test('each competency question has a number without gaps, one test and one golden answer', () => {
  const numbers = answers.map((_, index) => `cq-${String(index + 1).padStart(2, '0')}`);
  expect(numbers.length).toBeGreaterThanOrEqual(32);
  expect(answers.map(([file]) => file)).toEqual(numbers.map((number) => `${number}.txt`));
  expect(readdirSync(join(GOLDEN, 'hashes')).sort()).toEqual(numbers.map((number) => `${number}.txt`));
  const tests = readdirSync(join(GOLDEN, '..')).filter((file) => /^cq-\d\d-.+\.graph\.test\.ts$/.test(file));
  expect(tests.sort().map((file) => file.slice(0, 5))).toEqual(numbers);
});

describe('the schema', () => {
  const names = namesOfSchema();

  test('has no field for a victim, a survivor or a witness', () => {
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => /victim|witness|survivor|complainant|informant/i.test(name))).toEqual([]);
  });

  test('has no field for a verdict of ours: the only scores are how alike two names are', () => {
    const ofVerdict = /guilt|verdict|culpab|blame|liab|score|rating|likelihood/i;
    expect(names.filter((name) => ofVerdict.test(name.replace(/reliab\w*/i, '')))).toEqual([
      'SearchHit.score',
      'DuplicateCandidate.score',
    ]);
  });
});

describe.each(answers)('the golden answer %s', (_file, text) => {
  test('names a report with its title for every statement', () => {
    const passages = citationsIn(text).flatMap((sources) => sources.split('; '));
    expect(passages.filter((passage) => !namesReport(passage, text))).toEqual([]);
  });

  test('states no guilt, gives no score and presumes innocence', () => {
    const [_question, ...ours] = text.replace(/“[^”]*”/g, '').split('\n');
    expect(
      ours.filter((line) => isVerdict(line) || /\b(score|verdict)\b/.test(line.replace(/no verdict and no score/, ''))),
    ).toEqual([]);
    expect(ours.filter((line) => line.includes('presumption') && !line.includes('presumed innocent'))).toEqual([]);
  });
});

test('the golden answers contain nothing hidden from the public', () => {
  const text = answers.join();
  expect([...OF_PARTNERS, ...OF_EDITORS].filter((secret) => text.includes(secret))).toEqual([]);
});

test('the golden answers contain hundreds of statements, and nearly every answer some', () => {
  const counts = answers.map(([, text]) => citationsIn(text).length);
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(500);
  // Two tell of grades that change, and lose or gain no item.
  expect(counts.filter((count) => count === 0)).toHaveLength(2);
});

describe('the guards themselves', () => {
  const SOURCES = [{ title: 'A report' }];

  test.each(['X is guilty of it.', 'X failed to act.', 'X was responsible.', 'X knew.'])(
    'report the verdict "%s"',
    (says) => {
      expect(verdictsIn([{ item: { says, sources: SOURCES } }])).toEqual([`says: ${says}`]);
    },
  );

  test('ignore what a source says in a passage', () => {
    expect(verdictsIn([{ paraphrase: 'The court found X guilty.' }])).toEqual([]);
  });

  test('report a statement without a report, and a report without a title', () => {
    const bare = [{ says: 'A', sources: [] }, { says: 'B' }, { citations: [{ report: { title: '' } }] }];
    expect(unsourcedIn([...bare, { says: 'C', sources: SOURCES }])).toEqual(bare);
  });
});

test.each([
  [['fictional'], ['XV', 'XY']],
  [DEFAULT_DATASETS, ['RU', 'UA']],
])('the data of %j has findings about the forces of both sides', async (names, countries) => {
  const { datasets } = await checkDatasets(names);
  const units = new Map(
    datasets.flatMap(({ records }) => records.units.map(({ record }) => [record.id, record.country])),
  );
  const about = datasets.flatMap(({ records }) => records.findings.flatMap(({ record }) => record.about));
  expect([...new Set(about.flatMap((id) => units.get(id) ?? []))]).toEqual(expect.arrayContaining(countries));
});
