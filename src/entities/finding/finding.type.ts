import { Field, ObjectType } from 'type-graphql';
import { Cited } from '../../graphql/citation.type.js';
import { Certainty, ClaimStatus, FindingType, graphqlEnum, ProofDomain, StandardOfProof } from '../../graphql/enums.js';
import { Node, Recorded } from '../../graphql/node.type.js';
import type {
  CERTAINTY,
  CLAIM_STATUS,
  FINDING_TYPE,
  PROOF_DOMAIN,
  STANDARD_OF_PROOF,
  Word,
} from '../../model/vocabulary.js';

@ObjectType({ description: 'A rule of law that a finding applies, and how.' })
export class Classification {
  @Field(() => String, {
    description:
      'Legal code: `8(2)(a)(vii)-1` of the Rome Statute, or a category such as WAR_CRIMES where the source names no article.',
  })
  code!: string;

  @Field(() => String, { description: 'What the code stands for, in our words.' })
  title!: string;

  @Field(() => Certainty, { description: 'How firmly the body says so.' })
  certainty!: Word<typeof CERTAINTY>;

  @Field(() => String, { nullable: true, description: 'The legal words of the body.' })
  asStated!: string | null;

  @Field(() => [String], { description: 'Modes of liability, as stated: `25(3)(a)`, `28(b)`, or in words.' })
  modes!: string[];
}

@ObjectType({
  implements: [Node, Recorded, Cited],
  description:
    'A statement of a body about what happened, which law it falls under, or who answers for it. Every person is presumed innocent unless finally convicted.',
})
export class Finding extends Cited {
  byId!: string;
  aboutIds!: string[];
  concernsIds!: string[];
  affirmsIds!: string[];
  reversesIds!: string[];
  replacesIds!: string[];
  followsIds!: string[];

  @Field(() => FindingType, { description: 'What kind of statement it is.' })
  type!: Word<typeof FINDING_TYPE>;

  @Field(() => String, { description: 'A title in our words.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it says, in our words.' })
  summary!: string | null;

  @Field(() => StandardOfProof, { description: 'The standard of proof, in common terms.' })
  standard!: Word<typeof STANDARD_OF_PROOF>;

  @Field(() => String, {
    nullable: true,
    description: 'The standard in the words of the body; null where it states none.',
  })
  standardAsStated!: string | null;

  @Field(() => ProofDomain, { description: 'The kind of proceedings; standards compare only within one.' })
  proofDomain!: Word<typeof PROOF_DOMAIN>;

  @Field(() => String, { nullable: true, description: 'When it was decided, EDTF level 1.' })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'When it was published, EDTF level 1.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'When the conduct it speaks of began, EDTF level 1.' })
  conductFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'When the conduct it speaks of ended, EDTF level 1.' })
  conductTo!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person was tried in absentia; null where the source does not say.',
  })
  inAbsentia!: boolean | null;

  @Field(() => [Classification], { description: 'The rules of law that it applies.' })
  classifications!: Classification[];

  @Field(() => ClaimStatus, { description: 'How far its checking has come.' })
  checkingStatus!: Word<typeof CLAIM_STATUS>;
}

export const FindingRelation = graphqlEnum(
  {
    AFFIRMS: 'Upholds it.',
    REVERSES: 'Sets it aside; what it reverses supports nothing.',
    REPLACES: 'Takes its place.',
    FOLLOWS: 'Comes after it in the same matter, or assesses it.',
  },
  'FindingRelation',
  'How one finding bears on an earlier one.',
);

@ObjectType({ description: 'A rule of law, or a category of them.' })
export class LegalCode {
  @Field(() => String, { description: 'The code, in canonical form.' })
  code!: string;

  @Field(() => String, { description: 'What it stands for, in our words.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The code that it lies in.' })
  within!: string | null;
}
