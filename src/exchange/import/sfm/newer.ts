import type { IncidentSheet, Layout, PeopleExtraSheet, PeopleSheet, SourceSheet, UnitSheet } from './layout.js';
import { date, ENDED, field, list, OPEN, span } from './newer-columns.js';

const units: UnitSheet = {
  required: ['unit:id:admin', 'unit:name'],
  id: 'unit:id:admin',
  status: 'unit:status:admin',
  keptOut: ['unit:owner:admin', 'unit:comments:admin', 'unit:notes:admin'],
  name: field('unit:name'),
  otherNames: list('unit:other_names'),
  classification: list('unit:classification'),
  country: field('unit:country'),
  facts: [],
  existence: span(
    'unit:first_cited_date',
    'unit:last_cited_date',
    'unit:first_cited_date_start',
    'unit:last_cited_date_open',
    OPEN,
  ),
  links: [
    {
      relation: { column: 'unit:relation_type' },
      superior: { id: 'unit:related_unit_id:admin', name: field('unit:related_unit') },
      relationClass: field('unit:related_unit_class'),
      span: span(
        'unit:related_unit_first_cited_date',
        'unit:related_unit_last_cited_date',
        'unit:related_unit_first_cited_date_start',
        'unit:related_unit_open',
        OPEN,
      ),
    },
  ],
  places: [
    {
      kind: { column: 'unit:location_type' },
      place: field('unit:location'),
      base: field('unit:base_name'),
      span: span(
        'unit:location_first_cited_date',
        'unit:location_last_cited_date',
        'unit:location_first_cited_date_founding',
        'unit:location_open',
        OPEN,
      ),
    },
  ],
};

const people: PeopleSheet = {
  required: ['person:id:admin', 'person:name'],
  id: 'person:id:admin',
  status: 'person:status:admin',
  keptOut: ['person:owner:admin', 'person:comments:admin', 'person:notes:admin'],
  name: field('person:name'),
  otherNames: list('person:other_names'),
  country: field('person:country'),
  facts: [],
  unit: {
    id: 'person:posting_unit_id:admin',
    name: field('person:posting_unit', 'person:posting_unit_name'),
  },
  role: field('person:posting_role'),
  title: field('person:posting_title'),
  rank: field('person:posting_rank'),
  span: span(
    'person:posting_first_cited_date',
    'person:posting_last_cited_date',
    'person:posting_first_cited_date_start',
    'person:posting_last_cited_date_end',
    ENDED,
  ),
  contexts: [
    field('person:posting_first_cited_date_start_context'),
    field('person:posting_last_cited_date_end_context'),
  ],
};

const extra = (name: string, column = name) => field(`person_extra:${name}`, `person_extra:${column}`);

const peopleExtra: PeopleExtraSheet = {
  required: ['person_extra:id:admin'],
  keptOut: ['person_extra:notes:admin'],
  person: { id: 'person_extra:id:admin', name: { column: 'person_extra:name' } },
  facts: [
    { property: 'GENDER', field: extra('gender') },
    { property: 'BORN', field: extra('date_of_birth'), date: { ...extra('date_of_birth'), mayBeLongAgo: true } },
    { property: 'DECEASED', field: extra('deceased') },
    { property: 'DIED', field: extra('deceased_date'), date: extra('deceased_date') },
    { property: 'ACCOUNT_TYPE', field: extra('account', 'account_type') },
    { property: 'ACCOUNT', field: extra('account', 'account_id') },
    { property: 'EXTERNAL_LINK', field: extra('external_link', 'external_link_description') },
    { property: 'MEDIA', field: extra('media', 'media_desc') },
  ],
};

const incidentFact = (property: string, column: string) => ({
  property,
  field: { column, source: 'incident:all:source', shared: true as const },
});

const incidentDate = (name: string) => {
  const { confidence: _none, ...rest } = date(`incident:${name}`);
  return { ...rest, source: 'incident:all:source', shared: true as const };
};

/** The incident itself cites the sources for its dates. */
const bareDate = (name: string) => {
  const { source: _cited, ...rest } = incidentDate(name);
  return rest;
};

const incidents: IncidentSheet = {
  onlyReady: true,
  required: ['incident:id:admin', 'incident:start_date', 'incident:violation_type', 'incident:all:source'],
  status: 'incident:status:admin',
  keptOut: ['incident:owner:admin', 'incident:comments:admin'],
  id: 'incident:id:admin',
  source: 'incident:all:source',
  span: { first: bareDate('start_date'), last: bareDate('end_date'), endWords: { '': 'END' }, hard: true },
  place: 'incident:location',
  placeDescription: 'incident:location_description',
  kinds: 'incident:violation_type',
  description: 'incident:violation_description',
  perpetrators: [
    { kind: 'person', id: 'incident:perpetrator_person_id:admin', name: 'incident:perpetrator_person_name' },
    { kind: 'unit', id: 'incident:perpetrator_unit_id:admin', name: 'incident:perpetrator_unit_name' },
  ],
  facts: [
    { ...incidentFact('RECORD_PUBLISHED_ON', 'incident:pub_date'), date: incidentDate('pub_date') },
    { ...incidentFact('RECORD_UPDATED_ON', 'incident:update_date'), date: incidentDate('update_date') },
    incidentFact('RECORD_STATUS', 'incident:update_status'),
    incidentFact('PERPETRATOR_CLASSIFICATION', 'incident:perpetrator_classification'),
  ],
};

const sources: SourceSheet = {
  required: ['source:access_point_id:admin', 'source:title', 'source:publication_name'],
  keptOut: ['source:comments:admin'],
  id: 'source:access_point_id:admin',
  title: 'source:title',
  url: 'source:url',
  archivedUrl: 'source:archive_url',
  publishedOn: 'source:published_timestamp',
  retrievedAt: 'source:accessed_timestamp',
  restricted: 'source:restricted:admin',
  sha256: 'source:external_archive_sha_content:admin',
  pinpoint: { type: 'source:access_point_type', value: 'source:access_point_trigger' },
  publication: {
    id: 'source:publication_id:admin',
    name: 'source:publication_name',
    country: 'source:publication_country',
  },
  notes: [
    ['Type', 'source:type'],
    ['Author', 'source:author'],
    ['Created', 'source:created_timestamp'],
    ['Uploaded', 'source:uploaded_timestamp'],
    ['Archived at', 'source:archive_timestamp'],
    ['SHA-256 of the archive record', 'source:external_archive_sha_meta:admin'],
  ],
};

/** The newer generation: columns such as `unit:name`, `unit:name:source`, `unit:name:confidence`. */
export const SFM_NEWER: Layout = { sources, units, people, peopleExtra, incidents };
