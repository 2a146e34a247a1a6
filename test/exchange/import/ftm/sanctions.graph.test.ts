import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { answer, useGraph } from '../../../support/graph.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { importWhole } from '../batch-requests.js';
import type { Line } from './lines.js';
import { BY_PROGRAMME, LIST, published, TESTENKO } from './open-sanctions.js';

/** What the API answers about the sanctions and posts of a person who came from OpenSanctions. */

useGraph();

const EDITION: readonly Line[] = [
  BY_PROGRAMME,
  published('tl-s2', 'Sanction', { entity: 'NK-1', programId: 'TL-OLD' }),
  published('tl-o', 'Occupancy', { holder: 'NK-1', post: 'Q1', startDate: '2020-01-02', status: 'current' }),
  published('Q1', 'Position', { name: 'Minister of Defence', country: 'xt' }),
  TESTENKO,
];

async function importEdition(lines: readonly Line[], whole = false) {
  const path = join(temporaryFolder(), 'entities.ftm.json');
  await writeFile(path, lines.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const { state, report } = await importWhole('ftm', { entities: path }, 'testland', {
    publisher: 'Data of Testland',
    publishedOn: '2024-01-01',
    whole,
  });
  return [state, report.errors];
}

let id = '';
beforeAll(async () => {
  expect(await importEdition(EDITION)).toEqual(['WRITTEN', 0]);
  const { people } = await answer('{ people(filter: { name: "Testenko" }) { nodes { id } } }');
  id = people.nodes[0].id;
}, 60_000);

const QUESTION = `query ($id: ID!) { person(id: $id) {
  identifiers { scheme value }
  facts { property value note }
  findings { nodes { type title decidedOn note doubts doubtsAsStated body { name } citations { secondary report { title url publisher { name } } } } }
  caseStatus(on: "2024-01-01") { stage findings { item { says independentPublishers } status } }
} }`;

test('a lawyer sees who sanctioned a person under which programme, and the official list as the source', async () => {
  const { person } = await answer(QUESTION, { id });
  const finding = person.findings.nodes.find(({ title }: { title: string }) => title === 'Sanction under TL-RUS');
  expect(finding).toEqual({
    type: 'SANCTION',
    title: 'Sanction under TL-RUS',
    decidedOn: '2023-02-01',
    note: expect.stringContaining('Measures: Asset freeze; Travel ban.'),
    doubts: null,
    doubtsAsStated: null,
    body: { name: 'Council of Testland' },
    citations: [
      { secondary: null, report: { title: LIST, url: LIST, publisher: { name: 'Council of Testland' } } },
      { secondary: true, report: { title: 'testland', url: null, publisher: { name: 'Data of Testland' } } },
    ],
  });
});

test('a sanction of which nobody says who made it, nor when, is shown with that doubt, and a sanction is no stage of proceedings', async () => {
  const { person } = await answer(QUESTION, { id });
  const finding = person.findings.nodes.find(({ title }: { title: string }) => title === 'Sanction under TL-OLD');
  expect(finding).toMatchObject({
    decidedOn: null,
    doubts: ['AUTHORITY_UNKNOWN'],
    doubtsAsStated: ['authority: empty'],
    body: { name: 'Authority not stated' },
  });
  expect(person.caseStatus).toMatchObject({
    stage: 'NO_FINDING',
    findings: [{ item: { independentPublishers: 1 } }, { item: { independentPublishers: 1 } }],
  });
});

test('a post without a unit is shown with the person, in the words of the file, and ids from before the merger lead to the person', async () => {
  const { person } = await answer(QUESTION, { id });
  expect(person.facts).toContainEqual({
    property: 'POSITION',
    value: 'Minister of Defence',
    note: 'Country: xt. Start: 2020-01-02. Status: current.',
  });
  expect(person.identifiers).toEqual(
    expect.arrayContaining(['NK-1', 'tl-list-1', 'tl-nsdc-77'].map((value) => ({ scheme: 'FTM', value }))),
  );
});

test('the same edition of OpenSanctions changes nothing, and the next one replaces a sanction that says something else', async () => {
  expect(await importEdition(EDITION, true)).toEqual(['UNCHANGED', 0]);
  const next = EDITION.map((one) =>
    one.id === 'tl-s1'
      ? { ...one, properties: { ...one.properties, status: ['Expired'], endDate: ['2023-12-01'] } }
      : one,
  );
  expect(await importEdition(next, true)).toEqual(['WRITTEN', 0]);
  const { person } = await answer(QUESTION, { id });
  const notes = person.findings.nodes.map(({ note }: { note: string | null }) => note);
  expect(notes).toHaveLength(2);
  expect(notes).toContainEqual(
    expect.stringContaining('Status: Expired. In effect from: 2023-02-03. Ended: 2023-12-01.'),
  );
});
