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
    description: 'The requested id, if it has been merged into this unit; otherwise null.',
  })
  redirectedFrom!: string | null;

  formerly?: MergedInto['formerly'];
}
