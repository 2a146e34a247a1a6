import { beforeAll, describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { Context } from '../src/context.js';
import { openCaseFile, openDossier, printed } from '../src/exchange/dossier/dossier.js';
import type { DossierQuestion } from '../src/exchange/dossier/dossier.rules.js';
import { FORMATS, readDossierRequest } from '../src/exchange/dossier/dossier-request.js';
import { EXPORTS, openExport } from '../src/exchange/export/export.js';
import { extend } from '../src/exchange/reconciliation/extend.js';
import { reconcile } from '../src/exchange/reconciliation/match.js';
import { preview } from '../src/exchange/reconciliation/preview.js';
import { PROPERTIES } from '../src/exchange/reconciliation/properties.rules.js';
import { suggestEntities } from '../src/exchange/reconciliation/suggest.js';
import type { Clearance } from '../src/model/lens.js';
import { createSchema } from '../src/schema.js';
import { contextFor, cursorOf, feed } from './exchange/sync/read-feed.js';
import { type Level, neverRecord, plantCanaries, wordOf } from './support/canaries.js';
import { RECORDED_AT, useGraph } from './support/graph.js';
import { type Answers, differences, graphqlAnswers, naming } from './support/leaks.js';
import { PARTNER, PUBLIC } from './support/secrets.js';
import { useServer } from './support/server.js';
import { BEGINNINGS, fictionalArgument, questionsOnAll } from './support/whole-schema.js';

/**
 * A world in which every record has a hidden double: whatever a reader asks is answered byte for byte as in a world in which
 * nothing of it was ever recorded, at the same cost.
 */

useGraph('fictional');
const address = useServer();
const schema = createSchema();

const ON_ALL = questionsOnAll(schema, fictionalArgument, Object.keys(BEGINNINGS));

const WINDOWS: Readonly<Record<string, unknown>>[] = [
  {},
  { publishedBy: '2022-12-31', minReliability: 'B' },
  { excludeReports: 'report-fx-un-2022', recordedBy: RECORDED_AT },
];
const CHAIN = { unit: 'unit-fx-u3', on: '2022-03-20' };

async function exportsFor(clearance: Clearance): Promise<Answers> {
  const found: Answers = new Map();
  for (const name of Object.keys(EXPORTS))
    for (const window of WINDOWS) {
      const context = await contextFor(clearance);
      const parameters = { ...window, ...(name.startsWith('chain') && CHAIN) };
      const opened = await openExport(context, name, parameters);
      let text = '';
      for await (const piece of opened?.text ?? []) text += piece;
      found.set(`export ${name} ${JSON.stringify(window)}`, text);
    }
  const changes = await feed(clearance);
  found.set('feed', changes);
  found.set('feed since', await feed(clearance, { since: cursorOf(changes) }));
  found.set('feed in pages', await feed(clearance, { pageSize: 7 }));
  return found;
}

/** The text of a document; the ids that Word's relations have by chance are counted. */
async function textOf(content: string | Uint8Array): Promise<string> {
  if (typeof content === 'string') return content;
  const xml = (await (await JSZip.loadAsync(content)).file('word/document.xml')?.async('string')) ?? '';
  const ids = [...new Set(xml.match(/r:id="[^"]+"/g) ?? [])];
  return ids.reduce((text, id, index) => text.replaceAll(id, `r:id="${index}"`), xml).replaceAll('><', '>\n<');
}

const INCIDENTS = ['incident-fx-i1', 'incident-fx-i2', 'incident-fx-i3'];

async function dossiersFor(clearance: Clearance): Promise<Answers> {
  const found: Answers = new Map();
  for (const format of FORMATS)
    for (const search of [{}, { publishedBy: '2022-12-31' }]) {
      const request = readDossierRequest({ format, ...search });
      const add = async (name: string, open: (context: Context) => Promise<DossierQuestion | null>) => {
        const context = await contextFor(clearance);
        const dossier = await open(context).catch((error: Error) => error.message);
        const isRefused = dossier === null || typeof dossier === 'string';
        const content = isRefused ? String(dossier) : (await printed(context, dossier, format)).content;
        found.set(`dossier ${name} ${format} ${JSON.stringify(search)}`, await textOf(content));
      };
      for (const id of INCIDENTS) await add(id, (context) => openCaseFile(context, id, request));
      await add('person-fx-anders', (context) => openDossier(context, 'person-fx-anders', 'incident-fx-i2', request));
    }
  return found;
}

const NAMES = [
  'Tomas Anders',
  'Commission of Inquiry on Velmora',
  'Velmora',
  'Killings at Hollin',
  'Brigade',
  'unit-fx-u2',
];
const RECORDS = [
  'unit-fx-u1',
  'unit-fx-u2',
  'unit-fx-u3',
  'person-fx-anders',
  'location-fx-velmora',
  'body-fx-archive',
  'incident-fx-i2',
];

async function reconciledFor(clearance: Clearance): Promise<Answers> {
  const found: Answers = new Map();
  const context = () => contextFor(clearance);
  const add = (key: string, value: unknown) => found.set(`reconcile ${key}`, JSON.stringify(value, undefined, 1));
  for (const text of NAMES) {
    const work = await context();
    const each = PROPERTIES.map(({ id }) => [id, { query: text, properties: [{ pid: id, v: text }] }] as const);
    add(
      text,
      await reconcile(
        work,
        work.view(),
        [['plain', { query: text }], ...each].map(([key, one]) => [String(key), one] as never),
      ),
    );
    add(`${text} suggested`, await suggestEntities(work, work.view(), { prefix: text.slice(0, 4), cursor: 0 }));
    add(`${text} statements`, [...work.reader.statements].sort());
  }
  const work = await context();
  for (const { id } of PROPERTIES)
    add(
      `extend ${id}`,
      await extend(work, work.view(), { ids: RECORDS, properties: [{ id }] }).catch((error: Error) => error.message),
    );
  for (const id of RECORDS) add(`preview ${id}`, await preview(work, work.view(), id));
  return found;
}

/** What the server sends the public, with its headers. */
const PATHS = [
  'export/manifest.json',
  'export/records.jsonl',
  'export/units.csv',
  'changes',
  'dossier/person-fx-anders/incident-fx-i2',
  'case/incident-fx-i2?format=json',
  'reconcile/suggest/entity?prefix=And',
  'reconcile/preview?id=unit-fx-u2',
  `graphql?query=${encodeURIComponent('{ search(text: "Anders") { score matched } units { totalCount edges { cursor node { id name } } } }')}`,
  `graphql?query=${encodeURIComponent('{ person(id: "person-fx-anders-zqneverwritten") { name } }')}`,
];
/** Headers that tell the time, or the request. */
const PASSING = ['date', 'x-request-id', 'ratelimit', 'ratelimit-reset', 'keep-alive'];

async function served(): Promise<Answers> {
  const found: Answers = new Map();
  for (const path of PATHS) {
    const response = await fetch(`${address()}/${path}`, { headers: { 'apollo-require-preflight': 'true' } });
    const { status, headers } = response;
    const text = await response.text();
    const lasting = [...headers].filter(([name]) => !PASSING.includes(name));
    found.set(`GET ${path.slice(0, 80)}`, JSON.stringify([status, lasting, text], undefined, 1));
  }
  return found;
}

async function answersFor(clearance: Clearance): Promise<Answers> {
  return new Map([
    ...(await graphqlAnswers(clearance, ON_ALL.questions)),
    ...(await exportsFor(clearance)),
    ...(await dossiersFor(clearance)),
    ...(await reconciledFor(clearance)),
    ...(clearance.length === 1 ? await served() : []),
  ]);
}

let publicly: { before: Answers; after: Answers };
let asPartner: { before: Answers; after: Answers };

beforeAll(async () => {
  await plantCanaries(RECORDED_AT);
  const [ofPublic, ofPartner] = [await answersFor(PUBLIC), await answersFor(PARTNER)];
  await neverRecord('CONFIDENTIAL');
  asPartner = { before: ofPartner, after: await answersFor(PARTNER) };
  await neverRecord('PARTNER');
  publicly = { before: ofPublic, after: await answersFor(PUBLIC) };
}, 1_800_000);

describe.each([
  ['the public', () => publicly, ['PARTNER', 'CONFIDENTIAL']],
  ['a partner', () => asPartner, ['CONFIDENTIAL']],
] as const)('for %s', (_who, answers, levels) => {
  test('each answer is the same, byte for byte, as if nothing hidden had ever been recorded', () => {
    expect(differences(answers().before, answers().after)).toEqual([]);
    expect(answers().before.size).toBeGreaterThan(300);
  });

  test.each(levels as readonly Level[])('no answer holds a word of what is hidden as %s', (level) => {
    expect(naming(answers().before, wordOf(level))).toEqual([]);
  });
});

test('a partner sees what is for partners', () => {
  expect(naming(asPartner.before, wordOf('PARTNER')).length).toBeGreaterThan(20);
});
