import { AFFILIATION, COMMAND_LINK, INCIDENT_LINK, POSITIONING, POSTING } from '../../../model/record/fields/link.js';
import { CLAIM_COLUMNS, ENDS, type Template } from './columns.js';
import { fieldColumns } from './field-columns.js';

/** Templates of how people, units, bodies, places and incidents belong together. */

const postings: Template = {
  about: 'Postings: who held which post at which unit or body.',
  recordType: 'postings',
  columns: [...fieldColumns(POSTING, ENDS), ...CLAIM_COLUMNS],
  strangeWords: { role: { doubt: 'ROLE_UNKNOWN', instead: 'UNKNOWN' } },
};

const commandLinks: Template = {
  about: 'Links between units. Only COMMAND and OPERATIONAL carry command.',
  recordType: 'command-links',
  columns: [...fieldColumns(COMMAND_LINK, ENDS), ...CLAIM_COLUMNS],
  strangeWords: { kind: { doubt: 'KIND_UNKNOWN', instead: 'OTHER' } },
};

const positionings: Template = {
  about: 'Where units were based or operated.',
  recordType: 'positionings',
  columns: [...fieldColumns(POSITIONING, ENDS), ...CLAIM_COLUMNS],
};

const affiliations: Template = {
  about: 'How bodies belong together.',
  recordType: 'affiliations',
  columns: [...fieldColumns(AFFILIATION), ...CLAIM_COLUMNS],
};

const incidentLinks: Template = {
  about: 'Incidents that are parts of others, and accounts of one and the same event.',
  recordType: 'incident-links',
  columns: [...fieldColumns(INCIDENT_LINK), ...CLAIM_COLUMNS],
};

export const INCIDENT_LINK_TEMPLATES = { 'incident-links': incidentLinks } as const;

export const RELATION_TEMPLATES = { postings, 'command-links': commandLinks, positionings, affiliations } as const;
