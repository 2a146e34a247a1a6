import { Field, ID, ObjectType } from 'type-graphql';
import { Entity, Node } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import type { MergedInto } from '../../model/merged-id.js';
import { UNIT } from '../../model/record/fields/entity.js';

@answerFields(UNIT)
@ObjectType({ implements: [Node, Entity], description: 'A unit or organization that commands or is commanded.' })
export class Unit extends withRow(Entity, UNIT) {
  @Field(() => ID, {
    nullable: true,
    description: 'The id that was asked for, where that one has been merged into this unit; null for any other.',
  })
  redirectedFrom!: string | null;

  formerly?: MergedInto['formerly'];
}
