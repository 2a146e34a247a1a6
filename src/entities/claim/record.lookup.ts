import type { Context } from '../../context.js';
import type { Cover } from '../../model/date-range.js';
import type { View } from '../../model/lens.js';
import { CLAIM_STATUS, words } from '../../model/vocabulary.js';

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** The day for which claims are assessed, and the covers that count. */
interface Day {
  readonly on: string | null;
  readonly cover: readonly Cover[];
}

/**
 * The rows of records of any kind; null where the reader may not see one, and for a claim that does not hold on the day
 * asked. One statement for each kind among them.
 */
export function recordsByLabel(context: Context, view: View, records: readonly Labelled[], day?: Day) {
  const loaders = context.loaders(view);
  const entities: Record<string, { load(id: string): Promise<unknown> }> = {
    Person: loaders.person.byId,
    Unit: loaders.unit.byId,
    Body: loaders.body.byId,
    Location: loaders.location.byId,
    Incident: loaders.incident.byId,
    Finding: loaders.finding.byId,
    Report: loaders.report.byId,
  };
  return Promise.all(
    records.map(({ id, label }) => {
      if (loaders.claim.isClaimKind(label)) return loaders.claim.byId(label, day?.on, day?.cover).load(id);
      return entities[label]?.load(id) ?? null;
    }),
  );
}

/** Rows of one kind in the order of their ids, without those that the reader may not see. */
export async function visibleRows<T>(
  byId: { readonly load: (id: string) => Promise<T | null> },
  ids: readonly string[],
): Promise<T[]> {
  const rows = await Promise.all(ids.map((id) => byId.load(id)));
  return rows.filter((row) => row !== null);
}

/** The rows behind ids of any kind, in their order; null where there is none that the reader may see. */
export async function recordsById(context: Context, view: View, ids: readonly string[]) {
  const { label } = context.loaders(view).claim;
  const labels = await Promise.all(ids.map((id) => label.load(id)));
  return recordsByLabel(
    context,
    view,
    ids.map((id, index) => ({ id, label: labels[index]?.label ?? '' })),
  );
}

/**
 * The person or unit that an id has been merged into, for a reader who found nothing under the id itself. Null if there
 * was no merge, if the reader may not know of it, or if the result is of another kind than requested.
 */
export async function mergedInto(context: Context, view: View, id: string, label?: 'Person' | 'Unit') {
  const row = await context.loaders(view).merging.redirected.load(id);
  return row && (label === undefined || row.label === label) ? row : null;
}

/** The ids that are left of some: each its own, or that of the person or unit that it has been merged into. */
export function idsLeft(context: Context, view: View, ids: readonly string[]): Promise<string[]> {
  return context.loaders(view).merging.idsLeft(ids);
}

const STATUSES = words(CLAIM_STATUS);

/** A record as an editor sees it: whatever its status, at the instant of the change or just before. */
export async function recordAt(context: Context, id: string | undefined, before?: string) {
  if (id === undefined) return null;
  const recordedBy = before && new Date(Date.parse(before) - 1).toISOString();
  return (await recordsById(context, context.view({ statuses: STATUSES, recordedBy }), [id]))[0] ?? null;
}
