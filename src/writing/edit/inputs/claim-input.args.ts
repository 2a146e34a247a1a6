import { InputType } from 'type-graphql';
import { EndBound, StartBound } from '../../../graphql/enums.js';
import { EDTF, optional, required } from '../../../graphql/input-fields.js';
import { inputFields } from '../../../graphql/record-fields.js';
import { CITATION, CITED, INNER } from '../../../model/record/fields/claim.js';

/** What the inputs of all claims have in common. The names and sentences are those of the data files. */

@inputFields(CITATION)
@InputType({ description: 'Where a report says what the claim says.' })
export class CitationInput {
  @optional(
    () => String,
    'SHA-256 of the paragraph, in hexadecimal; required if no citation of this report has it yet.',
  )
  passageSha256?: string | null;
}

const cites = { cites: () => [CitationInput] };

/** A claim that stands for itself. */
@inputFields(CITED, cites)
@InputType()
export abstract class CitedFields {}

/** A claim inside an entity. */
@inputFields(INNER, cites)
@InputType()
export abstract class InnerFields {}

@InputType({ description: 'A period, as the sources of a claim together give it.' })
export class DateRangeInput {
  @required(() => String, `First date, ${EDTF}.`)
  first!: string;

  @required(() => StartBound, 'Whether the period started then, or is first cited then.')
  firstBound!: string;

  @required(() => String, `Last date, ${EDTF}.`)
  last!: string;

  @required(() => EndBound, 'Whether the period ended then, is last cited then, or is assumed to continue.')
  lastBound!: string;
}

@InputType()
export abstract class DatedFields extends CitedFields {
  @optional(() => DateRangeInput, 'The period, as the sources give it. If left out, the sources give no date.')
  range?: DateRangeInput | null;
}
