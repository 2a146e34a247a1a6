import { Field, ObjectType } from 'type-graphql';
import { Access, Reliability } from '../../graphql/enums.js';
import { Node, Recorded } from '../../graphql/node.type.js';
import type { ACCESS, RELIABILITY, Word } from '../../model/vocabulary.js';

@ObjectType({ implements: [Node, Recorded], description: 'A published text that claims cite.' })
export class Report extends Recorded {
  publisherId!: string;
  derivedFromIds!: string[];

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'When it was published, EDTF level 1; null where that is not known.',
  })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Where a copy is archived.' })
  archivedUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'The day on which it was read.' })
  retrievedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the text as read, in hexadecimal.' })
  sha256!: string | null;

  @Field(() => String, { description: 'Language, BCP 47.' })
  language!: string;

  @Field(() => Reliability, { description: 'Reliability of the report, Admiralty scale; our grading.' })
  reliability!: Word<typeof RELIABILITY>;

  @Field(() => Access, { description: 'Who may see it.' })
  access!: Word<typeof ACCESS>;

  @Field(() => Boolean, { description: 'Whether its publisher is a party to the conflict.' })
  partyToConflict!: boolean;
}
