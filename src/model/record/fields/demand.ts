import { DEMAND_KIND } from '../../vocabulary.js';
import { date, defaulting, optional, prose, reference, references, text, word } from './field.js';

/** What bodies ask of others. It says nothing of whether the conduct happened: that is a finding. */

export const DEMAND = {
  by: reference(['body', 'org'], 'BY', 'The body that makes it.', { example: 'body-vm-archive' }),
  kind: word(DEMAND_KIND, 'What it asks for, in one word.', { example: 'ACCESS_FOR_AID' }),
  request: prose("What it asks for, in the editors' words.", { example: 'To let relief reach the town.' }),
  addressees: defaulting(
    references(['person', 'unit', 'body', 'org'], 'ADDRESSED_TO', 'Whom it addresses, as far as a source names them.', {
      example: 'unit-vm-2-brigade',
    }),
    [],
  ),
  addresseesAsStated: optional(
    text('Whom it addresses, as stated; the only addressee where the source names nobody.', {
      example: 'all parties',
    }),
  ),
  on: date('When it was made, EDTF level 1.', { example: '2022-03-10' }),
  concerns: defaulting(
    references(['person', 'unit', 'org', 'incident', 'location'], 'CONCERNS', 'What it is about.', {
      example: 'incident-vm-ford',
    }),
    [],
  ),
};
