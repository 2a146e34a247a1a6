import { Field, Float, ID, InputType } from 'type-graphql';
import { BodyKind, LocationKind, NameKind, Precision, UnitKind } from '../../../graphql/enums.js';
import { optional, required } from '../../../graphql/input-fields.js';
import { CitationInput, CitedFields, InnerFields } from './claim-input.args.js';

/** Names, identifiers and facts, inside an entity that is recorded with them and for one that is there; and the entities. */

const NAME = [
  ['value', () => String, 'The name as written.', true],
  ['lang', () => String, 'Language, BCP 47; left out, en.', false],
  ['script', () => String, 'Script, ISO 15924; left out, Latn.', false],
  ['kind', () => NameKind, 'What kind of name it is; left out, PREFERRED.', false],
  ['scheme', () => String, 'The romanisation used, where one is stated.', false],
] as const;
const IDENTIFIER = [
  ['scheme', () => String, 'Whose identifier it is, in capitals: WIKIDATA, OSM …', true],
  ['value', () => String, 'The identifier.', true],
] as const;
const FACT = [
  ['property', () => String, 'Which property, in capitals: BORN, OCCURRED_ON …', true],
  ['value', () => String, 'The value, in words or figures.', true],
] as const;

/** Adds the same fields to the input of a claim inside an entity and to that of the claim alone. */
const saying = (fields: typeof NAME | typeof IDENTIFIER | typeof FACT) => (target: { prototype: object }) => {
  for (const [name, type, description, needed] of fields)
    Field(type as () => object, { description, nullable: !needed })(target.prototype, name);
};

@saying(NAME)
@InputType({ description: 'A name of the entity that is recorded with it.' })
export class InnerNameInput extends InnerFields {}

@saying(IDENTIFIER)
@InputType({ description: "Somebody else's identifier for what is recorded with it." })
export class InnerIdentifierInput extends InnerFields {}

@saying(FACT)
@InputType({ description: 'A value of one property of what is recorded with it, as a source gives it.' })
export class InnerFactInput extends InnerFields {}

@saying(NAME)
@InputType({ description: 'A name of an entity that is there.' })
export class NameInput extends CitedFields {
  @required(() => ID, 'The person, unit, body or location that bears the name.')
  of!: string;
}

@saying(IDENTIFIER)
@InputType({ description: "Somebody else's identifier for an entity or incident that is there." })
export class IdentifierInput extends CitedFields {
  @required(() => ID, 'The entity or incident that it identifies.')
  of!: string;
}

@saying(FACT)
@InputType({
  description: 'A value of one property of an entity or incident that is there. Casualties have an input of their own.',
})
export class FactInput extends CitedFields {
  @required(() => ID, 'The entity or incident that it is about.')
  of!: string;
}

@InputType()
abstract class EntityFields {
  @required(() => ID, 'Its id, which never changes its meaning: its kind, a hyphen, and lower-case words with hyphens.')
  id!: string;

  @required(() => [InnerNameInput], 'Its names; at least one. Who may see one of them may see the entity.')
  names!: InnerNameInput[];

  @optional(() => [InnerIdentifierInput], "Others' identifiers for it.")
  identifiers?: InnerIdentifierInput[] | null;

  @optional(() => [InnerFactInput], 'What else sources say of it.')
  facts?: InnerFactInput[] | null;

  @optional(() => [CitationInput], 'The citations of those of its claims that give none.')
  cites?: CitationInput[] | null;
}

@InputType({ description: 'A person; the id begins with `person-`.' })
export class PersonInput extends EntityFields {}

@InputType({ description: 'What makes a unit a body too.' })
export class UnitBodyInput {
  @required(() => BodyKind, 'What kind of body it is.')
  kind!: string;
}

@InputType({ description: 'A unit; the id begins with `unit-`, or with `org-` where it is a body too.' })
export class UnitInput extends EntityFields {
  @optional(() => UnitKind, 'What kind of unit it is.')
  kind?: string | null;

  @optional(() => String, 'Two-letter code of its country.')
  country?: string | null;

  @optional(() => Boolean, 'Whether it stands for a unit that no source names.')
  placeholder?: boolean | null;

  @optional(() => UnitBodyInput, 'Where it judges or publishes, too.')
  body?: UnitBodyInput | null;
}

@InputType({ description: 'A body that judges or publishes; the id begins with `body-`.' })
export class BodyInput extends EntityFields {
  @optional(() => BodyKind, 'What kind of body it is.')
  kind?: string | null;
}

@InputType({ description: 'A location; the id begins with `location-`.' })
export class LocationInput extends EntityFields {
  @optional(() => LocationKind, 'What kind of place it is.')
  kind?: string | null;

  @optional(() => String, 'Two-letter code of its country.')
  country?: string | null;

  @optional(() => Float, 'Degrees north; with `longitude`.')
  latitude?: number | null;

  @optional(() => Float, 'Degrees east; with `latitude`.')
  longitude?: number | null;

  @optional(() => Precision, 'What a point stands for; left out, UNKNOWN.')
  precision?: string | null;

  @optional(() => ID, 'The report that the coordinates come from.')
  coordinatesFrom?: string | null;

  @optional(() => ID, 'The location that it lies in.')
  within?: string | null;
}
