import { AFFILIATION, COMMAND_LINK, POSITIONING, POSTING } from '../../../model/record/fields/link.js';
import { ENDS, SAID, type Template } from './columns.js';
import { fieldColumns } from './field-columns.js';

/** Templates of how people, units, bodies and places belong together. */

const postings: Template = {
  about: 'Postings: who held which post at which unit or body.',
  room: 'postings',
  columns: [...fieldColumns(POSTING, ENDS), ...SAID],
};

const commandLinks: Template = {
  about: 'Links between units. Only COMMAND and OPERATIONAL carry command.',
  room: 'command-links',
  columns: [...fieldColumns(COMMAND_LINK, ENDS), ...SAID],
};

const positionings: Template = {
  about: 'Where units were based or operated.',
  room: 'positionings',
  columns: [...fieldColumns(POSITIONING, ENDS), ...SAID],
};

const affiliations: Template = {
  about: 'How bodies belong together.',
  room: 'affiliations',
  columns: [...fieldColumns(AFFILIATION), ...SAID],
};

export const RELATION_TEMPLATES = { postings, 'command-links': commandLinks, positionings, affiliations } as const;
