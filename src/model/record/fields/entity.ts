import { z } from 'zod';
import { BODY_KIND, LOCATION_KIND, PRECISION, UNIT_KIND } from '../../vocabulary.js';
import { CITED, INNER } from './claim.js';
import {
  asFacts,
  claims,
  country,
  defaulting,
  extendsOther,
  type Fields,
  flag,
  group,
  needed,
  number,
  optional,
  reference,
  type ShapeOf,
  shapedClaims,
  TEXT,
  word,
} from './field.js';
import { FACT, IDENTIFIER, NAME } from './inner-claims.js';

/** People, units, bodies and locations, and the claims inside each of them. */

/** The same fields, where all but the required ones may be left out: what they default to is filled in later. */
const withoutDefaults = (fields: Fields) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, { presence, value }]) => [
        name,
        presence === 'REQUIRED' ? value : value.optional(),
      ]),
    ),
  );

const FULL_NAME = { ...NAME, ...INNER };
type FullName = z.output<z.ZodObject<ShapeOf<typeof FULL_NAME>>>;

const withDefaults = (name: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(FULL_NAME as Fields)
      .map(([key, { default: value }]) => [key, name[key] ?? value])
      .filter(([, value]) => value !== undefined),
  ) as FullName;

/** A name may be written as a bare text. */
const NAME_SHAPE = z
  .union([TEXT.transform((value) => ({ value })), withoutDefaults(FULL_NAME)])
  .transform(withDefaults);

export const FACTS = {
  facts: defaulting(claims({ ...FACT, ...INNER }, 'What else sources say of it.'), []),
};
export const IDENTIFIERS = {
  identifiers: defaulting(claims({ ...IDENTIFIER, ...INNER }, "Others' identifiers for it."), []),
};

export const ENTITY = {
  extends: defaulting(extendsOther(), false),
  names: defaulting(
    shapedClaims(
      NAME_SHAPE,
      FULL_NAME,
      'Its names; at least one. Whoever may see one of the names may see the entity.',
    ),
    [],
  ),
  ...IDENTIFIERS,
  ...FACTS,
  cites: optional({ ...CITED.cites, about: 'Citations for those of its claims that have none of their own.' }),
};

export const PERSON = {};

const KINDS = { fact: 'CLASSIFICATION', answer: 'kinds' } as const;
const COUNTRIES = { fact: 'COUNTRY', answer: 'countries' } as const;

export const UNIT = {
  kind: asFacts(word(UNIT_KIND, 'The kinds of unit that sources say it is.', { example: 'ARMED_FORCES' }), KINDS),
  country: asFacts(
    country('ISO 3166-1 alpha-2 codes of the States that sources say it belongs to.', { example: 'XV' }),
    COUNTRIES,
  ),
  placeholder: defaulting(
    flag('True for a stand-in: sources leave a superior unnamed. A stand-in has no posts and no attributions.', {
      example: 'false',
    }),
    false,
  ),
  body: optional(
    group(
      {
        kind: word(BODY_KIND, 'What kind of body it is, where it judges or publishes too.', {
          property: 'bodyKind',
          tables: 'TEMPLATE',
        }),
      },
      'What makes it a body too, where it judges or publishes.',
    ),
  ),
};

export const BODY = {
  kind: needed(word(BODY_KIND, 'What kind of body it is.', { property: 'bodyKind', example: 'NGO' })),
};

export const LOCATION = {
  kind: needed(word(LOCATION_KIND, 'What kind of place it is.', { example: 'PLACE' })),
  country: asFacts(
    country('ISO 3166-1 alpha-2 codes of the countries that sources place it in.', { example: 'XV' }),
    COUNTRIES,
  ),
  latitude: optional(
    number(-90, 90, 'Degrees north, WGS 84.', { example: '10.25', unit: 'degrees', licensedBy: 'COORDINATES_FROM' }),
  ),
  longitude: optional(
    number(-180, 180, 'Degrees east, WGS 84.', { example: '-20.5', unit: 'degrees', licensedBy: 'COORDINATES_FROM' }),
  ),
  precision: defaulting(
    word(PRECISION, 'How precisely the coordinates give the place; a town has the coordinates of its centre.', {
      example: 'ADMIN2',
    }),
    'UNKNOWN',
  ),
  coordinatesFrom: optional(
    reference(['report'], 'COORDINATES_FROM', 'The report that the coordinates are from; coordinates need one.', {
      example: 'report-vm-archive',
    }),
  ),
  within: optional(reference(['location'], 'WITHIN', 'The place directly around it.')),
};
