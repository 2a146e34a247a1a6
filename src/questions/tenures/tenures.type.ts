import { Field, ObjectType } from 'type-graphql';
import { Cover, PostRole } from '../../graphql/enums.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Cover as CoverWord, Days } from '../../model/date-range.js';
import type { POST_ROLE, Word } from '../../model/vocabulary.js';
import { Answer, EvidenceItem, Reference } from '../case-file/answer.type.js';

@ObjectType({ description: 'A period of days; both ends are included.' })
export class DaySpan implements Days {
  @Field(() => DayScalar, { description: 'Its first day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'Its last day.' })
  to!: string;
}

@ObjectType({ description: 'Days of a tenure on which sources say the same.' })
export class TenureSpan extends DaySpan {
  @Field(() => PostRole, { description: 'The role on these days.' })
  role!: Word<typeof POST_ROLE>;

  @Field(() => Cover, { description: 'The firmest cover among the claims.' })
  cover!: CoverWord;

  @Field(() => Boolean, { description: 'Whether every claim for these days is marked CONFLICT.' })
  isDisputed!: boolean;
}

@ObjectType({
  description: 'A post of command that a person held without a break within the requested days, according to sources.',
})
export class Tenure extends DaySpan {
  @Field(() => Reference, { description: 'Who held it.' })
  person!: Reference;

  @Field(() => PostRole, {
    description: 'The role on its first day. `spans` show where another role followed without a break.',
  })
  role!: Word<typeof POST_ROLE>;

  @Field(() => [TenureSpan], { description: 'How firmly sources state it, from its first day to its last.' })
  spans!: readonly TenureSpan[];

  @Field(() => [EvidenceItem], {
    description: 'The claims, with their sources; `cover` is the firmest cover of each claim within the tenure.',
  })
  items!: readonly EvidenceItem[];
}

@ObjectType({ description: 'Days for which sources place more than one person in command.' })
export class TenureOverlap extends DaySpan {
  @Field(() => [Reference], { description: 'Who they are.' })
  people!: readonly Reference[];

  @Field(() => Boolean, { description: 'Whether one of the claims is marked CONFLICT.' })
  isConflict!: boolean;
}

@ObjectType({
  description: 'Who commanded or headed a unit between two days: one after another, several at once, or nobody.',
})
export class CommandersAnswer extends Answer {
  @Field(() => Reference, { description: 'The unit.' })
  unit!: Reference;

  @Field(() => DayScalar, { description: 'The first requested day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last requested day.' })
  to!: string;

  @Field(() => [Tenure], {
    description: 'Commanders, heads and acting commanders, ordered by their first day in the requested period.',
  })
  tenures!: readonly Tenure[];

  @Field(() => [DaySpan], {
    description: 'Days for which no source cites, imprecisely covers or assumes a commander or head.',
  })
  gaps!: readonly DaySpan[];

  @Field(() => [TenureOverlap], { description: 'Days with more than one commander or head.' })
  overlaps!: readonly TenureOverlap[];
}
