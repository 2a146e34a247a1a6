import { beforeAll, describe, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openDossier } from '../../../src/exchange/dossier/dossier.js';
import { dossierOf } from '../../../src/exchange/dossier/dossier.rules.js';
import { readDossierRequest } from '../../../src/exchange/dossier/dossier-request.js';
import { extend } from '../../../src/exchange/reconciliation/extend.js';
import { reconcile } from '../../../src/exchange/reconciliation/match.js';
import { preview } from '../../../src/exchange/reconciliation/preview.js';
import { suggestEntities } from '../../../src/exchange/reconciliation/suggest.js';
import { Reader } from '../../../src/graph/graph.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { ask, edit, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { create } from '../edit/edit-requests.js';
import { loadDoubles } from './duplicates.js';
import { exportText, merged } from './merge-requests.js';

/** Every place that takes the id of a person or unit takes one that was merged away. */

useGraph();

const LEFT = 'person-fx-anders-third';
/** Merged into one that was merged into the one that is left, and merged into it. */
const BEFORE = ['person-fx-anders-again', 'person-fx-anders'];
const [UNIT_LEFT, UNIT_BEFORE, NO_UNIT] = ['unit-fx-u3', 'unit-fx-u3-again', 'unit-fx-none'];
/** Hidden from the public, and merged into one that is not. */
const SHADOW = 'person-fx-shadow';
const NOBODY = 'person-fx-nobody';

beforeAll(async () => {
  await loadDoubles();
  const cites = [{ report: 'report-fx-un-2022' }];
  const [about] = BEFORE;
  await created({
    attribution: { incident: 'incident-fx-i1', to: about, mode: 'NAMED', by: 'body-fx-observer', cites },
  });
  const demand = { kind: 'ACCOUNTABILITY', request: 'That he be tried.', on: '2022-04', by: 'body-fx-observer', cites };
  await created({ demand: { ...demand, addressees: [about], concerns: [about] } });
  await merged('person', 'person-fx-anders-again', 'person-fx-anders');
  await merged('person', 'person-fx-anders', LEFT);
  await merged('unit', UNIT_BEFORE, UNIT_LEFT);
  await merged('person', SHADOW, 'person-fx-holt');
}, 120_000);

async function created(record: object): Promise<void> {
  const { userErrors } = await create(record);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}

interface Answered {
  readonly answer: unknown;
  readonly statements: readonly string[];
}
type Place = (id: string, clearance?: typeof PUBLIC) => Promise<Answered>;

const queried =
  (source: string): Place =>
  async (id, clearance = PUBLIC) => {
    const { data, errors, statements } = await ask(source, { id }, clearance);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return { answer: data, statements };
  };

const read =
  (work: (context: Context, id: string) => Promise<unknown>): Place =>
  async (id, clearance = PUBLIC) => {
    const reader = new Reader(graph());
    const context = new Context(reader, clearance, await publishedThrough(graph()));
    return { answer: await work(context, id).catch((error: Error) => error.message), statements: reader.statements };
  };

const reconciled = (query: (id: string) => Parameters<typeof reconcile>[2][number][1]) =>
  read((context, id) => reconcile(context, context.view(), [['q', query(id)]]));

