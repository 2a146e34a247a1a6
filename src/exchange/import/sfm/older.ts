import type {
  DateField,
  Layout,
  LinkGroup,
  PeopleSheet,
  PlaceGroup,
  SheetField,
  SourceSheet,
  Span,
  UnitSheet,
} from './layout.js';

/** A column X has its sources in `Source: X` and its confidence in `Confidence: X`. */
function field(column: string, called = column): SheetField {
  return { column, source: `Source: ${called}`, confidence: `Confidence: ${called}` };
}

function date(column: string, split: string): DateField {
  return { ...field(column), year: `${split}_year`, month: `${split}_month`, day: `${split}_day` };
}

const ENDED = { Y: 'END', N: 'LAST_CITED', '': 'LAST_CITED' } as const;

/** Each column group of a unit's row has its own dates: `Site:First citation`, `Site:first_year`, `Site:Start date? (Y/N)`. */
function spanOf(group: string): Span {
  return {
    first: date(`${group}First citation`, `${group}first`),
    last: date(`${group}Last citation`, `${group}last`),
    start: `${group}Start date? (Y/N)`,
    end: `${group}End date? (Y/N)`,
    endWords: ENDED,
    open: `${group}open_ended`,
  };
}

/** The real headings of the dates of a group, which share no pattern. */
function dates(
  group: string,
  first: readonly [column: string, source: string, split: string, start: string],
  last: readonly [column: string, source: string, split: string, end: string],
  end = 'open_ended',
): Record<string, string> {
  const each = (name: string, [column, source, split]: readonly string[]) => ({
    [`${column}`]: `${group}${name === 'first' ? 'First' : 'Last'} citation`,
    [`${source}`]: `${group}${name === 'first' ? 'First' : 'Last'} citation`,
    ...Object.fromEntries(['year', 'month', 'day'].map((part) => [`${split}${part}`, `${group}${name}_${part}`])),
  });
  return {
    ...each('first', first),
    ...each('last', last),
    [first[3]]: `${group}Start date? (Y/N)`,
    [last[3]]: `${group}${end}`,
  };
}

const parent: LinkGroup = {
  relation: { always: 'child' },
  superior: { name: field('OrganizationOrganization:parent_id') },
  relationClass: field('OrganizationOrganization:classification'),
  span: spanOf('OrganizationOrganization:'),
};

const membership: LinkGroup = {
  relation: { always: 'member' },
  superior: { name: field('OrganizationMembership:organization_id') },
  span: spanOf('OrganizationMembership:'),
};

const site: PlaceGroup = { kind: { always: 'SITE' }, place: field('Site:Name'), span: spanOf('Site:') };
const area: PlaceGroup = {
  kind: { always: 'AREA_OF_OPERATIONS' },
  place: field('Area of Operations Name'),
  span: spanOf('Area of Operations '),
};

/** Columns for the editors of the sheets, not for the graph. */
const INTERNAL = [
  'ID',
  'Owner-initial of staff researcher',
  'Comments-specifics relevant to the review process, such as fixes, refinements, other observations. This is different from "Notes", which are intended for publication.',
  'Notes',
  'Source: Notes',
  'Corrections',
];
const STATUS = { 'Status (0=first commit, 1=fixes needed, 2=fixes made, 3=clean)': 'Status' };

/** Where exactly a site lies: places are known by their names, and ids of gazetteers are not imported yet. */
const COORDINATES = [
  'Organization division_id',
  'Site: Exact Location - Longitude or OSM Node Name',
  'Site: Exact Location - Latitude or OSM Node ID',
  'Source: Site Exact Location',
  'Confidence: Site Exact Location',
  ...['Site:geonames_name', 'Site:admin_level_1_geonames_name'].flatMap((name) => [
    name,
    name.replace(/name$/, 'id'),
    `Source: ${name}`,
    `Confidence: ${name}`,
  ]),
  'Site:division_id',
  'Area of Operations GeonameID',
  'Area of Operations division_id',
];

