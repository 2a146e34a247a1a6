import { describe, expect, test } from '@jest/globals';
import { type GraphQLField, isObjectType } from 'graphql';
import {
  ANYBODY,
  isPermitted,
  PERMISSIONS,
  ROLES,
  type Role,
  readingRightsOf,
} from '../../src/model/permissions.rules.js';
import { createSchema } from '../../src/schema.js';

/** Which fields need which permission, and which roles have it. */

const schema = createSchema();
const fieldsOf = (type: unknown) => (isObjectType(type) ? Object.values(type.getFields()) : []);
const needsOf = ({ extensions }: GraphQLField<unknown, unknown>) => extensions.needs as string | undefined;

describe('the schema', () => {
  test('says of every mutation which permission it needs', () => {
    const mutations = fieldsOf(schema.getMutationType());
    expect(mutations.length).toBeGreaterThan(15);
    expect(mutations.filter((field) => !Object.hasOwn(PERMISSIONS, needsOf(field) ?? ''))).toEqual([]);
  });

  test('has these questions that are not for all readers', () => {
    const needs = fieldsOf(schema.getQueryType()).map((field) => [field.name, needsOf(field)] as const);
    expect(Object.fromEntries(needs.filter(([, permission]) => permission !== undefined))).toEqual({
      apiKeys: 'ADMINISTER',
      duplicateCandidates: 'REVIEW',
      importBatch: 'IMPORT',
      importBatches: 'IMPORT',
      importRun: 'IMPORT',
      journal: 'REVIEW',
      mergePreview: 'MERGE',
      merges: 'REVIEW',
      proposals: 'REVIEW',
      reads: 'ADMINISTER',
      webhooks: 'WEBHOOKS',
    });
  });

  test('asks for the permission of a field before it runs it, and names it in the description', async () => {
    const fields = Object.values(schema.getTypeMap()).flatMap(fieldsOf).filter(needsOf);
    for (const field of fields) {
      const demands: unknown[] = [];
      const demand = async (permission: string) => {
        demands.push(permission);
        throw new Error('refused');
      };
      const args = { input: { dataset: {} } };
      await expect(field.resolve?.({}, args, { demand }, {} as never)).rejects.toThrow('refused');
      expect(demands).toEqual([needsOf(field)]);
      expect(field.description).toMatch(new RegExp(` Needs the permission ${needsOf(field)}\\.$`));
    }
    expect(fields.length).toBeGreaterThan(25);
  });
});

const permissionsOf = (role: Role, datasets: readonly string[] | null = null) =>
  Object.keys(PERMISSIONS).filter((permission) => isPermitted({ role, datasets }, permission as 'READ'));

test('a role has the permissions of the one below it, and these', () => {
  expect(Object.keys(ROLES).map((role) => [role, permissionsOf(role as Role).join(' ')])).toEqual([
    ['READER', 'READ'],
    ['PARTNER', 'READ'],
    ['EDITOR', 'READ WRITE REVIEW IMPORT MERGE WEBHOOKS'],
    ['ADMIN', 'READ WRITE REVIEW IMPORT MERGE WEBHOOKS ADMINISTER REDACT'],
  ]);
});

test('a role that is limited to datasets has no permission over the whole graph, and writes in those alone', () => {
  expect(permissionsOf('ADMIN', ['one'])).toEqual(['READ', 'WRITE']);
  expect(permissionsOf('ADMIN', [])).toEqual(['READ']);
  const editor = { role: 'EDITOR', datasets: ['one'] } as const;
  expect([isPermitted(editor, 'WRITE', 'one'), isPermitted(editor, 'WRITE', 'two')]).toEqual([true, false]);
});

test('a role reaches these levels of access, in its datasets alone where it is limited to some', () => {
  const highest = (levels: readonly string[] | undefined) => levels?.at(-1);
  const roles = Object.keys(ROLES) as Role[];
  const levels = ['PUBLIC', 'PARTNER', 'CONFIDENTIAL', 'CONFIDENTIAL'];
  expect(roles.map((role) => highest(readingRightsOf({ role, datasets: null }).clearance))).toEqual(levels);
  const limited = roles.map((role) => readingRightsOf({ role, datasets: ['one'] }));
  expect(limited.map(({ clearance }) => clearance)).toEqual(roles.map(() => ['PUBLIC']));
  expect(limited.map(({ grants }) => [Object.keys(grants), highest(grants.one)])).toEqual(
    levels.map((level) => [['one'], level]),
  );
});

test('the role of anybody is that of a reader of what is public', () => {
  expect([readingRightsOf(ANYBODY), ANYBODY.actor, ANYBODY.role]).toEqual([
    { clearance: ['PUBLIC'], grants: {} },
    null,
    'READER',
  ]);
});
