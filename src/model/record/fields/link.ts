import {
  AFFILIATION_KIND,
  COMMAND_LINK_KIND,
  INCIDENT_LINK_KIND,
  POSITIONING_KIND,
  POST_ROLE,
} from '../../vocabulary.js';
import { RANGE } from './claim.js';
import { optional, reference, text, word } from './field.js';

/** Claims that link two records. */

export const POSTING = {
  person: reference(['person'], 'OF', 'The person who held the post.', { example: 'person-vm-ander' }),
  at: reference(['unit', 'body', 'org'], 'AT', 'The unit or body.', { example: 'unit-vm-2-brigade' }),
  role: word(POST_ROLE, 'The role, in common terms.', { example: 'COMMANDER' }),
  roleAsStated: optional(text('The role as the source states it.', { example: 'Commanding Officer' })),
  title: optional(
    text('The title of the post as stated.', { example: 'Commander of the 2nd Brigade', nullInIdentity: true }),
  ),
  rank: optional(text('The rank as stated.', { example: 'Colonel', nullInIdentity: true })),
  appointedBy: optional(
    reference(['person'], 'APPOINTED_BY', 'The person who made the appointment, if the source says.', {
      nullInIdentity: true,
    }),
  ),
  ...RANGE,
};

export const COMMAND_LINK = {
  subordinate: reference(['unit', 'org'], 'SUBORDINATE', 'The lower unit, or the member.', {
    example: 'unit-vm-2-brigade',
  }),
  superior: reference(['unit', 'org'], 'SUPERIOR', 'The higher unit, or the whole.', { example: 'org-vm-staff' }),
  kind: word(COMMAND_LINK_KIND, 'What the link means; only COMMAND and OPERATIONAL carry command.', {
    example: 'COMMAND',
  }),
  ...RANGE,
};

export const POSITIONING = {
  unit: reference(['unit', 'org'], 'OF', 'The unit.', { example: 'unit-vm-2-brigade' }),
  location: reference(['location'], 'AT', 'The place.', { example: 'location-vm-ostra' }),
  kind: word(POSITIONING_KIND, 'A site or an area of operations.', { example: 'SITE' }),
  ...RANGE,
};

export const AFFILIATION = {
  part: reference(['body', 'org'], 'PART', 'The part, or what was set up.', { example: 'body-vm-archive' }),
  whole: reference(['body', 'org'], 'WHOLE', 'The whole, or who set it up.', { example: 'body-vm-institute' }),
  kind: word(AFFILIATION_KIND, 'How they belong together.', { example: 'PART_OF' }),
};

export const INCIDENT_LINK = {
  incident: reference(['incident'], 'OF', 'The part, or one account of the event.', { example: 'incident-vm-ford' }),
  with: reference(['incident'], 'LINKED_WITH', 'The whole, or the other account of the event.', {
    example: 'incident-vm-advance',
  }),
  kind: word(INCIDENT_LINK_KIND, 'How they belong together.', { example: 'PART_OF' }),
};
