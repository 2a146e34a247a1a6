import { expect, test } from '@jest/globals';
import { ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

/** Deep requests and the Cypher statements that they take. */
const QUESTIONS: readonly (readonly [string, readonly string[], string])[] = [
  [
    'incidents, their findings, who made them, whom they are about and who published them',
    ['incidents', 'Incident.findings', 'Body in brief', 'Person in brief', 'Unit in brief', 'Report by id'],
    `query ($first: Int!) { list: incidents(first: $first) { nodes { title findings(first: 50) { nodes { title body { name }
      about { ... on Person { name } ... on Unit { name } } citations { pinpoint report { title publisher { name } } } } } } } }`,
  ],
  [
    'people, their posts, the units of these and who published it',
    ['people', 'Posting.OF', 'Unit by id', 'Report by id', 'Body in brief'],
    `query ($first: Int!) { list: people(first: $first, filter: { post: { role: COMMANDER } }) { nodes { name
      postings(first: 50) { nodes { title unit { name kinds } citations { pinpoint report { title publisher { name } } } } } } } }`,
  ],
  [
    'units, the chain above each, its posts and their sources',
    ['units', 'chain above', 'Unit by id', 'Posting.AT all', 'Report by id', 'Body in brief'],
    `query ($first: Int!) { list: units(first: $first) { nodes { name chainOfCommand(on: "2022-03-20") { warnings levels { units { unit { name } gaps
      conflicts { cover } posts { role person { name } postings { citations { report { title publisher { name } } } } } } } } } } }`,
  ],
  [
    'units, where they stood and what lies around',
    ['units', 'Positioning.OF', 'Location by id', 'Location.contains'],
    `query ($first: Int!) { list: units(first: $first, filter: { positionedWithin: "location-fx-velmora" }) { nodes { name
      positionings(first: 50) { nodes { kind location { name contains(first: 50) { nodes { name } } } } } } } }`,
  ],
  [
    'reports, who published them and what else that body published',
    ['reports', 'Body by id', 'Body.reports'],
    'query ($first: Int!) { list: reports(first: $first) { nodes { title publisher { name reports(first: 50) { nodes { title publisher { name } } } } } } }',
  ],
  [
    'findings and what became of each',
    ['findings', 'Finding relations into'],
    'query ($first: Int!) { list: findings(first: $first) { nodes { title status(on: "2025-02-01") } } }',
  ],
  [
    'bodies and how many findings each made',
    ['bodies', 'Body.findings', 'Body.findings count'],
    'query ($first: Int!) { list: bodies(first: $first) { nodes { name findings { totalCount } } } }',
  ],
];

test.each(QUESTIONS)(
  '%s takes as many statements for a page of one as for a page of fifty',
  async (_what, statements, source) => {
    const one = await ask(source, { first: 1 });
    const fifty = await ask(source, { first: 50 });
    expect([...one.errors, ...fifty.errors]).toEqual([]);
    expect(one.data.list.nodes).toHaveLength(1);
    expect(fifty.data.list.nodes.length).toBeGreaterThan(4);
    expect([...fifty.statements].sort()).toEqual([...statements].sort());
    expect([...one.statements].sort()).toEqual([...statements].sort());
  },
);
