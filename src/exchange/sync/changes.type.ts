import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../graphql/page.type.js';
import type { View } from '../../model/lens.js';

export enum ChangeOp {
  ADD = 'ADD',
  MOD = 'MOD',
  DEL = 'DEL',
}
registerEnumType(ChangeOp, {
  name: 'ChangeOp',
  description: 'What a client must do with its copy of the record.',
  valuesConfig: {
    ADD: { description: 'The record is new: add it.' },
    MOD: { description: 'The record has other content, links or coordinates: replace it.' },
    DEL: { description: 'The record is gone: delete it.' },
  },
});

@ObjectType({ description: 'How a record changed between two states of the graph.' })
export class Change {
  /** The view of the later state. */
  view!: View;

  @Field(() => ChangeOp, { description: 'Added, modified or deleted.' })
  op!: ChangeOp;

  @Field(() => ID, { name: 'recordId', description: 'The id of the record.' })
  id!: string;

  @Field(() => String, {
    description: 'Its kind: Person, Unit, Body, Location, Incident, Finding, Report or a kind of claim.',
  })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The line of the record in an export of the later state, as in `records.jsonl`; null for DEL.',
  })
  line!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For DEL: the id of the record that it was merged into, where the client may see that one; else null.',
  })
  mergedInto!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether an editor redacted what the record said before: drop it from copies of earlier states too. With DEL all of it, with MOD what it said before corrections.',
  })
  isRedacted!: boolean;
}

@ObjectType({ description: 'A change, with the cursor directly after it.' })
export class ChangeEdge {
  @Field(() => String, { description: 'Opaque cursor; send it as `since` to continue after this change.' })
  cursor!: string;

  @Field(() => Change, { description: 'The change.' })
  node!: Change;
}

@ObjectType({
  description:
    'A page of changes, ordered by record id. It may hold fewer changes than requested, or none, although there are more: continue from `pageInfo.endCursor`.',
})
export class ChangeConnection {
  count!: () => Promise<number>;

  @Field(() => [ChangeEdge], { description: 'The changes of this page with their cursors.' })
  edges!: ChangeEdge[];

  @Field(() => [Change], { description: 'The changes of this page.' })
  nodes(): Change[] {
    return this.edges.map(({ node }) => node);
  }

  @Field(() => PageInfo, {
    description:
      'The position of this page. `endCursor` is always present: before the end it points behind this page, and at the end to everything that existed when the first page was read.',
  })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Number of changes between the two states. It costs one more database query.' })
  totalCount(): Promise<number> {
    return this.count();
  }
}
