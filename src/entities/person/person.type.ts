import { ObjectType } from 'type-graphql';
import { Entity, Node } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import type { MergedInto } from '../../model/merged-id.js';
import { PERSON } from '../../model/record/fields/entity.js';

@answerFields(PERSON)
@ObjectType({
  implements: [Node, Entity],
  description:
    'A person whom sources name in a post, a finding or an attribution. Never a victim or a witness as such.',
})
export class Person extends withRow(Entity, PERSON) {
  formerly?: MergedInto['formerly'];
}
