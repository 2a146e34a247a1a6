import './made-up-fields.js';

import { describe, expect, test } from '@jest/globals';
import { type GraphQLInputObjectType, type GraphQLObjectType, getNamedType } from 'graphql';
import { BODY_BY_ID } from '../../../../src/entities/body/body.cypher.js';
import { claimRow } from '../../../../src/entities/claim/claim.cypher.js';
import { FINDING_BY_ID } from '../../../../src/entities/finding/finding.cypher.js';
import { INCIDENT_BY_ID } from '../../../../src/entities/incident/incident.cypher.js';
import { LOCATION_BY_ID } from '../../../../src/entities/location/location.cypher.js';
import { PERSON_BY_ID } from '../../../../src/entities/person/person.cypher.js';
import { REPORT_BY_ID } from '../../../../src/entities/report/report.cypher.js';
import { UNIT_BY_ID } from '../../../../src/entities/unit/unit.cypher.js';
import { TABLES } from '../../../../src/exchange/export/csv.columns.js';
import { exportRow, PROPERTIES } from '../../../../src/exchange/export/export.cypher.js';
import { LOSSES } from '../../../../src/exchange/export/ftm/losses.js';
import { TEMPLATES } from '../../../../src/exchange/import/csv/templates.js';
import { shapeOf } from '../../../../src/exchange/import/records/shape.js';
import { REDIRECTED } from '../../../../src/graph/query/redirects.cypher.js';
import { draftOf } from '../../../../src/model/record/draft.js';
import { FILE_FIELDS, type FileName, OWN_FIELDS } from '../../../../src/model/record/fields/kinds.js';
import type { Properties } from '../../../../src/model/record/fields/stored.js';
import { FILES } from '../../../../src/model/record/record-shapes.js';
import { SEARCH_FIELDS } from '../../../../src/model/record/search-fields.js';
import { CLAIM_KINDS } from '../../../../src/model/vocabulary.js';
import { createSchema } from '../../../../src/schema.js';
import { filesOf } from '../../../support/small-dataset.js';
import { madeUpDataset } from './made-up-dataset.js';
import { MADE_UP, VALUES } from './made-up-fields.js';

/** A field that is in the table is in every place that derives from it. */

const NAMES = Object.keys(MADE_UP) as (keyof typeof MADE_UP)[];
const SCALARS = NAMES.filter((name) => !/Reference/.test(name));
/** As the nodes of the graph have them. */
const STORED = SCALARS.map((name) => (name === 'madeDate' ? 'madeOn' : name));
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test('every table of fields has the made-up fields', () => {
  for (const [label, fields] of Object.entries(OWN_FIELDS))
    expect([label, Object.keys(fields)]).toEqual([label, expect.arrayContaining(NAMES)]);
});

test.each(Object.keys(FILES) as FileName[])(
  'the shape of %s takes a value of each made-up field, and nothing of another type',
  (file) => {
    const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = FILES[file].shape;
    for (const name of NAMES) {
      expect([name, shape[name]?.safeParse(VALUES[name]).success]).toEqual([name, true]);
      expect([name, shape[name]?.safeParse({}).success]).toEqual([name, false]);
    }
  },
);

const withoutSearchFields = (properties: Properties) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !SEARCH_FIELDS.some((derived) => derived === name)));

describe('each record of a draft', () => {
  const { nodes, edges } = draftOf(filesOf(madeUpDataset()));
  const lines = nodes.map(({ id, labels, properties }) => ({
    id,
    labels: [...labels],
    properties: { ...withoutSearchFields(properties), recordedAt: '2026-01-01T00:00:00.000Z' } as Record<
      string,
      string
    >,
    links: edges
      .filter(({ from }) => from === id)
      .map(({ type, to, properties: of }) => ({ type, to, properties: of as Record<string, string> })),
  }));
  const labels = Object.keys(OWN_FIELDS);

  test.each(labels)('of the kind %s holds every value and link', (label) => {
    const of = lines.filter((line) => line.labels.includes(label));
    expect(of.length).toBeGreaterThan(0);
    for (const { properties, links } of of) {
      expect(Object.keys(properties)).toEqual(expect.arrayContaining([...STORED, 'madeOnMin', 'madeOnMax']));
      const types = links.map(({ type }) => type).filter((type) => type.startsWith('MADE'));
      expect(types).toEqual(['MADE_REFERENCE', 'MADE_REFERENCES', 'MADE_REFERENCES']);
    }
  });

  test.each(labels)('of the kind %s is read back as its author wrote it', (label) => {
    for (const line of lines.filter((one) => one.labels.includes(label))) {
      const { record, unknown } = shapeOf(line) ?? {};
      const claims = Object.values(record ?? {}).find((value) => Array.isArray(value) && typeof value[0] === 'object');
      const written = record && 'madeText' in record ? record : (claims as unknown[])[0];
      expect([unknown, written]).toEqual([[], expect.objectContaining(VALUES)]);
    }
  });

  test('with a property or link in no table is refused by its name', () => {
    const [line] = lines;
    if (!line) throw new Error('There is no record.');
    const later = {
      ...line,
      properties: { ...line.properties, later: 'x' },
      links: [...line.links, { type: 'LATER', to: 'report-one', properties: {} }],
    };
    expect(shapeOf(later)?.unknown).toEqual(['later', 'LATER']);
  });
});

