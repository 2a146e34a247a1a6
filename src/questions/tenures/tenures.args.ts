import { ArgsType, Field } from 'type-graphql';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Days } from '../../model/date-range.js';
import { ApiError } from '../../model/errors.js';

@ArgsType()
export class TenuresArgs {
  @Field(() => DayScalar, { description: 'The first day asked about.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last day asked about.' })
  to!: string;

  @Field(() => EvidenceLens, {
    nullable: true,
    description: 'Which evidence counts; by default that of the parent.',
  })
  lens?: EvidenceLens | null;
}

/** A window of days, the right way round. Throws a `BAD_INPUT` error. */
export function checkedDays({ from, to }: Days): Days {
  if (from > to) throw new ApiError('BAD_INPUT', `Expected \`from\` not to be after \`to\`; got ${from} and ${to}.`);
  return { from, to };
}
