import { Field, ObjectType } from 'type-graphql';
import type { EndHardness as EndWord, StartHardness as StartWord } from '../model/date-range.js';
import { EndBound, StartBound } from './enums.js';
import { DayScalar } from './scalars.js';

@ObjectType({
  description:
    'What a source says of a span of time. Both ends are given: a date as the source wrote it, the days it may mean, and how firm it is.',
})
export class DateRange {
  @Field(() => String, {
    description:
      'First date, EDTF level 1: `2014`, `2014-03`, `2014-03-14`, with `~` (approximate), `?` (uncertain) or `%` (both).',
  })
  first!: string;

  @Field(() => DayScalar, { description: 'The earliest day that the first date may mean.' })
  firstMin!: string;

  @Field(() => DayScalar, { description: 'The latest day that the first date may mean.' })
  firstMax!: string;

  @Field(() => StartBound, { name: 'firstBound', description: 'Whether it began then or is first cited then.' })
  firstHardness!: StartWord;

  @Field(() => String, { description: 'Last date, EDTF level 1.' })
  last!: string;

  @Field(() => DayScalar, { description: 'The earliest day that the last date may mean.' })
  lastMin!: string;

  @Field(() => DayScalar, { description: 'The latest day that the last date may mean.' })
  lastMax!: string;

  @Field(() => EndBound, {
    name: 'lastBound',
    description: 'Whether it ended then, is last cited then, or was assumed to go on.',
  })
  lastHardness!: EndWord;
}
