import { AFFILIATION_KIND, COMMAND_LINK_KIND, POSITIONING_KIND, POST_ROLE } from '../../../model/vocabulary.js';
import { may, must, RANGE, SAID, type Template, to } from './columns.js';
import * as reading from './readings.js';

/** Templates of how people, units, bodies and places belong together. */

const unitId = reading.id('unit', 'org');
const bodyId = reading.id('body', 'org');

const postings: Template = {
  about: 'Postings: who held which post at which unit or body.',
  room: 'postings',
  columns: [
    must('person_id', 'The person.', 'person-vm-ander', reading.id('person'), to('person')),
    must('at_id', 'The unit or body.', 'unit-vm-2-brigade', reading.id('unit', 'body', 'org'), to('at')),
    must('role', 'Role of the post.', 'COMMANDER', reading.word(POST_ROLE)),
    may('title', 'Title as the source has it.', 'Commander of the 2nd Brigade', reading.text),
    may('rank', 'Rank as the source has it.', 'Colonel', reading.text),
    may('appointed_by_id', 'The person who appointed.', '', reading.id('person'), to('appointedBy')),
    ...RANGE,
    ...SAID,
  ],
};

const commandLinks: Template = {
  about: 'Links between units. Only COMMAND and OPERATIONAL carry command.',
  room: 'command-links',
  columns: [
    must('subordinate_id', 'The unit below.', 'unit-vm-2-brigade', unitId, to('subordinate')),
    must('superior_id', 'The unit above.', 'org-vm-staff', unitId, to('superior')),
    must('kind', 'What the link means.', 'COMMAND', reading.word(COMMAND_LINK_KIND)),
    ...RANGE,
    ...SAID,
  ],
};

const positionings: Template = {
  about: 'Where units were based or operated.',
  room: 'positionings',
  columns: [
    must('unit_id', 'The unit.', 'unit-vm-2-brigade', unitId, to('unit')),
    must('location_id', 'The place.', 'location-vm-ostra', reading.id('location'), to('location')),
    must('kind', 'A site, or an area of operations.', 'SITE', reading.word(POSITIONING_KIND)),
    ...RANGE,
    ...SAID,
  ],
};

const affiliations: Template = {
  about: 'How bodies belong together.',
  room: 'affiliations',
  columns: [
    must('part_id', 'The body that belongs to the other.', 'body-vm-archive', bodyId, to('part')),
    must('whole_id', 'The body that it belongs to.', 'body-vm-institute', bodyId, to('whole')),
    must('kind', 'How it belongs to it.', 'PART_OF', reading.word(AFFILIATION_KIND)),
    ...SAID,
  ],
};

export const RELATION_TEMPLATES = { postings, 'command-links': commandLinks, positionings, affiliations } as const;
