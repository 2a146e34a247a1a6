import { ATTRIBUTION_MODE, CASUALTY_KIND, NAME_KIND } from '../../vocabulary.js';
import { capitals, count, defaulting, language, optional, prose, reference, script, text, word } from './field.js';

/** Claims that may be written inside the record that they are about; alone they name it. */

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
  value: prose('The value, in words or figures.'),
  code: optional(
    capitals(
      'The word of our vocabulary that the value stands for, or the ISO 3166-1 alpha-2 code of a country; none where the value stands for none.',
      { example: 'POLICE' },
    ),
  ),
};

const OWNER = ['person', 'unit', 'body', 'org', 'location'];
/** What a claim is about that stands beside the record of its owner. */
export const NAME_OWNER = { of: reference(OWNER, 'OF', 'The person, unit, body or location that has the name.') };
export const IDENTIFIER_OWNER = {
  of: reference([...OWNER, 'incident'], 'OF', 'The entity or incident that it identifies.'),
};
export const FACT_OWNER = { of: reference([...OWNER, 'incident'], 'OF', 'The entity or incident that it is about.') };

export const ATTRIBUTION = {
  to: reference(['person', 'unit', 'org'], 'TO', 'The person or unit that is alleged to have had the part.', {
    example: 'unit-vm-2-brigade',
  }),
  by: reference(['body', 'org'], 'BY', 'The body that alleges it.', { example: 'body-vm-archive' }),
  mode: defaulting(
    word(ATTRIBUTION_MODE, 'What the part is alleged to be.', { example: 'PERPETRATOR', mustFill: true }),
    'PERPETRATOR',
  ),
};

/** What a claim on an incident is about that stands beside its record. */
export const INCIDENT_OWNER = { incident: reference(['incident'], 'OF', 'The incident.') };

/** Stands in the graph as a fact whose property is the kind. */
export const CASUALTIES = {
  kind: word(CASUALTY_KIND, 'What is counted.', { property: 'property', example: 'KILLED' }),
  low: optional(count('Lowest number of persons, for casualties.', { example: '4', nullInIdentity: true })),
  best: optional(count('Best number of persons, for casualties.', { example: '5', nullInIdentity: true })),
  high: optional(count('Highest number of persons, for casualties.', { example: '7', nullInIdentity: true })),
  by: optional(
    reference(['body', 'org'], 'BY', 'The body that counted, if it is not the publisher.', {
      example: 'body-vm-archive',
      nullInIdentity: true,
    }),
  ),
};
