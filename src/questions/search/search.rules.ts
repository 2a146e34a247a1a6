import { lettersOff, likenessToTyped, type NameWords, wordsOfName } from '../../model/names/likeness.js';
import { searchText } from '../../model/names/search-text.js';
import { textOrder } from '../../model/order.js';

/** What a search has found, by our own comparison of the names and texts that its reader may see. */

/** A visible name, and the entity that bears it. */
export interface NameRow extends Record<string, unknown> {
  readonly id: string;
  readonly label: string;
  readonly matched: string;
  readonly nameId: string;
}

/** A visible title, and perhaps a summary, of an incident, finding or report. */
export interface TextRow extends Record<string, unknown> {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly summary: string | null;
  /** The words of both, as the full-text index holds them. */
  readonly words: string;
}

export interface Hit {
  readonly id: string;
  readonly label: string;
  readonly matched: string;
  /** The name that matched; null for a title or summary. */
  readonly nameId: string | null;
  /** From 0 to 100. */
  readonly score: number;
}

/** Below this, what a name has in common with the text is more likely chance. */
const LEAST = 20;
/** The least share of what somebody typed that a title or summary holds. */
const LEAST_SHARE = 0.5;
/** A text that holds all that somebody typed speaks of it, but is not its name. */
const IN_TITLE = 60;
const IN_SUMMARY = 50;
const IN_OTHER_LETTERS = 0.97;
const BEGINNING = 0.9;
/** A word with one or two letters off, as many as the full-text index allows. */
const WITH_SLIP = 0.85;
const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO_SLIPS = 8;

/** The records found, each by the best of its names or texts, the best first. */
export function rankHits(
  typed: string,
  names: readonly NameRow[],
  texts: readonly TextRow[],
  limit: number,
): readonly Hit[] {
  const words = wordsOfName(typed);
  const hits = [...names.map((row) => nameHit(words, row)), ...texts.map((row) => textHit(words, row))];
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const other = best.get(hit.id);
    if (hit.score >= LEAST && (other === undefined || inOrder(hit, other) < 0)) best.set(hit.id, hit);
  }
  return [...best.values()].sort(inOrder).slice(0, limit);
}

const nameHit = (typed: NameWords, { id, label, matched, nameId }: NameRow): Hit => ({
  id,
  label,
  matched,
  nameId,
  score: likenessToTyped(typed, wordsOfName(matched)),
});

/** A title is compared as a name is; a title or summary also holds what somebody typed, or some of it. */
function textHit(typed: NameWords, { id, label, title, summary, words }: TextRow): Hit {
  const inBoth = shareIn(typed, words.split(' '));
  if (inBoth < LEAST_SHARE) return { id, label, matched: title, nameId: null, score: 0 };
  const inTitle = shareIn(typed, searchText(title).split(' '));
  const asTitle = Math.max(Math.floor(IN_TITLE * inTitle), likenessToTyped(typed, wordsOfName(title)));
  const asSummary = Math.floor(IN_SUMMARY * inBoth);
  const matched = summary !== null && asSummary > asTitle ? summary : title;
  return { id, label, matched, nameId: null, score: Math.max(asTitle, asSummary) };
}

/** The share of what somebody typed that a text holds, from 0 to 1; `tokens` are the text's, as the full-text index holds them. */
function shareIn(typed: NameWords, tokens: readonly string[]): number {
  const tokenSet = new Set(tokens);
  const whole = typed.reduce((sum, { weight }) => sum + weight, 0);
  const found = typed.reduce((sum, word) => sum + word.weight * likenessOfWord(word, tokens, tokenSet), 0);
  return found / whole;
}

function likenessOfWord(
  { text, skeletons, number }: NameWords[number],
  tokens: readonly string[],
  tokenSet: ReadonlySet<string>,
): number {
  if (tokenSet.has(text)) return 1;
  if ([...skeletons, number].some((form) => tokenSet.has(`=${form}`))) return IN_OTHER_LETTERS;
  if (tokens.some((token) => token.startsWith(text))) return BEGINNING;
  return number === undefined && skeletons.some((form) => isWithSlip(form, tokens)) ? WITH_SLIP : 0;
}

/** Whether one of the tokens is this skeleton with a slip. A slip leaves the first letter or the last: few are compared. */
function isWithSlip(form: string, tokens: readonly string[]): boolean {
  if (form.length < SHORTEST_WITH_SLIP) return false;
  const most = form.length < SHORTEST_WITH_TWO_SLIPS ? 1 : 2;
  const [first, last] = [`=${form[0]}`, form.slice(-1)];
  return tokens.some(
    (token) =>
      Math.abs(token.length - 1 - form.length) <= most &&
      (token.startsWith(first) || (token.endsWith(last) && token.startsWith('='))) &&
      lettersOff(token.slice(1), form) <= most,
  );
}

const inOrder = (a: Hit, b: Hit) =>
  b.score - a.score ||
  textOrder(a.matched, b.matched) ||
  textOrder(a.id, b.id) ||
  textOrder(a.nameId ?? '', b.nameId ?? '');
