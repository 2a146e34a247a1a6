import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/change.type.js';
import { ProposalState, ProposedAction } from '../../graphql/enums.js';
import { Node } from '../../graphql/node.type.js';
import { InstantScalar } from '../../graphql/scalars.js';

/** Proposals, and what the mutations of curation answer. */

@ObjectType({
  description: 'A change that somebody proposes. It is not part of the records until an editor accepts it.',
})
export class Proposal {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ProposalState, { description: 'Its state.' })
  state!: keyof typeof ProposalState;

  @Field(() => ProposedAction, { description: 'The requested action.' })
  action!: keyof typeof ProposedAction;

  @Field(() => String, { description: 'The change in full, as JSON of the input.' })
  content!: string;

  @Field(() => String, { description: 'The reason, in the words of the proposer.' })
  reason!: string;

  @Field(() => String, { description: 'Who proposed it.' })
  by!: string;

  @Field(() => InstantScalar, { description: 'When it was proposed.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'The editor who decided it.' })
  decidedBy!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The reason for the decision.' })
  decision!: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of the journal entry of the decision.' })
  entry!: number | null;
}

@ObjectType()
abstract class WritePayload extends Payload {
  @Field(() => [String], {
    description:
      'Where the change took something otherwise than its input says: an id that was merged away stands for the record that is left.',
  })
  warnings!: readonly string[];
}

@ObjectType({ description: 'The result of adding a record.' })
export class RecordCreatePayload extends WritePayload {
  @Field(() => Node, { nullable: true, description: 'The record.' })
  record!: Node | null;

  @Field(() => Boolean, {
    description: 'Whether any part of it is new; false if it existed with the same content.',
  })
  created!: boolean;
}

@ObjectType({ description: 'The result of restating a claim.' })
export class ClaimPayload extends WritePayload {
  @Field(() => Node, {
    nullable: true,
    description:
      'The record as it is now: a claim with its own new id, an incident, finding or report with its old one.',
  })
  claim!: Node | null;
}

@ObjectType({ description: 'The result of a retraction.' })
export class ClaimRetractPayload extends Payload {
  @Field(() => Node, { nullable: true, description: 'The record as it was.' })
  record!: Node | null;

  @Field(() => [ID], { description: 'Everything that was retracted, including the record.' })
  retracted!: readonly string[];
}

@ObjectType({ description: 'The result of adding a dataset.' })
export class DatasetCreatePayload extends Payload {
  datasetId!: string | null;

  @Field(() => Boolean, { description: 'Whether the dataset is new; false if it existed already.' })
  created!: boolean;
}

@ObjectType({ description: 'The result of a proposal.' })
export class ProposalPayload extends WritePayload {
  @Field(() => Proposal, { nullable: true, description: 'The proposal.' })
  proposal!: Proposal | null;

  @Field(() => Node, { nullable: true, description: 'The record that the accepted proposal created or retracted.' })
  record!: Node | null;
}
