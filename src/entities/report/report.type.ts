import { ObjectType } from 'type-graphql';
import { Node, Recorded } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import { REPORT } from '../../model/record/fields/report.js';

@answerFields(REPORT)
@ObjectType({ implements: [Node, Recorded], description: 'A published text that claims cite.' })
export class Report extends withRow(Recorded, REPORT) {}
