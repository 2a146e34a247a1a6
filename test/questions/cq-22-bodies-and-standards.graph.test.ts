import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const BODIES = `query ($incident: ID!) { incident(id: $incident) { bodies {
  bodies { body { name } findings { type standard standardAsStated proofDomain status about { name } item { ...Item } } }
  disagreements { sentence about { name } items { ...Item } } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface OnIncident {
  readonly body: Named;
  readonly findings: readonly { readonly type: string; readonly standard: string; readonly status: string }[];
}

const textOf = ({ body, findings }: OnIncident) =>
  `${body.name}: ${findings.map(({ type, standard, status }) => `${type} ${standard} ${status}`).join(', ')}`;

test('Which bodies addressed incident I, at which standard, and do they agree?', async () => {
  const [first, second] = ['incident-fx-i1', 'incident-fx-i2'].map((incident) => ({ incident }));
  const { answers, statements } = await competency('cq-22', BODIES, { ...first }, { ...second });
  const [brackFord, hollin] = answers.map(({ incident }) => incident.bodies);
  expect(brackFord.bodies.map(textOf)).toEqual([
    'Lantern Rights Group: ALLEGATION NOT_STATED STANDING',
    'Commission of Inquiry on Velmora: FACTUAL_FINDING REASONABLE_GROUNDS_TO_BELIEVE STANDING',
    'Pre-Trial Chamber of the Tribunal for Velmora: WARRANT REASONABLE_GROUNDS_TO_BELIEVE STANDING',
    'Court of Human Rights at Ostra: STATE_RESPONSIBILITY CLEAR_AND_CONVINCING STANDING',
  ]);
  expect(brackFord.disagreements).toEqual([]);
  expect(hollin.bodies.map(textOf)).toEqual([
    'Commission of Inquiry on Velmora: FACTUAL_FINDING REASONABLE_GROUNDS_TO_BELIEVE STANDING',
    'Pre-Trial Chamber of the Tribunal for Velmora: WARRANT REASONABLE_GROUNDS_TO_BELIEVE STANDING',
    'Trial Chamber of the Tribunal for Velmora: CONVICTION BEYOND_REASONABLE_DOUBT OVERTURNED',
    'Court of Human Rights at Ostra: STATE_RESPONSIBILITY CLEAR_AND_CONVINCING STANDING',
    'Appeals Chamber of the Tribunal for Velmora: ACQUITTAL BEYOND_REASONABLE_DOUBT STANDING',
  ]);
  expect(hollin.disagreements.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    'Appeals Chamber of the Tribunal for Velmora reversed what Trial Chamber of the Tribunal for Velmora had decided.',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
