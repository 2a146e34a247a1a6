import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { mayBeSexualViolence } from '../../../../src/exchange/import/words/sexual-violence.js';

test.each([
  'Rape of detainees',
  'CRSV: sexual slavery',
  'Viol',
  'Violences sexuelles et pillage',
  'Violación',
  'Violencia sexual en detención',
  'Зґвалтування цивільних',
  'Сексуальное насилие',
  'عنف جنسي ضد المدنيين',
])('%s may be sexual violence', (text) => {
  expect(mayBeSexualViolence(text)).toBe(true);
});

test.each([
  'Violation of the right to life',
  'Violation du droit à la vie',
  'Violaciones del derecho a la vida',
  'Grapeshot fired at a market',
  'Вбивство',
  'Пытки',
])('%s is no sexual violence', (text) => {
  expect(mayBeSexualViolence(text)).toBe(false);
});

test('every word of the lexicon for sexual violence may be sexual violence, and no other word of it', () => {
  const byLanguage: Record<string, Record<string, string[]>> = parse(readFileSync('seed/incident-kinds.yaml', 'utf8'));
  const words = Object.values(byLanguage).flatMap((kinds) => Object.entries(kinds));
  const flat = words.flatMap(([kind, texts]) => texts.map((text) => [kind, text] as const));
  expect(flat.length).toBeGreaterThan(250);
  const differing = flat.filter(([kind, text]) => mayBeSexualViolence(text) !== (kind === 'SEXUAL_VIOLENCE'));
  expect(differing).toEqual([]);
});
