import { InputType } from 'type-graphql';
import { inputFields } from '../../../graphql/record-fields.js';
import { DEMAND } from '../../../model/record/fields/demand.js';
import { INDICATOR, MEASURE } from '../../../model/record/fields/finding.js';
import { AFFILIATION, COMMAND_LINK, INCIDENT_LINK, POSITIONING, POSTING } from '../../../model/record/fields/link.js';
import { CitedFields, DatedFields } from './claim-input.args.js';

/** Claims that link records. */

@inputFields(POSTING)
@InputType({ description: "A person's tenure of a post at a unit or body." })
export class PostingInput extends DatedFields {}

@inputFields(COMMAND_LINK)
@InputType({ description: 'A unit stands under, belongs to or works with another.' })
export class CommandLinkInput extends DatedFields {}

@inputFields(POSITIONING)
@InputType({ description: 'A unit had a site or operated at a location.' })
export class PositioningInput extends DatedFields {}

@inputFields(AFFILIATION)
@InputType({ description: 'A body is part of another, or was set up by it.' })
export class AffiliationInput extends CitedFields {}

@inputFields(INCIDENT_LINK)
@InputType({ description: 'An incident is a part of another, or both are accounts of one event.' })
export class IncidentLinkInput extends CitedFields {}

@inputFields(INDICATOR)
@InputType({ description: 'A statement of a source that bears on an element of command responsibility.' })
export class IndicatorInput extends CitedFields {}

@inputFields(MEASURE)
@InputType({ description: 'An act to prevent, stop or punish, or the absence of one, as a source reports it.' })
export class MeasureInput extends CitedFields {}

@inputFields(DEMAND)
@InputType({ description: 'What a body asks of others.' })
export class DemandInput extends CitedFields {}
