import {
  ACCESS,
  BODY_KIND,
  LOCATION_KIND,
  NAME_KIND,
  PRECISION,
  RELIABILITY,
  UNIT_KIND,
} from '../../../model/vocabulary.js';
import type { Room } from '../record/record.js';
import { CITATIONS, inOwnClaims, may, must, nameOf, type Template, to } from './columns.js';
import { entity, GRADING, idColumn, LANG, SCRIPT } from './entity-columns.js';
import * as reading from './readings.js';

/** Templates of who and what there is: reports, bodies, people, units, places, and further names for them. */

const reports: Template = {
  about: 'Reports: what your sources are. Every other row cites at least one.',
  room: 'reports',
  columns: [
    idColumn('report')('report-vm-archive'),
    must('title', 'Title.', 'Order of battle of Velmora', reading.text),
    must('publisher_id', 'The body that published it.', 'body-vm-archive', reading.id('body', 'org'), to('publisher')),
    may('published', 'When it was published.', '2023-05-01', reading.date, to('publishedOn')),
    may('url', 'Where it was published.', 'https://example.org/velmora', reading.url),
    may('archived_url', 'Where a copy is archived.', 'https://example.org/archive/velmora', reading.url),
    may('retrieved_at', 'The day on which it was read.', '2023-06-02', reading.day),
    may('sha256', 'SHA-256 of the file as read.', '', reading.sha256),
    may('language', 'Language; en where empty.', 'en', reading.language),
    may('reliability', 'Admiralty reliability; F where empty.', 'B', reading.word(RELIABILITY)),
    may('access', 'Who may see it; PUBLIC where empty.', 'PUBLIC', reading.word(ACCESS)),
    may('party_to_conflict', 'true where its publisher is a party to the conflict.', 'false', reading.yesNo),
    may('derived_from_ids', 'Reports that it repeats.', '', reading.several(reading.id('report')), to('derivedFrom')),
    may('note', 'A note for other researchers.', '', reading.text),
  ],
};

const bodies: Template = {
  about: 'Bodies: who publishes, judges, sanctions or inquires.',
  room: 'bodies',
  columns: [
    idColumn('body', 'org')('body-vm-archive'),
    ...entity(
      ['Open Archive of Velmora', 'OAV'],
      [must('kind', 'What kind of body it is.', 'NGO', reading.word(BODY_KIND))],
      ['WIKIDATA=Q000000', 'FOUNDED=2014'],
    ),
  ],
};

const people: Template = {
  about: 'People. Only who acts in an official or commanding role; never victims or witnesses.',
  room: 'people',
  columns: [
    idColumn('person')('person-vm-ander'),
    ...entity(['Tomas Ander', 'T. Ander ; The Miller'], [], ['WIKIDATA=Q000000', 'BORN=1979~']),
  ],
};

const units: Template = {
  about: 'Units: armed forces, police, ministries and whoever else commands or is commanded.',
  room: 'units',
  columns: [
    idColumn('unit', 'org')('unit-vm-2-brigade'),
    ...entity(
      ['2nd Brigade of Velmora', 'Osk Brigade'],
      [
        must('kind', 'What kind of unit it is.', 'ARMED_FORCES', reading.word(UNIT_KIND)),
        may('country', 'Its country.', 'XV', reading.country),
        may(
          'placeholder',
          'true for a unit that a source supposes without knowing it; it holds no posts.',
          'false',
          reading.yesNo,
        ),
        may('body_kind', 'Where it also publishes or judges: what kind of body it is.', '', reading.word(BODY_KIND), {
          field: 'body',
          put: (record, value) => {
            record.body = { kind: value };
          },
        }),
      ],
      ['WIKIDATA=Q000000', 'FOUNDED=2014'],
    ),
  ],
};

const locations: Template = {
  about: 'Places, with coordinates where a gazetteer gives them.',
  room: 'locations',
  columns: [
    idColumn('location')('location-vm-ostra'),
    ...entity(
      ['Ostra', ''],
      [
        must('kind', 'What kind of place it is.', 'PLACE', reading.word(LOCATION_KIND)),
        may('country', 'Its country.', 'XV', reading.country),
        may('latitude', 'Degrees north (WGS 84).', '10.25', reading.degrees(90)),
        may('longitude', 'Degrees east (WGS 84).', '-20.5', reading.degrees(180)),
        may('precision', 'What a point stands for; UNKNOWN where empty.', 'ADMIN2', reading.word(PRECISION)),
        may(
          'coordinates_from_id',
          'The report that the coordinates are from; needed with coordinates.',
          'report-vm-archive',
          reading.id('report'),
          to('coordinatesFrom'),
        ),
        may('within_id', 'The place around it.', '', reading.id('location'), to('within')),
      ],
      ['GEONAMES=0000000', 'CALLED=Ostra on the Lake'],
    ),
  ],
};

const ROOMS: Readonly<Record<string, Room>> = {
  person: 'people',
  unit: 'units',
  org: 'units',
  body: 'bodies',
  location: 'locations',
};

const names: Template = {
  about: 'Further names of people, units, bodies and places that are declared in these files or in the graph already.',
  room: ({ id }) => ROOMS[String(id).split('-')[0] ?? ''] ?? 'people',
  columns: [
    must('entity_id', 'Whose name it is.', 'person-vm-ander', reading.id(...Object.keys(ROOMS)), {
      field: 'id',
      put: (record, value) => {
        record.id = value;
        record.extends = true;
      },
    }),
    must('name', 'The name.', 'Томас Андер', reading.text, {
      field: 'names',
      put: (record, value, values) => {
        const { kind = 'ALIAS', scheme } = values;
        record.names = [nameOf(value, values, { kind, ...(scheme === undefined ? {} : { scheme }) })];
      },
    }),
    { ...LANG, example: 'uk' },
    { ...SCRIPT, example: 'Cyrl' },
    may('kind', 'What kind of name it is; ALIAS where empty.', 'TRANSLITERATION', reading.word(NAME_KIND), {
      field: 'names',
      ...inOwnClaims,
    }),
    may('scheme', 'The rules of a transliteration.', '', reading.text, { field: 'names', ...inOwnClaims }),
    ...CITATIONS,
    ...GRADING,
  ],
};

export const ENTITY_TEMPLATES = { reports, bodies, people, units, locations, names } as const;
