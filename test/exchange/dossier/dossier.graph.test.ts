import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { MOST_DOSSIERS } from '../../../src/server/dossier.js';
import { useGraph } from '../../support/graph.js';
import { send, useServer } from '../../support/server.js';
import { create } from '../../writing/edit/edit-requests.js';
import { misfitsOn, printedOn, usePage } from './printer.js';

useGraph('fictional');
const address = useServer();
const page = usePage();

const fetched = (path: string, headers: Record<string, string> = {}) => send(`${address()}/${path}`, { headers });
const at = (path: string, headers: Record<string, string> = {}) => fetched(`dossier/${path}`, headers);
const caseAt = (path: string, headers: Record<string, string> = {}) => fetched(`case/${path}`, headers);
const ANDERS = 'person-fx-anders/incident-fx-i2';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('a dossier is an HTML page by default, with a content policy that forbids scripts', async () => {
  const { status, headers, text } = await at(ANDERS);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src|https?:|\*/);
  expect(text).toContain('Tomas Anders is presumed innocent');
  for (const name of ['Killings at Hollin', 'Ivor Dahl', 'Magnus Falk', 'Edda Carls']) expect(text).toContain(name);
  expect(text).not.toMatch(/<script/);
});

test('the dossier in JSON equals the answer of the API, with the hash of each source that has one', async () => {
  const { json } = await at(`${ANDERS}?format=json`);
  const source = `{ commandResponsibility(person: "person-fx-anders", incident: "incident-fx-i2") { matrix { elements { element grade missing supporting { id: statementId } } } } }`;
  const answer = await send(`${address()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: source }),
  });
  const brief = ({ element, grade, missing, supporting }: Record<string, { id: string }[]>) => ({
    element,
    grade,
    missing,
    supporting: supporting?.map(({ id }) => ({ id })),
  });
  const [{ elements }] = json.people[0].matrices;
  expect(elements.map(brief)).toEqual(answer.json.data.commandResponsibility.matrix.elements);
  expect(elements).toHaveLength(11);
  const un = json.exhibits.find(({ reportId }: { reportId: string }) => reportId === 'report-fx-un-2022');
  expect(un).toMatchObject({
    title: expect.any(String),
    publisher: 'Commission of Inquiry on Velmora',
    publishedOn: '2022-09-27',
    places: expect.arrayContaining([expect.objectContaining({ pinpoint: expect.any(String) })]),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(json.basis).toMatchObject({
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    datasets: [{ id: 'fictional' }],
  });
});

test('there is no dossier of a person and an incident that no source links, and the refusal says why', async () => {
  const { status, codes, text } = await at('person-fx-okari/incident-fx-i2');
  expect([status, codes]).toEqual([404, ['NOT_FOUND']]);
  expect(text).toMatch(
    /There is no dossier\. No source in this graph links this person to this incident as a perpetrator or a superior, under this lens: [\w ]+ is not assessed\./,
  );
});

test('the chain of a dossier marks the person asked about and each link that rests on one publisher', async () => {
  const { json } = await at(`${ANDERS}?format=json`);
  const [chain] = json.chains;
  const subjects = chain.levels.flatMap(
    ({ units }: { units: { unit: { id: string }; posts: { isSubject: boolean }[] }[] }) =>
      units.filter(({ posts }) => posts.some((post) => post.isSubject)).map(({ unit }) => unit.id),
  );
  expect(subjects).toEqual(['unit-fx-u2']);
  const lines = chain.links.map(
    ({ subordinateId, singlePublisher }: { subordinateId: string; singlePublisher: boolean }) => [
      subordinateId,
      singlePublisher,
    ],
  );
  expect(lines).toEqual([
    ['unit-fx-u3', false],
    ['unit-fx-u2', true],
    ['unit-fx-u1', true],
  ]);
});

test.each(['html', 'json'])('two requests for the dossier as %s give the same bytes', async (format) => {
  expect((await at(`${ANDERS}?format=${format}`)).text).toBe((await at(`${ANDERS}?format=${format}`)).text);
});

test('a dossier as a Word file has a file name and the text of the page', async () => {
  const response = await fetch(`${address()}/dossier/${ANDERS}?format=docx`);
  expect(response.headers.get('content-type')).toBe(WORD);
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="dossier-person-fx-anders-incident-fx-i2-2022-03-20.docx"',
  );
  const zip = await JSZip.loadAsync(await response.arrayBuffer());
  const text = ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, ' ');
  const { json } = await at(`${ANDERS}?format=json`);
  expect(text).toContain(json.people[0].presumption);
  expect(text).toContain(json.basis.contentHash);
  for (const { title } of [...json.exhibits, ...json.findings]) expect(text).toContain(title);
});

test.each([
  ['application/json', 'application/json'],
  [WORD, WORD],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
  ['application/json;q=0.5, text/html;q=0.4', 'application/json'],
  ['application/ld+json', 'application/ld+json'],
  ['image/png', 'text/html'],
])('the Accept header %s selects %s', async (accept, type) => {
  const { headers } = await at(ANDERS, { accept });
  expect(headers.get('content-type')).toContain(type);
  expect(headers.get('vary')?.toLowerCase()).toContain('accept');
});

test('a lens narrows the dossier, and the dossier states the lens', async () => {
  const all = (await at(`${ANDERS}?format=json`)).json;
  const { json } = await at(`${ANDERS}?format=json&publishedBy=2023-01-01&excludeReports=report-fx-un-2022,no-report`);
  const reports = (dossier: typeof json) =>
    new Set(dossier.exhibits.map(({ reportId }: { reportId: string }) => reportId));
  expect(reports(all)).toContain('report-fx-un-2022');
  expect(reports(json)).not.toContain('report-fx-un-2022');
  expect(json.exhibits.every(({ publishedOn }: { publishedOn: string }) => publishedOn < '2023-01-02')).toBe(true);
  expect(json.basis.lens).toMatchObject({
    publishedBy: '2023-01-01',
    excludeReports: ['no-report', 'report-fx-un-2022'],
  });
});

test.each([
  ['format=pdf', 'Expected `format` as one of html, docx, json, jsonld; got "pdf".'],
  ['on=2022-02-30', 'Expected `on` as one day that exists, as YYYY-MM-DD; got "2022-02-30".'],
  ['on=2022-04-01', 'Expected `on` from 2022-03-20 to 2022-03-20, the days of the incident; got 2022-04-01.'],
  ['framework=LAW', 'got "LAW".'],
  ['excludeReport=x', 'got "excludeReport".'],
  [`excludeReports=${Array.from({ length: 101 }, (_, index) => index).join()}`, 'Expected at most 100 values'],
])('the request %s for a dossier is refused', async (search, message) => {
  const { status, codes, json } = await at(`${ANDERS}?${search}`);
  expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
  expect(json.errors[0].message).toContain(message);
});

test('a dossier on a hidden record gets the same answer as one on a record that does not exist', async () => {
  const missing = await at('person-fx-nobody/incident-fx-nothing');
  expect([missing.status, missing.codes]).toEqual([404, ['NOT_FOUND']]);
  const others = await Promise.all(
    [
      'person-fx-kesh/incident-fx-i2',
      'person-fx-kesh/incident-fx-i7',
      'person-fx-anders/incident-fx-i7',
      'person-fx-anders/incident-fx-none',
      'person-fx-none/incident-fx-i2',
      'unit-fx-u2/incident-fx-i2',
      'person-fx-anders/incident-fx-i2?publishedBy=2000-01-01',
      'person-fx-anders/incident-fx-i7?on=1999-01-01',
    ].map((path) => at(path)),
  );
  for (const { status, text } of others) expect([status, text]).toEqual([404, missing.text]);
});

test('a dossier contains nothing that is hidden from its reader', async () => {
  const { text } = await at('person-fx-dahl/incident-fx-i2?format=json');
  expect(text).toContain('Ivor Dahl');
  expect(text).not.toMatch(/partner-memo|confidential|night-cell|kesh/i);
});

test('the dossier on Anders prints on A4 with nothing too wide or cut off', async () => {
  await page().goto(`${address()}/dossier/${ANDERS}`);
  expect(await misfitsOn(page())).toEqual([]);
  const { sheets } = await printedOn(page());
  expect(sheets).toBeGreaterThan(1);
});

test('a case file has everybody in the chain as the API orders them, each with a matrix under each legal test', async () => {
  const frameworks = ['ROME_STATUTE_28A', 'AD_HOC_TRIBUNALS'];
  const { status, json } = await caseAt(`incident-fx-i2?format=json&framework=${frameworks.join()}`);
  expect(status).toBe(200);
  const source = `{ incident(id: "incident-fx-i2") { commandResponsibility { people { person { id } } } } }`;
  const answer = await send(`${address()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: source }),
  });
  const people = answer.json.data.incident.commandResponsibility.people.map(
    ({ person }: { person: { id: string } }) => person.id,
  );
  expect(people.length).toBeGreaterThan(3);
  expect(json.people.map(({ person }: { person: { id: string } }) => person.id)).toEqual(people);
  for (const { matrices } of json.people)
    expect(matrices.map(({ framework }: { framework: string }) => framework)).toEqual(frameworks);
});

