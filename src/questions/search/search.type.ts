import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import type { View } from '../../model/lens.js';

/** What is found by names. */
export const ENTITY_KINDS = { Person: 'People.', Unit: 'Units.', Body: 'Bodies.', Location: 'Locations.' };
/** What is found by titles and summaries. */
export const TEXT_KINDS = { Incident: 'Incidents.', Finding: 'Findings.', Report: 'Reports.' };

export const SearchKind = graphqlEnum(
  { ...ENTITY_KINDS, ...TEXT_KINDS },
  'SearchKind',
  'The kinds of records that a search finds: by their names, or by their titles and summaries.',
);

@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description:
      'A name or a part of one, or words of a title or summary, in Latin or Cyrillic letters, in any usual romanisation; up to 200 characters.',
  })
  text!: string;

  @Field(() => [SearchKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: (keyof typeof SearchKind)[] | null;

  @Field(() => Int, { defaultValue: 10, description: 'Maximum number of hits: 1 to 50.' })
  first!: number;

  @Field(() => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
  lens?: EvidenceLens | null;
}

@ObjectType({ description: 'A record that a search found.' })
export class SearchHit {
  view!: View;
  id!: string;
  label!: string;
  nameId!: string | null;

  @Field(() => String, { description: 'The name, title or summary that matched.' })
  matched!: string;

  @Field(() => Float, {
    description:
      'From 20 to 100. Of a name: how alike it and the text are, as in reconciliation; from 60 on they are more often one name than two. So of a title; one that holds all of the text has at least 60, and a summary 50. Nothing hidden bears on it.',
  })
  score!: number;
}
