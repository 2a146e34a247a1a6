import { ArgsType, Field } from 'type-graphql';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';

@ArgsType()
export class TenuresArgs {
  @Field(() => DayScalar, { description: 'The first requested day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'The last requested day.' })
  to!: string;

  @Field(() => EvidenceLens, {
    nullable: true,
    description: 'Which evidence counts. Default: the lens of the parent.',
  })
  lens?: EvidenceLens | null;
}