/** The first sheets of all had headings in plain words. */
const units: UnitSheet = {
  required: ['Organization:Name'],
  id: 'o_id',
  idMayLack: true,
  status: 'Status',
  keptOut: [...INTERNAL, ...COORDINATES],
  existence: spanOf('Organization:'),
  aliases: {
    ...STATUS,
    'Organization:other_names': 'Organization:Aliases',
    'Organization:classification': 'Organization:Classification',
    'UUID: Administrative, Command, or Informal parent relationship': 'Source: OrganizationOrganization:classification',
    'Administrative, Command, or Informal parent relationship': 'OrganizationOrganization:classification',
    'Area of Operations Geoname': 'Area of Operations Name',
    'Area of Operations': 'Area of Operations Name',
    'OrganizationMembership:member_id': 'OrganizationMembership:organization_id',
    ...dates(
      'Organization:',
      [
        'Organization:date_first_cited',
        'Organization date_first_cited',
        'firstcited_',
        'start date of Organization? Y/N',
      ],
      ['Organization:date_last_cited', 'Organization date_last_cited', 'lastcited_', 'Organization:open_ended? Y/N/E'],
    ),
    ...dates(
      'OrganizationOrganization:',
      [
        'OrganizationOrganization:date_first_cited',
        'Date of first citation for parent organization',
        '',
        'Start date of OrganizationOrganization Y/N?',
      ],
      [
        'OrganizationOrganization:date_last_cited',
        'Date of last citation for parent organization',
        'oo_',
        'OrganizationOrganization:open_ended',
      ],
    ),
    ...dates(
      'Site:',
      [
        'OrganizationSite:date_first_cited',
        'OrganizationSite:date_first_cited',
        'os_',
        'Is this the founding date? (Y/N)',
      ],
      [
        'OrganizationSite:date_last_cited',
        'OrganizationSite:date_last_cited',
        'os_last_',
        'OrganizationSite:open_ended (Y/N/E)',
      ],
    ),
    ...dates(
      'Area of Operations ',
      [
        'Date of first citation for area of operations',
        'Date of first citation for area of operations',
        'aoo_start_',
        'start date of area of operation? Y/N',
      ],
      [
        'Date of last citation for area of operations',
        'Date of last citation for area of operations',
        'aoo_last_',
        'Assume Area of Operations to Current Date? (Y/N/E)',
      ],
    ),
    ...dates(
      'OrganizationMembership:',
      [
        'Date of first citation for OrganizationMembership:member_id',
        'Date of first citation for OrganizationMembership:member_id',
        'om_first_',
        'start date of OrganizationMembership? Y/N',
      ],
      [
        'Date of last citation for OrganizationMembership:member_id',
        'Date of last citation for OrganizationMembership:member_id',
        'om_last_',
        'end date of OrganizationMembership? Y/N',
      ],
      'End date? (Y/N)',
    ),
    Name: 'Organization:Name',
    'Aliases or alternative spellings (semi-colon separated)': 'Organization:Aliases',
    'Aliases or alternative spellings': 'Organization:Aliases',
    Classification: 'Organization:Classification',
    Country: 'Organization:Country',
    'Parent organization': 'OrganizationOrganization:parent_id',
    'Organization/Administrative, Command, or Informal parent relationship': 'OrganizationOrganization:classification',
    'Date of first citation for parent organization': 'OrganizationOrganization:First citation',
    'Date of last citation for parent organization': 'OrganizationOrganization:Last citation',
    'Headquarters (Barracks, Base, Physical Asset)': 'Site:Name',
    Headquarters: 'Site:Name',
    'Date of first citation': 'Site:First citation',
    'Date of last citation': 'Site:Last citation',
    'Area of Responsibility (Area of Operations, Jurisdiction)': 'Area of Operations Name',
    'Area of Responsibility': 'Area of Operations Name',
    'Date of first citation for area of responsibility': 'Area of Operations First citation',
    'Date of last citation for area of responsibility': 'Area of Operations Last citation',
    'Other affiliation (like joint task force)': 'OrganizationMembership:organization_id',
    'Date of first citation for affiliation': 'OrganizationMembership:First citation',
    'Date of last citation for affiliation': 'OrganizationMembership:Last citation',
  },
  name: field('Organization:Name'),
  otherNames: { ...field('Organization:Aliases'), many: true },
  classification: { ...field('Organization:Classification'), many: true },
  country: field('Organization:Country'),
  facts: [],
  links: [parent, membership],
  places: [site, area],
};

const people: PeopleSheet = {
  required: ['Name', 'Organization', 'Role'],
  status: 'Status',
  keptOut: [...INTERNAL, 'division_id', 'Column', 'Column2'],
  aliases: {
    ...STATUS,
    'Aliases or alternative spellings (semi-colon separated)': 'Aliases',
    'Aliases or alternative spellings': 'Aliases',
  },
  name: field('Name'),
  otherNames: { ...field('Aliases'), many: true },
  country: field('Country'),
  facts: [
    { property: 'GENDER', field: field('Gender') },
    { property: 'BORN', field: field('Date of Birth'), date: { ...field('Date of Birth'), mayBeLongAgo: true } },
    { property: 'DIED', field: field('Death Date'), date: field('Death Date') },
    { property: 'BIOGRAPHY', field: field('Biography') },
    { property: 'FACEBOOK', field: field('Facebook Page') },
    { property: 'TWITTER', field: field('Twitter Account') },
    { property: 'HEADSHOT', field: field('Headshot') },
    { property: 'WIKIPEDIA', field: { column: 'Wikipedia Page' } },
  ],
  unit: { name: field('Organization') },
  role: field('Role'),
  title: field('Title (official title)', 'Title'),
  rank: field('Rank'),
  span: {
    first: date('First citation', 'first'),
    last: date('Last citation', 'last'),
    start: 'Start date? (Y/N)',
    end: 'End date? (Y/N)',
    endWords: ENDED,
  },
  contexts: [field('Context for start date'), field('Context for end date')],
};

const sources: SourceSheet = {
  required: ['source_id', 'title', 'publication_title'],
  keptOut: ['source_id_lookup', 'alias_source_id', 'key', 'new_pub_id'],
  id: 'source_id',
  title: 'title',
  url: 'source_url',
  archivedUrl: 'archive_url',
  publishedOn: 'published_on',
  retrievedAt: 'access_date',
  pinpoint: { value: 'page' },
  publication: { name: 'publication_title', country: 'country' },
  notes: [['Archived at', 'archive_timestamp']],
};

/** The older generation: units and people refer to each other by name, and a unit's row packs unrelated groups side by side. */
export const SFM_OLDER: Layout = { sources, units, people };
