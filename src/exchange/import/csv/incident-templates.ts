import { INCIDENT } from '../../../model/record/fields/incident.js';
import { ATTRIBUTION, CASUALTIES } from '../../../model/record/fields/inner-claims.js';
import * as readers from './cell-readers.js';
import { CLAIM_COLUMNS, ENDS, inOwnClaims, must, type Template } from './columns.js';
import { propertiesWith } from './entity-columns.js';
import { fieldColumns } from './field-columns.js';

/** Templates of what happened: incidents, to whom they are attributed, and numbers of those who came to harm. */

/** A day that is known to the end. */
const EXAMPLES: Readonly<Record<string, { readonly example: string }>> = {
  first: { example: '2022-03-05' },
  last: { example: '2022-03-05' },
  last_hardness: { example: 'END' },
};

const incidents: Template = {
  about: 'Incidents. Of sexual violence give no more than month and region.',
  recordType: 'incidents',
  columns: [
    must('id', 'Id that you choose; it never changes its meaning.', 'incident-vm-ford', readers.id('incident')),
    ...fieldColumns(INCIDENT, ENDS).map((column) => ({ ...column, ...EXAMPLES[column.name] })),
    ...propertiesWith('UCDP=000000', 'DAY=Saturday'),
    ...CLAIM_COLUMNS,
  ],
  strangeWords: { kinds: { doubt: 'KIND_UNKNOWN' } },
};

const INCIDENT_COLUMN = must(
  'incident_id',
  'The incident; it stands in incidents.csv.',
  'incident-vm-ford',
  readers.id('incident'),
  {
    ...inOwnClaims,
  },
);

const attributions: Template = {
  about: 'To whom bodies attribute incidents: one row for each body, person or unit, and mode.',
  recordType: 'incidents',
  part: 'attributions',
  columns: [INCIDENT_COLUMN, ...fieldColumns(ATTRIBUTION), ...CLAIM_COLUMNS],
};

const casualties: Template = {
  about: 'How many people came to harm in incidents, as numbers alone: one row for each body and kind of harm.',
  recordType: 'incidents',
  part: 'casualties',
  columns: [INCIDENT_COLUMN, ...fieldColumns(CASUALTIES), ...CLAIM_COLUMNS],
};

export const INCIDENT_TEMPLATES = { incidents, attributions, casualties } as const;
