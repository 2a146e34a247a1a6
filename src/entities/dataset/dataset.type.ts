import { Field, ID, ObjectType } from 'type-graphql';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import { DATASET as FIELDS } from '../../model/record/fields/dataset.js';

/** Its id is an id in the schema too. */
const { id: _id, ...DATASET } = FIELDS;

@answerFields(DATASET)
@ObjectType({ description: 'A set of claims that came together, under one licence.' })
export class Dataset extends withRow(Object, DATASET) {
  @Field(() => ID, { description: 'Its id, as in the lens and on each claim.' })
  id!: string;

  @Field(() => String, { description: 'A hash of the statements in it that the reader may see.' })
  version!: string;
}
