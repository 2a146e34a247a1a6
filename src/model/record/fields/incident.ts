import { ATTRIBUTION_MODE, CASUALTY_KIND, INCIDENT_KIND, PRECISION } from '../../vocabulary.js';
import { CITED, RANGE } from './claim.js';
import { FACTS, IDENTIFIERS } from './entity.js';
import { claims, count, defaulting, optional, reference, text, texts, word, wordList } from './field.js';

/** Incidents, and what bodies allege and count of them. */

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
export const INCIDENT_OF = { incident: reference(['incident'], 'OF', 'The incident.') };

/** Stands in the graph as a fact whose property is the kind. */
export const CASUALTIES = {
  kind: word(CASUALTY_KIND, 'What is counted.', { property: 'property', example: 'KILLED' }),
  low: optional(count('Lowest number of persons, for casualties.', { example: '4', nullInIdentity: true })),
  best: optional(count('Best number of persons, for casualties.', { example: '5', nullInIdentity: true })),
  high: optional(count('Highest number of persons, for casualties.', { example: '7', nullInIdentity: true })),
  by: optional(
    reference(['body', 'org'], 'BY', 'The body that counted, where it is not simply the publisher.', {
      example: 'body-vm-archive',
      nullInIdentity: true,
    }),
  ),
};

export const INCIDENT = {
  title: text("A short title, in the editors' words.", { example: 'Killings at Brack Ford' }),
  summary: optional(text("What happened, in the editors' words.", { example: 'Villagers were shot at the ford.' })),
  kinds: wordList(INCIDENT_KIND, 'Labels for finding it, at least one; not legal qualifications.', {
    example: 'KILLING',
  }),
  means: defaulting(texts('The means used, as stated.', { example: 'small arms' }), []),
  ...RANGE,
  location: optional(reference(['location'], 'AT', 'The place where it happened.', { example: 'location-vm-ostra' })),
  precision: defaulting(word(PRECISION, 'How precisely its place is known.', { example: 'ADMIN2' }), 'UNKNOWN'),
};

/** The claims inside an incident. */
export const OF_INCIDENT = {
  attributions: defaulting(claims({ ...ATTRIBUTION, ...CITED }, 'To whom bodies attribute it.'), []),
  casualties: defaulting(claims({ ...CASUALTIES, ...CITED }, 'How many persons it hit, as sources give it.'), []),
  ...FACTS,
  ...IDENTIFIERS,
};
