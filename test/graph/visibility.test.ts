import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { CypherStatement } from '../../src/graph/graph.js';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';
import { asItStands, asItStandsUnderLens } from '../../src/graph/query/short-forms.cypher.js';
import { mayRead, withoutGrants } from '../../src/graph/query/visible.cypher.js';
import { RANKS_AT } from '../../src/model/record/record-standing.rules.js';
import { CYPHER_FILES, MADE, statementsOfReaders } from '../support/statements-of-readers.js';
import { unguardedNodes } from '../support/unguarded-nodes.js';

/** Every statement that answers a reader asks of each record that it matches whether the reader may read it. */

/** Nodes that nothing is asked of, by the pattern in which they stand, and why none of them tells what is hidden. */
const EXCEPTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /^\(end(:Record)?\) of \(n\)-\[(link)?:[A-Z_]+\]->\(end/,
    'The id of an end: resolvers read the end by it, under the view, and a case file drops what has an end that it cannot name.',
  ],
  [
    /^\([ab]\) of \(a\)<-\[:\w+\]-\(\w+\)-\[:\w+\]->\(b\)$/,
    'The ends of a claim that counts, to find another claim about the same ends; nothing of them is told.',
  ],
  [
    /:(FROM|INTO)\]/,
    'What lies between two merges: whatever took a record up bears its names, and `knowable` is asked of the first merge.',
  ],
  [
    /^\(publisher\) of \(\w+\)-\[:PUBLISHED_BY\]->\(publisher\)$/,
    'A publisher whose reports the lens leaves out: hidden ones are taken out of the lens before.',
  ],
  [
    /^\((publisher|member|part)\) of \((:Report\{id:id\}|n)\)\(/,
    'Decides which reports come from one house; of the publisher only its name is told, null where it is hidden.',
  ],
  [
    /^\(publisher\) of \(n\)-\[link:DERIVED_FROM\]->/,
    'Only the name of the publisher is told, null where it is hidden.',
  ],
  [
    /^\(\) of \(n\)-\[:DERIVED_FROM\]->\(\)$/,
    'Chooses between two texts that give the same where the source is hidden.',
  ],
  [
    /^\((link:CommandLink|reached:Unit)\) of /,
    'The walk comes to more units than the answer has: their links are asked for one by one, and followed anew.',
  ],
  [/^\(other\) of \(incident\)<-/, 'One of the incidents of the file, which were asked for before.'],
  [
    /^\(entity:Entity\) of \(n\)-\[link:BY\|ABOUT\]->/,
    'An id by which names are read, of which the reader must see one.',
  ],
  [
    /^\((unit:Unit|start:Unit|n:Entity)\{id:id\}\) of /,
    'The record that a question begins at: resolvers read it under the view.',
  ],
  [
    /^\((k:ApiKey|r:ReadEntry)/,
    'Keys and the audit of reads are no records; only who has the permission ADMINISTER is told of them.',
  ],
  [
    /^\(n:Record\{id:\$id\}\) of \(n:Record\{id:\$id\}\)$/,
    'The dataset of a record that an editor limited to datasets wants to change: the refusal is the same for a record that is not there.',
  ],
  [
    /^\(lost:(Record|Superseded)\{dataset:n\.id\}\) of /,
    'Of what was redacted the instant alone is used; `couldRead` asks whether the reader could read it before.',
  ],
  [
    /^\(lost\) of \(citing\)-\[link\]->\(lost\)$/,
    'Of what was redacted it is used alone that a record of the page led there; `couldRead` asks whether the reader could read it before.',
  ],
  [
    /^\(end:Record\) of \(n\)<-\[:OF\]-\(attribution:Attribution\)-/,
    'The attribution counts for the reader, and does so only where the reader may know whom it names and by whom.',
  ],
  [
    /^(\(:Name\) of \(changed\)<-|\(n:Record\) of \(n:Record\)-->\(moved\)$)/,
    'Candidates of the feed: each is held against what the client has and what the reader sees.',
  ],
];

/** Variables of which a condition may be dropped without a finding, and why. */
const NOT_DETECTED: Readonly<Record<string, string>> = {
  'search texts: text': 'A text may be the record itself, of which the same is asked.',
  'changes: all: left': 'An entity: its names are asked for too.',
  'changes: candidates: left': 'The same.',
  'changes: all: citing': 'What a record of the page says or said: only whether it lost a link is used.',
  'changes: candidates: citing': 'The same.',
  'changes: count all: citing': 'The same.',
  'changes: count candidates: citing': 'The same.',
};

/** Files that read the graph for readers beside the statements of their folder. */
const OTHER_FILES: Readonly<Record<string, string>> = {
  'src/exchange/import/apply/claims-of-places.ts': 'What the graph has of imported places, for editors.',
  'src/graph/query/steady-rows.ts': 'A count of corrections that no reader is told.',
};

let statements: readonly CypherStatement[];

beforeAll(async () => {
  statements = await statementsOfReaders();
});

const escaped = (text: string) => text.replace(/[.$[\]()]/g, '\\$&');
const sourceOf = (file: string) => readFileSync(join(PROJECT, file), 'utf8');

test('all statements that functions make are among those that are examined', () => {
  const makers = CYPHER_FILES.flatMap((file) =>
    [
      ...sourceOf(file).matchAll(
        /^export (?:const|function) (\w+)(?: = )?\([^;]*?\): (?:CypherStatement|Listing)\b/gms,
      ),
    ].map(([, name]) => name),
  );
  expect(makers.sort()).toEqual(Object.keys(MADE).sort());
  expect(statements.length).toBeGreaterThan(600);
});

test('no other file of the product reads under a view, but for those that are named here', () => {
  const files = readdirSync(join(PROJECT, 'src'), { recursive: true }).map((file) => `src/${file}`);
  const reading = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      !CYPHER_FILES.includes(file) &&
      /MATCH \(/.test(sourceOf(file)) &&
      /\$view\./.test(sourceOf(file)),
  );
  expect(reading.sort()).toEqual(Object.keys(OTHER_FILES).sort());
});

test('the levels of a reader are compared in one file, and in the one of its short forms', () => {
  const comparing = CYPHER_FILES.filter((file) => /view\.(clearance|grants)/.test(sourceOf(file)));
  expect(comparing).toEqual(['src/graph/query/short-forms.cypher.ts', 'src/graph/query/visible.cypher.ts']);
});

test('a reader without grants is sent each statement without them, and with as many conditions on levels', () => {
  const sent = statements.map(({ text }) => withoutGrants(text));
  expect(sent.filter((text) => text.includes('.grants'))).toEqual([]);
  const conditions = (text: string) => text.split('.clearance').length - 1;
  expect(sent.map(conditions)).toEqual(statements.map(({ text }) => conditions(text)));
  expect(sent.filter((text) => /\.access IN \$\w+\.clearance/.test(text)).length).toBeGreaterThan(600);
});

test('each record that a statement matches may be read by the reader, but for the exceptions, all of which are needed', () => {
  const found = statements.flatMap(({ name, text }) => unguardedNodes(text).map((place) => ({ name, place })));
  const unexpected = found.filter(({ place }) => !EXCEPTIONS.some(([pattern]) => pattern.test(place)));
  expect(unexpected).toEqual([]);
  const unused = EXCEPTIONS.filter(([pattern]) => !found.some(({ place }) => pattern.test(place)));
  expect(unused).toEqual([]);
});

/** A statement as it is sent, with each condition in the words that the search for conditions knows. */
const writtenOut = (text: string) =>
  text
    .replaceAll(/(\w+)\.access IN \$\w+\.clearance/g, (_, record: string) => mayRead(record))
    .replaceAll(SHORT_FORM, (_, record: string, place: string) =>
      Number(place) === RANKS_AT
        ? mayRead(record)
        : `(${mayRead(record)} AND EXISTS { (${record})-[:CITES]->(source:Report) WHERE ${mayRead('source')} })`,
    );

const SHORT_FORM =
  /substring\(last\(\[stood IN (\w+)\.standing WHERE stood < \$\w+\.recordedBy\]\), (\d+), 1\) <= \$\w+\.rank/g;

test.each([
  ['whose lens leaves nothing out', asItStands],
  ['under a lens', asItStandsUnderLens],
])('the short form of each statement, for readers %s, asks of each record whether they may read it', (_, shorten) => {
  const short = statements.map(({ name, text }) => ({ name, before: text, text: shorten(text) }));
  expect(short.filter(({ text }) => text.includes('.standing')).length).toBeGreaterThan(600);
  expect(short.filter(({ text }) => text.includes('.rank')).every(({ text }) => !text.includes('.grants'))).toBe(true);
  const unguarded = short.flatMap(({ name, before, text }) => {
    const exceptions = unguardedNodes(before);
    return unguardedNodes(writtenOut(text))
      .filter((place) => !exceptions.includes(place))
      .map((place) => ({ name, place }));
  });
  expect(unguarded).toEqual([]);
});

test('a condition that a short form lacks is found', () => {
  const text = asItStands(statements.find(({ name }) => name === 'case file: incidents and network')?.text ?? '');
  const predicates = [...text.matchAll(SHORT_FORM)];
  expect(predicates.length).toBeGreaterThan(10);
  for (const [predicate] of predicates)
    expect(unguardedNodes(writtenOut(text.replaceAll(predicate, 'true'))).length).toBeGreaterThan(
      unguardedNodes(writtenOut(text)).length,
    );
});

test('the short forms of a statement are less than half of it, over all statements', () => {
  const size = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  const whole = size(statements.map(({ text }) => text));
  expect(size(statements.map(({ text }) => asItStands(text)))).toBeLessThan(whole / 2);
});

test('no two paths over places in a statement bind the same name, which Neo4j refuses where one is in the scope of the other', () => {
  const twice = statements.flatMap(({ name, text }) => {
    const bound = [...text.matchAll(/\(\(\w*\)-\[[^\]]*\]->\((\w+):Location\b/g)].map(([, variable]) => variable);
    return bound.filter((variable, at) => bound.indexOf(variable) < at).map((variable) => `${name}: ${variable}`);
  });
  expect(twice).toEqual([]);
  expect(statements.filter(({ text }) => text.includes('placeAround')).length).toBeGreaterThan(10);
});

test('a condition that is dropped from a statement is found, whichever it is', () => {
  const whole = statements.filter(({ name }) => !/ by \w+$| count$/.test(name) || name.endsWith(' by id'));
  let dropped = 0;
  const missing = whole.flatMap(({ name, text: sent }) => {
    const text = sent.replaceAll('$before.', '$view.');
    const variables = new Set([...text.matchAll(/(\w+)\.access\b/g)].map(([, variable = '']) => variable));
    const before = unguardedNodes(text);
    return [...variables].flatMap((variable) => {
      const without = text.replaceAll(new RegExp(`\\b${escaped(mayRead(variable))}`, 'g'), 'true');
      if (without === text) return [];
      dropped += 1;
      return unguardedNodes(without).length > before.length ? [] : [`${name}: ${variable}`];
    });
  });
  expect([...new Set(missing)].sort()).toEqual(Object.keys(NOT_DETECTED).sort());
  expect(dropped).toBeGreaterThan(400);
});

test.each([
  ['a node without a condition', 'MATCH (n:Incident) RETURN n.id', ['(n:Incident) of (n:Incident)']],
  [
    'a statement of which only its own level is asked',
    `MATCH (n:Incident) WHERE ${mayRead('n')} RETURN n.id`,
    ['(n:Incident) of (n:Incident)'],
  ],
  ['a report of which its level is asked', `MATCH (n:Report) WHERE ${mayRead('n')} RETURN count(n)`, []],
  [
    'a condition in a value that drops nothing',
    `MATCH (n:Report) RETURN ${mayRead('n')} AS isRead`,
    ['(n:Report) of (n:Report)'],
  ],
  [
    'a condition in a value that a WHERE asks for',
    `MATCH (n:Report) WITH n, ${mayRead('n')} AS isRead WHERE isRead RETURN n.id`,
    [],
  ],
  [
    'the same name in a subquery of its own',
    `MATCH (n:Report) RETURN COUNT { MATCH (n) WHERE ${mayRead('n')} RETURN n } AS one`,
    ['(n:Report) of (n:Report)'],
  ],
  [
    'a name that is bound anew',
    `MATCH (n:Report) WITH n.id AS id MATCH (n:Report {id: id}) WHERE ${mayRead('n')} RETURN n.title`,
    ['(n:Report) of (n:Report)'],
  ],
  [
    'a node that lost its name',
    `MATCH (n:Report) WITH collect(n) AS all UNWIND all AS one WITH one WHERE ${mayRead('one')} RETURN one`,
    [],
  ],
  [
    'the end of a path that repeats',
    'MATCH (:Record {id: id}) (()-[:WITHIN]->(outer:Location)){1,8} (n) RETURN n',
    ['() of', '(outer:Location) of', '(n) of'],
  ],
])('%s', (_, text, places) => {
  expect(unguardedNodes(text)).toEqual(places.map((place) => expect.stringContaining(place)));
});
