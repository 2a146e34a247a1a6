import { Field, ObjectType } from 'type-graphql';
import { Cited } from '../../graphql/citation.type.js';
import { ClaimStatus, IncidentKind, Precision } from '../../graphql/enums.js';
import { Node, Recorded } from '../../graphql/node.type.js';
import { DateRange } from '../../graphql/range.type.js';
import type { CLAIM_STATUS, INCIDENT_KIND, PRECISION, Word } from '../../model/vocabulary.js';

@ObjectType({
  implements: [Node, Recorded, Cited],
  description: 'Something that sources say happened. Never holds who suffered from it or who witnessed it.',
})
export class Incident extends Cited {
  locationId!: string | null;

  @Field(() => String, { description: 'A title in our words.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What happened, in our words.' })
  summary!: string | null;

  @Field(() => [IncidentKind], { description: 'Labels for finding it.' })
  kinds!: Word<typeof INCIDENT_KIND>[];

  @Field(() => [String], { description: 'The means used, as stated.' })
  means!: string[];

  @Field(() => DateRange, { description: 'When it happened, as its sources give it.' })
  range!: DateRange;

  @Field(() => Precision, { description: 'How precisely its place is known.' })
  precision!: Word<typeof PRECISION>;

  @Field(() => ClaimStatus, { description: 'How far its checking has come.' })
  status!: Word<typeof CLAIM_STATUS>;
}
