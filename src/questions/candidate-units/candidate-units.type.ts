import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Positioning } from '../../entities/claim/claim.type.js';

@ArgsType()
export class CandidatesArgs {
  @Field(() => Float, {
    defaultValue: 35,
    description: 'Kilometres from the place of the incident: above 0, up to 500.',
  })
  radius!: number;

  @Field(() => Int, { defaultValue: 30, description: 'Days before the incident began or after it ended: 0 to 365.' })
  days!: number;
}

@ObjectType({ description: 'A unit that a source positions near an incident. A lead to follow, never an attribution.' })
export class CandidateUnit {
  positioning!: Positioning;

  @Field(() => Float, { description: 'Kilometres between the two places, as precisely as both are known.' })
  kilometres!: number;

  @Field(() => Int, { description: 'Days between the two periods; 0 if they touch.' })
  daysApart!: number;

  @Field(() => String, { description: 'Why the unit is listed, in one sentence.' })
  reason!: string;
}
