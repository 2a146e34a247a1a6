import { Field, ID, Int, ObjectType } from 'type-graphql';
import { REFUSALS, type RefusalCode } from '../model/errors.js';
import { graphqlEnum } from './enums.js';
import { InstantScalar } from './scalars.js';

/** What every mutation answers: its entry in the journal, or what was wrong with its input. */

export const UserErrorCode = graphqlEnum(REFUSALS, 'UserErrorCode', 'Why a change was refused.');

@ObjectType({ description: 'Why a change was refused, for one field of its input. Nothing of the change was made.' })
export class UserError {
  @Field(() => [String], { description: 'The way to the field: names of fields, and places in lists from 0.' })
  field!: string[];

  @Field(() => UserErrorCode, { description: 'What is the matter.' })
  code!: RefusalCode;

  @Field(() => String, { description: 'What is the matter, in a sentence.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What was expected, where that can be told.' })
  expected!: string | null;

  @Field(() => String, { nullable: true, description: 'What arrived, where that can be told.' })
  got!: string | null;
}

@ObjectType({
  description: 'One change of the graph, in the journal. Each entry is hashed together with the one before.',
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

  @Field(() => String, { description: 'Why, in the words of who did it.' })
  reason!: string;

  @Field(() => [ID], { description: 'What it is about, as far as that is little.' })
  subjects!: string[];

  @Field(() => String, { description: 'What was asked for, as JSON.' })
  content!: string;

  @Field(() => String, { description: 'A hash over what it did to records.' })
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
    description: 'Its entry in the journal; null where nothing was changed.',
  })
  entry!: JournalEntry | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty where it went well.' })
  userErrors!: readonly UserError[];
}