const PERSON_PLACES: Readonly<Record<string, Place>> = {
  'person(id:)': queried('query ($id: ID!) { found: person(id: $id) { id names { value } } }'),
  'node(id:)': queried('query ($id: ID!) { node(id: $id) { id } }'),
  'nodes(ids:)': queried('query ($id: ID!) { nodes(ids: [$id]) { id } }'),
  'findings(filter: about)': queried(
    'query ($id: ID!) { findings(filter: { about: [$id] }) { totalCount nodes { id } } }',
  ),
  'findings of an incident(filter: about)': queried(
    'query ($id: ID!) { incident(id: "incident-fx-i1") { findings(filter: { about: [$id] }) { totalCount } } }',
  ),
  'incidents(filter: attributedTo)': queried(
    'query ($id: ID!) { incidents(filter: { attributedTo: [$id] }) { totalCount nodes { id } } }',
  ),
  'demands(filter: concerns)': queried('query ($id: ID!) { demands(filter: { concerns: [$id] }) { totalCount } }'),
  'demands(filter: addressees)': queried('query ($id: ID!) { demands(filter: { addressees: [$id] }) { totalCount } }'),
  'pathsBetween(a:)': queried('query ($id: ID!) { pathsBetween(a: $id, b: "unit-fx-u2") { length } }'),
  'pathsBetween(b:)': queried('query ($id: ID!) { pathsBetween(a: "unit-fx-u2", b: $id) { length } }'),
  'commandResponsibility(person:)': queried(
    'query ($id: ID!) { commandResponsibility(person: $id, incident: "incident-fx-i1") { basis { contentHash } notAssessed person { id } } }',
  ),
  'notice(person:)': queried(
    'query ($id: ID!) { notice(person: $id, incident: "incident-fx-i1") { basis { contentHash } notAssessed } }',
  ),
  'caseStatus below person(id:)': queried(
    'query ($id: ID!) { person(id: $id) { caseStatus(on: "2024-01-01") { stage } } }',
  ),
  'reconciliation: extension': read(async (context, id) => {
    const properties = [{ id: 'names' }, { id: 'unit' }, { id: 'posts' }];
    return Object.values((await extend(context, context.view(), { ids: [id], properties })).rows);
  }),
  'reconciliation: preview': read((context, id) => preview(context, context.view(), id)),
  'reconciliation: query by id': reconciled((id) => ({ query: id, type: 'Person', limit: 1 })),
  'reconciliation: property with an id as a text': reconciled((id) => ({
    type: 'Unit',
    query: '2nd Brigade of Velmora',
    properties: [{ pid: 'holders', v: id }],
  })),
  'reconciliation: property with a matched cell': reconciled((id) => ({
    type: 'Unit',
    query: '2nd Brigade of Velmora',
    properties: [{ pid: 'holders', v: { id } }],
  })),
  'reconciliation: suggestion': read((context, id) =>
    suggestEntities(context, context.view(), { prefix: id, cursor: 0 }),
  ),
  'dossier of a person': read(async (context, id) => {
    const question = await openDossier(context, id, 'incident-fx-i1', readDossierRequest({}));
    return question && dossierOf(question);
  }),
};

const UNIT_PLACES: Readonly<Record<string, Place>> = {
  'unit(id:)': queried('query ($id: ID!) { found: unit(id: $id) { id postings { nodes { id } } } }'),
  'people(filter: post at)': queried(
    'query ($id: ID!) { people(filter: { post: { at: $id } }) { totalCount nodes { id } } }',
  ),
  'findings(filter: about)': PERSON_PLACES['findings(filter: about)'] as Place,
  'pathsBetween(a:)': queried('query ($id: ID!) { pathsBetween(a: $id, b: "unit-fx-u2") { length } }'),
  'chainOfCommand below unit(id:)': queried(
    'query ($id: ID!) { unit(id: $id) { chainOfCommand(on: "2022-03-20") { levels { units { unit { id } } } } } }',
  ),
  'reconciliation: property of a person': reconciled((id) => ({
    type: 'Person',
    properties: [{ pid: 'unit', v: id }],
  })),
  'reconciliation: preview': PERSON_PLACES['reconciliation: preview'] as Place,
  'export chain.graphml': async (id, clearance = PUBLIC) => ({
    answer: await exportText('chain.graphml', clearance, { unit: id, on: '2022-03-20' }).catch(
      (error: Error) => error.message,
    ),
    statements: [],
  }),
};

const bodyOf = (answer: unknown, id: string) => JSON.stringify(answer ?? null).replaceAll(id, 'ID');

describe.each(Object.entries(PERSON_PLACES))('%s', (_name, place) => {
  test('gives for an id that was merged away, over one merge or two, what it gives for the one that is left', async () => {
    const { answer } = await place(LEFT);
    for (const id of BEFORE) expect((await place(id)).answer).toEqual(answer);
    expect(bodyOf(answer, LEFT)).not.toBe(bodyOf((await place(NOBODY)).answer, NOBODY));
  });

  test('gives for an id that a reader may not know what it gives for one that never was, at the same cost', async () => {
    const [hidden, missing] = [await place(SHADOW), await place(NOBODY)];
    expect(bodyOf(hidden.answer, SHADOW)).toBe(bodyOf(missing.answer, NOBODY));
    expect(hidden.statements).toEqual(missing.statements);
  });

  test('leads a reader who may know on', async () => {
    const { answer } = await place('person-fx-holt', CONFIDENTIAL);
    expect((await place(SHADOW, CONFIDENTIAL)).answer).toEqual(answer);
  });
});

test.each(Object.entries(UNIT_PLACES))('%s takes the id of a unit that was merged away', async (_name, place) => {
  const { answer } = await place(UNIT_LEFT);
  expect((await place(UNIT_BEFORE)).answer).toEqual(answer);
  expect(bodyOf(answer, UNIT_LEFT)).not.toBe(bodyOf((await place(NO_UNIT)).answer, NO_UNIT));
});

test('duplicateCandidates of an id that was merged away are those of the one that is left', async () => {
  const source = 'query ($id: ID!) { duplicateCandidates(id: $id) { entity { id } } }';
  expect(await edit(source, { id: BEFORE[0] })).toEqual(await edit(source, { id: LEFT }));
});
