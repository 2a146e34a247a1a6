import {
  addressOf,
  type ExportRecord,
  linked,
  type Provenance,
  referentIds,
  type Surroundings,
  textOf,
} from '../export.rules.js';
import type { DatasetValue, FtmProperties, MappedEntity, Profile } from './mapped-entity.js';
import { MAPPINGS } from './schemata.js';
import { tidy } from './tidy.js';

/** Entities of FollowTheMoney with the dataset and the time of each of their values. */

/** One value of one property, as one dataset states it. */
export interface FtmStatement {
  readonly prop: string;
  readonly value: string;
  readonly lang: string | null;
  readonly dataset: string;
  /** Since when this graph has it: an instant; empty where it does not say. */
  readonly since: string;
}

export interface StatedEntity {
  readonly id: string;
  readonly schema: string;
  /** Its ids from before mergers. */
  readonly referents: readonly string[];
  readonly statements: readonly FtmStatement[];
}

/** What one record becomes: none, one or several entities, each of which names the reports that say so. */
export function entitiesOf(record: ExportRecord, around: Surroundings, profile: Profile): StatedEntity[] {
  const own = statedBy(record, around);
  const sources = sourcesOf(record, around, profile, own);
  return (MAPPINGS[record.kind]?.(record, around, profile) ?? []).map((entity) => ({
    id: entity.id,
    schema: entity.schema,
    referents: entity.id === record.id ? referentIds(record) : [],
    statements: distinct(statementsIn({ ...entity.properties, ...sources(entity) }, own)),
  }));
}

/** What the dataset of nobody is called there. */
export const NO_DATASET = 'undefined';

/** Who states what a record says; of an entity, which is of no dataset itself, who gives the name that it is called by. */
function statedBy({ id, properties }: ExportRecord, { entities }: Surroundings): Provenance {
  return {
    dataset: textOf(properties.dataset) ?? entities.get(id)?.called[0]?.dataset ?? NO_DATASET,
    recordedAt: textOf(properties.recordedAt) ?? '',
  };
}

/** Schemata that are an interval and no thing: they have `proof` since FollowTheMoney 4.0 only. */
const INTERVALS = ['Occupancy', 'Control', 'UnknownLink', 'CourtCaseParty', 'Sanction'];

const SOURCES = ['CITES', 'COORDINATES_FROM'];

/** The reports of a record, of its names and of what attributes it to somebody, as the properties of one of its entities. */
function sourcesOf(record: ExportRecord, around: Surroundings, profile: Profile, own: Provenance) {
  const cited = SOURCES.flatMap((link) => linked(record, link)).map((value): DatasetValue => ({ value, ...own }));
  const names = around.entities.get(record.id)?.names ?? [];
  const attributions = around.attributed.get(record.id) ?? [];
  const others = [...names, ...attributions].flatMap(({ dataset, recordedAt, citations }) =>
    citations.map(({ reportId }): DatasetValue => ({ value: reportId, dataset, recordedAt })),
  );
  const proof = [...cited, ...others];
  const reports = proof.flatMap(({ value }) => around.reports.get(value) ?? []);
  const addresses = {
    sourceUrl: reports.map(({ url }) => addressOf(url)),
    publisher: reports.map(({ publisher }) => publisher),
  };
  return ({ schema }: MappedEntity): FtmProperties =>
    profile === 'compat' && INTERVALS.includes(schema) ? addresses : { proof };
}

const statementsIn = (properties: FtmProperties, own: Provenance): FtmStatement[] =>
  Object.entries(properties).flatMap(([prop, values]) =>
    values.flatMap((text) => {
      const datasetValue: DatasetValue =
        typeof text === 'object' && text !== null ? text : { value: text ?? '', ...own };
      const value = tidy(prop, datasetValue.value);
      const { lang = null, dataset, recordedAt: since } = datasetValue;
      return value === '' ? [] : [{ prop, value, lang, dataset: datasetName(dataset), since }];
    }),
  );

/** A name of a dataset there has no hyphens. */
const datasetName = (id: string) => id.replace(/-+/g, '_').replace(/_$/, '');

/** What several records state in one dataset is one statement, as old as the first. */
function distinct(statements: readonly FtmStatement[]): FtmStatement[] {
  const first = new Map<string, FtmStatement>();
  for (const statement of statements) {
    const { prop, value, lang, dataset, since } = statement;
    const key = JSON.stringify([prop, value, lang, dataset]);
    const before = first.get(key);
    if (before === undefined || since < before.since) first.set(key, statement);
  }
  return [...first.values()];
}

/** A time there is in UTC, to the second and without a zone. */
export const timeOf = (instant: string): string | null => (instant === '' ? null : instant.slice(0, 19));
