import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const CONVICTIONS = `{ findings(filter: { types: [CONVICTION] }, orderBy: PUBLISHED, first: 100) { nodes {
  id title inAbsentia citations { pinpoint report { title } }
  relatedBy { relation finding { id type summary citations { pinpoint report { title } } } } } } }`;

interface Conviction {
  readonly id: string;
  readonly inAbsentia: boolean | null;
  readonly relatedBy: readonly { readonly finding: { readonly id: string; readonly type: string; summary: string } }[];
}

test('Which convictions carry a negative fairness report, or were in absentia?', async () => {
  const { answers, statements } = await competency('cq-24', CONVICTIONS, {});
  const convictions: readonly Conviction[] = answers[0].findings.nodes;
  const assessed = convictions.flatMap(({ id, relatedBy }) =>
    relatedBy
      .filter(({ finding }) => finding.type === 'FAIR_TRIAL_ASSESSMENT')
      .map(({ finding }) => `${short(id)}, by ${short(finding.id)}: ${finding.summary}`),
  );
  expect(assessed).toEqual([
    'd, by h: The defence could not question the main witnesses; the assessment of the trial is negative.',
  ]);
  expect(convictions.map(({ id, inAbsentia }) => [short(id), inAbsentia])).toEqual([['d', false]]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
