import { CHECKED, CITATIONS, coordinateOf, ends, ID, NAMED, property, RANGE } from './csv.cells.js';
import type { Column } from './csv.js';
import { attributedTo, type ExportRecord, linked } from './export.rules.js';

/** The columns of each table, with what they hold. A cell with several values has ` ; ` between them. */

const incidentPlace = (record: ExportRecord) => linked(record, 'AT');

export const TABLES: Readonly<Record<string, { readonly label: string; readonly columns: readonly Column[] }>> = {
  people: { label: 'Person', columns: [...NAMED, ...CITATIONS] },
  units: {
    label: 'Unit',
    columns: [
      ...NAMED,
      property('kind', 'What kind of unit it is.'),
      property('country', 'Its country, ISO 3166-1.'),
      property('placeholder', 'true for a unit that a source supposes without knowing it.'),
      ...CITATIONS,
    ],
  },
  locations: {
    label: 'Location',
    columns: [
      ...NAMED,
      property('kind', 'What kind of place it is.'),
      property('country', 'Its country, ISO 3166-1.'),
      coordinateOf('Degrees north.', 'latitude', ({ id }) => [id]),
      coordinateOf('Degrees east.', 'longitude', ({ id }) => [id]),
      property('precision', 'How precisely it is known.'),
      ...ends('within', 'WITHIN', 'the place around it'),
      {
        name: 'coordinates_from_id',
        meaning: 'Report of the coordinates.',
        cell: (record) => linked(record, 'COORDINATES_FROM'),
      },
      ...CITATIONS,
    ],
  },
  incidents: {
    label: 'Incident',
    columns: [
      ID,
      property('title', 'Title.'),
      property('summary', 'What happened, in our words.'),
      property('kinds', 'Kinds of incident; labels, not legal qualifications.'),
      property('means', 'Means used.'),
      ...RANGE,
      ...ends('location', 'AT', 'the place'),
      coordinateOf('Degrees north, of the place.', 'latitude', incidentPlace),
      coordinateOf('Degrees east, of the place.', 'longitude', incidentPlace),
      property('precision', 'How precisely the place is known.'),
      {
        name: 'attributed_to_ids',
        meaning: 'People and units to whom sources attribute it; attributions.csv says who does.',
        cell: attributedTo,
      },
      ...CHECKED,
    ],
  },
  findings: {
    label: 'Finding',
    columns: [
      ID,
      property('type', 'What kind of statement it is.'),
      property('title', 'Title.'),
      property('summary', 'What it says, in our words.'),
      ...ends('by', 'BY', 'the body that made it'),
      ...ends('about', 'ABOUT', 'each person or unit that it is about'),
      { name: 'concerns_ids', meaning: 'Incidents that it is on.', cell: (record) => linked(record, 'CONCERNS') },
      { name: 'codes', meaning: 'Legal codes, Rome Statute.', cell: (record) => linked(record, 'CLASSIFIES') },
      property('standard', 'Standard of proof, in common terms.'),
      property('standard_as_stated', 'Standard of proof, in the words of the body.', 'standardAsStated'),
      property('proof_domain', 'Kind of proceedings; standards compare only within one.', 'proofDomain'),
      property('in_absentia', 'true where tried in absentia.', 'inAbsentia'),
      property('decided', 'When it was decided, EDTF level 1.'),
      property('published', 'When it was published, EDTF level 1.'),
      property('conduct_from', 'First date of the conduct, EDTF level 1.', 'conductFrom'),
      property('conduct_to', 'Last date of the conduct, EDTF level 1.', 'conductTo'),
      ...['affirms', 'reverses', 'replaces', 'follows'].map((name) => ({
        name: `${name}_ids`,
        meaning: `Findings that it ${name}.`,
        cell: (record: ExportRecord) => linked(record, name.toUpperCase()),
      })),
      ...CHECKED,
    ],
  },
  reports: {
    label: 'Report',
    columns: [
      ID,
      property('title', 'Title.'),
      ...ends('publisher', 'PUBLISHED_BY', 'the body that published it'),
      property('published', 'When it was published, EDTF level 1.'),
      property('language', 'Language, BCP 47.'),
      property('url', 'Where it was published.'),
      property('archived_url', 'Where a copy is archived.', 'archivedUrl'),
      property('retrieved_at', 'The day on which it was read.', 'retrievedAt'),
      property('sha256', 'SHA-256 of the text as read.'),
      property('reliability', 'Admiralty reliability, A to F; our grading.'),
      property('party_to_conflict', 'true where its publisher is a party to the conflict.', 'partyToConflict'),
      {
        name: 'derived_from_ids',
        meaning: 'Reports that it repeats.',
        cell: (record) => linked(record, 'DERIVED_FROM'),
      },
      property('note', 'A note of the editors.'),
      property('dataset', 'The dataset that it is from, whose licence holds.'),
    ],
  },
  postings: {
    label: 'Posting',
    columns: [
      ID,
      ...ends('person', 'OF', 'the person'),
      ...ends('at', 'AT', 'the unit or body'),
      property('role', 'Role of the post.'),
      property('title', 'Title as stated.'),
      property('rank', 'Rank as stated.'),
      ...ends('appointed_by', 'APPOINTED_BY', 'the person who appointed'),
      ...RANGE,
      ...CHECKED,
    ],
  },
  'command-links': {
    label: 'CommandLink',
    columns: [
      ID,
      ...ends('subordinate', 'SUBORDINATE', 'the unit below'),
      ...ends('superior', 'SUPERIOR', 'the unit above'),
      property('kind', 'What the link means; only COMMAND and OPERATIONAL carry command.'),
      ...RANGE,
      ...CHECKED,
    ],
  },
  positionings: {
    label: 'Positioning',
    columns: [
      ID,
      ...ends('unit', 'OF', 'the unit'),
      ...ends('location', 'AT', 'the place'),
      property('kind', 'A site, or an area of operations.'),
      ...RANGE,
      ...CHECKED,
    ],
  },
  attributions: {
    label: 'Attribution',
    columns: [
      ID,
      { name: 'incident_id', meaning: 'Id of the incident.', cell: (record) => linked(record, 'OF') },
      ...ends('to', 'TO', 'the person or unit to whom it is attributed'),
      ...ends('by', 'BY', 'the body that attributes it'),
      property('mode', 'What the body alleges.'),
      ...CHECKED,
    ],
  },
};
