import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EntityOrder, RootArgs } from '../../graphql/entity.args.js';
import { UnitKind } from '../../graphql/enums.js';
import type { UNIT_KIND, Word } from '../../model/vocabulary.js';

@InputType({ description: 'Which units to list. All conditions must hold.' })
export class UnitFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A part of one of its names. For other spellings and scripts use `search`.',
  })
  name?: string | null;

  @Field(() => [UnitKind], { nullable: true, description: 'Any of these kinds, by a fact that counts.' })
  kinds?: Word<typeof UNIT_KIND>[] | null;

  @Field(() => [String], { nullable: true, description: 'Any of these States, as ISO 3166-1 alpha-2 codes.' })
  countries?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a stand-in for an unnamed unit.' })
  placeholder?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A location; a source positions the unit there or inside it, at any time.',
  })
  positionedWithin?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an incident is attributed to it.' })
  attributed?: boolean | null;
}

@ArgsType()
export class UnitsArgs extends RootArgs {
  @Field(() => UnitFilter, { nullable: true, description: 'Which units.' })
  filter?: UnitFilter | null;

  @Field(() => EntityOrder, { defaultValue: 'NAME', description: 'The order.' })
  orderBy!: keyof typeof EntityOrder;
}
