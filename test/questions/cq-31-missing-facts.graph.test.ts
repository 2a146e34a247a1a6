import { expect, test } from '@jest/globals';
import { BASIS, cited, competency, ITEM, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const MISSING = `query ($incident: ID!) { incident(id: $incident) { missingEvidence {
  missingFacts { sentence bearsOn { person { name } element grade } } gaps { gap sentence unit { name } }
  singleSource { ...Item } notFirm { ...Item } basis { ...Basis } } } } ${ITEM} ${BASIS}`;

interface MissingFact {
  readonly sentence: string;
  readonly bearsOn: readonly { readonly person: Named; readonly element: string }[];
}

test('Which missing facts would change the picture most?', async () => {
  const { answers, statements } = await competency('cq-31', MISSING, { incident: 'incident-fx-i2' });
  const { missingFacts, gaps, singleSource } = answers[0].incident.missingEvidence;
  const forEverybody = missingFacts.filter(({ bearsOn }: MissingFact) => bearsOn.length === 5);
  expect(
    forEverybody.map(({ sentence, bearsOn }: MissingFact) => `${bearsOn[0]?.element}: ${sentence}`).sort(),
  ).toEqual([
    'CAUSATION: Looked for a source that says that the failure of control led to the crime, and found none.',
    'EFFECTIVE_CONTROL: A court that found effective control, beyond reasonable doubt.',
    'KNOWLEDGE: A court that found knowledge, beyond reasonable doubt.',
    'UNDERLYING_CRIME: A conviction by a court on this incident, beyond reasonable doubt, that has not been reversed.',
  ]);
  const wantedOf = (element: string) =>
    missingFacts
      .filter(({ bearsOn }: MissingFact) => bearsOn.some((one) => one.element === element))
      .map(({ sentence, bearsOn }: MissingFact) => [sentence, ...bearsOn.map(({ person }) => person.name)].join(' / '));
  expect(wantedOf('FAILURE_TO_PREVENT')).toEqual([
    expect.stringMatching(
      /^A source on what the person did .* to prevent the incident\..* \/ Edda Carls \/ Jens Holt \/ Ivor Dahl \/ Magnus Falk$/,
    ),
    expect.stringMatching(
      /^Not reported by any source: order to prevent, order to stop, reminder of law, training, withdrawal of unit\. \/ Edda Carls \/ Jens Holt \/ Ivor Dahl \/ Magnus Falk$/,
    ),
    'A source that says which of the two duties the decision is about: to prevent, or to punish or submit to the authorities. / Tomas Anders / Tomas Anders',
    'Not reported by any source: order to prevent, order to stop, training, withdrawal of unit. / Tomas Anders',
  ]);
  expect(wantedOf('SUBORDINATION')).toContain(
    'Two independent firm sources for each link between the unit and the person. / Ivor Dahl / Magnus Falk',
  );
  expect(singleSource.map(cited)).toEqual(
    expect.arrayContaining([
      '2nd Brigade of Velmora stands under the command of 1st Army of Velmora, from 2021-01-01, last cited 2023-12-31. [archive-2024]',
      '1st Army of Velmora stands under the command of General Staff of Velmora, from 2021-01-01, last cited 2023-12-31. [veterans-2024]',
    ]),
  );
  expect(gaps.map(({ gap, unit }: { gap: string; unit: Named }) => `${unit.name}: ${gap}`)).toEqual([
    'General Staff of Velmora: NO_SUPERIOR_CITED',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
