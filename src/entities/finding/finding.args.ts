import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { RootArgs } from '../../graphql/entity.args.js';
import {
  BodyKind,
  Certainty,
  FindingType,
  graphqlEnum,
  IncidentKind,
  ProofDomain,
  StandardOfProof,
} from '../../graphql/enums.js';
import { PageArgs } from '../../graphql/page.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type {
  BODY_KIND,
  CERTAINTY,
  FINDING_TYPE,
  INCIDENT_KIND,
  PROOF_DOMAIN,
  STANDARD_OF_PROOF,
  Word,
} from '../../model/vocabulary.js';

export const FindingOrder = graphqlEnum(
  { PUBLISHED_DESC: 'The latest first.', PUBLISHED: 'The earliest first.', TITLE: 'By title, from A to Z.' },
  'FindingOrder',
  'How a list of findings is ordered, by publication or title.',
);

@InputType({ description: 'Which findings to list. All conditions must hold.' })
export class FindingFilter {
  @Field(() => String, { nullable: true, description: 'A part of the title or summary, in any case and accents.' })
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Bodies that made it.' })
  by?: string[] | null;

  @Field(() => [BodyKind], { nullable: true, description: 'Kinds of the body that made it.' })
  bodyKinds?: Word<typeof BODY_KIND>[] | null;

  @Field(() => [FindingType], { nullable: true, description: 'Any of these types.' })
  types?: Word<typeof FINDING_TYPE>[] | null;

  @Field(() => [StandardOfProof], { nullable: true, description: 'Any of these standards.' })
  standards?: Word<typeof STANDARD_OF_PROOF>[] | null;

  @Field(() => [ProofDomain], { nullable: true, description: 'Any of these kinds of proceedings.' })
  proofDomains?: Word<typeof PROOF_DOMAIN>[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Legal codes, or codes that contain them: `8(2)(a)(vii)`, `8`, WAR_CRIMES. Spaces are ignored.',
  })
  codes?: string[] | null;

  @Field(() => [Certainty], { nullable: true, description: 'How firmly the body says that a code applies.' })
  certainties?: Word<typeof CERTAINTY>[] | null;

  @Field(() => [String], { nullable: true, description: 'Modes of liability, as stated.' })
  modes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'People or units that it is about.' })
  about?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Incidents that it concerns.' })
  concerns?: string[] | null;

  @Field(() => [IncidentKind], { nullable: true, description: 'Kinds of the incidents that it concerns.' })
  incidentKinds?: Word<typeof INCIDENT_KIND>[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A location; an incident that it concerns happened there or inside it.',
  })
  incidentWithin?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A location; the finding has a place of its own, or an incident that it concerns happened, there or inside it.',
  })
  within?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Decided on or after this day, by the last day that its date may mean.',
  })
  decidedFrom?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Decided on or before this day, by the last day that its date may mean.',
  })
  decidedTo?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Published on or after this day, by the last day that its date may mean, as the lens counts.',
  })
  publishedFrom?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Published on or before this day, by the last day that its date may mean, as the lens counts.',
  })
  publishedTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The dataset that it came with.' })
  dataset?: string | null;
}

@ArgsType()
export class FindingsUnderArgs extends PageArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which findings.' })
  filter?: FindingFilter | null;

  @Field(() => FindingOrder, { defaultValue: 'PUBLISHED_DESC', description: 'The order.' })
  orderBy!: keyof typeof FindingOrder;
}

@ArgsType()
export class FindingsArgs extends RootArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which findings.' })
  filter?: FindingFilter | null;

  @Field(() => FindingOrder, { defaultValue: 'PUBLISHED_DESC', description: 'The order.' })
  orderBy!: keyof typeof FindingOrder;
}
