import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const NOTICE = `query ($person: ID!, $incident: ID!) { notice(person: $person, incident: $incident) {
  people { person { name } earlierIncidents { name } notices { kind on time bearsOn isEarlier incident { name } item { ...Item } } } basis { ...Basis } } } ${ITEM} ${BASIS}`;

interface Notice {
  readonly kind: string;
  readonly on: string;
  readonly time: string;
  readonly bearsOn: string;
  readonly incident: Named;
}

const textOf = ({ kind, on, time, bearsOn, incident }: Notice) =>
  `${time}: ${on} ${kind}, ${incident.name}, ${bearsOn}`;

test('Which reports were addressed to person P, or publicly notorious, before and after incident I?', async () => {
  const variables = { person: 'person-fx-anders', incident: 'incident-fx-i2' };
  const { answers, statements } = await competency('cq-15', NOTICE, variables);
  const [{ notice }] = answers;
  const notices: readonly Notice[] = notice.people[0].notices;
  expect(notices.filter(({ kind }) => kind !== 'REPORT_PUBLISHED').map(textOf)).toEqual([
    'BEFORE_INCIDENT: 2022-03-11 PUBLIC_NOTORIETY, Killings at Brack Ford, PREVENTING_AND_PUNISHING',
    'BEFORE_INCIDENT: 2022-03-12 REPORT_ADDRESSED, Killings at Brack Ford, PREVENTING_AND_PUNISHING',
    'BEFORE_END_OF_POST: 2022-03-24 PUBLIC_NOTORIETY, Killings at Hollin, PUNISHING_ONLY',
    'BEFORE_END_OF_POST: 2022-03-28 REPORT_ADDRESSED, Killings at Hollin, PUNISHING_ONLY',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
