import { ObjectType } from 'type-graphql';
import { Entity, Node } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import type { MergedInto } from '../../model/merged-id.js';
import { UNIT } from '../../model/record/fields/entity.js';

@answerFields(UNIT)
@ObjectType({ implements: [Node, Entity], description: 'A unit or organization that commands or is commanded.' })
export class Unit extends withRow(Entity, UNIT) {
  formerly?: MergedInto['formerly'];
}
