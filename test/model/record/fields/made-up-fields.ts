import './made-up-inner-claims.js';

import { DEMAND } from '../../../../src/model/record/fields/demand.js';
import * as entity from '../../../../src/model/record/fields/entity.js';
import * as finding from '../../../../src/model/record/fields/finding.js';
import { INCIDENT } from '../../../../src/model/record/fields/incident.js';
import * as link from '../../../../src/model/record/fields/link.js';
import { REPORT } from '../../../../src/model/record/fields/report.js';
import { MADE_UP, VALUES } from './made-up-inner-claims.js';

/**
 * The made-up fields in the table of each kind of record. They are in this process alone, and only in what is imported
 * after this file: tables take up those of inner claims when they are first imported.
 */

const { PERSON, UNIT, BODY, LOCATION } = entity;
const { FINDING, INDICATOR, MEASURE } = finding;
const { POSTING, COMMAND_LINK, POSITIONING, AFFILIATION, INCIDENT_LINK } = link;

for (const table of [PERSON, UNIT, BODY, LOCATION, REPORT, INCIDENT, FINDING, INDICATOR, MEASURE])
  Object.assign(table, MADE_UP);
for (const table of [POSTING, COMMAND_LINK, POSITIONING, AFFILIATION, INCIDENT_LINK, DEMAND])
  Object.assign(table, MADE_UP);

export { MADE_UP, VALUES };
