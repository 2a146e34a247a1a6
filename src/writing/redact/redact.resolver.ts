import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { Needs } from '../../graphql/needs.js';
import { recordRedact } from './record-redact.change.js';
import { RecordRedactInput } from './redact.args.js';
import { RecordRedactPayload } from './redact.type.js';

@Resolver()
export class RedactResolver {
  @Needs('REDACT')
  @Mutation(() => RecordRedactPayload, {
    description:
      'Takes records out of every instant, export and feed, and what the journal holds of them. It cannot be undone. Records keep their id and their hash; the feed tells partners to drop them. For what was merely wrong, use `claimRetract` or `claimCorrect`.',
  })
  async recordRedact(
    @Arg('input', () => RecordRedactInput, { description: 'What to redact, and why.' }) input: RecordRedactInput,
    @Ctx() context: Context,
  ) {
    const { result, ...attempt } = await context.attempt(recordRedact(input, context.actor));
    if (result) await context.forgetImported(input.words ?? []);
    const { redacted = [], entries = 0, remains = [], remainsCount = 0 } = result ?? {};
    return { ...attempt, redacted, entries, remains, remainsCount };
  }
}
