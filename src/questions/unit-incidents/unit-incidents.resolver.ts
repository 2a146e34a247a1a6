import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Person } from '../../entities/person/person.type.js';
import { Unit } from '../../entities/unit/unit.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { CommandedIncidentsArgs, filterOf, UnitIncidentsArgs } from './unit-incidents.args.js';
import { incidentsOfUnit, incidentsUnderCommand, recurringKinds } from './unit-incidents.rules.js';
import { IncidentsUnderCommand, UnitIncidents } from './unit-incidents.type.js';

@Resolver(() => Unit)
export class UnitIncidentsResolver {
  @FieldResolver(() => UnitIncidents, {
    description:
      'Incidents for which sources name the unit, or a unit that was under it by links that carry command on the first possible day of the incident; and which kinds recur.',
  })
  async incidents(
    @Root() unit: Unit,
    @Args() args: UnitIncidentsArgs,
    @Ctx() context: Context,
  ): Promise<UnitIncidents> {
    const { id, view } = context.entityUnder(unit, args.lens);
    const { kinds, ...days } = filterOf(args);
    const below = args.includeSubordinates;
    const file = await context.caseFile({ of: 'BELOW', unitIds: [id], personIds: [], below, ...days }, view);
    const incidents = incidentsOfUnit(file, id, below, { kinds });
    const answer = { unit: refOf(file, id), incidents, recurring: recurringKinds(file, incidents, { kinds }) };
    return withBasis(file, view, { incidents: { unit: id, includeSubordinates: below, ...days, kinds } }, answer);
  }
}

@Resolver(() => Person)
export class PersonIncidentsResolver {
  @FieldResolver(() => IncidentsUnderCommand, {
    description:
      'Incidents that sources say were carried out by a unit which was, on the first possible day of the incident, under a unit that the person then commanded or headed; and which kinds recur.',
  })
  async incidentsUnderCommand(
    @Root() person: Person,
    @Args() args: CommandedIncidentsArgs,
    @Ctx() context: Context,
  ): Promise<IncidentsUnderCommand> {
    const { id, view } = context.entityUnder(person, args.lens);
    const { kinds, ...days } = filterOf(args);
    const file = await context.caseFile({ of: 'BELOW', unitIds: [], personIds: [id], below: true, ...days }, view);
    const incidents = incidentsUnderCommand(file, id, { kinds });
    const answer = { person: refOf(file, id), incidents, recurring: recurringKinds(file, incidents, { kinds }) };
    return withBasis(file, view, { incidentsUnderCommand: { person: id, ...days, kinds } }, answer);
  }
}
