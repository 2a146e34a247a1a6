import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { recordsById } from '../../entities/claim/record.lookup.js';
import { Node } from '../../graphql/node.type.js';
import { ChangesArgs } from './changes.args.js';
import { Change, ChangeConnection, ChangeOp } from './changes.type.js';
import { pageOfChanges } from './page.lookup.js';

@Resolver(() => Change)
export class ChangesResolver {
  @Query(() => ChangeConnection, {
    description:
      'What changed since a state of the graph. It keeps a snapshot up to date: the snapshot at one cursor plus the changes since then equals the snapshot at the next cursor.',
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() context: Context) {
    return pageOfChanges(context, args);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description:
      'The record in the later state; null for DEL, and for a statement one of whose ends the client may not know of: its line is without that link.',
  })
  async node(@Root() { op, id, view }: Change, @Ctx() context: Context) {
    return op === ChangeOp.DEL ? null : (await recordsById(context, view, [id]))[0];
  }
}
