import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Needs } from '../graphql/needs.js';
import { InstantScalar } from '../graphql/scalars.js';
import { ReadEntry } from './reads.type.js';

@Resolver()
export class ReadsResolver {
  @Needs('ADMINISTER')
  @Query(() => [ReadEntry], {
    description: 'The requests of senders who may see more than what is public, latest first.',
  })
  reads(
    @Arg('actor', () => String, { nullable: true, description: 'Only those of this sender.' }) actor: string | null,
    @Arg('before', () => InstantScalar, { nullable: true, description: 'Only those before this instant.' })
    before: string | null,
    @Arg('first', () => Int, {
      nullable: true,
      description: 'How many: 1 to 1000, and all of the instant of the last of them. Default: 100.',
    })
    first: number | null,
    @Ctx() context: Context,
  ) {
    return context.readAudit.list({ actor, before, first });
  }
}
