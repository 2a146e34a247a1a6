import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { View } from '../model/lens.js';
import type { ACCESS, LEGACY_CONFIDENCE, Word } from '../model/vocabulary.js';
import { Access, LegacyConfidence } from './enums.js';
import { type Labelled, Node, Recorded } from './node.type.js';

@ObjectType({ description: 'Where a report says what a claim says.' })
export class Citation {
  view!: View;
  reportId!: string;

  @Field(() => String, { nullable: true, description: 'The place in the report: a paragraph, page or "whole page".' })
  pinpoint!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the passage says, in our words; sentences of sources are not stored.',
  })
  paraphrase!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text in which the passage was read, where it is not the report itself.',
  })
  document!: string | null;

  @Field(() => Int, { nullable: true, description: 'The paragraph of that text, counted from 1.' })
  paragraph!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the paragraph, in hexadecimal, so that a reader can check that the passage is unchanged.',
  })
  passageSha256!: string | null;
}

@InterfaceType('Cited', {
  resolveType: (row: unknown) => (row as Labelled).label,
  implements: [Node, Recorded],
  description:
    'A statement of sources: a claim, an incident or a finding. It counts while one of its citations survives the lens.',
})
export abstract class Cited extends Recorded {
  @Field(() => [Citation], { description: 'The citations that survive the lens, in the order of report and place.' })
  citations!: Citation[];

  @Field(() => Int, {
    description: 'Admiralty credibility, 1 (confirmed) to 5 (improbable); 6 means that it cannot be judged.',
  })
  credibility!: number;

  @Field(() => LegacyConfidence, {
    nullable: true,
    description: 'The confidence that an imported record stated.',
  })
  legacyConfidence!: Word<typeof LEGACY_CONFIDENCE> | null;

  @Field(() => Access, { description: 'Who may see it.' })
  access!: Word<typeof ACCESS>;
}
