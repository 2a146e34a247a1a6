import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { Unit } from '../../entities/unit/unit.type.js';
import { DayArgs } from '../case-file/answer.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { openCase } from '../case-file/open-case.lookup.js';
import { chainAbove, incidentChains } from './incident-chains.rules.js';
import { IncidentChains, UnitChain, UnitChainArgs } from './incident-chains.type.js';

@Resolver(() => Incident)
export class IncidentChainsResolver {
  @FieldResolver(() => IncidentChains, {
    nullable: true,
    description:
      'For each unit or person whom sources name: every superior on the day of the incident, level by level, with the cover, sources and conflicts of each link and post, and the gaps. Null if the lens excludes the incident.',
  })
  async chainsOfCommand(
    @Root() { id, view }: Incident,
    @Args() { on, lens }: DayArgs,
    @Ctx() context: Context,
  ): Promise<IncidentChains | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident, day, warnings } = open;
    const answer = { incident: refOf(file, id), on: day, named: incidentChains(file, incident, day), warnings };
    return withBasis(file, open.view, { chainsOfCommand: { incident: id, on: on ?? null } }, answer);
  }
}

@Resolver(() => Unit)
export class UnitChainWithSourcesResolver {
  @FieldResolver(() => UnitChain, {
    description:
      'Every superior of the unit on a day, with the sources of each link, the number of independent publishers, and a content hash.',
  })
  async chainWithSources(
    @Root() unit: Unit,
    @Args() { on, lens }: UnitChainArgs,
    @Ctx() context: Context,
  ): Promise<UnitChain> {
    const { id, view } = context.entityUnder(unit, lens);
    const scope = { of: 'BELOW', unitIds: [id], personIds: [], below: false, from: on, to: on } as const;
    const file = await context.caseFile(scope, view);
    return withBasis(file, view, { chainWithSources: { unit: id, on } }, { chain: chainAbove(file, id, on) });
  }
}
