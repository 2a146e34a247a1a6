import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Edge, Page, PageArguments } from '../graph/query/listing.js';

@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'Number of items from the start of the list, or after the cursor `after`: 1 to 100. Default: 20.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor of this list; with `first`.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of items from the end of the list, or before the cursor `before`: 1 to 100.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor of this list; with `last`.' })
  before?: string | null;
}

/** The four paging arguments alone, whatever else an arguments class adds. */
export function pageOf({ first, after, last, before }: PageArgs): PageArguments {
  return { first: first ?? null, after: after ?? null, last: last ?? null, before: before ?? null };
}

@ObjectType({ description: 'The position of a page in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item.' })
  endCursor!: string | null;
}

export interface ConnectionType<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  count: Page<T>['count'];
}

/** The connection and edge types of a list of `node`, named after it. */
export function connectionOf<T extends object>(
  node: () => ClassType<T> | abstractClass<T>,
  name: string,
): ClassType<ConnectionType<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} and its place in the list.` })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'Opaque cursor; send it back as `after` or `before`.' })
    cursor!: string;

    @Field(() => node() as ClassType<T>, { description: `The ${name}.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection implements ConnectionType<T> {
    count!: Page<T>['count'];

    @Field(() => [EdgeType], { description: 'The items of this page with their cursors.' })
    edges!: Edge<T>[];

    @Field(() => [node() as ClassType<T>], { description: 'The items of this page.' })
    nodes(): T[] {
      return this.edges.map((edge) => edge.node);
    }

    @Field(() => PageInfo, { description: 'The position of this page in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Number of items in the whole list. It costs one more database query.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection as unknown as ClassType<ConnectionType<T>>;
}

type abstractClass<T> = abstract new () => T;
