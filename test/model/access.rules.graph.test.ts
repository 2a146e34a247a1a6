import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { claimHeld, counts, nameOf } from '../../src/graph/query/visible.cypher.js';
import {
  ACCESS_LEVELS,
  entityRank,
  levelsFrom,
  levelsUpTo,
  NOBODY,
  rankOf,
  statementRank,
} from '../../src/model/access.rules.js';
import { viewOf } from '../../src/model/lens.js';
import { referencedRecords } from '../../src/writing/change/check-draft.js';
import { graph, useGraph } from '../support/graph.js';

useGraph();

/** A level that the ladder does not have: no reader reaches it. */
const UNKNOWN = 'SECRET';
const LEVELS = [...ACCESS_LEVELS, UNKNOWN];

/** A statement by its own level and those of the reports that it cites; an entity by its names. */
interface Statement {
  readonly own: string;
  readonly reports: readonly string[];
}

const level = fc.constantFrom(...LEVELS);
const statement = fc.record({ own: level, reports: fc.uniqueArray(level, { maxLength: LEVELS.length }) });
const STATEMENTS: readonly Statement[] = LEVELS.flatMap((own) =>
  fc
    .sample(fc.uniqueArray(level, { maxLength: LEVELS.length }), { numRuns: 40, seed: 1 })
    .map((reports) => ({ own, reports })),
);
const ENTITIES: readonly (readonly Statement[])[] = fc.sample(fc.array(statement, { maxLength: 3 }), {
  numRuns: 400,
  seed: 2,
});

const rankOfStatement = ({ own, reports }: Statement) => statementRank(rankOf(own), reports.map(rankOf));

/** Writes one report of each level, and the statements and entities with their names. */
async function write(): Promise<void> {
  const moment = '2020-01-01T00:00:00.000Z';
  await graph().command(
    'test',
    `UNWIND $levels AS level CREATE (:Record:Report {id: 'report-' + level, access: level, recordedAt: $moment})`,
    { levels: LEVELS, moment },
  );
  const names = ENTITIES.flatMap((some, entity) =>
    some.map((name, at) => ({ ...name, id: `name-${entity}-${at}`, of: `entity-${entity}` })),
  );
  await graph().command(
    'test',
    `CALL () { UNWIND range(0, $entities - 1) AS index CREATE (:Record:Entity {id: 'entity-' + toString(toInteger(index)), recordedAt: $moment}) }
     CALL () {
       UNWIND $statements AS row CREATE (n:Record:Incident {id: row.id, access: row.own, recordedAt: $moment})
       WITH n, row UNWIND row.reports AS level MATCH (r:Record {id: 'report-' + level}) CREATE (n)-[:CITES]->(r)
     }
     CALL () {
       UNWIND $names AS row MATCH (e:Record {id: row.of})
       CREATE (n:Record:Claim:Name {id: row.id, value: row.id, kind: 'ALIAS', access: row.own, recordedAt: $moment})-[:OF]->(e)
       WITH n, row UNWIND row.reports AS level MATCH (r:Record {id: 'report-' + level}) CREATE (n)-[:CITES]->(r)
     }`,
    {
      entities: ENTITIES.length,
      statements: STATEMENTS.map((row, at) => ({ ...row, id: `incident-${at}` })),
      names,
      moment,
    },
  );
}

/** The ids that a reader sees, by the predicates of Cypher. */
async function seenBy(clearance: (typeof ACCESS_LEVELS)[number]): Promise<string[]> {
  const text = `MATCH (n:Record) WHERE (n:Report AND ${counts('n')}) OR (n:Incident AND ${claimHeld('n')}) OR (n:Entity AND ${nameOf('n')} IS NOT NULL)
    RETURN n.id AS id`;
  const rows = await graph().read({ name: 'seen', text }, { view: viewOf(levelsUpTo(clearance)) });
  return rows.map(({ id }) => String(id)).sort();
}

/** The rank of every record, by the rules. */
const RANKS = new Map([
  ...LEVELS.map((one) => [`report-${one}`, rankOf(one)] as const),
  ...STATEMENTS.map((one, at) => [`incident-${at}`, rankOfStatement(one)] as const),
  ...ENTITIES.map((names, at) => [`entity-${at}`, entityRank(names.map(rankOfStatement))] as const),
]);

test('Cypher shows each reader the reports, statements and entities that the access levels allow', async () => {
  await write();
  for (const clearance of ACCESS_LEVELS) {
    const expected = [...RANKS].filter(([, rank]) => rank <= rankOf(clearance)).map(([id]) => id);
    expect(expected.length).toBeGreaterThan(50);
    expect(await seenBy(clearance)).toEqual(expected.sort());
  }
  expect([...RANKS.values()].filter((rank) => rank === NOBODY).length).toBeGreaterThan(20);

  const referenced = await graph().write('test', (tx) => referencedRecords(tx, [...RANKS.keys()]));
  const named = [...RANKS].filter(([id]) => !id.startsWith('entity-') || ENTITIES[Number(id.slice(7))]?.length);
  expect([...referenced].map(([id, { level }]) => [id, level]).sort()).toEqual(named.sort());
});

test('the levels that a reader reaches and the readers of a level are the same relation', () => {
  for (const reader of ACCESS_LEVELS)
    for (const level of ACCESS_LEVELS)
      expect(levelsUpTo(reader).includes(level)).toBe(levelsFrom(rankOf(level)).includes(reader));
  expect(levelsUpTo('PUBLIC')).toEqual(['PUBLIC']);
  expect(levelsUpTo('CONFIDENTIAL')).toEqual(['PUBLIC', 'PARTNER', 'CONFIDENTIAL']);
  expect(levelsFrom(rankOf('PARTNER'))).toEqual(['PARTNER', 'CONFIDENTIAL']);
  expect(levelsFrom(rankOf(UNKNOWN))).toEqual([]);
});
