import { ArgsType, ID, InputType } from 'type-graphql';
import { graphqlEnum, ProposalState } from '../../graphql/enums.js';
import { optional, required } from '../../graphql/input-fields.js';
import { PageArgs } from '../../graphql/page.type.js';
import { CLAIM_STATUS } from '../../model/vocabulary.js';
import { CitationInput } from './inputs/claim-input.args.js';
import { RecordInput } from './inputs/record-input.args.js';

/** What the mutations of curation take. */

const { ACCEPTED: _, ...DISPUTED } = CLAIM_STATUS;
export const DisputedStatus = graphqlEnum(DISPUTED, 'DisputedStatus', 'What is wrong with a claim.');

@InputType()
abstract class Reasoned {
  @required(() => String, 'The reason, for the journal.')
  reason!: string;
}

@InputType()
abstract class OfVersion extends Reasoned {
  @required(() => ID, 'The id of the record.')
  id!: string;

  @required(() => String, 'The `version` that you saw. The change is refused if the record has changed since.')
  version!: string;
}

@InputType({ description: 'A record to add.' })
export class RecordCreateInput extends Reasoned {
  @required(() => ID, 'The dataset that it belongs to.')
  dataset!: string;

  @required(() => RecordInput, 'The record.')
  record!: RecordInput;
}

@InputType({ description: 'What a record is to say in place of what it says.' })
export class ClaimCorrectInput extends OfVersion {
  @required(
    () => RecordInput,
    'The corrected record, in full and of the same kind: a claim, or the incident, finding or report with its own id and without the claims about it.',
  )
  record!: RecordInput;
}

@InputType({ description: 'A claim to dispute.' })
export class ClaimDisputeInput extends OfVersion {
  @required(() => DisputedStatus, 'The new status. Only CONFLICT counts for readers who request no other status.')
  status!: string;

  @optional(() => [CitationInput], 'Further reports to cite with it.')
  cites?: CitationInput[] | null;
}

@InputType({ description: 'A claim to accept.' })
export class ClaimAcceptInput extends OfVersion {}

@InputType({ description: 'A claim, incident, finding or report to retract.' })
export class ClaimRetractInput extends OfVersion {
  @optional(
    () => Boolean,
    'Whether to retract also the claims that would lose their last source or their subject. Default: no, and such a retraction is refused.',
  )
  withClaims?: boolean | null;
}

@InputType({ description: 'A dataset to add.' })
export class DatasetCreateInput extends Reasoned {
  @required(() => ID, 'Its id: lower-case words with hyphens.')
  id!: string;

  @required(() => String, 'Its title.')
  title!: string;

  @required(() => String, 'What it holds and where it is from.')
  description!: string;

  @required(() => String, 'Its licence.')
  licence!: string;

  @required(() => String, 'How to name its authors.')
  attribution!: string;

  @required(() => Boolean, 'Whether the licence permits redistribution.')
  redistribute!: boolean;

  @optional(() => [ID], 'The datasets to whose records its own records refer.')
  requires?: string[] | null;
}

@InputType({ description: 'A change to propose: exactly one of these fields.' })
export class ProposalCreateInput {
  @optional(() => RecordCreateInput, 'To add a record.')
  create?: RecordCreateInput | null;

  @optional(() => ClaimCorrectInput, 'To correct a claim, incident, finding or report.')
  correct?: ClaimCorrectInput | null;

  @optional(() => ClaimDisputeInput, 'To dispute a claim.')
  dispute?: ClaimDisputeInput | null;

  @optional(() => ClaimRetractInput, 'To retract a record.')
  retract?: ClaimRetractInput | null;
}

@InputType({ description: 'A decision on a proposal.' })
export class ProposalDecideInput extends Reasoned {
  @required(() => ID, 'The id of the proposal.')
  id!: string;
}

@ArgsType()
export class ProposalsArgs extends PageArgs {
  @optional(() => ProposalState, 'Only proposals in this state.')
  state?: string | null;
}
