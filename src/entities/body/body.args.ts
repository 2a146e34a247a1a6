import { ArgsType, Field, InputType } from 'type-graphql';
import { EntityOrder, RootArgs } from '../../graphql/entity.args.js';
import { BodyKind } from '../../graphql/enums.js';
import type { BODY_KIND, Word } from '../../model/vocabulary.js';

@InputType({ description: 'Which bodies to list. All conditions must hold.' })
export class BodyFilter {
  @Field(() => String, { nullable: true, description: 'A part of one of its names.' })
  name?: string | null;

  @Field(() => [BodyKind], { nullable: true, description: 'Any of these kinds.' })
  kinds?: Word<typeof BODY_KIND>[] | null;
}

@ArgsType()
export class BodiesArgs extends RootArgs {
  @Field(() => BodyFilter, { nullable: true, description: 'Which bodies.' })
  filter?: BodyFilter | null;

  @Field(() => EntityOrder, { defaultValue: 'NAME', description: 'The order.' })
  orderBy!: keyof typeof EntityOrder;
}