test('a person of a case file is assessed as in their own dossier', async () => {
  const [own, all] = await Promise.all([at(`${ANDERS}?format=json`), caseAt('incident-fx-i2?format=json')]);
  const part = all.json.people.find(({ person }: { person: { id: string } }) => person.id === 'person-fx-anders');
  const brief = ({ matrices }: { matrices: { elements: Record<string, unknown>[] }[] }) =>
    matrices.map(({ elements }) => elements.map(({ element, grade, missing }) => ({ element, grade, missing })));
  expect(brief(part)).toEqual(brief(own.json.people[0]));
});

test('a case file is a page, a Word file, JSON or linked data, and its name says so', async () => {
  const page = await caseAt('incident-fx-i2');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.text).toContain('Every person in this case file is presumed innocent');
  const word = await fetch(`${address()}/case/incident-fx-i2?format=docx`);
  expect(word.headers.get('content-disposition')).toBe('attachment; filename="case-incident-fx-i2-2022-03-20.docx"');
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('the annex of a case file has every exhibit by its number and every assessed element, with the content hash', async () => {
  const [annex, file] = await Promise.all([
    caseAt('incident-fx-i2?format=jsonld'),
    caseAt('incident-fx-i2?format=json'),
  ]);
  expect(annex.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
  const nodes = JSON.parse(annex.text)['@graph'] as Record<string, unknown>[];
  const numbers = nodes.flatMap((node) => ('ag:exhibit' in node ? [[node['@id'], node['ag:exhibit']]] : []));
  expect(numbers).toEqual(
    file.json.exhibits.map(({ reportId, number }: { reportId: string; number: number }) => [`id:${reportId}`, number]),
  );
  const ids = new Set(nodes.flatMap((node) => ('ag:exhibit' in node ? [] : [node['@id']])));
  for (const { reportId } of file.json.exhibits) expect(ids).toContain(`id:${reportId}`);
  const assessments = nodes.filter((node) => node['@type'] === 'ag:Assessment');
  expect(assessments).toHaveLength(file.json.people.length * 11);
  expect(annex.text).toContain(file.json.basis.contentHash);
});

test('a case file and its annex contain nothing that is hidden from their reader', async () => {
  for (const format of ['html', 'json', 'jsonld']) {
    const { text } = await caseAt(`incident-fx-i2?format=${format}`);
    expect(text).toContain('Dahl');
    expect(text).not.toMatch(/partner-memo|confidential|night-cell|kesh/i);
  }
});

test('a case file on a hidden incident gets the same answer as one on an incident that does not exist', async () => {
  const missing = await caseAt('incident-fx-nothing');
  expect([missing.status, missing.codes]).toEqual([404, ['NOT_FOUND']]);
  const others = await Promise.all(
    [
      'incident-fx-i7',
      'incident-fx-i7?on=1999-01-01',
      'incident-fx-i7?format=jsonld',
      'person-fx-anders',
      'incident-fx-i2?publishedBy=2000-01-01',
    ].map((path) => caseAt(path)),
  );
  for (const { status, text } of others) expect([status, text]).toEqual([404, missing.text]);
});

test.each([
  ['format=pdf', 'Expected `format` as one of html, docx, json, jsonld; got "pdf".'],
  ['on=2022-04-01', 'Expected `on` from 2022-03-20 to 2022-03-20, the days of the incident; got 2022-04-01.'],
  ['framework=ROME_STATUTE_28A,LAW', 'got "ROME_STATUTE_28A,LAW".'],
  ['person=x', 'got "person".'],
])('the request %s for a case file is refused', async (search, message) => {
  const { status, codes, json } = await caseAt(`incident-fx-i2?${search}`);
  expect([status, codes]).toEqual([400, ['BAD_INPUT']]);
  expect(json.errors[0].message).toContain(message);
});

test('the case file prints on A4 with nothing too wide or cut off', async () => {
  await page().goto(`${address()}/case/incident-fx-i2`);
  expect(await misfitsOn(page())).toEqual([]);
});

test('a dossier prints a name that only a report on nothing else gives, with the report on which that one draws', async () => {
  const publisher = 'body-fx-archive';
  const origin = { id: 'report-fx-roll', title: 'The roll of officers', publisher, publishedOn: '2020-01-05' };
  const paper = { id: 'report-fx-roll-in-print', title: 'The roll in print', publisher, publishedOn: '2020-01-06' };
  const name = { of: 'person-fx-anders', value: 'T. Anders', kind: 'ALIAS', cites: [{ report: paper.id }] };
  for (const record of [{ report: origin }, { report: { ...paper, derivedFrom: [origin.id] } }, { name }])
    expect(await create(record)).toMatchObject({ created: true, userErrors: [] });
  const { json, status } = await at(`${ANDERS}?format=json`);
  expect(status).toBe(200);
  expect(json.people[0].names).toContainEqual(expect.objectContaining({ value: 'T. Anders' }));
  expect(json.exhibits).toContainEqual(
    expect.objectContaining({
      reportId: paper.id,
      derivedFrom: [expect.objectContaining({ reportId: origin.id, title: origin.title })],
    }),
  );
});

test('one client has at most so many dossiers in progress; more are refused with 429, and none is lost', async () => {
  const paths = Array.from({ length: 3 * MOST_DOSSIERS.ofOne }, () => `${ANDERS}?format=docx`);
  const replies = await Promise.all(paths.map((path) => at(path)));
  const statuses = replies.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(MOST_DOSSIERS.ofOne);
  const refused = replies.find(({ status }) => status === 429);
  expect([refused?.codes, refused?.headers.get('retry-after')]).toEqual([['TOO_MANY_DOSSIERS'], '10']);
  expect((await at(ANDERS)).status).toBe(200);
});
