import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/change.type.js';
import { ProposalState, ProposedAction } from '../../graphql/enums.js';
import { Node } from '../../graphql/node.type.js';
import { InstantScalar } from '../../graphql/scalars.js';

/** Proposals, and what the mutations of curation answer. */

@ObjectType({
  description: 'A change that somebody proposes. It is no part of the records until an editor accepts it.',
})
export class Proposal {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ProposalState, { description: 'What became of it.' })
  state!: keyof typeof ProposalState;

  @Field(() => ProposedAction, { description: 'What it asks for.' })
  action!: keyof typeof ProposedAction;

  @Field(() => String, { description: 'The change in full, as JSON of the input.' })
  content!: string;

  @Field(() => String, { description: 'Why, in the words of who proposes it.' })
  reason!: string;

  @Field(() => String, { description: 'Who proposes it.' })
  by!: string;

  @Field(() => InstantScalar, { description: 'When it was proposed.' })
  at!: string;

  @Field(() => String, { nullable: true, description: 'The editor who decided on it.' })
  decidedBy!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was decided on.' })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decision!: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of the entry in the journal by which it was decided.' })
  entry!: number | null;
}

@ObjectType({ description: 'What came of adding a record.' })
export class RecordCreatePayload extends Payload {
  @Field(() => Node, { nullable: true, description: 'The record.' })
  record!: Node | null;

  @Field(() => Boolean, {
    description: 'Whether anything of it is new; false where it was there with the same content.',
  })
  created!: boolean;
}

@ObjectType({ description: 'What came of stating a claim anew.' })
export class ClaimPayload extends Payload {
  @Field(() => Node, { nullable: true, description: 'The claim as it stands now, under an id of its own.' })
  claim!: Node | null;
}

@ObjectType({ description: 'What came of taking a record back.' })
export class ClaimRetractPayload extends Payload {
  @Field(() => Node, { nullable: true, description: 'The record as it was.' })
  record!: Node | null;

  @Field(() => [ID], { description: 'All that was taken back, the record among it.' })
  retracted!: readonly string[];
}

@ObjectType({ description: 'What came of adding a dataset.' })
export class DatasetCreatePayload extends Payload {
  datasetId!: string | null;

  @Field(() => Boolean, { description: 'Whether it is new; false where it was there already.' })
  created!: boolean;
}

@ObjectType({ description: 'What came of a proposal.' })
export class ProposalPayload extends Payload {
  @Field(() => Proposal, { nullable: true, description: 'The proposal.' })
  proposal!: Proposal | null;

  @Field(() => Node, { nullable: true, description: 'The record that an accepted proposal made, or took back.' })
  record!: Node | null;
}
