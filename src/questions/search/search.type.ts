import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import type { View } from '../../model/lens.js';

export const EntityKind = graphqlEnum(
  { Person: 'People.', Unit: 'Units.', Body: 'Bodies.', Location: 'Locations.' },
  'EntityKind',
  'The kinds of entities that have names.',
);

@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description:
      'A name or a part of one, in Latin or Cyrillic letters, in any usual romanisation; up to 200 characters.',
  })
  text!: string;

  @Field(() => [EntityKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: (keyof typeof EntityKind)[] | null;

  @Field(() => Int, { defaultValue: 10, description: 'Maximum number of hits: 1 to 50.' })
  first!: number;

  @Field(() => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
  lens?: EvidenceLens | null;
}

@ObjectType({ description: 'An entity that a search found.' })
export class SearchHit {
  view!: View;
  id!: string;
  label!: string;
  nameId!: string;

  @Field(() => String, { description: 'The name that matched.' })
  matched!: string;

  @Field(() => Float, {
    description:
      'How alike the name and the text are, from 20 to 100, as in reconciliation: from 60 on they are more often one name than two. No other names bear on it.',
  })
  score!: number;
}
