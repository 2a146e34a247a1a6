import { Field, ID, ObjectType } from 'type-graphql';
import { UnitKind } from '../../graphql/enums.js';
import { Entity, Node } from '../../graphql/node.type.js';
import type { Reached } from '../../model/merged-id.js';
import type { UNIT_KIND, Word } from '../../model/vocabulary.js';

@ObjectType({ implements: [Node, Entity], description: 'A unit or organization that commands or is commanded.' })
export class Unit extends Entity {
  @Field(() => UnitKind, { description: 'What kind of unit it is; our own label for finding it.' })
  kind!: Word<typeof UNIT_KIND>;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 code of the State it belongs to.' })
  country!: string | null;

  @Field(() => Boolean, {
    description:
      'True for a stand-in where sources leave a superior unnamed; it holds no posts and gets no attributions.',
  })
  placeholder!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The id that was asked for, where that one has been merged into this unit; null for any other.',
  })
  redirectedFrom!: string | null;

  formerly?: Reached['formerly'];
}
