import { CITED } from './claim.js';
import { DEMAND } from './demand.js';
import { BODY, ENTITY, LOCATION, PERSON, UNIT } from './entity.js';
import { type Fields, ownId } from './field.js';
import { FINDING, INDICATOR, MEASURE } from './finding.js';
import { INCIDENT, INCIDENT_CLAIM_FIELDS } from './incident.js';
import {
  ATTRIBUTION,
  CASUALTIES,
  FACT,
  FACT_OWNER,
  IDENTIFIER,
  IDENTIFIER_OWNER,
  INCIDENT_OWNER,
  NAME,
  NAME_OWNER,
} from './inner-claims.js';
import { AFFILIATION, COMMAND_LINK, INCIDENT_LINK, POSITIONING, POSTING } from './link.js';
import { REPORT } from './report.js';

/** All kinds of records, with their fields. */

/** The fields of the records in each file of a dataset folder, in reading order. */
export const FILE_FIELDS = {
  reports: { id: ownId('report'), ...REPORT },
  bodies: { id: ownId('body', 'org'), ...BODY, ...ENTITY },
  people: { id: ownId('person'), ...PERSON, ...ENTITY },
  units: { id: ownId('unit', 'org'), ...UNIT, ...ENTITY },
  locations: { id: ownId('location'), ...LOCATION, ...ENTITY },
  postings: { ...POSTING, ...CITED },
  'command-links': { ...COMMAND_LINK, ...CITED },
  positionings: { ...POSITIONING, ...CITED },
  affiliations: { ...AFFILIATION, ...CITED },
  incidents: { id: ownId('incident'), ...INCIDENT, ...INCIDENT_CLAIM_FIELDS, ...CITED },
  'incident-links': { ...INCIDENT_LINK, ...CITED },
  findings: { id: ownId('finding'), ...FINDING, ...CITED },
  indicators: { ...INDICATOR, ...CITED },
  measures: { ...MEASURE, ...CITED },
  demands: { ...DEMAND, ...CITED },
} as const;

export type FileName = keyof typeof FILE_FIELDS;

/** The label of what each file holds. */
export const LABELS = {
  reports: 'Report',
  bodies: 'Body',
  people: 'Person',
  units: 'Unit',
  locations: 'Location',
  postings: 'Posting',
  'command-links': 'CommandLink',
  positionings: 'Positioning',
  affiliations: 'Affiliation',
  incidents: 'Incident',
  'incident-links': 'IncidentLink',
  findings: 'Finding',
  indicators: 'Indicator',
  measures: 'Measure',
  demands: 'Demand',
} as const satisfies Readonly<Record<FileName, string>>;

/** Claims that are written inside the record that they are about, by the list that they stand in; alone they name it. */
export const NESTED_CLAIMS = {
  names: { label: 'Name', fields: NAME, owner: NAME_OWNER },
  identifiers: { label: 'Identifier', fields: IDENTIFIER, owner: IDENTIFIER_OWNER },
  facts: { label: 'Fact', fields: FACT, owner: FACT_OWNER },
  attributions: { label: 'Attribution', fields: ATTRIBUTION, owner: INCIDENT_OWNER },
  casualties: { label: 'Fact', fields: CASUALTIES, owner: INCIDENT_OWNER },
} as const;

const { kind: _kind, ...COUNTS } = CASUALTIES;
/** All that a fact may say: that which counts persons has a kind for a property. */
export const FACT_OR_COUNT = { ...FACT, ...COUNTS };

export type InnerList = keyof typeof NESTED_CLAIMS;

/** What a record of each label says beside what all of its sort say. */
export const OWN_FIELDS = {
  Report: REPORT,
  Body: BODY,
  Person: PERSON,
  Unit: UNIT,
  Location: LOCATION,
  Posting: POSTING,
  CommandLink: COMMAND_LINK,
  Positioning: POSITIONING,
  Affiliation: AFFILIATION,
  Incident: INCIDENT,
  IncidentLink: INCIDENT_LINK,
  Finding: FINDING,
  Indicator: INDICATOR,
  Measure: MEASURE,
  Demand: DEMAND,
  Name: NAME,
  Identifier: IDENTIFIER,
  Fact: FACT_OR_COUNT,
  Attribution: ATTRIBUTION,
} as const satisfies Readonly<Record<string, Fields>>;

export type Label = keyof typeof OWN_FIELDS;
