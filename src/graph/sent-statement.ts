import { LRUCache } from 'lru-cache';
import { type View, viewOf } from '../model/lens.js';
import { rankFor } from '../model/record/record-standing.rules.js';
import { asItStands, asItStandsUnderLens } from './query/short-forms.cypher.js';

/** How many texts are kept in their shorter form. */
const MOST_TEXTS = 5_000;

/** Keeps what a function makes of texts: to look through a long one takes longer than to send it. */
function keeping(shorten: (text: string) => string): (text: string) => string {
  const texts = new LRUCache<string, string>({ max: MOST_TEXTS });
  return (text) => {
    const short = texts.get(text) ?? shorten(text);
    texts.set(text, short);
    return short;
  };
}

const withoutLens = keeping(asItStands);
const underLens = keeping(asItStandsUnderLens);

/** A statement and its parameters as they are sent: the shortest text that says the same under these views. */
export function asSent(
  text: string,
  parameters: Parameters,
): { readonly text: string; readonly parameters: Parameters } {
  const views = VIEWS.flatMap((name) => (parameters[name] ? [[name, parameters[name] as Partial<View>] as const] : []));
  if (views.some(([, view]) => hasGrants(view))) return { text, parameters };
  const ranked = views.map(([name, view]) => [name, { ...view, rank: rankFor(view.clearance?.length ?? 0) }]);
  const isPlain = views.every(([, view]) => leavesNothingOut(view));
  return {
    text: isPlain ? withoutLens(text) : underLens(text),
    parameters: { ...parameters, ...Object.fromEntries(ranked) },
  };
}

type Parameters = Readonly<Record<string, unknown>>;

/** The parameters that are views. */
const VIEWS = ['view', 'before'];

const hasGrants = ({ grants = {} }: Partial<View>) => Object.keys(grants).length > 0;

const NO_LENS = viewOf([]);
const LENS = [
  'publishedBy',
  'excludeReports',
  'excludeDatasets',
  'excludePublishers',
  'reliabilities',
  'statuses',
  'withoutDoubts',
] as const;

/** Whether a view has no lens, or one that leaves nothing out; its instant aside. */
const leavesNothingOut = (view: Partial<View>) =>
  LENS.every((part) => view[part] === undefined || String(view[part]) === String(NO_LENS[part]));
