import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Classification } from '../../entities/finding/finding.type.js';
import { ClaimStatus, Cover, Doubt, graphqlEnum, Reliability, StandardOfProof } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar, InstantScalar } from '../../graphql/scalars.js';
import type { Cover as CoverWord } from '../../model/date-range.js';
import type { RELIABILITY, STANDARD_OF_PROOF, Word } from '../../model/vocabulary.js';
import type { ClassificationEntry } from './case-file.rules.js';
import { ITEM_MARKS, type ItemMark } from './item.rules.js';

/** What the answers to questions are made of: references, items of evidence with their sources, and what all of it rests on. */

export const ItemMarkEnum = graphqlEnum(
  ITEM_MARKS,
  'ItemMark',
  'What a reader must know about an item before relying on it.',
);

@ObjectType({ description: 'A record by id and name; `node(id)` returns the whole record.' })
export class Reference {
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Field(() => String, { description: 'Its kind, as a type of this schema: Person, Unit, Incident, Report …' })
  label!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'A report on which another one draws, such as the announcement that a paper reports.' })
export class ReportOrigin {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Name of the body that published it.' })
  publisher!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its publisher is a party to the conflict; null if this was not assessed.',
  })
  partyToConflict!: boolean | null;
}

@ObjectType({ description: 'Where a report says it, with everything that a reader needs to check it by hand.' })
export class ItemSource {
  @Field(() => ID, { description: 'The report.' })
  reportId!: string;

  @Field(() => String, { description: 'Title of the report.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The body that published it; null if you may not know of it.' })
  publisherId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that body.' })
  publisher!: string | null;

  @Field(() => String, { nullable: true, description: 'When it was published, EDTF level 1.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The place in the report.' })
  pinpoint!: string | null;

  @Field(() => String, { nullable: true, description: 'What the passage says, in our words.' })
  paraphrase!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text in which the passage was read, if it is not the report itself.',
  })
  document!: string | null;

  @Field(() => Int, { nullable: true, description: 'The paragraph of that text, counted from 1.' })
  paragraph!: number | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the paragraph, in hexadecimal.' })
  passageSha256!: string | null;

  @Field(() => String, { nullable: true, description: 'Where its publisher published it.' })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the copy is that was read, if that is not the site of the publisher; null otherwise.',
  })
  copyUrl?: string;

  @Field(() => String, { nullable: true, description: 'Where a copy is archived.' })
  archivedUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'The day on which it was read.' })
  retrievedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The collector: who took the copy that was read; null if not recorded.',
  })
  collectedBy?: string;

  @Field(() => String, {
    nullable: true,
    description: 'When that copy was collected, EDTF level 1; null if not recorded.',
  })
  collectedAt?: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it was collected: the method and the program; null if not recorded.',
  })
  collectedWith?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The hash value: SHA-256 of the file as it was collected and read, in hexadecimal; null if not recorded.',
  })
  sha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What was checked of its source, its file and its content, how and with what result; null if not recorded.',
  })
  verification?: string;

  @Field(() => Reliability, { description: 'Reliability of the report, Admiralty scale; our grading.' })
  reliability!: Word<typeof RELIABILITY>;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its publisher is a party to the conflict; null if this was not assessed.',
  })
  partyToConflict!: boolean | null;

  @Field(() => [ReportOrigin], {
    nullable: true,
    description: 'The reports that it draws on, with which it counts as one source; null if none is recorded.',
  })
  derivedFrom?: readonly ReportOrigin[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'True where it only passes on what the other sources say; it is no evidence of what was so on a day.',
  })
  secondary?: true;
}

@ObjectType({
  description: 'One statement of sources in an answer: what it says, how firm it is, and where to check it.',
})
export class EvidenceItem {
  @Field(() => ID, { name: 'statementId', description: 'Id of the claim, incident or finding.' })
  id!: string;

  @Field(() => String, {
    description: 'Its kind, as a type of this schema: Posting, CommandLink, Attribution, Finding …',
  })
  label!: string;

  @Field(() => String, { description: 'What it says, in one sentence of ours. Never more than its sources say.' })
  says!: string;

  @Field(() => Cover, {
    nullable: true,
    description: 'How its dates cover the requested day; null if it has no period.',
  })
  cover!: CoverWord | null;

  @Field(() => ClaimStatus, { description: 'How far this claim has been checked.' })
  status!: string;

  @Field(() => [Doubt], { nullable: true, description: 'What is doubtful about it; null if nothing is.' })
  doubts?: readonly string[];

