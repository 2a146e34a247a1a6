import { ID, InputType } from 'type-graphql';
import { Access, Reliability } from '../../../graphql/enums.js';
import { EDTF, optional, required } from '../../../graphql/input-fields.js';
import { DayScalar } from '../../../graphql/scalars.js';
import {
  BodyInput,
  FactInput,
  IdentifierInput,
  LocationInput,
  NameInput,
  PersonInput,
  UnitInput,
} from './entity-input.args.js';
import { FindingInput } from './finding-input.args.js';
import { AttributionInput, CasualtiesInput, IncidentInput } from './incident-input.args.js';
import {
  AffiliationInput,
  CommandLinkInput,
  IndicatorInput,
  MeasureInput,
  PositioningInput,
  PostingInput,
} from './link-input.args.js';

/** Reports, and the input that takes one record of any kind. */

@InputType({ description: 'A report; the id begins with `report-`.' })
export class ReportInput {
  @required(() => ID, 'Its id, which never changes its meaning.')
  id!: string;

  @required(() => String, 'Its title.')
  title!: string;

  @required(() => ID, 'The body that published it.')
  publisher!: string;

  @optional(() => String, `When it was published, ${EDTF}.`)
  publishedOn?: string | null;

  @optional(() => String, 'Where it is to be read.')
  url?: string | null;

  @optional(() => String, 'Where an archived copy is to be read.')
  archivedUrl?: string | null;

  @optional(() => DayScalar, 'The day on which it was retrieved; an undated report counts from then.')
  retrievedAt?: string | null;

  @optional(() => String, 'SHA-256 of the file as retrieved, in hexadecimal.')
  sha256?: string | null;

  @optional(() => String, 'The text in which its paragraphs are counted.')
  document?: string | null;

  @optional(() => String, 'Language, BCP 47; left out, en.')
  language?: string | null;

  @optional(() => Reliability, 'Reliability on the Admiralty scale; left out, F: it cannot be judged.')
  reliability?: string | null;

  @optional(() => Access, 'Who may see it; left out, PUBLIC.')
  access?: string | null;

  @optional(() => Boolean, 'Whether its publisher is a party to the conflict that it tells of.')
  partyToConflict?: boolean | null;

  @optional(() => [ID], 'The reports that it draws on.')
  derivedFrom?: string[] | null;

  @optional(() => String, 'A note, for all who may see it.')
  note?: string | null;
}

@InputType({ description: 'One record of any kind: exactly one of these fields.' })
export class RecordInput {
  @optional(() => ReportInput, 'A report.')
  report?: ReportInput | null;

  @optional(() => BodyInput, 'A body.')
  body?: BodyInput | null;

  @optional(() => PersonInput, 'A person.')
  person?: PersonInput | null;

  @optional(() => UnitInput, 'A unit.')
  unit?: UnitInput | null;

  @optional(() => LocationInput, 'A location.')
  location?: LocationInput | null;

  @optional(() => PostingInput, 'A posting.')
  posting?: PostingInput | null;

  @optional(() => CommandLinkInput, 'A link of two units.')
  commandLink?: CommandLinkInput | null;

  @optional(() => PositioningInput, 'A site or area of operations of a unit.')
  positioning?: PositioningInput | null;

  @optional(() => AffiliationInput, 'A link of two bodies.')
  affiliation?: AffiliationInput | null;

  @optional(() => IncidentInput, 'An incident.')
  incident?: IncidentInput | null;

  @optional(() => FindingInput, 'A finding.')
  finding?: FindingInput | null;

  @optional(() => IndicatorInput, 'An indicator.')
  indicator?: IndicatorInput | null;

  @optional(() => MeasureInput, 'A measure.')
  measure?: MeasureInput | null;

  @optional(() => AttributionInput, 'An attribution of an incident.')
  attribution?: AttributionInput | null;

  @optional(() => CasualtiesInput, 'A number of persons that an incident hit.')
  casualties?: CasualtiesInput | null;

  @optional(() => NameInput, 'A name of an entity.')
  name?: NameInput | null;

  @optional(() => IdentifierInput, 'An identifier of an entity or incident.')
  identifier?: IdentifierInput | null;

  @optional(() => FactInput, 'A fact of an entity or incident.')
  fact?: FactInput | null;
}