test('Cypher reads each made-up field of each claim, of a unit, and of a unit by a merged id', () => {
  for (const text of [...CLAIM_KINDS.map((kind) => claimRow(kind)), UNIT_BY_ID.text, REDIRECTED.text])
    readsAllFields(text);
});

const OTHERS = [PERSON_BY_ID, BODY_BY_ID, LOCATION_BY_ID, INCIDENT_BY_ID, FINDING_BY_ID, REPORT_BY_ID];
test.each(OTHERS.map(({ name, text }) => [name, text] as const))(
  'the statement "%s" reads each made-up field',
  (_name, text) => {
    readsAllFields(text);
  },
);

function readsAllFields(text: string): void {
  for (const name of SCALARS) expect(text).toContain(name === 'madeDate' ? 'madeDate: n.madeOn' : `.${name}`);
  expect(text).toContain('madeReferenceId: head([(n)-[:MADE_REFERENCE]->(end) | end.id])');
  expect(text).toContain('madeReferencesIds: COLLECT');
}

test('an export shows each made-up property', () => {
  expect(PROPERTIES).toEqual(expect.arrayContaining([...STORED, 'madeOnMin', 'madeOnMax']));
  for (const name of STORED) expect(exportRow('n')).toContain(`.${name},`);
});

test.each(Object.keys(TABLES))(
  'the table %s of an export has a column for each made-up field, with its sentence',
  (name) => {
    const columns = new Map(TABLES[name]?.columns.map((column) => [column.name, column.meaning]));
    for (const own of SCALARS) expect([own, columns.get(snake(own))]).toEqual([own, MADE_UP[own].about]);
    expect(columns.get('made_reference_id')).toBe('A made-up reference, by id.');
    expect(columns.get('made_references')).toBe('Made-up references, by name.');
  },
);

test.each(Object.entries(TEMPLATES))(
  'the template of %s has a column for each made-up field, with its sentence',
  (_name, { columns }) => {
    const found = new Map(columns.map((column) => [column.name, column] as const));
    const ends = { madeReference: 'made_reference_id', madeReferences: 'made_references_ids' };
    for (const own of NAMES) {
      const column = found.get({ ...ends }[own as string] ?? snake(own));
      expect([own, column?.meaning, column?.required]).toEqual([own, MADE_UP[own].about, false]);
    }
  },
);

describe('the schema', () => {
  const schema = createSchema();
  const TYPES: Readonly<Record<string, string>> = {
    madeTexts: '[String!]',
    madeWord: 'UnitKind',
    madeWords: '[UnitKind!]',
    madeNumber: 'Float',
    madeCount: 'Int',
    madeFlag: 'Boolean',
    madeReference: 'ID',
    madeReferences: '[ID!]',
  };

  test.each(Object.keys(OWN_FIELDS))('answers each made-up value of a %s, with its sentence', (label) => {
    const fields = (schema.getType(label) as GraphQLObjectType).getFields();
    for (const name of SCALARS)
      expect([name, String(fields[name]?.type), fields[name]?.description]).toEqual([
        name,
        TYPES[name] ?? 'String',
        MADE_UP[name].about,
      ]);
  });

  test.each([...Object.keys(OWN_FIELDS), 'Casualties', 'InnerName', 'InnerFact', 'InnerAttribution'])(
    'takes each made-up field of a %s in its input, with its sentence',
    (label) => {
      const fields = (schema.getType(`${label}Input`) as GraphQLInputObjectType).getFields();
      for (const name of NAMES) {
        const type = name === 'madeDay' ? 'Date' : (TYPES[name] ?? 'String');
        expect([name, String(fields[name]?.type)]).toEqual([name, type]);
        expect(fields[name]?.description).toMatch(MADE_UP[name].about.slice(0, -1));
        expect(getNamedType(fields[name]?.type)).toBeDefined();
      }
    },
  );
});

test.each(['Unit', 'Person', 'Body', 'Location', 'Report', 'Posting', 'Incident', 'Finding', 'Name', 'Attribution'])(
  'FollowTheMoney is declared to lose each made-up field of a %s',
  (kind) => {
    const of = LOSSES.filter((loss) => loss.kind === kind).flatMap((loss) => loss.of);
    expect(of).toEqual(expect.arrayContaining([...STORED, 'MADE_REFERENCE', 'MADE_REFERENCES']));
  },
);

test('every file of a dataset has its fields in the order of its table', () => {
  for (const [file, fields] of Object.entries(FILE_FIELDS))
    expect(Object.keys(FILES[file as FileName].shape)).toEqual(Object.keys(fields));
});
