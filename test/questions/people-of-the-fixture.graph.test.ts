import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';

/** What is said of the people of the invented world where sources join them to another force, or only by an order. */

useGraphToRead('fictional');

const RESPONSIBILITY = `query ($person: ID!, $incident: ID!, $lens: EvidenceLens) {
  commandResponsibility(person: $person, incident: $incident, lens: $lens) { notAssessed matrix {
    elements { element grade because supporting { says } context { says } missing } } } }`;

interface Element {
  readonly element: string;
  readonly grade: string;
  readonly because: readonly string[];
  readonly supporting: readonly { readonly says: string }[];
  readonly missing: readonly string[];
}

async function elementsOf(person: string, incident: string, lens: object = {}): Promise<Record<string, Element>> {
  const { matrix } = (await answer(RESPONSIBILITY, { person, incident, lens })).commandResponsibility;
  return Object.fromEntries(matrix.elements.map((element: Element) => [element.element, element]));
}

test('control over the own brigade is none over a militia that only fights beside a battalion of it', async () => {
  const { SUBORDINATION, EFFECTIVE_CONTROL } = await elementsOf('person-fx-anders', 'incident-fx-i5');
  expect(SUBORDINATION).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R4'] });
  expect(EFFECTIVE_CONTROL).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [], because: ['R4'] });
});

test('an order of appointment shows status in law before any source shows the post, and a report to the person notice', async () => {
  const lens = { publishedBy: '2022-04-30' };
  const { SUPERIOR_STATUS, SUBORDINATION, EFFECTIVE_CONTROL, KNOWLEDGE, FAILURE_TO_PREVENT } = await elementsOf(
    'person-fx-anders',
    'incident-fx-i2',
    lens,
  );
  expect(SUPERIOR_STATUS).toMatchObject({ grade: 'INDICATED', because: ['R2'] });
  expect(SUPERIOR_STATUS?.supporting.map(({ says }) => says)).toEqual([
    '2021-06-01: Formally appointed to the post. (Tomas Anders; 2nd Brigade of Velmora)',
  ]);
  expect(SUPERIOR_STATUS?.missing.join()).not.toContain('found none');
  // No report of that time joins the brigade to the battalion that is named.
  for (const element of [SUBORDINATION, EFFECTIVE_CONTROL]) expect(element?.grade).toBe('NO_EVIDENCE');
  expect(KNOWLEDGE?.supporting.map(({ says }) => says)).toContain(
    '2022-03-12: A report was addressed to the superior. (Killings at Brack Ford; Tomas Anders)',
  );
  expect(KNOWLEDGE?.missing.join()).not.toContain('found none');
  expect(FAILURE_TO_PREVENT?.missing.join()).not.toContain('inquiry opened');
});
