import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Dossier } from '../../../src/exchange/dossier/dossier.rules.js';
import { sameAsFile } from '../../support/golden-file.js';
import { useGraphToRead } from '../../support/graph.js';
import { send, useServer } from '../../support/server.js';
import { asText } from './as-text.js';

/** The printed documents as text: what a reader has before them, for review line by line. */

const file = (name: string) => fileURLToPath(new URL(`golden/${name}.txt`, import.meta.url));

const ENERGY = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
const DOCUMENTS = {
  'dossier-surovikin': `dossier/person-sergei-surovikin/${ENERGY}`,
  'dossier-putin': 'dossier/person-vladimir-putin/incident-deportation-of-children?framework=ROME_STATUTE_28B',
  'case-energy': `case/${ENERGY}`,
  'case-theatre': 'case/incident-mariupol-theatre-strike',
} as const;

describe('of the public record', () => {
  useGraphToRead('amnesty-ukraine', 'public-record');
  const address = useServer();
  test.each(Object.entries(DOCUMENTS))('the document %s is the golden one', async (name, path) => {
    await holdsAgainst(name, `${address()}/${path}`);
  });
});

describe('of the invented world', () => {
  useGraphToRead('fictional');
  const address = useServer();
  test('the dossier on Anders under three legal tests is the golden one', async () => {
    const tests = 'ROME_STATUTE_28A,ROME_STATUTE_28B,AD_HOC_TRIBUNALS';
    await holdsAgainst('dossier-anders', `${address()}/dossier/person-fx-anders/incident-fx-i2?framework=${tests}`);
  });
});

async function holdsAgainst(name: string, address: string): Promise<void> {
  const url = new URL(address);
  url.searchParams.set('format', 'json');
  const { status, json } = await send(url.href);
  expect(status).toBe(200);
  sameAsFile(file(name), asText(json as Dossier));
}
