import { INCIDENT_KIND, PRECISION } from '../../vocabulary.js';
import { CITED, RANGE } from './claim.js';
import { FACTS, IDENTIFIERS } from './entity.js';
import { claims, defaulting, optional, prose, reference, text, texts, word, wordsIfAny } from './field.js';
import { ATTRIBUTION, CASUALTIES } from './inner-claims.js';

/** Incidents, and the claims inside each of them. */

export const INCIDENT = {
  title: text("A short title, in the editors' words.", { example: 'Killings at Brack Ford' }),
  summary: optional(prose("What happened, in the editors' words.", { example: 'Villagers were shot at the ford.' })),
  kinds: defaulting(
    wordsIfAny(INCIDENT_KIND, 'Labels for finding it; not legal qualifications. None where no word of ours fits.', {
      example: 'KILLING',
    }),
    [],
  ),
  means: defaulting(texts('The means used, as stated.', { example: 'small arms' }), []),
  ...RANGE,
  location: optional(reference(['location'], 'AT', 'The place where it happened.', { example: 'location-vm-ostra' })),
  precision: defaulting(word(PRECISION, 'How precisely its place is known.', { example: 'ADMIN2' }), 'UNKNOWN'),
};

/** The claims inside an incident. */
export const INCIDENT_CLAIM_FIELDS = {
  attributions: defaulting(claims({ ...ATTRIBUTION, ...CITED }, 'To whom bodies attribute it.'), []),
  casualties: defaulting(claims({ ...CASUALTIES, ...CITED }, 'How many persons it hit, as sources give it.'), []),
  ...FACTS,
  ...IDENTIFIERS,
};
