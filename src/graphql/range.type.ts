import { Field, ObjectType } from 'type-graphql';
import type { EndHardness as EndWord, ImpreciseRange, StartHardness as StartWord } from '../model/date-range.js';
import { EndBound, StartBound } from './enums.js';
import { DayScalar } from './scalars.js';

@ObjectType({
  description:
    'A period, as a source gives it. Each end has a date as the source wrote it, the days that the date may mean, and the kind of bound.',
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

  @Field(() => StartBound, {
    name: 'firstBound',
    description: 'Whether the period started then, or is first cited then.',
  })
  firstHardness!: StartWord;

  @Field(() => String, { description: 'Last date, EDTF level 1.' })
  last!: string;

  @Field(() => DayScalar, { description: 'The earliest day that the last date may mean.' })
  lastMin!: string;

  @Field(() => DayScalar, { description: 'The latest day that the last date may mean.' })
  lastMax!: string;

  @Field(() => EndBound, {
    name: 'lastBound',
    description: 'Whether the period ended then, is last cited then, or is assumed to continue.',
  })
  lastHardness!: EndWord;
}

/** A range of an answer as the rules of dates read it. */
export const impreciseRange = (range: DateRange): ImpreciseRange => ({
  first: { text: range.first, min: range.firstMin, max: range.firstMax },
  firstHardness: range.firstHardness,
  last: { text: range.last, min: range.lastMin, max: range.lastMax },
  lastHardness: range.lastHardness,
});
