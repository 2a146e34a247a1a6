import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PROPERTY_ENTRIES } from '../../src/exchange/export/export.cypher.js';
import { RecordPages } from '../../src/exchange/export/export.loader.js';
import { ReconciliationReader } from '../../src/exchange/reconciliation/reconciliation.loader.js';
import { ChangePages } from '../../src/exchange/sync/change-pages.js';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';
import { fieldEntries } from '../../src/graph/query/record-row.cypher.js';
import { withoutGrants } from '../../src/graph/query/visible.cypher.js';
import { UNIT } from '../../src/model/record/fields/entity.js';
import type { CaseFileScope } from '../../src/questions/case-file/case-file.loader.js';
import { sameAsFile } from '../support/golden-file.js';
import { type Rows, recorded, recordedFor, type SentStatement } from '../support/recorded-statements.js';

/** The whole text of the main statements, which the product puts together from fragments. `npm run golden` writes them anew. */

const GOLDEN = join(PROJECT, 'test', 'graph', 'statements');

/** What earlier statements must give, so that the one in question is sent. */
const UNIT_ROWS: Rows = { 'Unit in brief': [{ id: 'unit-one', row: { id: 'unit-one', name: 'One' } }] };
const INCIDENT: Rows = { 'Incident by id': [{ id: 'incident-one', row: { id: 'incident-one', citations: [] } }] };
const LABELLED: Rows = { 'labels of records': [{ id: 'claim-one', row: { label: 'Posting' } }] };
const REACHED = {
  incidents: ['incident-one'],
  units: ['unit-one'],
  under: ['unit-two'],
  people: ['person-one'],
  posts: ['unit-one'],
  accused: ['person-one'],
  from: '2022-01-01',
  to: '2022-01-02',
};
const NOTHING = {
  incidents: [],
  attributions: [],
  incidentLinks: [],
  dayFacts: [],
  links: [],
  postings: [],
  sites: [],
};
const CASE_FILE: Rows = {
  'case file: reach': [REACHED],
  'case file: reach below': [REACHED],
  'case file: incidents and network': [NOTHING],
  'case file: statements and sources': [
    { findings: [], indicators: [], measures: [], reports: [], publishers: [], entities: [], datasets: [] },
  ],
};

const YEAR = { from: '2022-01-01', to: '2022-12-31' };
const SCOPES = {
  incident: { of: 'INCIDENTS', incidentIds: ['incident-one'], personIds: ['person-one'] },
  unit: { of: 'BELOW', unitIds: ['unit-one'], personIds: [], below: true, ...YEAR },
} satisfies Record<string, CaseFileScope>;

const caseFileOf = (about: keyof typeof SCOPES) =>
  recorded((context) => context.caseFile(SCOPES[about], context.view()), CASE_FILE);

const exportedRecords = (label: string) =>
  recorded((context) => new RecordPages(context.reader, context.view()).of(label, false).next());

const requiredDatasets = () =>
  recorded((context) => new RecordPages(context.reader, context.view()).required(['withheld']));

const changesSince = (recordedBy: string) =>
  recorded((context) => {
    const view = context.view();
    return new ChangePages(context.reader, { ...view, recordedBy }, view).next('', 1_000);
  });

const candidatesFor = (text: string) =>
  recorded((context) =>
    new ReconciliationReader(context.reader, context.view()).candidates([
      { key: 'q0', text, types: ['Person', 'Unit'] },
    ]),
  );

const POSTINGS = 'postings(on: "2022-03-20", first: 10, roles: [COMMANDER])';
const FINDINGS = 'findings(first: 10, filter: { types: [CONVICTION], about: ["person-one"] })';
const PATHS = 'pathsBetween(a: "person-one", b: "unit-one", on: "2022-03-20")';

/** The main statements by name, and what sends each. */
const SENT: Readonly<Record<string, () => Promise<SentStatement[]>>> = {
  'Unit by id': () => recordedFor('{ unit(id: "unit-one") { kinds } }'),
  'Unit in brief': () => recordedFor('{ unit(id: "unit-one") { name } }'),
  'merged into': () => recordedFor('{ unit(id: "unit-one") { name } }'),
  'Posting by id': () => recordedFor('{ node(id: "claim-one") { id } }', LABELLED),
  'Posting.AT': () => recordedFor(`{ unit(id: "unit-one") { ${POSTINGS} { nodes { role } } } }`, UNIT_ROWS),
  'Posting.AT count': () => recordedFor(`{ unit(id: "unit-one") { ${POSTINGS} { totalCount } } }`, UNIT_ROWS),
  'Name.OF all': () => recordedFor('{ unit(id: "unit-one") { names { value } } }', UNIT_ROWS),
  'chain above': () =>
    recordedFor('{ unit(id: "unit-one") { chainOfCommand(on: "2022-03-20") { warnings } } }', UNIT_ROWS),
  'search names': () => recordedFor('{ search(text: "brigade") { matched } }'),
  'search texts': () => recordedFor('{ search(text: "brigade") { matched } }'),
  findings: () => recordedFor(`{ ${FINDINGS} { nodes { title } } }`),
  'candidate units': () => recordedFor('{ incident(id: "incident-one") { candidates { reason } } }', INCIDENT),
  'paths between': () => recordedFor(`{ ${PATHS} { length } }`),
  'case file: reach': () => caseFileOf('incident'),
  'case file: reach below': () => caseFileOf('unit'),
  'case file: incidents and network': () => caseFileOf('incident'),
  'case file: statements and sources': () => caseFileOf('incident'),
  'export: Posting': () => exportedRecords('Posting'),
  'export: required datasets': requiredDatasets,
  'export: datasets': () => recordedFor('{ changes { totalCount } }'),
  'changes: all': () => changesSince(''),
  'changes: width': () => changesSince('2025-06-01T00:00:00.000Z'),
  'changes: candidates': () => changesSince('2025-06-01T00:00:00.000Z'),
  'reconciliation candidates': () => candidatesFor('brigade'),
};

/**
 * Lists of fields that the product writes from the tables of fields: the golden text has them by name, so that a new field
 * changes no golden file. `fields.test.ts` holds what is in the lists.
 */
const LISTS = [
  { name: 'fields of Unit', text: withoutGrants(fieldEntries(UNIT).join(', ')), from: 'fieldEntries(UNIT)' },
  {
    name: 'properties of records',
    text: withoutGrants(PROPERTY_ENTRIES),
    from: 'PROPERTIES of src/exchange/export/export.cypher.ts',
  },
];

/** A statement below its parameters, which can be pasted into Cypher Shell once its lists of fields are filled in. */
function goldenOf({ name, text, parameters }: SentStatement): string {
  const lists = LISTS.filter((list) => text.includes(list.text));
  const notes = lists.map((list) => `// …${list.name} = ${list.from}, from the tables in src/model/record/fields\n`);
  const values = Object.entries(parameters).map(([key, value]) => `// $${key} = ${JSON.stringify(value)}\n`);
  const short = lists.reduce((whole, list) => whole.replaceAll(list.text, `…${list.name}`), text);
  return `// ${name}\n${notes.join('')}${values.join('')}\n${short}\n`;
}

const fileOf = (name: string) => `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.cypher`;

test.each(Object.entries(SENT))('the statement "%s" has the golden text and parameters', async (name, send) => {
  const sent = (await send()).filter((statement) => statement.name === name);
  expect(sent).toHaveLength(1);
  for (const statement of sent) sameAsFile(join(GOLDEN, fileOf(name)), goldenOf(statement));
});

test('there is a golden file for each main statement, and no other', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(Object.keys(SENT).map(fileOf).sort());
});
