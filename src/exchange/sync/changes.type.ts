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
  description: 'What to do with a record that one holds.',
  valuesConfig: {
    ADD: { description: 'It was not there: write it.' },
    MOD: { description: 'It is there with other links or coordinates: replace it.' },
    DEL: { description: 'It is there no longer: drop it.' },
  },
});

@ObjectType({ description: 'What became of a record between two states of the graph.' })
export class Change {
  /** The view of the later state. */
  view!: View;

  @Field(() => ChangeOp, { description: 'Whether it came, is otherwise, or went.' })
  op!: ChangeOp;

  @Field(() => ID, { description: 'The id of the record.' })
  id!: string;

  @Field(() => String, {
    description: 'Its kind: Person, Unit, Body, Location, Incident, Finding, Report or a kind of claim.',
  })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The line of the record in an export of the later state, as `records.jsonl` has it; null for DEL.',
  })
  line!: string | null;
}

@ObjectType({ description: 'A change and the cursor right behind it.' })
export class ChangeEdge {
  @Field(() => String, { description: 'Opaque; as `since` it goes on right behind this change.' })
  cursor!: string;

  @Field(() => Change, { description: 'The change.' })
  node!: Change;
}

@ObjectType({
  description:
    'A page of changes, by the id of the record. It may hold fewer than asked for, even none, while there are more: go on from `pageInfo.endCursor`.',
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
      'Where this page stands. `endCursor` is always there: on the way it stands behind this page, and at the end for all that was there when the first page was read.',
  })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many changes there are between the two states; costs a statement of its own.' })
  totalCount(): Promise<number> {
    return this.count();
  }
}
