import { Args, Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { CommandLink, Posting } from '../../entities/claim/claim.type.js';
import { Person } from '../../entities/person/person.type.js';
import { Unit } from '../../entities/unit/unit.type.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { impreciseRange } from '../../graphql/range.type.js';
import { COMMANDING_ROLES } from '../../model/command-words.js';
import { ApiError } from '../../model/errors.js';
import { idUnder } from '../../model/merged-id.js';
import { gapsOf } from '../command/chain-gap.rules.js';
import { ChainGapEnum } from '../command/chain-gap.type.js';
import { competingHolders, postsOnDay } from '../command/posts.rules.js';
import { type Direction, MAX_DEPTH, walk } from '../command/walk.rules.js';
import { nearestLevels } from './chain-of-command.rules.js';
import {
  type ChainArgs,
  ChainArgs as ChainArguments,
  ChainOfCommand,
  type ChainQuestion,
  ChainUnit,
  DirectedChainArgs,
  HeldPost,
} from './chain-of-command.type.js';

/** Most units of one answer: a whole army below its staff is asked for in parts. */
const MAX_UNITS = 2_000;

@ObjectType({ description: 'A post of command on the day, and the units under it.' })
class Command {
  @Field(() => Posting, { description: 'The post.' })
  posting!: Posting;

  @Field(() => ChainOfCommand, { description: 'The unit of the post and every unit under it.' })
  chain!: ChainOfCommand;
}

/** The chain from a unit, for whoever asks: a unit or a person. */
export async function chainFrom(
  context: Context,
  unitId: string,
  question: ChainQuestion,
  depth: number,
): Promise<ChainOfCommand> {
  if (depth < 1 || depth > MAX_DEPTH)
    throw new ApiError('BAD_INPUT', `Expected \`depth\` from 1 to ${MAX_DEPTH}; got ${depth}.`);
  const { on, direction, kinds, cover } = question;
  const links = await context.loaders(question.view).chain.links(direction, on, kinds).load(unitId);
  const { levels, cycles } = walk(unitId, links, { direction, kinds, cover, depth });
  const near = direction === 'UP' ? ('subordinateId' as const) : ('superiorId' as const);
  const goesOn = new Set(
    links
      .filter((link) => kinds.includes(link.kind) && link.cover !== null && cover.includes(link.cover))
      .map((link) => link[near]),
  );
  const cut = levels.length > depth && levels.at(-1)?.some((step) => goesOn.has(step.unitId));
  const visibleLevels = nearestLevels(levels, MAX_UNITS);
  return {
    question,
    unitId,
    on,
    direction,
    levels: visibleLevels.map((steps, level) => ({
      level,
      units: steps.map(({ unitId: id, links: reached, otherLinks }) => ({
        question,
        unitId: id,
        isTop: !goesOn.has(id),
        links: [...reached],
        otherLinks: [...otherLinks],
      })),
    })),
    warnings: [
      ...cycles.map(
        (link) =>
          `The links form a cycle: ${link.subordinateId} stands under ${link.superiorId} and over it; the link ${link.id} is left out.`,
      ),
      ...(visibleLevels.length < levels.length
        ? [
            `The chain has more than ${MAX_UNITS} units: only levels 0 to ${visibleLevels.length - 1} are shown. Ask again from a unit on the last of them.`,
          ]
        : []),
      ...(cut ? [`The chain continues beyond the requested depth of ${depth}.`] : []),
    ],
  };
}

function questionOf(
  context: Context,
  parent: { readonly view: ChainQuestion['view'] },
  args: ChainArgs,
  direction: Direction,
): ChainQuestion {
  return { view: context.viewUnder(parent, args.lens), on: args.on, direction, kinds: args.kinds, cover: args.cover };
}

@Resolver(() => Unit)
export class UnitChainResolver {
  @FieldResolver(() => ChainOfCommand, {
    description:
      'Every superior (or subordinate) of the unit on a day, level by level, with the cover and citations of each link, and with conflicts and gaps.',
  })
  chainOfCommand(@Root() unit: Unit, @Args() args: DirectedChainArgs, @Ctx() context: Context) {
    const question = questionOf(context, unit, args, args.direction);
    return chainFrom(context, idUnder(unit, question.view), question, args.depth);
  }
}

@Resolver(() => Person)
export class PersonChainResolver {
  @FieldResolver(() => [Command], {
    description: 'The posts of command that the person held on a day, each with every unit under it.',
  })
  async unitsUnderCommand(
    @Root() person: Person,
    @Args() args: ChainArguments,
    @Ctx() context: Context,
  ): Promise<Command[]> {
    const question = questionOf(context, person, args, 'DOWN');
    const loaders = context.loaders(question.view);
    const postings = (
      await loaders.claim.list('Posting', 'OF', args.on, args.cover).load(idUnder(person, question.view))
    ).filter((posting) => COMMANDING_ROLES.includes(posting.role));
    const units = await Promise.all(postings.map((posting) => loaders.unit.byId.load(posting.atId)));
    const commanding = postings.filter((_posting, index) => units[index] !== null);
    return Promise.all(
      commanding.map(async (posting) => ({
        posting: posting as Posting,
        chain: await chainFrom(context, posting.atId, question, args.depth),
      })),
    );
  }
}

@Resolver(() => ChainOfCommand)
export class ChainResolver {
  @FieldResolver(() => Unit, { description: 'The requested unit.' })
  unit(@Root() chain: ChainOfCommand, @Ctx() context: Context) {
    return context.loaders(chain.question.view).unit.byId.load(chain.unitId);
  }
}

@Resolver(() => ChainUnit)
export class ChainUnitResolver {
  @FieldResolver(() => Unit, { description: 'The unit.' })
  unit(@Root() { question, unitId }: ChainUnit, @Ctx() context: Context) {
    return context.loaders(question.view).unit.byId.load(unitId);
  }

  @FieldResolver(() => [CommandLink], {
    description:
      'The links that connect the unit with units of the level below it (upward walk) or above it (downward walk); none at level 0.',
  })
  links(@Root() { links }: ChainUnit) {
    return links;
  }

  @FieldResolver(() => [CommandLink], {
    description:
      'Other links of the unit on the day that are not part of the chain: links of another kind, or with a cover that was not requested.',
  })
  otherLinks(@Root() { otherLinks }: ChainUnit) {
    return otherLinks;
  }

  @FieldResolver(() => [HeldPost], { description: 'Who held which post on the day, commanders first.' })
  async posts(@Root() unit: ChainUnit, @Ctx() context: Context): Promise<HeldPost[]> {
    return this.postsAt(unit, context);
  }

  @FieldResolver(() => [HeldPost], {
    description:
      'The posts in conflict: sources cite more than one commander or head for the day, and not because one took over from the other on it. Otherwise empty.',
  })
  async conflicts(@Root() unit: ChainUnit, @Ctx() context: Context): Promise<HeldPost[]> {
    const posts = await this.postsAt(unit, context);
    return competingHolders(
      posts,
      unit.question.on,
      ({ range }) => range && impreciseRange(range),
    ) as unknown as HeldPost[];
  }

  @FieldResolver(() => [ChainGapEnum], { description: 'What is missing at this unit.' })
  async gaps(@Root() unit: ChainUnit, @Ctx() context: Context) {
    const posts = await this.postsAt(unit, context);
    const row = await context.loaders(unit.question.view).unit.byId.load(unit.unitId);
    const commanderCited = posts.some((post) => COMMANDING_ROLES.includes(post.role));
    const state = {
      isTop: unit.isTop,
      placeholder: row?.placeholder ?? false,
      otherLinks: unit.otherLinks,
      commanderCited,
    };
    return gapsOf(state, unit.question.direction, unit.question.kinds);
  }

  private async postsAt({ question, unitId }: ChainUnit, context: Context): Promise<HeldPost[]> {
    const postings = await context
      .loaders(question.view)
      .claim.list('Posting', 'AT', question.on, question.cover)
      .load(unitId);
    return postsOnDay(postings as Posting[]).map((post) => ({
      ...post,
      postings: [...post.postings],
      view: question.view,
    }));
  }
}

@Resolver(() => HeldPost)
export class HeldPostResolver {
  @FieldResolver(() => Person, { description: 'Who holds the post.' })
  person(@Root() post: HeldPost, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(post.view).person, info).load(post.personId);
  }

  @FieldResolver(() => [Posting], { description: 'The claims that say so, each with its citations.' })
  postings(@Root() post: HeldPost) {
    return post.postings;
  }
}
