import type { Reader } from '../../graph/graph.js';
import { type View, viewOf } from '../../model/lens.js';
import { CLAIM_STATUS, words } from '../../model/vocabulary.js';
import { audienceOf } from './cursor.rules.js';
import { datasetsAt, RecordPages } from './export.loader.js';
import type { DatasetAbout, RequiredDatasets } from './export.rules.js';
import { type Selection, select, versionsOf } from './selection.js';

/**
 * Selects datasets together with those to whose records they refer, as the graph shows them to the reader at the instant.
 * All records are gone through for that: only where some are asked for, or where what each requires is to be listed `always`.
 */
export async function selectWithRequired(
  reader: Reader,
  requestedIds: readonly string[] | undefined,
  view: View,
  always = false,
): Promise<Selection> {
  const all = await datasetsAt(reader, view);
  const isListed = always || requestedIds !== undefined;
  return select(all, requestedIds, view, isListed ? await requiredBetween(reader, all, view) : undefined);
}

/** By state: a past one does not change, and clients that keep up with the graph request the last one or two. */
const requiredByState = new Map<string, RequiredDatasets>();
const MOST_KEPT = 20;

/** What each of the datasets requires, by the graph at the instant of the view and for its reader, whatever else the lens says. */
export async function requiredBetween(
  reader: Reader,
  all: readonly DatasetAbout[],
  { clearance, grants }: View,
): Promise<RequiredDatasets> {
  if (all.length < 2) return new Map();
  const { latest = '', versions } = versionsOf(all);
  const withheld = all.filter(({ redistribute }) => !redistribute).map(({ id }) => id);
  const state = JSON.stringify([audienceOf({ clearance, grants }), latest, versions, withheld]);
  const cached = requiredByState.get(state);
  if (cached) return cached;
  const unnarrowed = viewOf(clearance, { statuses: words(CLAIM_STATUS) }, latest, grants);
  const required = await new RecordPages(reader, unnarrowed).required(withheld);
  requiredByState.set(state, required);
  const [oldest] = requiredByState.keys();
  if (requiredByState.size > MOST_KEPT && oldest !== undefined) requiredByState.delete(oldest);
  return required;
}
