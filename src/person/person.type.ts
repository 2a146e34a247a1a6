import { ObjectType } from 'type-graphql';
import { Entity, Node } from '../shared/node.type.js';

@ObjectType({
  implements: [Node, Entity],
  description:
    'A person whom sources name in a post, a finding or an attribution. Never a victim or a witness as such.',
})
export class Person extends Entity {}
