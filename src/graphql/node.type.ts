import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import type { View } from '../model/lens.js';
import { CLAIM } from '../model/record/fields/claim.js';
import { answerFields, withRow } from './record-fields.js';
import { InstantScalar } from './scalars.js';

/** What every row carries beside its fields: the GraphQL type it is of, and the view it was read under. */
export interface Labelled {
  readonly label: string;
  readonly view: View;
}

const resolveType = (row: unknown) => (row as Labelled).label;

@InterfaceType('Node', { resolveType, description: 'Anything with an id of ours. An id never changes its meaning.' })
export abstract class Node {
  view!: View;

  @Field(() => ID, { description: 'Stable id, assigned by this graph.' })
  id!: string;
}

@InterfaceType('Entity', {
  resolveType,
  implements: Node,
  description: 'A person, unit, body or location: something that claims are about.',
})
export abstract class Entity extends Node {
  @Field(() => String, {
    description:
      'The preferred name among the names that the reader may see. A label, not evidence; `names` has the claims.',
  })
  name!: string;
}

const NOTE = { note: CLAIM.note };

@ObjectType({ description: 'What a record said from one instant on, until it was corrected.' })
export class RecordVersion {
  @Field(() => InstantScalar, {
    description: 'When this graph recorded it. A lens with this `recordedBy` reads the record as it was.',
  })
  recordedAt!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When a correction superseded it; null for what the record says under the lens.',
  })
  supersededAt!: string | null;
}

@answerFields(NOTE)
@InterfaceType('Recorded', {
  resolveType,
  implements: Node,
  description:
    'A record of a dataset, with the instant when it was recorded: a report, a claim, an incident or a finding.',
})
export abstract class Recorded extends withRow(Node, NOTE) {
  /** When the record became visible; its version derives from it. */
  changedAt!: string;

  @Field(() => ID, { description: 'The dataset that it came with.' })
  dataset!: string;

  @Field(() => InstantScalar, { description: 'When this graph recorded it.' })
  recordedAt!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was retracted. It stays visible to a lens with an earlier `recordedBy`.',
  })
  retractedAt!: string | null;
}
