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

/** The first sheets of all had headings in plain words. */
const units: UnitSheet = {
  required: ['Organization:Name'],
  keptOut: ['Notes', 'Source: Notes', 'Corrections'],
  aliases: {
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
  keptOut: ['Notes', 'Source: Notes', 'Corrections'],
  aliases: {
    'Aliases or alternative spellings (semi-colon separated)': 'Aliases',
    'Aliases or alternative spellings': 'Aliases',
  },
  name: field('Name'),
  otherNames: { ...field('Aliases'), many: true },
  country: field('Country'),
  facts: [],
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
  keptOut: [],
  id: 'source_id',
  title: 'title',
  url: 'source_url',
  archivedUrl: 'archive_url',
  publishedOn: 'published_on',
  retrievedAt: 'access_date',
  pinpoint: { value: 'page' },
  publication: { name: 'publication_title' },
  notes: [['Archived at', 'archive_timestamp']],
};

/** The older generation: units and people refer to each other by name, and a unit's row packs unrelated groups side by side. */
export const SFM_OLDER: Layout = { sources, units, people };
