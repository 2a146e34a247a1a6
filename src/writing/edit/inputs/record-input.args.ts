import { InputType } from 'type-graphql';
import { optional } from '../../../graphql/input-fields.js';
import { inputFields } from '../../../graphql/record-fields.js';
import { FILE_FIELDS } from '../../../model/record/fields/kinds.js';
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
  DemandInput,
  IncidentLinkInput,
  IndicatorInput,
  MeasureInput,
  PositioningInput,
  PostingInput,
} from './link-input.args.js';

/** Reports, and the input that takes one record of any kind. */

@inputFields(FILE_FIELDS.reports)
@InputType({ description: 'A report; the id begins with `report-`.' })
export class ReportInput {}

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

  @optional(() => IncidentLinkInput, 'A link of two incidents.')
  incidentLink?: IncidentLinkInput | null;

  @optional(() => FindingInput, 'A finding.')
  finding?: FindingInput | null;

  @optional(() => IndicatorInput, 'An indicator.')
  indicator?: IndicatorInput | null;

  @optional(() => MeasureInput, 'A measure.')
  measure?: MeasureInput | null;

  @optional(() => DemandInput, 'A demand.')
  demand?: DemandInput | null;

  @optional(() => AttributionInput, 'An attribution of an incident.')
  attribution?: AttributionInput | null;

  @optional(() => CasualtiesInput, 'A number of persons harmed in an incident.')
  casualties?: CasualtiesInput | null;

  @optional(() => NameInput, 'A name of an entity.')
  name?: NameInput | null;

  @optional(() => IdentifierInput, 'An identifier of an entity or incident.')
  identifier?: IdentifierInput | null;

  @optional(() => FactInput, 'A fact of an entity or incident.')
  fact?: FactInput | null;
}
