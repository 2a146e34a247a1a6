import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EntityOrder, RootArgs } from '../../graphql/entity.args.js';
import { graphqlEnum, PostRole, UnitKind } from '../../graphql/enums.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { POST_ROLE, UNIT_KIND, Word } from '../../model/vocabulary.js';
import { FindingsUnderArgs } from '../finding/finding.args.js';

@InputType({ description: 'A post that somebody held. Omitted fields set no condition.' })
export class PostFilter {
  @Field(() => PostRole, { nullable: true, description: 'The role.' })
  role?: Word<typeof POST_ROLE> | null;

  @Field(() => ID, { nullable: true, description: 'The unit or body.' })
  at?: string | null;

  @Field(() => UnitKind, { nullable: true, description: 'The kind of the unit.' })
  unitKind?: Word<typeof UNIT_KIND> | null;

  @Field(() => String, { nullable: true, description: 'A part of the title as stated.' })
  title?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'A day that the period covers, at least under some reading or by assumption.',
  })
  on?: string | null;
}

@InputType({ description: 'Which people to list. All conditions must hold.' })
export class PersonFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A part of one of its names. For other spellings and scripts use `search`.',
  })
  name?: string | null;

  @Field(() => PostFilter, { nullable: true, description: 'A post that the person held.' })
  post?: PostFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a finding names the person.' })
  namedInFinding?: boolean | null;
}

@ArgsType()
export class PeopleArgs extends RootArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Which people.' })
  filter?: PersonFilter | null;

  @Field(() => EntityOrder, { defaultValue: 'NAME', description: 'The order.' })
  orderBy!: keyof typeof EntityOrder;
}

export const FindingReach = graphqlEnum(
  {
    NAMED: 'Findings that name the person.',
    COMMAND_PERIOD:
      "Also findings on incidents by units that were under the person's command on the day of the incident, and findings about such a unit that state both ends of a period of conduct during which the person commanded it. Never a finding against a State or about the fairness of a trial, unless it names the person.",
  },
  'FindingReach',
  'Which findings to include for a person. A finding that does not name the person says nothing about the person.',
);

@ArgsType()
export class PersonFindingsArgs extends FindingsUnderArgs {
  @Field(() => FindingReach, { defaultValue: 'NAMED', description: 'Which findings to include.' })
  reach!: keyof typeof FindingReach;
}
