import { ArgsType, Field } from 'type-graphql';
import { IncidentKind } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Days } from '../../model/date-range.js';
import { END_OF_DAYS } from '../../model/date-range.js';
import type { INCIDENT_KIND, Word } from '../../model/vocabulary.js';
import { checkedDays } from '../command/days.args.js';

@ArgsType()
export class CommandedIncidentsArgs {
  @Field(() => DayScalar, { nullable: true, description: 'Only incidents that may have continued until this day.' })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only incidents that may have begun by this day.' })
  to?: string | null;

  @Field(() => [IncidentKind], { nullable: true, description: 'Only incidents of any of these kinds.' })
  kinds?: Word<typeof INCIDENT_KIND>[] | null;

  @Field(() => EvidenceLens, {
    nullable: true,
    description: 'Which evidence counts. Default: the lens of the parent.',
  })
  lens?: EvidenceLens | null;
}

@ArgsType()
export class UnitIncidentsArgs extends CommandedIncidentsArgs {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether to include incidents by units that were under it on the day of the incident.',
  })
  includeSubordinates!: boolean;
}

/** The filter in one form, however it was written: all days by default, each kind once and in order. */
export function filterOf({ from, to, kinds }: CommandedIncidentsArgs): Days & { kinds: string[] | null } {
  const days = checkedDays({ from: from ?? '0000-01-01', to: to ?? END_OF_DAYS });
  return { ...days, kinds: kinds ? [...new Set(kinds)].sort() : null };
}
