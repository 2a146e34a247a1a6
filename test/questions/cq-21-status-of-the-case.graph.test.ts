import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, Item, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const STATUS = `query ($person: ID!, $on: Date!) { person(id: $person) { name caseStatus(on: $on) {
  on stage since findings { status item { statementId ...Item } } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface Case {
  readonly name: string;
  readonly caseStatus: {
    readonly on: string;
    readonly stage: string;
    readonly since: string;
    readonly findings: readonly { readonly status: string; readonly item: Item & { readonly statementId: string } }[];
  };
}

const textOf = ({ name, caseStatus: { on, stage, since, findings } }: Case) => [
  `${on}: ${name} ${stage} since ${since}`,
  ...findings.map(({ status, item }) => `${short(item.statementId)} ${status}`),
];

test('What is the status of the case against person P, today and on day D?', async () => {
  const { answers, statements } = await competency(
    'cq-21',
    STATUS,
    { person: 'person-fx-carls', on: '2024-06-01' },
    { person: 'person-fx-carls', on: '2025-02-01' },
    { person: 'person-fx-anders', on: '2026-11-21' },
  );
  expect(answers.map(({ person }) => textOf(person))).toEqual([
    ['2024-06-01: Edda Carls CONVICTED since 2024-02-14', 'd STANDING'],
    ['2025-02-01: Edda Carls ACQUITTED since 2025-01-20', 'd OVERTURNED', 'e STANDING'],
    ['2026-11-21: Tomas Anders WARRANT_ISSUED since 2023-05-11', 'c STANDING'],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
