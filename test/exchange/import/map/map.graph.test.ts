import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { answer, useGraph } from '../../../support/graph.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { importWhole } from '../batch-requests.js';
import { fileOf } from './examples.js';

/** A mapped table in the graph: the example of harm to civilians in docs/importing/map.md. */

useGraph();

const folder = temporaryFolder();

async function importHarm() {
  const files = { harm: join(folder, 'harm.json'), map: join(folder, 'harm.map.yaml') };
  await writeFile(files.harm, fileOf('harm.json'));
  await writeFile(files.map, fileOf('harm.map.yaml'));
  const { state, report } = await importWhole('map', files, 'harm');
  return [state, report.errors];
}

test('a mapped table is written with its doubts, and the same table again changes nothing', async () => {
  expect(await importHarm()).toEqual(['WRITTEN', 0]);
  expect(await importHarm()).toEqual(['UNCHANGED', 0]);
  const { incidents } = await answer(
    '{ incidents { nodes { id kinds doubts doubtsAsStated location { name } citations { report { title url } } } } }',
  );
  const byId = [...incidents.nodes].sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1));
  const table = { report: { title: 'harm', url: null } };
  expect(byId).toMatchObject([
    {
      id: 'incident-harm-civ0001',
      kinds: ['ATTACK_ON_CIVILIAN_OBJECT'],
      doubts: null,
      location: { name: 'Brack Ford' },
      citations: expect.arrayContaining([
        { report: { title: 'https://lake.example/video/11', url: 'https://lake.example/video/11' } },
      ]),
    },
    {
      doubts: ['SOURCE_UNKNOWN'],
      doubtsAsStated: ['sources[].path: HIDDEN'],
      location: { name: 'Ostra' },
      citations: [table],
    },
    { kinds: [], location: { name: 'Ostra' }, citations: [table] },
  ]);
});
