import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { View } from '../model/lens.js';
import { CITATION as CITATION_FIELDS, CLAIM } from '../model/record/fields/claim.js';
import { type Labelled, Node, Recorded } from './node.type.js';
import { answerFields, withRow } from './record-fields.js';

const { report: _report, ...CITATION } = CITATION_FIELDS;

@answerFields(CITATION)
@ObjectType({ description: 'Where a report says what the claim says.' })
export class Citation extends withRow(Object, CITATION) {
  view!: View;

  reportId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the paragraph, in hexadecimal. A reader can check that the passage is unchanged.',
  })
  passageSha256!: string | null;
}

const { status: _status, note: _note, ...GRADING } = CLAIM;

@answerFields(GRADING)
@InterfaceType('Statement', {
  resolveType: (row: unknown) => (row as Labelled).label,
  implements: [Node, Recorded],
  description:
    'A statement of sources: a claim, an incident or a finding. It counts if at least one of its citations counts under the lens and is not secondary.',
})
export abstract class Statement extends withRow(Recorded, GRADING) {
  @Field(() => [Citation], {
    description: 'The citations that the lens does not exclude, in the order of report and place.',
  })
  citations!: Citation[];
}
