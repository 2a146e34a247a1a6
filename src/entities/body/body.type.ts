import { Field, ObjectType } from 'type-graphql';
import { BodyKind } from '../../graphql/enums.js';
import { Entity, Node } from '../../graphql/node.type.js';
import type { BODY_KIND, Word } from '../../model/vocabulary.js';

@ObjectType({
  implements: [Node, Entity],
  description: 'Who judges or publishes: a court, commission, authority, NGO or newspaper.',
})
export class Body extends Entity {
  @Field(() => BodyKind, { description: 'What kind of body it is.' })
  kind!: Word<typeof BODY_KIND>;
}
