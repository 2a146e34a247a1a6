import { Field, ObjectType } from 'type-graphql';
import type { FindingStatus } from '../../entities/finding/finding.rules.js';
import { FindingStatus as FindingStatusEnum, FindingType, ProofDomain, StandardOfProof } from '../../graphql/enums.js';
import type { FINDING_TYPE, PROOF_DOMAIN, STANDARD_OF_PROOF, Word } from '../../model/vocabulary.js';
import { Answer, EvidenceItem, Reference } from '../case-file/answer.type.js';

@ObjectType({ description: 'A finding on an incident, with its standard of proof.' })
export class BodyFinding {
  @Field(() => FindingType, { description: 'What kind of statement it is.' })
  type!: Word<typeof FINDING_TYPE>;

  @Field(() => StandardOfProof, { description: 'The standard of proof, in common terms.' })
  standard!: Word<typeof STANDARD_OF_PROOF>;

  @Field(() => String, { nullable: true, description: 'The standard in the words of the body.' })
  standardAsStated!: string | null;

  @Field(() => ProofDomain, { description: 'The kind of proceedings. Compare standards only within one kind.' })
  proofDomain!: Word<typeof PROOF_DOMAIN>;

  @Field(() => FindingStatusEnum, { description: 'The status of the finding, under the lens.' })
  status!: FindingStatus;

  @Field(() => [Reference], { description: 'The people and units that it is about.' })
  about!: readonly Reference[];

  @Field(() => EvidenceItem, { description: 'The finding, with its sources.' })
  item!: EvidenceItem;
}

@ObjectType({ description: 'A body and what it found on an incident.' })
export class BodyOnIncident {
  @Field(() => Reference, { description: 'The body.' })
  body!: Reference;

  @Field(() => [BodyFinding], { description: 'Its findings, the earliest first.' })
  findings!: readonly BodyFinding[];
}

@ObjectType({ description: 'Decisions that contradict each other.' })
export class Disagreement {
  @Field(() => Reference, {
    nullable: true,
    description: 'The person or unit that they disagree about; null for the incident as a whole.',
  })
  about!: Reference | null;

  @Field(() => String, { description: 'The disagreement in one sentence.' })
  sentence!: string;

  @Field(() => [EvidenceItem], { description: 'The findings.' })
  items!: readonly EvidenceItem[];
}

@ObjectType({ description: 'Which bodies addressed an incident, at which standard of proof, and where they disagree.' })
export class BodiesAnswer extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => [BodyOnIncident], { description: 'The bodies, ordered by their first finding.' })
  bodies!: readonly BodyOnIncident[];

  @Field(() => [Disagreement], { description: 'Decisions that contradict each other; empty if there are none.' })
  disagreements!: readonly Disagreement[];
}
