import { Field, ObjectType } from 'type-graphql';
import { Statement } from '../../graphql/citation.type.js';
import { graphqlEnum } from '../../graphql/enums.js';
import { Node, Recorded } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import { CLAIM } from '../../model/record/fields/claim.js';
import { LEGAL_CODE } from '../../model/record/fields/dataset.js';
import { CLASSIFICATION, FINDING } from '../../model/record/fields/finding.js';

@answerFields(CLASSIFICATION)
@ObjectType({ description: 'A rule of law that a finding applies, and how.' })
export class Classification extends withRow(Object, CLASSIFICATION) {
  @Field(() => String, { description: 'What the code stands for, in our words.' })
  title!: string;
}

/** What has become of a finding by a day is its `status`; how far its checking has come has another name. */
const FINDING_ANSWER = { ...FINDING, checkingStatus: CLAIM.status };

@answerFields(FINDING_ANSWER)
@ObjectType({
  implements: [Node, Recorded, Statement],
  description:
    'A statement of a body about what happened, which law applies, or who is responsible. Every person is presumed innocent unless finally convicted.',
})
export class Finding extends withRow(Statement, FINDING_ANSWER) {
  @Field(() => [Classification], { description: 'The rules of law that it applies.' })
  classifications!: Classification[];
}

export const FindingRelation = graphqlEnum(
  {
    AFFIRMS: 'It upholds the earlier finding.',
    REVERSES: 'It reverses the earlier finding. A reversed finding supports nothing.',
    REPLACES: 'It replaces the earlier finding.',
    FOLLOWS: 'It comes later in the same matter, or assesses the earlier finding.',
  },
  'FindingRelation',
  'How one finding relates to an earlier one.',
);

@answerFields(LEGAL_CODE)
@ObjectType({ description: 'A rule of law, or a category of them.' })
export class LegalCode extends withRow(Object, LEGAL_CODE) {}
