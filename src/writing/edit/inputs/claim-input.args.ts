import { ID, InputType, Int } from 'type-graphql';
import { Access, ClaimStatus, EndHardness, LegacyConfidence, StartHardness } from '../../../graphql/enums.js';
import { EDTF, optional, required } from '../../../graphql/input-fields.js';

/** What the inputs of all claims have in common. The names are those of the data files. */

@InputType({ description: 'Where a report says what a claim says.' })
export class CitationInput {
  @required(() => ID, 'The report.')
  report!: string;

  @optional(() => String, 'The text in which the passage was read; left out, the own text of the report.')
  document?: string | null;

  @optional(() => Int, 'The paragraph of that text, counted from 1. Its SHA-256 must be known already, or be given.')
  paragraph?: number | null;

  @optional(
    () => String,
    'SHA-256 of the paragraph, in hexadecimal; needed where no citation of this report has it yet.',
  )
  passageSha256?: string | null;

  @optional(() => String, 'The place in the report: a page, section or "whole page".')
  pinpoint?: string | null;

  @optional(() => String, 'What the passage says, in your words; sentences of sources are not stored.')
  paraphrase?: string | null;
}

@InputType()
export abstract class ClaimFields {
  @optional(() => ClaimStatus, 'How far its checking has come; left out, ACCEPTED.')
  status?: string | null;

  @optional(() => Int, 'Admiralty credibility, 1 to 6; left out, 6: it cannot be judged.')
  credibility?: number | null;

  @optional(() => LegacyConfidence, 'The confidence that an imported record stated.')
  legacyConfidence?: string | null;

  @optional(() => Access, 'Who may see it; left out, PUBLIC.')
  access?: string | null;

  @optional(() => String, 'A note, for all who may see it.')
  note?: string | null;
}

/** A claim that stands for itself. */
@InputType()
export abstract class CitedFields extends ClaimFields {
  @required(() => [CitationInput], 'The reports that say so; at least one.')
  cites!: CitationInput[];
}

/** A claim inside an entity. */
@InputType()
export abstract class InnerFields extends ClaimFields {
  @optional(() => [CitationInput], 'The reports that say so; left out, those of the entity.')
  cites?: CitationInput[] | null;
}

@InputType({ description: 'What the sources of a claim together say of a span of time.' })
export class DateRangeInput {
  @required(() => String, `First date, ${EDTF}.`)
  first!: string;

  @required(() => StartHardness, 'Whether it began then or is first cited then.')
  firstHardness!: string;

  @required(() => String, `Last date, ${EDTF}.`)
  last!: string;

  @required(() => EndHardness, 'Whether it ended then, is last cited then, or was assumed to go on.')
  lastHardness!: string;
}

@InputType()
export abstract class DatedFields extends CitedFields {
  @required(() => DateRangeInput, 'The span of time, as the sources give it.')
  range!: DateRangeInput;
}
