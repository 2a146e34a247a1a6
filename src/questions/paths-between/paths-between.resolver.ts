import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import type { CommandLink } from '../../entities/claim/claim.type.js';
import { idsLeft, recordsByLabel } from '../../entities/claim/record.lookup.js';
import { Statement } from '../../graphql/citation.type.js';
import { Node } from '../../graphql/node.type.js';
import { COMMAND_KINDS } from '../../model/command-words.js';
import { ApiError } from '../../model/errors.js';
import type { View } from '../../model/lens.js';
import { type PathNode, type PlainStep, stepsOf } from './paths-between.rules.js';
import { DEFAULT_STEPS, Path, PathStep, PathsArgs } from './paths-between.type.js';

@Resolver(() => PathStep)
export class PathsBetweenResolver {
  @Query(() => [Path], {
    description: 'The shortest paths between two records. Each step names the statement that makes it.',
  })
  async pathsBetween(@Args() args: PathsArgs, @Ctx() context: Context): Promise<Path[]> {
    const { on = null, cover, through, maxLength, first } = args;
    if (maxLength < 1 || maxLength > 8)
      throw new ApiError('BAD_INPUT', `Expected \`maxLength\` from 1 to 8; got ${maxLength}.`);
    if (first < 1 || first > 50) throw new ApiError('BAD_INPUT', `Expected \`first\` from 1 to 50; got ${first}.`);
    const view = context.view(args.lens);
    const [a = args.a, b = args.b] = await idsLeft(context, view, [args.a, args.b]);
    const rows = await context
      .loaders(view)
      .paths.between(maxLength, a, b, on, cover, through ?? DEFAULT_STEPS)
      .load('');
    const countsByRow = await Promise.all(rows.map(({ nodes }) => this.stands(nodes, view, args, context)));
    const paths = rows
      .filter((_row, index) => countsByRow[index])
      .map(({ nodes, edges }) => stepsOf(nodes, edges))
      .filter((steps) => steps.length <= maxLength)
      .sort((one, other) => one.length - other.length);
    return Promise.all(
      paths.slice(0, first).map(async (steps) => ({
        length: steps.length,
        steps: steps.map((step) => ({ ...step, view, on, cover })),
        commandOnly: (await Promise.all(steps.map((step) => this.carriesCommand(step, view, args, context)))).every(
          Boolean,
        ),
      })),
    );
  }

  @FieldResolver(() => Node, { description: 'Where the step begins.' })
  async from(@Root() { from, view }: PathStep, @Ctx() context: Context) {
    return (await recordsByLabel(context, view, [from]))[0];
  }

  @FieldResolver(() => Node, { description: 'Where the step ends.' })
  async to(@Root() { to, view }: PathStep, @Ctx() context: Context) {
    return (await recordsByLabel(context, view, [to]))[0];
  }

  @FieldResolver(() => Statement, {
    description: 'The claim, incident or finding that makes the step, with its citations.',
  })
  async by(@Root() { by, view, on, cover }: PathStep, @Ctx() context: Context) {
    return (await recordsByLabel(context, view, [by], { on, cover }))[0];
  }

  /**
   * Whether the reader may know the ends of each claim and finding that do not lie on the way, and every dated claim holds
   * on the day, and none is overruled by a stated end of another.
   */
  private async stands(nodes: readonly PathNode[], view: View, { on = null, cover }: PathsArgs, context: Context) {
    const statements = nodes.filter(({ statement, label }) => statement && label !== 'Incident');
    const found = await recordsByLabel(context, view, statements, { on, cover });
    return found.every((row) => row !== null);
  }

  private async carriesCommand(
    { by, relation }: PlainStep,
    view: View,
    { on, cover }: PathsArgs,
    context: Context,
  ): Promise<boolean> {
    // Whoever appoints to a post need not command there.
    if (by.label === 'Posting') return !relation.includes('APPOINTED_BY');
    if (by.label !== 'CommandLink') return false;
    const { byId } = context.loaders(view).claim;
    const link = (await byId('CommandLink', on, cover).load(by.id)) as CommandLink | null;
    return link !== null && COMMAND_KINDS.includes(link.kind);
  }
}
