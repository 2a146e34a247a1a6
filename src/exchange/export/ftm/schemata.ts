import { UNIT } from '../../../model/record/fields/entity.js';
import { addressOf, textOf } from '../export.rules.js';
import { finding, incident } from './events.js';
import { commandLink, positioning, posting } from './links.js';
import { codes, countries, languageOf, type Mapping, names, namesAt, one, plain } from './mapped-entity.js';

/** What a record is in FollowTheMoney, by its kind. */

const ARMED = ['ARMED_FORCES', 'NON_STATE_ARMED_GROUP', 'MIXED_FORCES'];
/** A public body is one of a State: forces that a source says are not, or are named together with such, are organizations, and so are those of no kind. */
const NOT_OF_A_STATE = ['NON_STATE_ARMED_GROUP', 'MIXED_FORCES'];
const PUBLIC_BODIES = ['COURT', 'COMMISSION', 'AUTHORITY', 'INTERGOVERNMENTAL', 'LEGISLATURE'];

const person: Mapping = (record, around) => one(record.id, 'Person', names(record, around));

const unit: Mapping = (record, around) => {
  const kinds = codes(record, around, UNIT.kind.fact);
  const isOfAState = kinds.length > 0 && !kinds.some(({ value }) => NOT_OF_A_STATE.includes(value));
  return one(record.id, isOfAState ? 'PublicBody' : 'Organization', {
    ...names(record, around),
    country: countries(record, around),
    classification: kinds,
    topics: kinds.some(({ value }) => ARMED.includes(value)) ? ['mil'] : [],
  });
};

const body: Mapping = (record, around) => {
  const kind = textOf(record.properties.bodyKind) ?? '';
  const schema = PUBLIC_BODIES.includes(kind) ? 'PublicBody' : 'Organization';
  return one(record.id, schema, { ...names(record, around), classification: [kind] });
};

const location: Mapping = (record, around) => {
  const { latitude = null, longitude = null } = around.entities.get(record.id) ?? {};
  const named = names(record, around);
  return one(record.id, 'Address', {
    ...named,
    full: named.name ?? [],
    country: countries(record, around),
    latitude: latitude === null ? [] : [String(latitude)],
    longitude: longitude === null ? [] : [String(longitude)],
    remarks: [textOf(record.properties.kind)],
  });
};

const report: Mapping = (record, around) => {
  const { title, language, url, retrievedAt, sha256, note, published } = record.properties;
  return one(record.id, 'Document', {
    title: [textOf(title)],
    fileName: [record.id],
    language: [languageOf(textOf(language))],
    sourceUrl: [addressOf(textOf(url))],
    retrievedAt: [textOf(retrievedAt)],
    publishedAt: [plain(published)],
    summary: [textOf(note)],
    description: sha256 === undefined ? [] : [`SHA-256 of the text as read: ${sha256}`],
    publisher: namesAt(record, 'PUBLISHED_BY', around),
  });
};

export const MAPPINGS: Readonly<Record<string, Mapping>> = {
  Person: person,
  Unit: unit,
  Body: body,
  Location: location,
  Posting: posting,
  CommandLink: commandLink,
  Positioning: positioning,
  Incident: incident,
  Finding: finding,
  Report: report,
};
