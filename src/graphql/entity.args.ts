import { ArgsType, Field, Float, ID, InputType } from 'type-graphql';
import type { Cover as CoverWord } from '../model/date-range.js';
import { ApiError } from '../model/errors.js';
import { Cover, graphqlEnum } from './enums.js';
import { EvidenceLens } from './lens.type.js';
import { PageArgs } from './page.type.js';
import { DayScalar } from './scalars.js';

/** Arguments that all entities share. */

export const EntityOrder = graphqlEnum(
  { NAME: 'From A to Z.', NAME_DESC: 'From Z to A.' },
  'EntityOrder',
  'How a list of entities is ordered, by the folded name.',
);

@ArgsType()
export class RootArgs extends PageArgs {
  @Field(() => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
  lens?: EvidenceLens | null;
}

@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
  lens?: EvidenceLens | null;
}

@ArgsType()
export class DatedArgs extends PageArgs {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day that the claims cover, each as its `cover(on:)` says. Null: all days.',
  })
  on?: string | null;

  @Field(() => [Cover], {
    nullable: true,
    description: 'The covers to return for that day. Default: CITED, IMPRECISE and ASSUMED.',
  })
  cover?: CoverWord[] | null;
}

@InputType({ description: 'A circle on the map.' })
export class Circle {
  @Field(() => Float, { description: 'Degrees north of its centre.' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east of its centre.' })
  longitude!: number;

  @Field(() => Float, { description: 'Its radius in kilometres, up to 1000.' })
  kilometres!: number;
}

/** The circle, checked. Throws a `BAD_INPUT` error. */
export function checkedCircle(near: Circle | null | undefined): Circle | null {
  if (near == null) return null;
  const { latitude, longitude, kilometres } = near;
  if (Math.abs(latitude) > 90)
    throw new ApiError('BAD_INPUT', `Expected \`near.latitude\` from -90 to 90; got ${latitude}.`);
  if (Math.abs(longitude) > 180)
    throw new ApiError('BAD_INPUT', `Expected \`near.longitude\` from -180 to 180; got ${longitude}.`);
  if (kilometres <= 0 || kilometres > 1_000)
    throw new ApiError('BAD_INPUT', `Expected \`near.kilometres\` above 0 and up to 1000; got ${kilometres}.`);
  return { latitude, longitude, kilometres };
}
