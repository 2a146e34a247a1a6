import { ArgsType, Field } from 'type-graphql';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';

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
