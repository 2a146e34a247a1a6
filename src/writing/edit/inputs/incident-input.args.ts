import { InputType } from 'type-graphql';
import { graphqlEnum } from '../../../graphql/enums.js';
import { inputFields } from '../../../graphql/record-fields.js';
import { INCIDENT, INCIDENT_CLAIM_FIELDS } from '../../../model/record/fields/incident.js';
import { ATTRIBUTION, CASUALTIES, INCIDENT_OWNER } from '../../../model/record/fields/inner-claims.js';
import { FILE_FIELDS } from '../../../model/record/fields/kinds.js';
import { CASUALTY_KIND } from '../../../model/vocabulary.js';
import { CitedFields, DatedFields } from './claim-input.args.js';
import { InnerFactInput, InnerIdentifierInput } from './entity-input.args.js';

/** Incidents, and what bodies allege and count of them. */

export const CasualtyKind = graphqlEnum(CASUALTY_KIND, 'CasualtyKind', 'What a number of persons counts.');

@inputFields(ATTRIBUTION)
@InputType({ description: 'A body alleges that a person or unit had a part in the incident of the same input.' })
export class InnerAttributionInput extends CitedFields {}

@inputFields(INCIDENT_OWNER)
@InputType({ description: 'A body alleges that a person or unit had a part in an existing incident.' })
export class AttributionInput extends InnerAttributionInput {}

@inputFields(CASUALTIES)
@InputType({ description: 'A number of persons in the incident of the same input, as a source gives it.' })
export class InnerCasualtiesInput extends CitedFields {}

@inputFields(INCIDENT_OWNER)
@InputType({ description: 'A number of persons in an existing incident, as a source gives it.' })
export class CasualtiesInput extends InnerCasualtiesInput {}

@inputFields(
  { id: FILE_FIELDS.incidents.id, ...INCIDENT, ...INCIDENT_CLAIM_FIELDS },
  {
    attributions: () => [InnerAttributionInput],
    casualties: () => [InnerCasualtiesInput],
    facts: () => [InnerFactInput],
    identifiers: () => [InnerIdentifierInput],
  },
)
@InputType({ description: 'An incident; the id begins with `incident-`.' })
export class IncidentInput extends DatedFields {}
