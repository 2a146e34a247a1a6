import { BODY, LOCATION, PERSON, UNIT } from '../../../model/record/fields/entity.js';
import { NAME } from '../../../model/record/fields/inner-claims.js';
import { REPORT } from '../../../model/record/fields/report.js';
import { withoutUndefined } from '../../../model/without.js';
import type { RecordType } from '../record/imported-record.js';
import * as readers from './cell-readers.js';
import { CITATIONS, inOwnClaims, must, nameOf, type Template } from './columns.js';
import { entity, GRADING, idColumn, LANG, SCRIPT } from './entity-columns.js';
import { fieldColumns } from './field-columns.js';

/** Templates of who and what there is: reports, bodies, people, units, places, and further names for them. */

const reports: Template = {
  about: 'Reports: what your sources are. Every other row cites at least one.',
  recordType: 'reports',
  columns: [idColumn('report')('report-vm-archive'), ...fieldColumns(REPORT)],
};

const bodies: Template = {
  about: 'Bodies: who publishes, judges, sanctions or inquires.',
  recordType: 'bodies',
  columns: [
    idColumn('body', 'org')('body-vm-archive'),
    ...entity(['Open Archive of Velmora', 'OAV'], fieldColumns(BODY), ['WIKIDATA=Q000000', 'FOUNDED=2014']),
  ],
};

const people: Template = {
  about: 'People. Only who acts in an official or commanding role; never victims or witnesses.',
  recordType: 'people',
  columns: [
    idColumn('person')('person-vm-ander'),
    ...entity(['Tomas Ander', 'T. Ander ; The Miller'], fieldColumns(PERSON), ['WIKIDATA=Q000000', 'BORN=1979~']),
  ],
};

const units: Template = {
  about: 'Units: armed forces, police, ministries and whoever else commands or is commanded.',
  recordType: 'units',
  columns: [
    idColumn('unit', 'org')('unit-vm-2-brigade'),
    ...entity(['2nd Brigade of Velmora', 'Osk Brigade'], fieldColumns(UNIT), ['WIKIDATA=Q000000', 'FOUNDED=2014']),
  ],
  strangeWords: { kind: { doubt: 'KIND_UNKNOWN' } },
};

const locations: Template = {
  about: 'Places, with coordinates where a gazetteer gives them.',
  recordType: 'locations',
  columns: [
    idColumn('location')('location-vm-ostra'),
    ...entity(['Ostra', ''], fieldColumns(LOCATION), ['GEONAMES=0000000', 'CALLED=Ostra on the Lake']),
  ],
};

const RECORD_TYPES: Readonly<Record<string, RecordType>> = {
  person: 'people',
  unit: 'units',
  org: 'units',
  body: 'bodies',
  location: 'locations',
};

const { value: _value, lang: _lang, script: _script, ...NAME_REST } = NAME;
/** What a row says of a name beside what each name in a row says. */
const NAME_COLUMNS = fieldColumns({ ...NAME_REST, kind: { ...NAME.kind, default: 'ALIAS' } });

const names: Template = {
  about: 'Further names of people, units, bodies and places that are declared in these files or in the graph already.',
  recordType: ({ id }) => RECORD_TYPES[String(id).split('-')[0] ?? ''] ?? 'people',
  columns: [
    must('entity_id', 'Whose name it is.', 'person-vm-ander', readers.id(...Object.keys(RECORD_TYPES)), {
      field: 'id',
      put: (record, value) => {
        record.id = value;
        record.extends = true;
      },
    }),
    must('name', 'The name.', 'Томас Андер', readers.text, {
      field: 'names',
      put: (record, value, values) => {
        const own = NAME_COLUMNS.map(({ field, name }) => [field, values[name]] as const);
        const more = withoutUndefined(Object.fromEntries(own));
        record.names = [nameOf(value, values, { kind: 'ALIAS', ...more })];
      },
    }),
    { ...LANG, example: 'uk' },
    { ...SCRIPT, example: 'Cyrl' },
    ...NAME_COLUMNS.map((column) => ({ ...column, field: 'names', ...inOwnClaims })),
    ...CITATIONS,
    ...GRADING,
  ],
};

export const ENTITY_TEMPLATES = { reports, bodies, people, units, locations, names } as const;
