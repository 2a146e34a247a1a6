import { expect, test } from '@jest/globals';
import {
  BASIS,
  cited,
  competency,
  ITEM,
  Item,
  Level,
  MOST_STATEMENTS,
  Named,
  SOURCED_CHAIN,
  toldChain,
} from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const CHAINS = `query ($incident: ID!) { incident(id: $incident) { chainsOfCommand {
  named { subject { name } attributions { ...Item } chains { ...Chain } } warnings basis { ...Basis } } } }
  ${SOURCED_CHAIN} ${ITEM} ${BASIS}`;

interface NamedForIt {
  readonly subject: Named;
  readonly attributions: readonly Item[];
  readonly chains: readonly { readonly levels: readonly Level[] }[];
}

const textOf = ({ subject, attributions, chains }: NamedForIt) => [
  subject.name,
  ...attributions.map(cited),
  ...chains.flatMap(toldChain),
];

test('For an incident by an allied force that is no part of a State: does any link of command exist?', async () => {
  const { answers, statements } = await competency('cq-13', CHAINS, { incident: 'incident-fx-i5' });
  const [{ incident }] = answers;
  expect(incident.chainsOfCommand.named.map(textOf)).toEqual([
    [
      'Reed Militia',
      'Lantern Rights Group names Reed Militia for Burning of homes at Sedra: carried it out. [lantern-2022-04]',
      'beside: Reed Militia cooperates with 3rd Battalion of Velmora, first cited 2022-01-15, last cited 2022-05-31. [un-2022]',
      'Reed Militia: NO_COMMANDER_CITED',
      'Reed Militia: NO_SUPERIOR_CITED',
      'Reed Militia: ONLY_NON_COMMAND_LINKS',
    ],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
