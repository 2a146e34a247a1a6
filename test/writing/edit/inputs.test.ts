import { describe, expect, test } from '@jest/globals';
import { type GraphQLInputObjectType, type GraphQLObjectType, getNamedType, isInputObjectType } from 'graphql';
import { FILES, INCIDENT_CLAIMS } from '../../../src/model/record/record-shapes.js';
import { createSchema } from '../../../src/schema.js';

/** The inputs of the schema and the shapes of the data files say the same, so that neither is forgotten. */

const schema = createSchema();
const fieldsOf = (name: string) => Object.keys((schema.getType(name) as GraphQLInputObjectType).getFields()).sort();
const shapeOf = (shape: { shape: object }) => Object.keys(shape.shape).sort();

/** The shape of the items of a list, which may be the last of alternatives. */
function itemOf(list: unknown): { shape: object } {
  const inner = (shape: unknown): { shape: object } => {
    const { def } = shape as { def: { innerType?: unknown; element?: unknown; in?: unknown; options?: unknown[] } };
    const next = def.innerType ?? def.element ?? def.in ?? def.options?.at(-1);
    return next === undefined ? (shape as { shape: object }) : inner(next);
  };
  return inner(list);
}

const inputFields = (names: string[], without: string[], more: string[] = []) =>
  [...names.filter((name) => !without.includes(name)), ...more].sort();

describe('a mutation input has the fields of the data files', () => {
  test.each([
    ['ReportInput', FILES.reports],
    ['BodyInput', FILES.bodies],
    ['PersonInput', FILES.people],
    ['UnitInput', FILES.units],
    ['LocationInput', FILES.locations],
    ['AffiliationInput', FILES.affiliations],
    ['FindingInput', FILES.findings],
    ['IndicatorInput', FILES.indicators],
    ['MeasureInput', FILES.measures],
  ] as const)('in %s', (name, shape) => {
    expect(fieldsOf(name)).toEqual(inputFields(shapeOf(shape), ['extends']));
  });

  test.each([
    ['PostingInput', FILES.postings],
    ['CommandLinkInput', FILES['command-links']],
    ['PositioningInput', FILES.positionings],
    ['IncidentInput', FILES.incidents],
  ] as const)('in %s, with both ends of the range in one field', (name, shape) => {
    expect(fieldsOf(name)).toEqual(inputFields(shapeOf(shape), ['first', 'last'], ['range']));
  });

  test.each([
    ['InnerNameInput', 'NameInput', 'of', FILES.people.shape.names],
    ['InnerIdentifierInput', 'IdentifierInput', 'of', FILES.people.shape.identifiers],
    ['InnerFactInput', 'FactInput', 'of', FILES.people.shape.facts],
    ['InnerAttributionInput', 'AttributionInput', 'incident', INCIDENT_CLAIMS.shape.attributions],
    ['InnerCasualtiesInput', 'CasualtiesInput', 'incident', INCIDENT_CLAIMS.shape.casualties],
  ] as const)('in %s, and it alone has %s with `%s`', (inner, alone, owner, list) => {
    const shape = shapeOf(itemOf(list));
    expect(fieldsOf(inner)).toEqual(shape);
    expect(fieldsOf(alone)).toEqual([...shape, owner].sort());
  });

  test('in CitationInput, with the hash that the data files keep apart', () => {
    const cites = itemOf(FILES.postings.shape.cites);
    expect(fieldsOf('CitationInput')).toEqual([...shapeOf(cites), 'passageSha256'].sort());
  });
});

test('RecordInput has one field for each kind of record, of which exactly one is given', () => {
  const record = schema.getType('RecordInput') as GraphQLInputObjectType;
  expect(record.isOneOf).toBe(true);
  expect((schema.getType('ProposalCreateInput') as GraphQLInputObjectType).isOneOf).toBe(true);
  expect(Object.keys(record.getFields())).toHaveLength(Object.keys(FILES).length + 5);
});

test('each mutation takes one input, and returns what was wrong with it', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name }) =>
    /^(record|claim|dataset|proposal)[A-Z]/.test(name),
  );
  expect(mutations.map(({ name }) => name).sort()).toEqual([
    'claimAccept',
    'claimCorrect',
    'claimDispute',
    'claimRetract',
    'datasetCreate',
    'proposalAccept',
    'proposalCreate',
    'proposalReject',
    'recordCreate',
    'recordRedact',
  ]);
  for (const { args, type } of mutations) {
    expect(args.map(({ name }) => name)).toEqual(['input']);
    expect(isInputObjectType(getNamedType(args[0]?.type as never))).toBe(true);
    expect(Object.keys((getNamedType(type) as GraphQLObjectType).getFields())).toEqual(
      expect.arrayContaining(['userErrors', 'entry']),
    );
  }
});
