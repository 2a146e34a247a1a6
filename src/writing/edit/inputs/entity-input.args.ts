import { InputType } from 'type-graphql';
import { required } from '../../../graphql/input-fields.js';
import { inputFields } from '../../../graphql/record-fields.js';
import { BODY, ENTITY, LOCATION, PERSON, UNIT } from '../../../model/record/fields/entity.js';
import {
  FACT,
  FACT_OWNER,
  IDENTIFIER,
  IDENTIFIER_OWNER,
  NAME,
  NAME_OWNER,
} from '../../../model/record/fields/inner-claims.js';
import { FILE_FIELDS } from '../../../model/record/fields/kinds.js';
import { CitationInput, CitedFields, InnerFields } from './claim-input.args.js';

/** Names, identifiers and facts, inside an entity that is recorded with them and for one that is there; and the entities. */

@inputFields(NAME)
@InputType({ description: 'A name of the entity of the same input.' })
export class InnerNameInput extends InnerFields {}

@inputFields(IDENTIFIER)
@InputType({ description: 'An identifier that another organization uses for the record of the same input.' })
export class InnerIdentifierInput extends InnerFields {}

@inputFields(FACT)
@InputType({ description: 'A value of one property of the record of the same input, as a source gives it.' })
export class InnerFactInput extends InnerFields {}

@inputFields({ ...NAME, ...NAME_OWNER })
@InputType({ description: 'A name of an existing entity.' })
export class NameInput extends CitedFields {}

@inputFields({ ...IDENTIFIER, ...IDENTIFIER_OWNER })
@InputType({ description: 'An identifier that another organization uses for an existing entity or incident.' })
export class IdentifierInput extends CitedFields {}

@inputFields({ ...FACT, ...FACT_OWNER })
@InputType({
  description: 'A value of one property of an existing entity or incident. Casualties have their own input.',
})
export class FactInput extends CitedFields {}

const { names, ...REST } = ENTITY;

@inputFields(
  { id: FILE_FIELDS.people.id, ...REST },
  { identifiers: () => [InnerIdentifierInput], facts: () => [InnerFactInput], cites: () => [CitationInput] },
)
@InputType()
abstract class EntityFields {
  /** A file may give an entity names elsewhere; an editor who records one gives it at least one. */
  @required(() => [InnerNameInput], names.about)
  names!: InnerNameInput[];
}

@inputFields(PERSON)
@InputType({ description: 'A person; the id begins with `person-`.' })
export class PersonInput extends EntityFields {}

@inputFields(UNIT.body.fields ?? {})
@InputType({ description: 'What makes a unit also a body.' })
export class UnitBodyInput {}

@inputFields(UNIT, { body: () => UnitBodyInput })
@InputType({ description: 'A unit; the id begins with `unit-`, or with `org-` where it is a body too.' })
export class UnitInput extends EntityFields {}

@inputFields(BODY)
@InputType({ description: 'A body that judges or publishes; the id begins with `body-`.' })
export class BodyInput extends EntityFields {}

@inputFields(LOCATION)
@InputType({ description: 'A location; the id begins with `location-`.' })
export class LocationInput extends EntityFields {}
