import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Incident } from '../../entities/incident/incident.type.js';
import { LensArgs } from '../case-file/answer.type.js';
import { withBasis } from '../case-file/basis.rules.js';
import { refOf } from '../case-file/item.rules.js';
import { bodiesOn, disagreementsOn } from './bodies-on-incident.rules.js';
import { BodiesAnswer } from './bodies-on-incident.type.js';

@Resolver(() => Incident)
export class BodiesOnIncidentResolver {
  @FieldResolver(() => BodiesAnswer, {
    nullable: true,
    description:
      'Which bodies addressed the incident, at which standard of proof, and whether they agree. Null if the lens excludes the incident.',
  })
  async bodies(
    @Root() { id, view }: Incident,
    @Args() { lens }: LensArgs,
    @Ctx() context: Context,
  ): Promise<BodiesAnswer | null> {
    const under = context.viewUnder({ view }, lens);
    const file = await context.caseFile({ of: 'INCIDENTS', incidentIds: [id], personIds: [] }, under);
    const incident = file.incidents.find((one) => one.id === id);
    if (!incident) return null;
    const answer = {
      incident: refOf(file, id),
      bodies: bodiesOn(file, incident),
      disagreements: disagreementsOn(file, incident),
    };
    return withBasis(file, under, { bodies: { incident: id } }, answer);
  }
}
