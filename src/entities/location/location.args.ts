import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Circle, EntityOrder, RootArgs } from '../../graphql/entity.args.js';
import { LocationKind } from '../../graphql/enums.js';
import type { LOCATION_KIND, Word } from '../../model/vocabulary.js';

@InputType({ description: 'Which locations to list. All conditions must hold.' })
export class LocationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A part of one of its names. For other spellings and scripts use `search`.',
  })
  name?: string | null;

  @Field(() => [LocationKind], { nullable: true, description: 'Any of these kinds.' })
  kinds?: Word<typeof LOCATION_KIND>[] | null;

  @Field(() => [String], { nullable: true, description: 'Any of these countries, as ISO 3166-1 alpha-2 codes.' })
  countries?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'A location that contains it.' })
  within?: string | null;

  @Field(() => Circle, { nullable: true, description: 'A circle that contains its coordinates.' })
  near?: Circle | null;
}

@ArgsType()
export class LocationsArgs extends RootArgs {
  @Field(() => LocationFilter, { nullable: true, description: 'Which locations.' })
  filter?: LocationFilter | null;

  @Field(() => EntityOrder, { defaultValue: 'NAME', description: 'The order.' })
  orderBy!: keyof typeof EntityOrder;
}
