import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Unit } from '../../entities/unit/unit.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { checkedDays } from '../command/days.args.js';
import { TenuresArgs } from './tenures.args.js';
import { tenuresBetween } from './tenures.rules.js';
import { CommandersAnswer } from './tenures.type.js';

@Resolver(() => Unit)
export class TenuresResolver {
  @FieldResolver(() => CommandersAnswer, {
    description:
      'Who commanded or headed the unit between two days, as tenures, with gaps and overlaps. The answer for each day is the same as if you asked for that day alone.',
  })
  async commandersBetween(
    @Root() unit: Unit,
    @Args() { from, to, lens }: TenuresArgs,
    @Ctx() context: Context,
  ): Promise<CommandersAnswer> {
    const days = checkedDays({ from, to });
    const { id, view } = context.entityUnder(unit, lens);
    const file = await context.caseFile({ of: 'BELOW', unitIds: [id], personIds: [], below: false, ...days }, view);
    const answer = { unit: refOf(file, id), ...days, ...tenuresBetween(file, id, days) };
    return withBasis(file, view, { commandersBetween: { unit: id, ...days } }, answer);
  }
}
