import { type Line, line } from './lines.js';

/** Entities in the shape of OpenSanctions, about invented people. */

const CRAWL = { datasets: ['tl_sanctions'], first_seen: '2023-11-02T16:38:16', last_seen: '2023-12-29T12:10:01' };
const MORE = { ...CRAWL, last_change: '2023-12-02T12:10:03', target: false, referents: [] };

/** An entity as OpenSanctions writes it. */
export const published = (id: string, schema: string, properties: Record<string, string | string[]>, more = {}): Line =>
  line(id, schema, properties, { ...MORE, caption: schema, ...more });

export const LIST = 'https://example.org/list';

/** Somebody who was merged out of the records of two lists. */
export const TESTENKO = published(
  'NK-1',
  'Person',
  {
    name: ['Ivan Testenko', 'TESTENKO, Ivan', 'Іван Тестенко'],
    firstName: 'Ivan',
    lastName: ['Testenko', 'TESTENKO'],
    weakAlias: 'Test',
    position: 'Deputy Commander for Armaments',
    title: 'Colonel',
    topics: ['sanction', 'role.pep'],
    programId: 'TL-RUS',
    sourceUrl: 'https://example.org/people/1',
  },
  { caption: 'Ivan Testenko', referents: ['tl-list-1', 'tl-nsdc-77'], target: true },
);

/** A listing with a programme that is known by its id only, of somebody whom it names by an id from before the merger. */
export const BY_PROGRAMME = published('tl-s1', 'Sanction', {
  entity: 'tl-list-1',
  authority: 'Council of Testland',
  programId: 'TL-RUS',
  programUrl: 'https://example.org/programme',
  reason: 'Commands troops.',
  provisions: ['Asset freeze', 'Travel ban'],
  status: 'Active',
  country: 'xt',
  listingDate: '2023-02-01',
  startDate: '2023-02-03',
  sourceUrl: LIST,
});
