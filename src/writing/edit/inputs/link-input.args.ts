import { ID, InputType } from 'type-graphql';
import {
  AffiliationKind,
  CommandLinkKind,
  IndicatorCode,
  IndicatorGroup,
  MeasureKind,
  Polarity,
  PositioningKind,
  PostRole,
} from '../../../graphql/enums.js';
import { EDTF, optional, required } from '../../../graphql/input-fields.js';
import { CitedFields, DatedFields } from './claim-input.args.js';

/** Claims that link records. */

@InputType({ description: "A person's tenure of a post at a unit or body." })
export class PostingInput extends DatedFields {
  @required(() => ID, 'Who held the post.')
  person!: string;

  @required(() => ID, 'The unit or body.')
  at!: string;

  @required(() => PostRole, 'The role, in common terms.')
  role!: string;

  @optional(() => String, 'The title of the post as stated.')
  title?: string | null;

  @optional(() => String, 'The rank as stated.')
  rank?: string | null;

  @optional(() => ID, 'The person who made the appointment, where the source says.')
  appointedBy?: string | null;
}

@InputType({ description: 'A unit stands under, belongs to or works with another.' })
export class CommandLinkInput extends DatedFields {
  @required(() => ID, 'The lower unit, or the member.')
  subordinate!: string;

  @required(() => ID, 'The higher unit, or the whole.')
  superior!: string;

  @required(() => CommandLinkKind, 'What the link means.')
  kind!: string;
}

@InputType({ description: 'A unit had a site or operated at a location.' })
export class PositioningInput extends DatedFields {
  @required(() => ID, 'The unit.')
  unit!: string;

  @required(() => ID, 'Where.')
  location!: string;

  @required(() => PositioningKind, 'A site or an area of operations.')
  kind!: string;
}

@InputType({ description: 'A body is part of another, or was set up by it.' })
export class AffiliationInput extends CitedFields {
  @required(() => ID, 'The part, or what was set up.')
  part!: string;

  @required(() => ID, 'The whole, or who set it up.')
  whole!: string;

  @required(() => AffiliationKind, 'How they belong together.')
  kind!: string;
}

@InputType({ description: 'Something a source says that bears on an element of command responsibility.' })
export class IndicatorInput extends CitedFields {
  @required(() => IndicatorCode, 'What it says.')
  code!: string;

  @required(() => IndicatorGroup, 'Which element it bears on.')
  group!: string;

  @optional(() => Polarity, 'Whether it speaks for or against; left out, SUPPORTS.')
  polarity?: string | null;

  @required(() => String, `When, ${EDTF}.`)
  on!: string;

  @required(() => [ID], 'The people, units and incidents that it concerns; at least one.')
  concerns!: string[];
}

@InputType({ description: 'Something done, or said not to have been done, to prevent, stop or punish.' })
export class MeasureInput extends CitedFields {
  @required(() => MeasureKind, 'What was done.')
  kind!: string;

  @required(() => String, `When, ${EDTF}.`)
  on!: string;

  @optional(() => String, 'Its effect, as stated.')
  effect?: string | null;

  @required(() => [ID], 'The people, units and incidents that it concerns; at least one.')
  concerns!: string[];
}
