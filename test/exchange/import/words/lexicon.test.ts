import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Lexicon } from '../../../../src/exchange/import/words/lexicon.js';
import { lexicons } from '../../../../src/exchange/import/words/lexicons.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

describe('a lexicon', () => {
  const of = (...tables: ConstructorParameters<typeof Lexicon<'TORTURE' | 'KILLING'>>[0]) => new Lexicon(tables);

  test('has all words of a vocabulary that a text stands for, in any language', () => {
    const lexicon = of({ en: { TORTURE: ['Killed under torture'], KILLING: ['Killed under torture', 'Murder'] } });
    expect(lexicon.allOf('killed under TORTURE')).toEqual(['TORTURE', 'KILLING']);
    expect(lexicon.allOf('Murder')).toEqual(['KILLING']);
    expect(lexicon.allOf('Murders')).toEqual([]);
  });

  test('has the words of a list in one text, but not where one of them is unknown', () => {
    const lexicon = of({ en: { TORTURE: ['Torture'], KILLING: ['Murder'] } });
    expect(lexicon.allIn('Murder, Torture')).toEqual(['KILLING', 'TORTURE']);
    expect(lexicon.allIn('Murder, Arrest')).toEqual([]);
    expect(lexicon.allOf('Murder, Torture')).toEqual([]);
  });

  test('gives no single word for a text that stands for several', () => {
    const lexicon = of({ en: { TORTURE: ['Case'], KILLING: ['Case', 'Murder'] } });
    expect([lexicon.of('Case'), lexicon.of('Murder'), lexicon.of('Arrest')]).toEqual([undefined, 'KILLING', undefined]);
  });

  test('takes what a later table says of a word for all that the word stands for', () => {
    const lexicon = of({ en: { TORTURE: ['Case'] }, fr: { TORTURE: ['Cas'] } }, { en: { KILLING: ['CASE'] } });
    expect([lexicon.allOf('Case'), lexicon.allOf('Cas')]).toEqual([['KILLING'], ['TORTURE']]);
  });
});

test.each(['UNIT_KINDS', 'INCIDENT_KINDS'] as const)(
  'a file of %s with a * in a word is refused, since nothing fills it',
  async (name) => {
    const path = join(temporaryFolder(), 'words.yaml');
    const kind = name === 'UNIT_KINDS' ? 'POLICE' : 'KILLING';
    await writeFile(path, `en:\n  ${kind}: [One word]\nfr:\n  ${kind}: [Mot *]\n`);
    expect(() => lexicons({ [name]: path })).toThrow(`${path}:4: expected words for kinds of`);
  },
);
