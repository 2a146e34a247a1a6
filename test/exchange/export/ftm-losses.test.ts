import { describe, expect, test } from '@jest/globals';
import { PROPERTIES } from '../../../src/exchange/export/export.cypher.js';
import { lossTable } from '../../../src/exchange/export/ftm/documentation.js';
import { ftmLine } from '../../../src/exchange/export/ftm/ftm.js';
import { LOSSES } from '../../../src/exchange/export/ftm/losses.js';
import { MAPPINGS } from '../../../src/exchange/export/ftm/schemata.js';
import { entitiesOf } from '../../../src/exchange/export/ftm/statement-entities.js';
import { CLAIM } from '../../../src/model/record/fields/claim.js';
import type { Fields } from '../../../src/model/record/fields/field.js';
import { type Label, OWN_FIELDS } from '../../../src/model/record/fields/kinds.js';
import { propertyNames } from '../../../src/model/record/fields/stored.js';
import { CLAIM_KINDS } from '../../../src/model/vocabulary.js';
import { readPage } from '../../support/pages.js';
import { AROUND, record } from './sample-pages.js';

test('each kind of record is mapped to FollowTheMoney, or declared lost as a whole', () => {
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
    dataset: 'small',
    url: 'https://example.org/url',
    recordedAt: '1987-01-01T00:00:00',
    type: 'CHARGE',
    proofDomain: 'CRIMINAL',
  };
  /** What stands on each of them beside its own fields. */
  const ENTITIES = ['Person', 'Unit', 'Body', 'Location'];
  const recorded = (kind: string): Fields => (kind === 'Report' || ENTITIES.includes(kind) ? {} : CLAIM);
  const added = (kind: string) => (ENTITIES.includes(kind) ? [] : ['dataset', 'recordedAt']);
  /** Properties of each kind, by its table of fields; coordinates stand on what surrounds a record. */
  const propertiesOf = (kind: string): string[] => [
    ...Object.entries({ ...OWN_FIELDS[kind as Label], ...recorded(kind) } as Fields)
      .filter(([, { licensedBy }]) => !licensedBy)
      .flatMap(([name, field]) => propertyNames(name, field))
      .filter((name) => !/(Min|Max|Hardness)$/.test(name)),
    ...added(kind),
  ];
  const ENDS: Readonly<Record<string, readonly string[]>> = {
    Posting: ['OF', 'AT'],
    CommandLink: ['SUBORDINATE', 'SUPERIOR'],
    Positioning: ['OF', 'AT'],
    Finding: ['ABOUT', 'BY'],
  };

  test.each(KINDS)('of a %s is in the entity or declared lost, never both', (kind) => {
    const links = (ENDS[kind] ?? []).map((type) => ({ type, to: 'unit-one', properties: {} }));
    for (const name of propertiesOf(kind)) {
      expect(PROPERTIES).toContain(name);
      const value = VALUES[name] ?? (/first|last|decided|published|conduct/.test(name) ? '1987' : `x-${name}`);
      const hard = { firstHardness: 'START', lastHardness: 'END' };
      const exportRecord = record(
        kind,
        'record-x',
        { title: 'T', ...hard, proofDomain: 'CRIMINAL', [name]: value },
        links,
      );
      const text = JSON.stringify(entitiesOf(exportRecord, AROUND, 'full').map((entity) => ftmLine(entity, '')));
      expect([kind, name, text.toLowerCase().includes(String(value).toLowerCase())]).toEqual([
        kind,
        name,
        !declared(kind).includes(name),
      ]);
    }
  });
});

/** To write the table anew: `npm run build`, then print `lossTable()` of `dist/src/exchange/export/ftm/documentation.js`. */
test('docs/exporting.md names every loss that has a reason', async () => {
  const { text } = await readPage('docs/exporting.md');
  expect(text).toContain(lossTable());
});
