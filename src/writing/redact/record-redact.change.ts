import type { ManagedTransaction } from 'neo4j-driver';
import { type FieldPath, refusal } from '../../model/errors.js';
import { groupBy } from '../../model/group.js';
import { freeTextsOf, holdsWord, type SearchedWord, searchedWord } from '../../model/record/redaction.rules.js';
import type { ChangeWork } from '../change/change.js';
import { digestsSince } from '../change/change-digest.js';
import { assertEndsShown, endsShownBy } from '../change/endpoint-visibility.js';
import { INPUT, reasonOf } from '../change/reason.js';
import { REDACTION, type RedactionContent } from '../change/redaction.js';
import { redactBookkeeping } from './bookkeeping.js';
import { ContentsToRedact, type StoredContent, seenBy } from './contents.js';
import { EMPTY, EXISTING } from './redact.cypher.js';
import { type Remainder, remaindersOf } from './search.js';

/**
 * Takes what must never have been published out of every instant: records, their copies, what rests on them, and what the
 * journal and other bookkeeping hold of them. What is left says that something was there, and confirms its hash.
 */

export interface RecordRedact {
  readonly ids: readonly string[];
  readonly reason: string;
  /** Only what the records said before corrections. */
  readonly former?: boolean | null;
  readonly withDependents?: boolean | null;
  /** Texts that bookkeeping must not hold either. */
  readonly words?: readonly string[] | null;
}

export interface RedactionResult {
  readonly redacted: readonly string[];
  readonly entries: number;
  /** The first places where a text still stands, and how many there are. */
  readonly remains: readonly Remainder[];
  readonly remainsCount: number;
}

const MOST_IDS = 1_000;
const MOST_WORDS = 20;
/** A shorter word stands in too many places. */
const SHORTEST_WORD = 4;
const MOST_REMAINS = 100;

export function recordRedact(input: RecordRedact, actor: string, at = INPUT): ChangeWork<RedactionResult> {
  return async (tx, instant, sequence) => {
    const reason = reasonOf(input, at);
    const words = wordsOf(input, at);
    const contents = await contentsOf(tx, input, at);
    const texts = [...new Set(contents.flatMap(freeTextsOf))].map(searchedWord);
    if (holdsWord(reason, [...words, ...texts]))
      throw refusal('BAD_INPUT', [...at, 'reason'], 'Expected a reason that holds nothing of what is redacted.', {
        expected: 'a reason without the redacted text',
      });
    const live = contents.filter(({ properties }) => properties.retractedAt === undefined);
    const ends = await endsShownBy(
      tx,
      live.map(({ id }) => id),
    );
    await empty(tx, contents, instant);
    await assertEndsShown(tx, ends, instant, [...at, 'ids']);
    const bookkeeping = await redactBookkeeping(tx, contents, words, { at: instant, actor, sequence });
    if ([contents, ...Object.values(bookkeeping)].every(({ length }) => length === 0))
      throw refusal('UNCHANGED', [...at, 'ids'], 'Nothing is left of these to redact.');
    const linked = contents.flatMap(({ properties }) => (properties.linkedAt ?? []) as string[]);
    const redaction: RedactionContent = {
      records: contents.map((content) => ({
        id: content.id,
        recordedAt: String(content.properties.recordedAt),
        hash: String(content.properties.recordedHash ?? content.properties.hash),
        seenBy: seenBy(content),
      })),
      ...bookkeeping,
      digests: await digestsSince(tx, linked),
    };
    const ids = [...new Set(contents.map(({ id }) => id))];
    const places = await remaindersOf(tx, words, texts);
    const remains = { remains: places.slice(0, MOST_REMAINS), remainsCount: places.length };
    return {
      result: { redacted: ids, entries: bookkeeping.entries.length, ...remains },
      journalNote: { action: REDACTION, reason, subjects: ids, content: redaction },
    };
  };
}

function wordsOf(input: RecordRedact, at: FieldPath): readonly SearchedWord[] {
  const words = (input.words ?? []).map(searchedWord);
  if (words.length > MOST_WORDS)
    throw refusal('BAD_INPUT', [...at, 'words'], `Expected at most ${MOST_WORDS} texts; got ${words.length}.`);
  const short = words.findIndex(({ searchable }) => searchable.length < SHORTEST_WORD);
  if (short >= 0)
    throw refusal(
      'BAD_INPUT',
      [...at, 'words', short],
      `Expected a text of at least ${SHORTEST_WORD} characters: a shorter one stands in too many places.`,
    );
  return words;
}

/** All that is to be taken out; throws a `Refusal` where ids are unknown, or where more would go than was asked for. */
async function contentsOf(
  tx: ManagedTransaction,
  { ids, former, withDependents }: RecordRedact,
  at: FieldPath,
): Promise<readonly StoredContent[]> {
  if (ids.length > MOST_IDS)
    throw refusal('BAD_INPUT', [...at, 'ids'], `Expected at most ${MOST_IDS} ids; got ${ids.length}.`);
  const { records } = await tx.run(EXISTING, { ids });
  const existing = new Set(records.map((record) => record.get('id')));
  const unknown = ids.findIndex((id) => !existing.has(id));
  if (unknown >= 0)
    throw refusal('NOT_FOUND', [...at, 'ids', unknown], `There is no record ${ids[unknown]}.`, { got: ids[unknown] });
  const contents = await ContentsToRedact.of(tx, ids, former === true);
  if (contents.dependents.length > 0 && !withDependents) throw inUse(contents.dependents, at);
  return contents.all;
}

/** How many dependent records an error names. */
const MOST_NAMED = 20;

function inUse(dependents: readonly StoredContent[], at: FieldPath) {
  const byId = new Map(dependents.map((content) => [content.id, content]));
  const counts = [...groupBy([...byId.values()], ({ kind }) => kind)].map(([kind, some]) => `${some.length} ${kind}`);
  const ids = [...byId.keys()].slice(0, MOST_NAMED);
  return refusal(
    'IN_USE',
    [...at, 'withDependents'],
    `${byId.size} further records cannot be without these: ${counts.sort().join(', ')} (${ids.join(', ')}${byId.size > ids.length ? ' …' : ''}). Use \`withDependents: true\` to redact them too, or correct them first.`,
    { expected: 'withDependents: true', got: byId.size },
  );
}

async function empty(tx: ManagedTransaction, contents: readonly StoredContent[], at: string): Promise<void> {
  const rows = contents.map((content) => ({ key: content.key, seenBy: seenBy(content) }));
  await tx.run(EMPTY, { rows, at });
}
