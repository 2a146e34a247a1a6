import { z } from 'zod';
import { BODY_KIND, LOCATION_KIND, NAME_KIND, PRECISION, UNIT_KIND } from '../../vocabulary.js';
import { CITED, INNER } from './claim.js';
import {
  capitals,
  claims,
  country,
  defaulting,
  extendsOther,
  type Fields,
  flag,
  group,
  language,
  needed,
  number,
  objectOf,
  optional,
  reference,
  script,
  shapedClaims,
  TEXT,
  text,
  word,
} from './field.js';

/** People, units, bodies and locations, and the claims inside each of them. */

export const NAME = {
  value: text('The name as written.'),
  lang: defaulting(language('Language, BCP 47.', { example: 'uk' }), 'en'),
  script: defaulting(script('Script, ISO 15924: Latn, Cyrl.', { example: 'Cyrl' }), 'Latn'),
  kind: defaulting(word(NAME_KIND, 'What kind of name it is.', { example: 'TRANSLITERATION' }), 'PREFERRED'),
  scheme: optional(text('The romanisation used, where one is stated.')),
};

export const IDENTIFIER = {
  scheme: capitals('Whose identifier it is, in capitals: GEONAMES, WIKIDATA, SFM, OSM …'),
  value: text('The identifier.'),
};

/** Casualties are facts too, under words of their own. */
export const FACT = {
  property: capitals('Which property, in capitals: BORN, OCCURRED_ON, KILLED, INJURED …'),
  value: text('The value, in words or figures.'),
};

const OWNER = ['person', 'unit', 'body', 'org', 'location'];
/** What a claim is about that stands beside the record of its owner. */
export const NAME_OF = { of: reference(OWNER, 'OF', 'The person, unit, body or location that bears the name.') };
export const IDENTIFIER_OF = {
  of: reference([...OWNER, 'incident'], 'OF', 'The entity or incident that it identifies.'),
};
export const FACT_OF = { of: reference([...OWNER, 'incident'], 'OF', 'The entity or incident that it is about.') };

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

/** A name may be written as a bare text. */
const nameShape = () => {
  const full = { ...NAME, ...INNER };
  return z.union([TEXT.transform((value) => ({ value })), withoutDefaults(full)]).pipe(objectOf(full));
};

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
      nameShape(),
      { ...NAME, ...INNER },
      'Its names; at least one. Who may see one of them may see the entity.',
    ),
    [],
  ),
  ...IDENTIFIERS,
  ...FACTS,
  cites: optional({ ...CITED.cites, about: 'The citations of those of its claims that give none.' }),
};

export const PERSON = {};

export const UNIT = {
  kind: needed(word(UNIT_KIND, 'What kind of unit it is; our own label for finding it.', { example: 'ARMED_FORCES' })),
  country: optional(country('ISO 3166-1 alpha-2 code of the State that it belongs to.', { example: 'XV' })),
  placeholder: defaulting(
    flag('True for a stand-in where sources leave a superior unnamed; it holds no posts and gets no attributions.', {
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
  country: optional(country('ISO 3166-1 alpha-2 code of the country.', { example: 'XV' })),
  latitude: optional(
    number(-90, 90, 'Degrees north, WGS 84.', { example: '10.25', unit: 'degrees', licensedBy: 'COORDINATES_FROM' }),
  ),
  longitude: optional(
    number(-180, 180, 'Degrees east, WGS 84.', { example: '-20.5', unit: 'degrees', licensedBy: 'COORDINATES_FROM' }),
  ),
  precision: defaulting(
    word(PRECISION, 'How precisely the coordinates give it; a town has those of its centre.', { example: 'ADMIN2' }),
    'UNKNOWN',
  ),
  coordinatesFrom: optional(
    reference(['report'], 'COORDINATES_FROM', 'The report that the coordinates are from; coordinates need one.', {
      example: 'report-vm-archive',
    }),
  ),
  within: optional(reference(['location'], 'WITHIN', 'The place directly around it.')),
};
