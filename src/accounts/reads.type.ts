import { Field, ID, ObjectType } from 'type-graphql';
import { Access, AccountRole } from '../graphql/enums.js';
import { InstantScalar } from '../graphql/scalars.js';
import type { AccessLevel } from '../model/access.rules.js';
import type { Role } from '../model/permissions.rules.js';

@ObjectType({
  description:
    'A request of a sender who may see more than what is public. It says who asked, when and where, and not what was answered.',
})
export class ReadEntry {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => InstantScalar, { description: 'When it was asked.' })
  at!: string;

  @Field(() => String, { description: 'Who asked, as the journal names them.' })
  actor!: string;

  @Field(() => AccountRole, { description: 'The role that they had then.' })
  role!: Role;

  @Field(() => Access, { description: 'The highest level of access that they reached then.' })
  clearance!: AccessLevel;

  @Field(() => String, { description: 'The method and the address, such as `GET /export/:name`.' })
  route!: string;

  @Field(() => String, { nullable: true, description: 'The name of the GraphQL operation; null if it had none.' })
  operation!: string | null;

  @Field(() => String, {
    description: 'SHA-256 of what was asked: of the address, or of the GraphQL document and its variables.',
  })
  hash!: string;
}