  @Field(() => [String], {
    nullable: true,
    description: 'The words of the source behind each doubt, in the same order; null if nothing is doubtful.',
  })
  doubtsAsStated?: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      'What those who entered it say a reader must know, such as that modes are joined by "and/or" or that the text names a State; null if they say nothing.',
  })
  note?: string;

  @Field(() => [Classification], {
    nullable: true,
    description:
      'Of a finding: the rules of law that it applies, each with the modes of liability, how firmly the body says so, and its own words. They are charges only where the finding is an accusation of a prosecutor or a court. Null if it names no rule.',
  })
  classifications?: readonly ClassificationEntry[];

  @Field(() => String, {
    nullable: true,
    description: 'Of a finding: when the conduct began, EDTF level 1; null if it does not say.',
  })
  conductFrom?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a finding: when the conduct ended, EDTF level 1; null if it does not say.',
  })
  conductTo?: string;

  @Field(() => StandardOfProof, {
    nullable: true,
    description: 'Of a finding: the standard of proof, in common terms; null for other statements.',
  })
  standard?: Word<typeof STANDARD_OF_PROOF>;

  @Field(() => String, {
    nullable: true,
    description: 'Of a finding: the standard in the words of the body; null if it states none.',
  })
  standardAsStated?: string;

  @Field(() => Int, { description: 'Admiralty credibility, 1 to 5; 6 cannot be judged.' })
  credibility!: number;

  @Field(() => Int, {
    description:
      'Number of publishers that state it independently: they do not repeat each other and do not belong to one publisher group. 1 means a single source.',
  })
  independentPublishers!: number;

  @Field(() => Boolean, {
    description: 'Graded B2 or better: credibility 1 or 2, and a report of reliability A or B among its sources.',
  })
  firm!: boolean;

  @Field(() => [ItemMarkEnum], { description: 'What a reader must know before relying on it.' })
  marks!: readonly ItemMark[];

  @Field(() => Reference, {
    nullable: true,
    description:
      'The linked incident through which it bears on the requested one; null if it bears on that one itself.',
  })
  throughIncident?: Reference;

  @Field(() => [ItemSource], { description: 'Its citations under the lens; never empty.' })
  sources!: readonly ItemSource[];
}

@ObjectType({ description: 'A dataset, with the version that the answer uses.' })
export class DatasetVersion {
  @Field(() => ID, { name: 'dataset', description: 'The dataset.' })
  id!: string;

  @Field(() => String, { description: 'A hash of the statements in it that the reader may see.' })
  version!: string;
}

@ObjectType({
  description: 'The lens as applied. Sent back unchanged, it gives the same answer at any later time.',
})
export class LensUsed {
  @Field(() => DayScalar, { nullable: true, description: 'Only reports published by then; null: all reports.' })
  publishedBy!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'The instant of the last change that counted. Send it as `recordedBy` to get the same bytes.',
  })
  recordedBy!: string | null;

  @Field(() => [ID], { description: 'Reports that did not count.' })
  excludeReports!: readonly string[];

  @Field(() => [ID], { description: 'Datasets that did not count.' })
  excludeDatasets!: readonly string[];

  @Field(() => [ID], { description: 'Bodies whose reports did not count.' })
  excludePublishers!: readonly string[];

  @Field(() => [Reliability], { description: 'The grades of reports that counted.' })
  reliabilities!: readonly string[];

  @Field(() => [ClaimStatus], { description: 'The statuses of claims that counted.' })
  statuses!: readonly string[];

  @Field(() => [Doubt], {
    nullable: true,
    description: 'The doubts for which claims did not count; null: claims counted whatever their doubts.',
  })
  withoutDoubts?: readonly string[];
}

@ObjectType({
  description: 'What an answer rests on. With it the answer can be cited, and the same question gives the same bytes.',
})
export class AnswerBasis {
  @Field(() => LensUsed, { description: 'The lens.' })
  lens!: LensUsed;

  @Field(() => [DatasetVersion], { description: 'The datasets that the reader may see, each with its version.' })
  datasets!: readonly DatasetVersion[];

  @Field(() => String, {
    description:
      'SHA-256 over the question, the lens, the dataset versions and the whole answer, in hexadecimal. It does not depend on the fields requested.',
  })
  contentHash!: string;

  @Field(() => String, { description: 'What an answer of this graph means, and what it does not mean.' })
  notice!: string;
}

/** What every answer to a question carries. */
@ObjectType()
export abstract class Answer {
  @Field(() => AnswerBasis, { description: 'What the answer rests on: lens, dataset versions, content hash.' })
  basis!: AnswerBasis;
}

@ArgsType()
export class LensArgs {
  @Field(() => EvidenceLens, {
    nullable: true,
    description: 'Which evidence counts. Default: the lens of the parent.',
  })
  lens?: EvidenceLens | null;
}

@ArgsType()
export class DayArgs extends LensArgs {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day of the assessment, within the incident. Default: all its days, where the question is of elements; else its first likely day.',
  })
  on?: string | null;
}
