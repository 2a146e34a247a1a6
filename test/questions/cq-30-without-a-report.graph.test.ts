import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, toldChanges } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const WITHOUT = `query ($incident: ID!, $without: [ID!]) { incident(id: $incident) { compare(other: { excludeReports: $without }) {
  difference { incidentLost grades { person { name } element before after } lost { ...Item } gained { ...Item } }
  basis { ...Basis } otherBasis { ...Basis lens { excludeReports } } } } } ${ITEM} ${BASIS}`;

test('If report R is left out, which grades change?', async () => {
  const variables = { incident: 'incident-fx-i2' };
  const archive = { ...variables, without: ['report-fx-archive-2023'] };
  const commission = { ...variables, without: ['report-fx-un-2022'] };
  const { answers, statements } = await competency('cq-30', WITHOUT, archive, commission);
  const [withoutArchive, withoutCommission] = answers.map(({ incident }) => incident.compare.difference);
  expect(toldChanges(withoutArchive.grades)).toEqual(
    ['Edda Carls', 'Tomas Anders'].flatMap((name) => [
      `${name}: SUPERIOR_STATUS ESTABLISHED_BY_SOURCES → INDICATED`,
      `${name}: SUBORDINATION ESTABLISHED_BY_SOURCES → INDICATED`,
      `${name}: TEMPORAL_COINCIDENCE ESTABLISHED_BY_SOURCES → INDICATED`,
    ]),
  );
  // Without the Commission, the warrant against Anders alone calls it a crime: an accusation is not its own evidence.
  expect(toldChanges(withoutCommission.grades)).toEqual([
    'Edda Carls: UNDERLYING_CRIME INDICATED → ALLEGED',
    'Edda Carls: PERPETRATOR_LINK ESTABLISHED_BY_SOURCES → INDICATED',
    'Tomas Anders: UNDERLYING_CRIME INDICATED → ALLEGED',
    'Tomas Anders: PERPETRATOR_LINK ESTABLISHED_BY_SOURCES → INDICATED',
    'Tomas Anders: SUBORDINATION ESTABLISHED_BY_SOURCES → INDICATED',
    'Tomas Anders: FAILURE_TO_PUNISH_OR_SUBMIT INDICATED → ALLEGED',
    'Jens Holt: UNDERLYING_CRIME INDICATED → ALLEGED',
    'Jens Holt: PERPETRATOR_LINK ESTABLISHED_BY_SOURCES → INDICATED',
    'Ivor Dahl: UNDERLYING_CRIME INDICATED → ALLEGED',
    'Ivor Dahl: PERPETRATOR_LINK ESTABLISHED_BY_SOURCES → INDICATED',
    'Magnus Falk: UNDERLYING_CRIME INDICATED → ALLEGED',
    'Magnus Falk: PERPETRATOR_LINK ESTABLISHED_BY_SOURCES → INDICATED',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
