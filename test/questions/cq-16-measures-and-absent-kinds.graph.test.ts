import { expect, test } from '@jest/globals';
import { MEASURE_KIND } from '../../src/model/vocabulary.js';
import { competency, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const MEASURES = `query ($person: ID!) { person(id: $person) { measures {
  kind on effect concerns { __typename id } citations { pinpoint report { title } } } } }`;

interface Measure {
  readonly kind: keyof typeof MEASURE_KIND;
  readonly on: string;
  readonly concerns: readonly { readonly __typename: string; readonly id: string }[];
}

const textOf = ({ kind, on, concerns }: Measure) =>
  [on, kind, ...concerns.filter(({ __typename }) => __typename === 'Incident').map(({ id }) => short(id))].join(' ');

test('Which measures by person P are sourced, and which kinds are absent?', async () => {
  const { answers, statements } = await competency('cq-16', MEASURES, { person: 'person-fx-anders' });
  const measures: readonly Measure[] = answers[0].person.measures;
  expect(measures.map(textOf).sort()).toEqual([
    '2022-01-10 REMINDER_OF_LAW',
    '2022-03-15 INQUIRY_OPENED i1',
    '2022-03-19 NONE_REPORTED i1',
    '2022-04-14 NONE_REPORTED i2',
    '2022-08-01 PROMOTION_OR_HONOUR_AFTER',
  ]);
  const sourced = new Set(measures.map(({ kind }) => kind));
  const absent = Object.keys(MEASURE_KIND).filter((kind) => !sourced.has(kind as Measure['kind']));
  expect(absent.sort()).toEqual([
    'COMMAND_CHANGE',
    'DISCIPLINE',
    'ORDER_TO_PREVENT',
    'ORDER_TO_STOP',
    'PENAL_REFERRAL',
    'REPORTED_UP',
    'RESIGNATION',
    'TRAINING',
    'WITHDRAWAL_OF_UNIT',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
