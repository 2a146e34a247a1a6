import { Field, ID, Int, ObjectType } from 'type-graphql';
import { REFUSALS, type RefusalCode } from '../model/errors.js';
import { graphqlEnum } from './enums.js';
import { InstantScalar } from './scalars.js';

/** What every mutation answers: its journal entry, or what was wrong with its input. */

export const UserErrorCode = graphqlEnum(REFUSALS, 'UserErrorCode', 'Why a change was refused.');

@ObjectType({ description: 'Why a change was refused, for one field of its input. Nothing was changed.' })
export class UserError {
  @Field(() => [String], { description: 'The path to the field: names of fields, and positions in lists from 0.' })
  field!: string[];

  @Field(() => UserErrorCode, { description: 'The kind of error.' })
  code!: RefusalCode;

  @Field(() => String, { description: 'The error, in one sentence.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What was expected, if this can be said.' })
  expected!: string | null;

  @Field(() => String, { nullable: true, description: 'What was received, if this can be said.' })
  got!: string | null;
}

@ObjectType({
  description: 'One change of the graph, in the journal. Each entry is hashed together with the entry before it.',
})
export class JournalEntry {
  @Field(() => Int, { description: 'Its number, from 1 without gaps.' })
  sequence!: number;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  at!: string;

  @Field(() => String, { description: 'Who made it.' })
  actor!: string;

  @Field(() => String, { description: 'What was done: LOAD, IMPORT, RECORD_CREATE, CLAIM_CORRECT …' })
  action!: string;

  @Field(() => String, { description: 'The reason, in the words of the author.' })
  reason!: string;

  @Field(() => [ID], { description: 'The ids that it concerns, if they are few.' })
  subjects!: string[];

  @Field(() => String, { description: 'The requested change, as JSON.' })
  content!: string;

  @Field(() => String, { description: 'A hash over the changes to records.' })
  digest!: string;

  @Field(() => String, { description: 'The hash of the entry before; empty for the first.' })
  previous!: string;

  @Field(() => String, { description: 'The hash of all of it.' })
  hash!: string;
}

@ObjectType()
export abstract class Payload {
  @Field(() => JournalEntry, {
    nullable: true,
    description: 'The journal entry; null if nothing was changed.',
  })
  entry!: JournalEntry | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty if the change was made.' })
  userErrors!: readonly UserError[];
}
