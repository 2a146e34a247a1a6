import { graph } from './graph.js';

/**
 * A hidden double of every public record, with a word in each of its texts that no answer may hold: statements that say
 * something else of the same people, entities and reports beside the public ones, and statements about these.
 */

export const LEVELS = ['PARTNER', 'CONFIDENTIAL'] as const;
export type Level = (typeof LEVELS)[number];

/** The word of a level: in ids, in texts and in the name of a dataset. */
export const wordOf = (level: Level) => (level === 'PARTNER' ? 'zqpartnerword' : 'zqconfidential');
/** As long as the word of the confidential records, and nowhere. */
export const NEVER_WRITTEN = 'zqneverwritten';

/** What holds no text of people: words of our vocabularies, dates, hashes, codes. */
const NO_TEXT =
  /^(id|access|dataset|recordedAt|retractedAt|status|lang|script|language|country|supersededKey|standing|hash|.*Hash|retraction)$|(Min|Max|Bound|Hardness|On|At)$|^(on|first|last|decided|published|conductFrom|conductTo)$/;
/** Words of a vocabulary, and numbers written as text. */
const WORDS = /^[A-Z][A-Z0-9_]*$|^[\d.-]+$|^https?:/;

const isText = (name: string, value: unknown) => typeof value === 'string' && !NO_TEXT.test(name) && !WORDS.test(value);

/** The texts among properties, each with the word behind it. */
function textsWith(word: string, properties: Record<string, unknown>): Record<string, unknown> {
  const marked = (name: string, value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((one) => (isText(name, one) ? `${one} ${word}` : one))
      : isText(name, value)
        ? `${value} ${word}`
        : value;
  return Object.fromEntries(
    Object.entries(properties)
      .map(([name, value]) => [name, marked(name, value)] as const)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(properties[name])),
  );
}

const run = (text: string, parameters: Record<string, unknown> = {}) => graph().command('canaries', text, parameters);

const IS_PUBLIC = "n.retractedAt IS NULL AND coalesce(n.access, 'PUBLIC') = 'PUBLIC' AND NOT n:Canary";

/** Doubles of public records: `about` marks those claims that are about doubles. */
const DOUBLE = `UNWIND $rows AS row MATCH (n:Record {id: row.id})
CREATE (double:$(labels(n) + ['Canary', $level]))
SET double = n {.*, id: row.double, dataset: CASE WHEN n:Entity THEN null ELSE $dataset END, access: CASE WHEN n:Entity THEN null ELSE $level END}
SET double += row.texts
CREATE (double)-[:DOUBLES {about: $about}]->(n)`;

/** Links of doubles, which lead to where those of the public records lead, or to the doubles of these. */
const LINKS = `MATCH (double:Canary)-[:DOUBLES {about: $about}]->(n)-[link]->(end)
WHERE $level IN labels(double) AND type(link) <> 'DOUBLES' AND type(link) <> 'SUPERSEDED_BY'
WITH double, link, head([(other:Canary)-[doubles:DOUBLES]->(end) WHERE $level IN labels(other) AND $about AND NOT doubles.about AND (end:Entity OR end:Report OR end:Incident) | other]) AS other, end
WITH double, link, coalesce(other, end) AS end
CREATE (double)-[copy:$(type(link))]->(end) SET copy = properties(link)
SET copy.pinpoint = CASE WHEN type(link) = 'CITES' THEN $word END, copy.paraphrase = CASE WHEN type(link) = 'CITES' THEN $word END`;

/** Public statements and reports that lead to hidden ones too: they cite a hidden report, draw on one, are about hidden people. */
const ALSO = [
  `MATCH (n:Record)-[:CITES]->(report:Report)<-[:DOUBLES]-(double:Canary) WHERE ${IS_PUBLIC} AND $level IN labels(double)
   WITH n, collect(double)[0] AS double CREATE (n)-[:CITES {pinpoint: $word, paraphrase: $word}]->(double)`,
  `MATCH (n:Report)<-[:DOUBLES]-(double:Canary) WHERE ${IS_PUBLIC} AND $level IN labels(double) CREATE (n)-[:DERIVED_FROM]->(double)`,
  `MATCH (n:Record)-[link:ABOUT|CONCERNS|CONDUCT_OF|ADDRESSED_TO]->(end)<-[doubles:DOUBLES {about: false}]-(double:Canary)
   WHERE ${IS_PUBLIC} AND $level IN labels(double) CREATE (n)-[copy:$(type(link))]->(double) SET copy = properties(link)`,
];

/** A person who was merged away, of whom nobody without the level may know. */
const MERGED = `MATCH (n:Person)<-[:DOUBLES]-(gone:Canary) WHERE ${IS_PUBLIC} AND $level IN labels(gone)
CREATE (gone)<-[:FROM]-(merge:Merge:Canary:$($level) {id: 'merge-' + gone.id, at: $at, state: 'MERGED', level: 2, from: gone.id, into: n.id, actor: $word, reason: $word})-[:INTO]->(n)`;

const DATASET = `MATCH (known:Dataset {id: 'fictional'})
CREATE (n:Dataset:Canary:$($level)) SET n = known {.*, id: $word, title: $word}
WITH n UNWIND $levels AS level
CREATE (n)-[:HAD]->(:DatasetVersion:Canary:$($level) {clearance: level, version: $word, at: $at})`;

/** Plants them all, for both levels. */
export async function plantCanaries(at: string): Promise<void> {
  for (const level of LEVELS) await plant(level, at);
  await run('MATCH ()-[doubles:DOUBLES]->() DELETE doubles');
}

async function plant(level: Level, at: string): Promise<void> {
  const word = wordOf(level);
  const common = { level, word, at, levels: level === 'PARTNER' ? LEVELS : ['CONFIDENTIAL'] };
  const found = await run(
    `MATCH (n:Record) WHERE ${IS_PUBLIC} RETURN n.id AS id, n:Claim AS claim, properties(n) AS properties`,
  );
  const rows = found.map(({ id, claim, properties }) => ({
    id: String(id),
    claim,
    texts: textsWith(word, properties as Record<string, unknown>),
  }));
  const double = (some: typeof rows, about: boolean) =>
    run(DOUBLE, {
      ...common,
      about,
      dataset: about ? word : 'fictional',
      rows: some.map((row) => ({ ...row, double: `${row.id}-${about ? 'about-' : ''}${word}` })),
    });
  await double(rows, false);
  await double(
    rows.filter(({ claim }) => claim),
    true,
  );
  for (const about of [false, true]) await run(LINKS, { ...common, about });
  for (const statement of ALSO) await run(statement, common);
  if (level === 'CONFIDENTIAL') await run(MERGED, common);
  await run(DATASET, common);
}

/** What of a level was never recorded: the canaries, and what the world itself hides. */
export async function neverRecord(level: Level): Promise<void> {
  await run('MATCH (n:Canary) WHERE $level IN labels(n) DETACH DELETE n', { level });
  await run('MATCH (n:Record) WHERE n.access = $level DETACH DELETE n', { level });
  await run('MATCH (n:Entity) WHERE NOT EXISTS { (:Name)-[:OF]->(n) } DETACH DELETE n');
}

/** Ids of hidden records, one of each label. */
export async function hiddenIds(level: Level): Promise<string[]> {
  const found = await run(
    `MATCH (n:Canary:Record) WHERE $level IN labels(n) AND NOT n.id CONTAINS '-about-'
     RETURN head([label IN labels(n) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Canary', $level]]) AS label, min(n.id) AS id ORDER BY label`,
    { level },
  );
  return found.map(({ id }) => String(id));
}
