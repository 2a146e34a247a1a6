import { describe, expect, test } from '@jest/globals';
import { type GraphQLField, isObjectType } from 'graphql';
import { ANYBODY, clearanceOf, isPermitted, PERMISSIONS, ROLES, type Role } from '../../src/model/permissions.rules.js';
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

const permissionsOf = (role: Role, grants: readonly string[] | null = null) =>
  Object.keys(PERMISSIONS).filter((permission) => isPermitted({ role, grants }, permission as 'READ'));

test('a role has the permissions of the one below it, and these', () => {
  expect(Object.keys(ROLES).map((role) => [role, permissionsOf(role as Role).join(' ')])).toEqual([
    ['READER', 'READ'],
    ['PARTNER', 'READ'],
    ['EDITOR', 'READ WRITE REVIEW IMPORT MERGE WEBHOOKS'],
    ['ADMIN', 'READ WRITE REVIEW IMPORT MERGE WEBHOOKS ADMINISTER REDACT'],
  ]);
});

test('a role that is limited to datasets has no permission over the whole graph, and writes in those alone', () => {
  expect(permissionsOf('ADMIN', ['one'])).toEqual(['READ', 'WRITE', 'IMPORT']);
  const editor = { role: 'EDITOR', grants: ['one'] } as const;
  expect([isPermitted(editor, 'WRITE', 'one'), isPermitted(editor, 'WRITE', 'two')]).toEqual([true, false]);
});

test('a role reaches these levels of access, and what is public alone where it is limited to datasets', () => {
  expect(Object.keys(ROLES).map((role) => clearanceOf({ role: role as Role, grants: null }).at(-1))).toEqual([
    'PUBLIC',
    'PARTNER',
    'CONFIDENTIAL',
    'CONFIDENTIAL',
  ]);
  for (const role of Object.keys(ROLES) as Role[]) expect(clearanceOf({ role, grants: ['one'] })).toEqual(['PUBLIC']);
});

test('the role of anybody is that of a reader of what is public', () => {
  expect([clearanceOf(ANYBODY), ANYBODY.actor, ANYBODY.role]).toEqual([['PUBLIC'], null, 'READER']);
});
