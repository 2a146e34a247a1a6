import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const APPLYING = `query ($codes: [String!], $on: Date!) { findings(filter: { codes: $codes }, orderBy: PUBLISHED, first: 100) {
  nodes { id type standard status(on: $on) classifications { code modes asStated certainty }
    citations { pinpoint report { title } } } } }`;

interface Applying {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly classifications: readonly { readonly code: string; readonly modes: readonly string[] }[];
}

const textOf = ({ id, type, status, classifications }: Applying) => {
  const modes = classifications.flatMap((classification) => classification.modes);
  return `${short(id)} ${type} ${status}: ${modes.join(', ') || 'no mode'}`;
};

test('Which findings apply code C, and with which mode of liability?', async () => {
  const { answers, statements } = await competency('cq-23', APPLYING, { codes: ['8(2)(a)(i)'], on: '2026-11-21' });
  const [{ findings }] = answers;
  expect(findings.nodes.map(textOf)).toEqual([
    'b FACTUAL_FINDING STANDING: no mode',
    'c WARRANT STANDING: 28(a), 25(3)(b)',
    'd CONVICTION OVERTURNED: 28(a)',
    'e ACQUITTAL STANDING: 28(a)',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
