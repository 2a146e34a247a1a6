import { UNIT } from '../../../model/record/fields/entity.js';
import {
  codesIn,
  type ExportRecord,
  type GivenName,
  linked,
  type Provenance,
  type Surroundings,
  textOf,
  type Value,
} from '../export.rules.js';
import { COUNTRIES, LANGUAGES } from './codes.js';

/** What the mappings to FollowTheMoney are made of. */

/** A value that another dataset than that of its record may state: a name, an attribution. */
export interface DatasetValue extends Provenance {
  readonly value: string;
  /** Three letters, where FollowTheMoney knows the language. */
  readonly lang?: string | undefined;
}

/** The values of a property; a text without more is stated by its record. */
export type Texts = readonly (string | DatasetValue | null | undefined)[];
export type FtmProperties = Readonly<Record<string, Texts>>;

export interface MappedEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: FtmProperties;
}

export type Profile = 'full' | 'compat';

/** The entities that a record becomes: none where it lacks what its schema cannot be without. */
export type Mapping = (record: ExportRecord, around: Surroundings, profile: Profile) => MappedEntity[];

export const one = (id: string, schema: string, properties: FtmProperties): MappedEntity[] => [
  { id, schema, properties },
];

/** An entity that stands between others: none where one of its ends may not be told. */
export const edge = (id: string, schema: string, ends: FtmProperties, rest: FtmProperties): MappedEntity[] =>
  Object.values(ends).every((ids) => ids.length > 0) ? one(id, schema, { ...ends, ...rest }) : [];

/** What an entity is called, each name by the dataset that gives it. */
export function names({ id }: ExportRecord, { entities }: Surroundings): FtmProperties {
  const entity = entities.get(id);
  if (!entity) return { name: [] };
  const others = entity.names.filter(({ value }) => value !== entity.name);
  const valuesOf = (givenNames: readonly GivenName[]): DatasetValue[] =>
    givenNames.map(({ value, lang, dataset, recordedAt }) => ({ value, lang: languageOf(lang), dataset, recordedAt }));
  return {
    name: valuesOf(entity.called),
    alias: valuesOf(others.filter(({ kind }) => kind !== 'FORMER')),
    previousName: valuesOf(others.filter(({ kind }) => kind === 'FORMER')),
  };
}

/** What the entities are called to which a link leads, as a text. */
export const namesAt = (record: ExportRecord, link: string, { entities }: Surroundings): Texts =>
  linked(record, link).map((id) => entities.get(id)?.name);

/** A language by its three letters, whatever script or region of it. */
export const languageOf = (language: string | null): string | undefined =>
  LANGUAGES.get(language?.toLowerCase().split('-')[0] ?? '');

/** What facts say of a record in our words, each by the dataset that says so. */
export const codes = ({ id }: ExportRecord, { entities }: Surroundings, property: string): DatasetValue[] =>
  codesIn(entities.get(id), property).map(({ code, dataset, recordedAt }) => ({ value: code, dataset, recordedAt }));

/** Countries, where FollowTheMoney takes their codes for the same. */
export const countries = (record: ExportRecord, around: Surroundings): DatasetValue[] =>
  codes(record, around, UNIT.country.fact)
    .map((one) => ({ ...one, value: one.value.toLowerCase() }))
    .filter(({ value }) => COUNTRIES.has(value));

/** A date without its marks of doubt. */
export const plain = (date: Value | undefined) => textOf(date)?.replace(/[~?%]/g, '');

/** A first citation is no start, and a last one no end: they are days on which it was so. */
export function dates({ properties }: ExportRecord): FtmProperties {
  const { first, last, firstHardness, lastHardness } = properties;
  const started = firstHardness === 'START';
  const ended = lastHardness === 'END';
  return {
    startDate: [started ? plain(first) : null],
    endDate: [ended ? plain(last) : null],
    date: [started ? null : plain(first), ended ? null : plain(last)],
  };
}
