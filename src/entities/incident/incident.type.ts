import { Field, ObjectType } from 'type-graphql';
import { Statement } from '../../graphql/citation.type.js';
import { Node, Recorded } from '../../graphql/node.type.js';
import { DateRange } from '../../graphql/range.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { INCIDENT } from '../../model/record/fields/incident.js';

const INCIDENT_ANSWER = { ...INCIDENT, status: CLAIM.status };

@answerFields(INCIDENT_ANSWER)
@ObjectType({
  implements: [Node, Recorded, Statement],
  description: 'An event that sources report. It never holds who suffered from it or who witnessed it.',
})
export class Incident extends withRow(Statement, INCIDENT_ANSWER) {
  @Field(() => DateRange, {
    nullable: true,
    description: 'When it happened, as its sources give it; null where no source dates it.',
  })
  range!: DateRange | null;
}
