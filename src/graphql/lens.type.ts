import { Field, ID, InputType } from 'type-graphql';
import type { Lens } from '../model/lens.js';
import type { CLAIM_STATUS, DOUBT, RELIABILITY, Word } from '../model/vocabulary.js';
import { ClaimStatus, Doubt, Reliability } from './enums.js';
import { DayScalar, InstantScalar } from './scalars.js';

@InputType({
  description:
    'Which evidence counts. A claim counts if at least one of its citations counts that is not secondary. A lens on a field applies to everything below it, until another lens replaces it.',
})
export class EvidenceLens implements Lens {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Only reports published by the end of this day. An undated report counts from the day it was retrieved; without such a day it does not count.',
  })
  publishedBy?: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Only what this graph held at this instant. With it an answer can be repeated.',
  })
  recordedBy?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Reports that do not count.' })
  excludeReports?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Datasets whose claims and reports do not count.' })
  excludeDatasets?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Bodies whose reports do not count.' })
  excludePublishers?: string[] | null;

  @Field(() => Reliability, {
    nullable: true,
    description: 'The lowest reliability of a report that counts. F (cannot be judged) satisfies no minimum except F.',
  })
  minReliability?: Word<typeof RELIABILITY> | null;

  @Field(() => [ClaimStatus], {
    nullable: true,
    description: 'The statuses of claims that count. Default: ACCEPTED and CONFLICT.',
  })
  statuses?: Word<typeof CLAIM_STATUS>[] | null;

  @Field(() => [Doubt], { nullable: true, description: 'Claims with one of these doubts do not count.' })
  withoutDoubts?: Word<typeof DOUBT>[] | null;
}
