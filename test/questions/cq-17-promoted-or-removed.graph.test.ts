import { expect, test } from '@jest/globals';
import { BASIS, cited, competency, ITEM, Item, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const AFTERMATH = `query ($incident: ID!, $months: Int!) { incident(id: $incident) { aftermath(months: $months) {
  events { kind on people { name } item { ...Item } } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface Event {
  readonly kind: string;
  readonly item: Item;
}

const textOf = ({ kind, item }: Event) => `${kind}: ${cited(item)}`;

test('Was anyone in the chain promoted, honoured or removed within N months after?', async () => {
  const variables = { incident: 'incident-fx-i2' };
  const { answers, statements } = await competency(
    'cq-17',
    AFTERMATH,
    { ...variables, months: 6 },
    { ...variables, months: 3 },
  );
  const [half, quarter]: readonly Event[][] = answers.map(({ incident }) => incident.aftermath.events);
  const isMeasure = ({ kind }: Event) => !kind.startsWith('POST_');
  expect(half?.filter(isMeasure).map(textOf)).toEqual([
    'COMMAND_CHANGE: 2022-04-15: A commander was replaced. Anders was replaced by Berg. (Ivor Dahl; 2nd Brigade of Velmora) [daily-2022-04]',
    'PROMOTION_OR_HONOUR_AFTER: 2022-08-01: Promoted or honoured afterwards; context only. Order of the River. (Tomas Anders) [daily-2022-08]',
  ]);
  expect(half?.map(textOf)).toContain(
    'POST_ENDED: Tomas Anders: Commander of the 2nd Brigade, 2nd Brigade of Velmora, from 2021-06-01, until 2022-04-14. [archive-2023, observer-2023]',
  );
  expect(quarter?.filter(isMeasure).map(({ kind }) => kind)).toEqual(['COMMAND_CHANGE']);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
