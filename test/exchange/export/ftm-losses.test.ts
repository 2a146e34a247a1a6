import { describe, expect, test } from '@jest/globals';
import { PROPERTIES } from '../../../src/exchange/export/export.cypher.js';
import { lineOf } from '../../../src/exchange/export/ftm/ftm.js';
import { LOSSES } from '../../../src/exchange/export/ftm/losses.js';
import { MAPPINGS } from '../../../src/exchange/export/ftm/schemata.js';
import { entitiesOf } from '../../../src/exchange/export/ftm/stated.js';
import { CLAIM_KINDS } from '../../../src/model/vocabulary.js';
import { AROUND, record } from './made-pages.js';

test('each kind of record is mapped, or declared lost as a whole', () => {
  const lost = LOSSES.filter(({ of }) => of.includes('*')).map(({ kind }) => kind);
  const kinds = ['Person', 'Unit', 'Body', 'Location', 'Incident', 'Finding', 'Report', ...CLAIM_KINDS];
  const elsewhere = ['Name', 'Attribution'];
  expect([...Object.keys(MAPPINGS), ...lost, ...elsewhere].sort()).toEqual(kinds.sort());
});

describe('a property that an export may show', () => {
  const KINDS = Object.keys(MAPPINGS);
  const declared = (kind: string) =>
    LOSSES.filter((loss) => loss.kind === '*' || loss.kind === kind).flatMap(({ of }) => of);
  const VALUES: Readonly<Record<string, string | string[]>> = {
    kind: 'COMMAND',
    kinds: ['x-kinds'],
    means: ['x-means'],
    firstHardness: 'START',
    lastHardness: 'END',
    language: 'uk',
    country: 'PL',
    dataset: 'small',
    url: 'https://example.org/url',
    recordedAt: '1987-01-01T00:00:00',
    type: 'CHARGE',
    proofDomain: 'CRIMINAL',
  };
  /** Properties of each kind, by what the format of the data files says. */
  const HELD: Readonly<Record<string, readonly string[]>> = {
    Person: [],
    Unit: ['kind', 'country', 'placeholder', 'bodyKind'],
    Body: ['bodyKind'],
    Location: ['kind', 'country', 'precision'],
    Posting: [
      'role',
      'title',
      'rank',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
      'legacyConfidence',
      'access',
      'recordedAt',
    ],
    CommandLink: [
      'kind',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
      'legacyConfidence',
      'access',
      'recordedAt',
    ],
    Positioning: [
      'kind',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
      'legacyConfidence',
      'access',
      'recordedAt',
    ],
    Incident: [
      'title',
      'summary',
      'kinds',
      'means',
      'precision',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
    ],
    Finding: [
      'type',
      'title',
      'summary',
      'standard',
      'standardAsStated',
      'proofDomain',
      'inAbsentia',
      'decided',
      'published',
      'conductFrom',
      'conductTo',
      'note',
      'dataset',
    ],
    Report: [
      'title',
      'published',
      'url',
      'archivedUrl',
      'retrievedAt',
      'sha256',
      'language',
      'reliability',
      'partyToConflict',
      'note',
      'dataset',
    ],
  };
  const ENDS: Readonly<Record<string, readonly string[]>> = {
    Posting: ['OF', 'AT'],
    CommandLink: ['SUBORDINATE', 'SUPERIOR'],
    Positioning: ['OF', 'AT'],
    Finding: ['ABOUT', 'BY'],
  };

  test.each(KINDS)('of a %s is in the entity or declared lost, never both', (kind) => {
    const links = (ENDS[kind] ?? []).map((type) => ({ type, to: 'unit-one', properties: {} }));
    for (const name of HELD[kind] ?? []) {
      expect(PROPERTIES).toContain(name);
      const value = VALUES[name] ?? (/first|last|decided|published|conduct/.test(name) ? '1987' : `x-${name}`);
      const hard = { firstHardness: 'START', lastHardness: 'END' };
      const given = record(kind, 'record-x', { title: 'T', ...hard, proofDomain: 'CRIMINAL', [name]: value }, links);
      const text = JSON.stringify(entitiesOf(given, AROUND, 'full').map((entity) => lineOf(entity, '')));
      expect([kind, name, text.toLowerCase().includes(String(value).toLowerCase())]).toEqual([
        kind,
        name,
        !declared(kind).includes(name),
      ]);
    }
  });
});
