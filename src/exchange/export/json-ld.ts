import { canonical } from '../../model/hash.js';
import {
  type About,
  addressOf,
  type ExportPage,
  type ExportRecord,
  linked,
  referentIds,
  type Surroundings,
  textOf,
  textsOf,
} from './export.rules.js';

/** Linked data: schema.org for what things are, PROV-O for who says so, our own terms for the rest. */

const CONTEXT = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: 'urn:accountability-graph:id:',
  ag: 'urn:accountability-graph:term:',
};

/** What a kind is in the words of others. Any other kind is a claim. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  Person: ['schema:Person'],
  Unit: ['schema:Organization', 'ag:Unit'],
  Body: ['schema:Organization', 'ag:Body'],
  Location: ['schema:Place'],
  Incident: ['schema:Event', 'ag:Incident'],
  Report: ['schema:Report', 'prov:Entity'],
};

/**
 * One document with a graph, one object on each line; the first is the export itself, with licences and lens. `beside`
 * is what stands in it beside the records.
 */
export async function* jsonLd(
  about: About,
  pages: AsyncIterable<ExportPage>,
  beside: readonly object[] = [],
): AsyncGenerator<string> {
  const exportNode = {
    '@id': iri('export'),
    '@type': 'schema:Dataset',
    'ag:manifest': { '@type': '@json', '@value': about },
  };
  yield `{"@context":${canonical(CONTEXT)},"@graph":[\n${canonical(exportNode)}`;
  yield beside.map((one) => `,\n${canonical(one)}`).join('');
  for await (const { records, around } of pages)
    yield records.map((record) => `,\n${canonical(linkedData(record, around))}`).join('');
  yield '\n]}\n';
}

/** One record as a JSON-LD object. */
export function linkedData(record: ExportRecord, around: Surroundings): Record<string, unknown> {
  const { id, kind, properties } = record;
  const types = TYPES[kind] ?? ['schema:Claim', 'prov:Entity', `ag:${kind}`];
  return present({
    '@id': iri(id),
    '@type': types,
    'owl:sameAs': referentIds(record).map(reference),
    ...ownTerms(properties),
    ...links(record),
    ...citations(record),
    ...inWordsOfOthers(record, around),
  });
}

export const iri = (id: string) => `id:${encodeURIComponent(id)}`;
export const reference = (id: string) => ({ '@id': iri(id) });

/** Edges under our own terms: `APPOINTED_BY` is `ag:appointedBy`. */
function links(record: ExportRecord): Record<string, unknown> {
  const types = [...new Set(record.links.map(({ type }) => type))].filter((type) => type !== 'CITES');
  return Object.fromEntries(
    types.map((type) => [
      `ag:${termOf(type)}`,
      type === 'CLASSIFIES' ? classifications(record) : [...new Set(linked(record, type))].map(reference),
    ]),
  );
}

/** A code stands with how firmly the body applies it, in which words, and the modes of liability: alone it would say more. */
const classifications = (record: ExportRecord) =>
  record.links
    .filter(({ type }) => type === 'CLASSIFIES')
    .map(({ to, properties }) => ({ '@type': 'ag:Classification', 'ag:code': to, ...ownTerms(properties) }));

const ownTerms = (properties: ExportRecord['properties']) =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [`ag:${name}`, value]));

const termOf = (type: string) => type.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

function citations(record: ExportRecord): Record<string, unknown> {
  const cites = record.links.filter(({ type }) => type === 'CITES');
  const places = cites.filter(({ properties }) => Object.keys(properties).length > 0);
  const derived = [...cites.map(({ to }) => to), ...(record.kind === 'Report' ? linked(record, 'DERIVED_FROM') : [])];
  return {
    'prov:wasDerivedFrom': [...new Set(derived)].map(reference),
    'prov:qualifiedDerivation': places.map(({ to, properties }) => ({
      '@type': 'prov:Derivation',
      'prov:entity': reference(to),
      ...ownTerms(properties),
    })),
  };
}

/** What schema.org has terms for. A date with a mark of doubt uses our own terms only. */
function inWordsOfOthers(record: ExportRecord, around: Surroundings): Record<string, unknown> {
  const { id, kind, properties } = record;
  const entity = around.entities.get(id);
  if (entity) {
    const others = entity.names.map(({ value }) => value).filter((value) => value !== entity.name);
    const { latitude, longitude } = entity;
    return {
      'schema:name': entity.name,
      'schema:alternateName': [...new Set(others)].sort(),
      'schema:geo':
        latitude === null || longitude === null
          ? null
          : { '@type': 'schema:GeoCoordinates', 'schema:latitude': latitude, 'schema:longitude': longitude },
      ...(kind === 'Location' && { 'schema:containedInPlace': linked(record, 'WITHIN').map(reference) }),
    };
  }
  if (kind === 'Incident')
    return {
      'schema:name': textOf(properties.title),
      'schema:description': textOf(properties.summary),
      'schema:startDate': properties.firstHardness === 'START' ? plainDate(record, 'first') : null,
      'schema:endDate': properties.lastHardness === 'END' ? plainDate(record, 'last') : null,
      'schema:location': linked(record, 'AT').map(reference),
    };
  if (kind === 'Report')
    return {
      'schema:name': textOf(properties.title),
      'schema:publisher': linked(record, 'PUBLISHED_BY').map(reference),
      'schema:datePublished': plainDate(record, 'published'),
      'schema:inLanguage': textOf(properties.language),
      'schema:url': addressOf(textOf(properties.url)),
      'schema:isBasedOn': linked(record, 'DERIVED_FROM').map(reference),
    };
  if (kind === 'Finding')
    return { 'schema:name': textOf(properties.title), 'schema:author': linked(record, 'BY').map(reference) };
  return {};
}

const plainDate = ({ properties }: ExportRecord, name: string) => {
  const [date] = textsOf(properties[name]);
  return date !== undefined && /^[\d-]+$/.test(date) ? date : null;
};

/** Without what is empty. */
function present(object: Record<string, unknown>): Record<string, unknown> {
  const entries = ([, value]: [string, unknown]) => value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(object).filter(entries));
}
