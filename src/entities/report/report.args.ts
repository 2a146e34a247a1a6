import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { RootArgs } from '../../graphql/entity.args.js';
import { graphqlEnum, Reliability } from '../../graphql/enums.js';
import { PageArgs } from '../../graphql/page.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { RELIABILITY, Word } from '../../model/vocabulary.js';

export const ReportOrder = graphqlEnum(
  { PUBLISHED_DESC: 'The latest first.', PUBLISHED: 'The earliest first.', TITLE: 'By title, from A to Z.' },
  'ReportOrder',
  'How a list of reports is ordered, by publication or title.',
);

export const StatementKind = graphqlEnum(
  {
    Claim: 'Claims of every kind.',
    Incident: 'Incidents.',
    Finding: 'Findings.',
    Posting: 'Tenures of posts.',
    CommandLink: 'Links between units.',
    Positioning: 'Sites and areas of operations.',
    Attribution: 'Attributions of incidents.',
    IncidentLink: 'Links of incidents with others.',
    Name: 'Names.',
    Affiliation: 'Parts of bodies.',
    Identifier: "Others' identifiers.",
    Fact: 'Values of properties.',
    Indicator: 'Indicators of an element of command responsibility.',
    Measure: 'Measures to prevent, stop or punish.',
    Demand: 'Demands of bodies.',
  },
  'StatementKind',
  'Kinds of statements that cite reports.',
);

@InputType({ description: 'Which reports to list. All conditions must hold.' })
export class ReportFilter {
  @Field(() => String, { nullable: true, description: 'A part of the title.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'The body that published it.' })
  publisher?: string | null;

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

  @Field(() => String, { nullable: true, description: 'Language, BCP 47.' })
  language?: string | null;

  @Field(() => [Reliability], { nullable: true, description: 'Any of these grades.' })
  reliabilities?: Word<typeof RELIABILITY>[] | null;

  @Field(() => ID, { nullable: true, description: 'The dataset that it came with.' })
  dataset?: string | null;
}

@ArgsType()
export class ReportsUnderArgs extends PageArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which reports.' })
  filter?: ReportFilter | null;

  @Field(() => ReportOrder, { defaultValue: 'PUBLISHED_DESC', description: 'The order.' })
  orderBy!: keyof typeof ReportOrder;
}

@ArgsType()
export class ReportsArgs extends RootArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which reports.' })
  filter?: ReportFilter | null;

  @Field(() => ReportOrder, { defaultValue: 'PUBLISHED_DESC', description: 'The order.' })
  orderBy!: keyof typeof ReportOrder;
}

@ArgsType()
export class StatementsArgs extends PageArgs {
  @Field(() => [StatementKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: (keyof typeof StatementKind)[] | null;
}
