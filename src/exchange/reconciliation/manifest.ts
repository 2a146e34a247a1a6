import { SETTINGS } from './extend.js';
import { TYPE_IDS, typeOf } from './reconciliation.rules.js';
import { BATCH_SIZE } from './reconciliation-request.js';

/** What the service says of itself. */

/** The names that exports give ids and terms, so that data from here and from there is about the same things. */
const IDENTIFIERS = 'urn:accountability-graph:id:';
const TERMS = 'urn:accountability-graph:term:';

/** The manifest of the service at an address; the parameters of a lens are handed on to what reads under it. */
export function manifest(address: string, lens: string) {
  const under = lens === '' ? '' : `&${lens}`;
  const page = `${address}/preview?id={{id}}${under}`;
  const service = (path: string) => ({ service_url: address, service_path: path });
  return {
    versions: ['0.2'],
    name: 'accountability-graph: people, units, bodies and places in sources',
    identifierSpace: IDENTIFIERS,
    schemaSpace: TERMS,
    defaultTypes: TYPE_IDS.map(typeOf),
    batchSize: BATCH_SIZE,
    view: { url: page },
    preview: { url: page, width: 430, height: 300 },
    suggest: {
      entity: service(`/suggest/entity${lens === '' ? '' : `?${lens}`}`),
      type: service('/suggest/type'),
      property: service('/suggest/property'),
    },
    extend: { propose_properties: service('/properties'), property_settings: SETTINGS },
  };
}
