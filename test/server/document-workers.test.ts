import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import type { DocumentTask } from '../../src/exchange/dossier/print/make-document.js';
import { makeDocument } from '../../src/exchange/dossier/print/make-document.js';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';
import { documentWorkers } from '../../src/server/document-workers.js';
import { GREAT, sampleQuestion } from '../exchange/dossier/sample-case.js';

/** Worker threads run the program as it is built: `npm test` builds it first. */
const filename = pathToFileURL(join(PROJECT, 'dist', 'src', 'exchange', 'dossier', 'print', 'make-document.js')).href;

const workers = documentWorkers({ filename });
const hostile = documentWorkers({
  filename: new URL('../support/endless-documents.js', import.meta.url).href,
  memoryMb: 64,
  deadlineMs: 20_000,
});
const hasty = documentWorkers({
  filename: new URL('../support/endless-documents.js', import.meta.url).href,
  deadlineMs: 500,
});
afterAll(() => Promise.all([workers.close(), hostile.close(), hasty.close()]));

const task = (format: DocumentTask['format']): DocumentTask => ({ question: sampleQuestion(GREAT, 5), format });

test.each(['html', 'json', 'jsonld'] as const)(
  'a worker makes the same document as the thread of the server: %s',
  async (format) => {
    const [here, there] = [await makeDocument(task(format)), await workers.make(task(format))];
    expect(there).toEqual(JSON.parse(JSON.stringify(here)));
  },
);

test('a worker makes a Word file, of the bytes of a zip archive', async () => {
  const { content, name } = await workers.make(task('docx'));
  expect(name).toMatch(/\.docx$/);
  expect(
    Buffer.from(content as Uint8Array)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a document that takes too long is given up with what to ask for, and the next one is made', async () => {
  await expect(hasty.make(task('json'))).rejects.toMatchObject({
    code: 'TIMEOUT',
    message: expect.stringMatching(/^The document was not made within 0\.5 seconds\. Ask for one person/),
  });
  expect((await hostile.make(task('html'))).content).toBe('small');
});

test('a document that needs too much memory is refused, and the next one is made', async () => {
  await expect(hostile.make(task('docx'))).rejects.toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
  expect((await hostile.make(task('html'))).content).toBe('small');
});

test('a document whose client is gone is given up with the reason of the client', async () => {
  const departure = new AbortController();
  const making = workers.make(task('docx'), departure.signal);
  departure.abort(new Error('gone'));
  await expect(making).rejects.toThrow('gone');
  expect((await workers.make(task('html'))).name).toMatch(/\.html$/);
});
