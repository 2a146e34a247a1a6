import { ObjectType } from 'type-graphql';
import { Entity, Node } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import { BODY } from '../../model/record/fields/entity.js';

@answerFields(BODY)
@ObjectType({
  implements: [Node, Entity],
  description: 'An institution that judges or publishes: a court, commission, authority, NGO or newspaper.',
})
export class Body extends withRow(Entity, BODY) {}
