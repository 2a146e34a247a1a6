import { type ExportRecord, linked, type Surroundings, textOf, textsOf } from '../export.rules.js';

/** What a record is in FollowTheMoney, by its kind. */

export type Texts = readonly (string | null | undefined)[];
export interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, Texts>>;
}
export type Profile = 'full' | 'compat';

const ARMED = ['ARMED_FORCES', 'NON_STATE_ARMED_GROUP', 'MIXED_FORCES'];
const PUBLIC_BODIES = ['COURT', 'COMMISSION', 'AUTHORITY', 'INTERGOVERNMENTAL', 'LEGISLATURE'];
/** Languages by three letters, as FollowTheMoney wants them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'ara',
  be: 'bel',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ru: 'rus',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};
const COMMANDING = ['COMMAND', 'OPERATIONAL'];

type Mapping = (record: ExportRecord, around: Surroundings, profile: Profile) => Entity[];

/** One entity, or none where it lacks what its schema cannot be without. */
const one = (id: string, schema: string, properties: Entity['properties']): Entity[] => [{ id, schema, properties }];
const edge = (id: string, schema: string, ends: Entity['properties'], rest: Entity['properties']): Entity[] =>
  Object.values(ends).every((ids) => ids.length > 0) ? one(id, schema, { ...ends, ...rest }) : [];

export const MAPPINGS: Readonly<Record<string, Mapping>> = {
  Person: (record, around) => one(record.id, 'Person', names(record, around)),
  Unit: (record, around) => {
    const kind = textOf(record.properties.kind) ?? '';
    return one(record.id, kind === 'NON_STATE_ARMED_GROUP' ? 'Organization' : 'PublicBody', {
      ...names(record, around),
      country: country(record),
      classification: [kind],
      topics: ARMED.includes(kind) ? ['mil'] : [],
    });
  },
  Body: (record, around) => {
    const kind = textOf(record.properties.bodyKind) ?? '';
    const schema = PUBLIC_BODIES.includes(kind) ? 'PublicBody' : 'Organization';
    return one(record.id, schema, { ...names(record, around), classification: [kind] });
  },
  Location: (record, around) => {
    const { latitude = null, longitude = null } = around.entities.get(record.id) ?? {};
    const named = names(record, around);
    return one(record.id, 'Address', {
      ...named,
      full: named.name ?? [],
      country: country(record),
      latitude: latitude === null ? [] : [String(latitude)],
      longitude: longitude === null ? [] : [String(longitude)],
      remarks: [textOf(record.properties.kind)],
    });
  },
  Posting: (record, around) => {
    const at = linked(record, 'AT');
    const { title, rank, role, note } = record.properties;
    const post = `${record.id}-position`;
    const where = at.map((id) => around.entities.get(id)?.name).join(', ');
    const name = textOf(title) ?? `${textOf(role)}, ${where}`;
    const occupancy = edge(
      record.id,
      'Occupancy',
      { holder: linked(record, 'OF'), post: at.length > 0 ? [post] : [] },
      {
        ...dates(record),
        summary: [textOf(role), textOf(rank)],
        description: [textOf(note)],
      },
    );
    return occupancy.length === 0 ? [] : [...one(post, 'Position', { name: [name], organization: at }), ...occupancy];
  },
  CommandLink: (record, _around, profile) => {
    const { kind, note } = record.properties;
    const [below, above] = [linked(record, 'SUBORDINATE'), linked(record, 'SUPERIOR')];
    const rest = { role: [textOf(kind)], ...dates(record), description: [textOf(note)] };
    return profile === 'full' && COMMANDING.includes(textOf(kind) ?? '')
      ? edge(record.id, 'Control', { controller: above, controlled: below }, rest)
      : edge(record.id, 'UnknownLink', { subject: below, object: above }, rest);
  },
  Positioning: (record) => {
    const { kind, note } = record.properties;
    const rest = { role: [textOf(kind)], ...dates(record), description: [textOf(note)] };
    return edge(record.id, 'UnknownLink', { subject: linked(record, 'OF'), object: linked(record, 'AT') }, rest);
  },
  Incident: (record, around) => {
    const { title, summary, kinds, note } = record.properties;
    const at = linked(record, 'AT');
    return one(record.id, 'Event', {
      name: [textOf(title)],
      summary: [textOf(summary)],
      keywords: textsOf(kinds),
      notes: [textOf(note)],
      ...dates(record),
      location: at.map((id) => around.entities.get(id)?.name),
      addressEntity: at,
      involved: around.attributed.get(record.id) ?? [],
    });
  },
  Finding: (record, around) => {
    const { title, summary, type, proofDomain, decided, published, conductFrom, conductTo, note } = record.properties;
    const { id } = record;
    const court = linked(record, 'BY').map((body) => around.entities.get(body)?.name);
    const sources = { summary: [textOf(summary)], notes: [textOf(note)] };
    const days = [decided, published].map(plain);
    const conduct = { startDate: [plain(conductFrom)], endDate: [plain(conductTo)] };
    const parties = linked(record, 'ABOUT').flatMap((party) =>
      edge(
        `${id}-${party}`,
        'CourtCaseParty',
        { party: [party], case: [id] },
        { role: [textOf(type)], date: days, ...conduct },
      ),
    );
    return [
      ...one(id, 'CourtCase', {
        name: [textOf(title)],
        type: [textOf(type)],
        court,
        category: [textOf(proofDomain)],
        ...sources,
      }),
      ...parties,
    ];
  },
  Report: (record, around) => {
    const { title, language, url, retrievedAt, sha256, note, published } = record.properties;
    return one(record.id, 'Document', {
      title: [textOf(title)],
      fileName: [record.id],
      language: [LANGUAGES[textOf(language)?.split('-')[0] ?? '']],
      sourceUrl: [textOf(url)],
      retrievedAt: [textOf(retrievedAt)],
      publishedAt: [plain(published)],
      summary: [textOf(note)],
      description: sha256 === undefined ? [] : [`SHA-256 of the text as read: ${sha256}`],
      publisher: linked(record, 'PUBLISHED_BY').map((body) => around.entities.get(body)?.name),
    });
  },
};

function names({ id }: ExportRecord, { entities }: Surroundings): Entity['properties'] {
  const entity = entities.get(id);
  if (!entity) return { name: [] };
  const others = entity.names.filter(({ value }) => value !== entity.name);
  const of = (former: boolean) => others.filter(({ kind }) => (kind === 'FORMER') === former).map(({ value }) => value);
  return { name: [entity.name], alias: of(false), previousName: of(true) };
}

const country = ({ properties }: ExportRecord) => [textOf(properties.country)?.toLowerCase()];

/** A date without its marks of doubt. */
const plain = (date: ExportRecord['properties'][string] | undefined) => textOf(date)?.replace(/[~?%]/g, '');

/** A first citation is no start, and a last one no end: they are days on which it was so. */
function dates({ properties }: ExportRecord): Entity['properties'] {
  const { first, last, firstHardness, lastHardness } = properties;
  const started = firstHardness === 'START';
  const ended = lastHardness === 'END';
  return {
    startDate: [started ? plain(first) : null],
    endDate: [ended ? plain(last) : null],
    date: [started ? null : plain(first), ended ? null : plain(last)],
  };
}
