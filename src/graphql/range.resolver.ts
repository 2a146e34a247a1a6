import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { coverOn } from '../model/date-range.js';
import { Cover } from './enums.js';
import { DateRange, impreciseRange } from './range.type.js';
import { DayScalar } from './scalars.js';

@Resolver(() => DateRange)
export class DateRangeResolver {
  @FieldResolver(() => Cover, {
    description:
      'How this range alone covers a day, whatever its sources can know of it; the `cover` of the claim asks that too.',
  })
  cover(@Root() range: DateRange, @Arg('on', () => DayScalar, { description: 'The day.' }) on: string) {
    return coverOn(impreciseRange(range), on);
  }
}
