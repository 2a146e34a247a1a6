import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lexicons } from '../../../../src/exchange/import/words/lexicons.js';
import { COMMANDING_ROLES } from '../../../../src/model/command-words.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { converted, OPTIONS, recordsOfType } from '../sheets.js';

const WORDS = lexicons().ROLES;

describe('the words for roles', () => {
  test.each([
    ['Commander', 'COMMANDER'],
    ['  commander. ', 'COMMANDER'],
    ['General Officer Commanding', 'COMMANDER'],
    ['Commander-in-Chief', 'COMMANDER'],
    ['Commander in Chief', 'COMMANDER'],
    ['Director', 'HEAD'],
    ['Acting Commander', 'ACTING'],
    ['Commander (Acting)', 'ACTING'],
    ['Deputy Commander', 'DEPUTY'],
    ['Second-in-Command', 'DEPUTY'],
    ['Chief of Staff', 'CHIEF_OF_STAFF'],
    ['Командир', 'COMMANDER'],
    ['начальник штабу', 'CHIEF_OF_STAFF'],
    ['Заместитель командира', 'DEPUTY'],
    ['врио командира', 'ACTING'],
    ["Chef d'état-major", 'CHIEF_OF_STAFF'],
    ['CHEF D’ETAT-MAJOR', 'CHIEF_OF_STAFF'],
    ['Commandant par intérim', 'ACTING'],
    ['Jefe del Estado Mayor', 'CHIEF_OF_STAFF'],
    ['Comandante interino', 'ACTING'],
    ['قائد', 'COMMANDER'],
    ['رئيس الأركان', 'CHIEF_OF_STAFF'],
  ])('read %s as %s', (text, role) => {
    expect(WORDS.of(text)).toBe(role);
  });

  test.each([
    'Director of Defence Information',
    'Field Operations Commander',
    'Operations Commander for East Province',
    'Divisional Police Officer',
    'Deputy Chief of Staff',
    'Former Commander',
    'Commander of the guard of honour',
    'Assistant to the Commander',
    'Acting',
    'Deputy Director of Defence Information',
    'заступник командира з озброєння',
    'помощник командира',
    'Presidential Guard',
    'Commander?',
    'Deputy/Commander',
    'Commander; Deputy',
    'Commander [7th Division]',
    '',
  ])('do not read a role into %j', (text) => {
    expect(WORDS.of(text)).toBeUndefined();
  });
});

describe('a file with further words', () => {
  const file = async (text: string) => {
    const path = join(temporaryFolder(), 'roles.yaml');
    await writeFile(path, text);
    return path;
  };

  test('adds to the words of the product, and replaces what they say of a word', async () => {
    const path = await file('en:\n  COMMANDER: [Divisional Police Officer]\n  STAFF: [Head]\n');
    const words = lexicons({ ROLES: path }).ROLES;
    expect(['Divisional Police Officer', 'Commander', 'Head'].map((text) => words.of(text))).toEqual([
      'COMMANDER',
      'COMMANDER',
      'STAFF',
    ]);
  });

  test.each([
    ['en:\n  COMMANDER: [A]\n  BOSS: [B]\n', 3],
    ['en:\n  COMMANDER: Commander\n', 2],
    ['en:\n  COMMANDER: [A\n', 3],
  ])('is an error with its line where it does not fit: %j', async (text, line) => {
    const path = await file(text);
    expect(() => lexicons({ ROLES: path })).toThrow(`${path}:${line}: expected words for roles`);
  });

  test('is an error where it is not there', () => {
    expect(() => lexicons({ ROLES: 'none.yaml' })).toThrow(
      'Expected a file with words for roles; none.yaml cannot be read.',
    );
  });
});

describe('a posting of a sheet', () => {
  const postingOf = async (role: string, own = OPTIONS.lexicons) => {
    const changes = {
      people: (_g: unknown, set: (row: number, column: string, text: string) => void) =>
        set(2, 'person:posting_role', role),
    };
    const { records, errors, problems } = await converted('sfm-newer', changes, { lexicons: own });
    expect(errors).toEqual([]);
    const warnings = problems.filter(({ row, column }) => row === 2 && column === 'person:posting_role');
    return { posting: recordsOfType(records, 'postings')[0], warnings };
  };

  test.each(['Director of Defence Information', 'Field Operations Commander', 'Divisional Police Officer'])(
    'with the role %s keeps these words, commands nothing, and has a doubt',
    async (role) => {
      const { posting, warnings } = await postingOf(role);
      expect(posting).toMatchObject({
        role: 'UNKNOWN',
        roleAsStated: role,
        doubts: ['ROLE_UNKNOWN'],
        doubtsAsStated: [`person:posting_role: ${role}`],
      });
      expect(warnings).toEqual([expect.objectContaining({ severity: 'WARNING', got: role })]);
      expect(COMMANDING_ROLES).not.toContain('UNKNOWN');
    },
  );

  test('has the role of a further word', async () => {
    const path = join(temporaryFolder(), 'roles.yaml');
    await writeFile(path, 'en:\n  COMMANDER: [Divisional Police Officer]\n');
    const { posting, warnings } = await postingOf('Divisional Police Officer', lexicons({ ROLES: path }));
    expect(posting).toMatchObject({ role: 'COMMANDER', roleAsStated: 'Divisional Police Officer' });
    expect(posting).not.toHaveProperty('doubts');
    expect(warnings).toEqual([]);
  });

  test('without a role has none, whatever its title', async () => {
    const { posting } = await postingOf('');
    expect(posting).toMatchObject({ role: 'UNKNOWN', doubts: ['ROLE_UNKNOWN'] });
    expect(posting).not.toHaveProperty('roleAsStated');
  });
});
