import { expect, test } from '@jest/globals';
import { BASIS, BRIEF_ITEM, competency, Item, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const NOTICE = `query ($incident: ID!) { incident(id: $incident) { notice {
  people { person { name } earlierIncidents { name } notices { kind on time bearsOn isEarlier incident { name } item { ...Item } } } basis { ...Basis } } } } ${BRIEF_ITEM} ${BASIS}`;

interface PersonNotice {
  readonly person: Named;
  readonly notices: readonly { kind: string; on: string; time: string; incident: Named; item: Item }[];
}

test('Who held command when a report on an earlier similar incident by subordinates came out, before the next one?', async () => {
  const { answers, statements } = await competency('cq-14', NOTICE, { incident: 'incident-fx-i2' });
  const people: readonly PersonNotice[] = answers[0].incident.notice.people;
  const lines = people.flatMap(({ person, notices }) =>
    notices
      .filter(({ kind, time }) => kind === 'REPORT_PUBLISHED' && time === 'BEFORE_INCIDENT')
      .flatMap(({ on, incident, item }) =>
        item.sources.map(({ reportId }) => `${person.name}: ${on}, ${reportId} on ${incident.name}`),
      ),
  );
  expect(lines).toEqual(
    ['Edda Carls', 'Tomas Anders', 'Ivor Dahl', 'Magnus Falk'].map(
      (name) => `${name}: 2022-03-10, report-fx-lantern-2022-03 on Killings at Brack Ford`,
    ),
  );
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
