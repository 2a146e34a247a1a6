import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { ApiError } from '../../model/errors.js';
import { DayArgs } from '../case-file/answer.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { openCase } from '../case-file/open-case.lookup.js';
import { aftermathOf, successorsOf } from './aftermath.rules.js';
import { AftermathAnswer, AftermathArgs, SuccessorsAnswer } from './aftermath.type.js';

@Resolver(() => Incident)
export class AftermathResolver {
  @FieldResolver(() => SuccessorsAnswer, {
    nullable: true,
    description:
      'Who took command of units of the chain after the incident, and which steps to punish it sources report. Null if the lens excludes the incident.',
  })
  async successors(
    @Root() { id, view }: Incident,
    @Args() { on = null, lens }: DayArgs,
    @Ctx() context: Context,
  ): Promise<SuccessorsAnswer | null> {
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident, day } = open;
    const answer = { incident: refOf(file, id), ...successorsOf(file, incident, day) };
    return withBasis(file, open.view, { successors: { incident: id, on } }, answer);
  }

  @FieldResolver(() => AftermathAnswer, {
    nullable: true,
    description:
      'Who in the chain was promoted, honoured, replaced or resigned in the months after the incident. Null if the lens excludes the incident.',
  })
  async aftermath(
    @Root() { id, view }: Incident,
    @Args() { on = null, lens, months }: AftermathArgs,
    @Ctx() context: Context,
  ): Promise<AftermathAnswer | null> {
    if (months < 1 || months > 240)
      throw new ApiError('BAD_INPUT', `Expected \`months\` from 1 to 240; got ${months}.`);
    const open = await openCase(context, context.viewUnder({ view }, lens), id, on);
    if (!open) return null;
    const { file, incident, day } = open;
    const answer = { incident: refOf(file, id), events: aftermathOf(file, incident, day, months) };
    return withBasis(file, open.view, { aftermath: { incident: id, on, months } }, answer);
  }
}
