import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/change.type.js';

@ObjectType({ description: 'A place where a redacted text still stands.' })
export class RedactionRemainder {
  @Field(() => String, { description: 'What holds it: a kind of record, JournalEntry, Proposal, Dataset …' })
  kind!: string;

  @Field(() => ID, { name: 'holder', nullable: true, description: 'The id or number of what holds it.' })
  id!: string | null;

  @Field(() => String, { description: 'The property, or the type and the property of a link that leaves it.' })
  property!: string;
}

@ObjectType({ description: 'The result of a redaction.' })
export class RecordRedactPayload extends Payload {
  @Field(() => [ID], { description: 'The ids of all records of which something was redacted, copies included.' })
  redacted!: readonly string[];

  @Field(() => Int, { description: 'How many entries of the journal lost their content.' })
  entries!: number;

  @Field(() => [RedactionRemainder], {
    description:
      'Where the words of the input still stand, and then the values, titles and notes of the redacted records; the first 100 places. Redact or correct these too where they mean the same.',
  })
  remains!: readonly RedactionRemainder[];

  @Field(() => Int, { description: 'How many such places there are, of which `remains` has the first 100.' })
  remainsCount!: number;
}
