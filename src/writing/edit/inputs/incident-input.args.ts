import { ID, InputType, Int } from 'type-graphql';
import { AttributionMode, graphqlEnum, IncidentKind, Precision } from '../../../graphql/enums.js';
import { optional, required } from '../../../graphql/input-fields.js';
import { CASUALTY_KIND } from '../../../model/vocabulary.js';
import { CitedFields, DatedFields } from './claim-input.args.js';
import { InnerFactInput, InnerIdentifierInput } from './entity-input.args.js';

/** Incidents, and what bodies allege and count of them. */

export const CasualtyKind = graphqlEnum(CASUALTY_KIND, 'CasualtyKind', 'What a number of persons counts.');

@InputType({ description: 'A body alleges that a person or unit had a part in the incident that is recorded with it.' })
export class InnerAttributionInput extends CitedFields {
  @required(() => ID, 'The person or unit that is alleged to have had the part.')
  to!: string;

  @required(() => ID, 'The body that alleges it.')
  by!: string;

  @optional(() => AttributionMode, 'What the part is alleged to be; left out, PERPETRATOR.')
  mode?: string | null;
}

@InputType({ description: 'A body alleges that a person or unit had a part in an incident that is there.' })
export class AttributionInput extends InnerAttributionInput {
  @required(() => ID, 'The incident.')
  incident!: string;
}

@InputType({ description: 'A number of persons, as a source gives it, of the incident that is recorded with it.' })
export class InnerCasualtiesInput extends CitedFields {
  @required(() => CasualtyKind, 'What is counted.')
  kind!: string;

  @optional(() => Int, 'The lowest number.')
  low?: number | null;

  @optional(() => Int, 'The best number.')
  best?: number | null;

  @optional(() => Int, 'The highest number.')
  high?: number | null;

  @optional(() => ID, 'The body that counted, where it is not simply the publisher.')
  by?: string | null;
}

@InputType({ description: 'A number of persons, as a source gives it, of an incident that is there.' })
export class CasualtiesInput extends InnerCasualtiesInput {
  @required(() => ID, 'The incident.')
  incident!: string;
}

@InputType({ description: 'An incident; the id begins with `incident-`.' })
export class IncidentInput extends DatedFields {
  @required(() => ID, 'Its id, which never changes its meaning.')
  id!: string;

  @required(() => String, 'A short title, in your words.')
  title!: string;

  @optional(() => String, 'What happened, in your words.')
  summary?: string | null;

  @required(() => [IncidentKind], 'What kinds of incident it is; at least one.')
  kinds!: string[];

  @optional(() => [String], 'Weapons and means, as stated.')
  means?: string[] | null;

  @optional(() => ID, 'Where it happened.')
  location?: string | null;

  @optional(() => Precision, 'How precisely the place is known; left out, UNKNOWN.')
  precision?: string | null;

  @optional(() => [InnerAttributionInput], 'To whom bodies attribute it.')
  attributions?: InnerAttributionInput[] | null;

  @optional(() => [InnerCasualtiesInput], 'How many persons it hit.')
  casualties?: InnerCasualtiesInput[] | null;

  @optional(() => [InnerFactInput], 'What else sources say of it, such as a disputed day.')
  facts?: InnerFactInput[] | null;

  @optional(() => [InnerIdentifierInput], "Others' identifiers for it.")
  identifiers?: InnerIdentifierInput[] | null;
}
