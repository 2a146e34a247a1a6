import { END_OF_DAYS } from '../../model/date-range.js';
import { ApiError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import { type View, viewOf } from '../../model/lens.js';
import { NOTICE } from '../../questions/case-file/basis.rules.js';
import { audienceOf, type State, writeCursor } from './cursor.rules.js';
import type { About, DatasetAbout, RequiredDatasets } from './export.rules.js';

/** Which datasets go into an export, and at which instant it is read. */

export interface Selection {
  readonly view: View;
  readonly about: About;
  /** What an export of these datasets shows, where no other lens narrows it. */
  readonly state: State;
  /** From where the feed of changes goes on; none where it cannot, since a lens narrows what is shown. */
  readonly cursor: string | null;
  /** When something was redacted last: since then the same state has had another content. */
  readonly redactedAt: string;
}

/**
 * The view of an export. It is pinned to the latest change that the reader may see, so that it shows one state while
 * others write. A dataset that is asked for brings those that it requires; one whose licence forbids to pass it on stays
 * out, and asking for it by name is a `BAD_INPUT` error.
 */
export function select(
  all: readonly DatasetAbout[],
  requestedIds: readonly string[] | undefined,
  view: View,
  requiredBy?: RequiredDatasets,
): Selection {
  const byId = new Map(all.map((dataset) => [dataset.id, dataset]));
  const selectedIds = requestedIds === undefined ? new Set(byId.keys()) : withRequired(requestedIds, byId, requiredBy);
  const excluded = new Set(view.excludeDatasets);
  const included = ({ id, redistribute }: Pick<DatasetAbout, 'id' | 'redistribute'>) =>
    redistribute && selectedIds.has(id) && !excluded.has(id);
  const left = all.filter((dataset) => !included(dataset)).map(({ id }) => id);
  const { latest, versions } = versionsOf(all);
  const pinned = { ...view, recordedBy: latest ?? view.recordedBy };
  const state = { at: latest ?? '', without: [...left].sort(), versions };
  return {
    state,
    redactedAt:
      all
        .flatMap(({ redactions = [] }) => redactions)
        .sort()
        .at(-1) ?? '',
    cursor: isNarrowed(view) ? null : writeCursor({ audience: audienceOf(view), from: state }),
    view: { ...pinned, excludeDatasets: [...new Set([...view.excludeDatasets, ...left])].sort() },
    about: {
      datasets: all.map(({ changedAt: _changedAt, redactions: _redactions, ...dataset }) => ({
        ...dataset,
        included: included(dataset),
        ...(requiredBy && { requires: [...(requiredBy.get(dataset.id) ?? [])].sort() }),
      })),
      lens: lensOf(view, latest ?? null),
      notice: NOTICE,
    },
  };
}

/** The instant of the last change among datasets, and a hash over their versions. */
export function versionsOf(all: readonly DatasetAbout[]) {
  const latest = all
    .map(({ changedAt }) => changedAt)
    .sort()
    .at(-1);
  return { latest, versions: contentHash(all.map(({ id, version }) => [id, version])).slice(0, 16) };
}

/** Whether a lens leaves out something else than datasets, or what came later. */
function isNarrowed({ recordedBy, excludeDatasets, ...rest }: View): boolean {
  const { recordedBy: _at, excludeDatasets: _datasets, ...whole } = viewOf(rest.clearance, {}, undefined, rest.grants);
  return contentHash(rest) !== contentHash(whole);
}

function withRequired(
  requestedIds: readonly string[],
  byId: ReadonlyMap<string, DatasetAbout>,
  requiredBy: RequiredDatasets = new Map(),
): Set<string> {
  const selectedIds = new Set<string>();
  const add = (id: string): void => {
    if (selectedIds.has(id)) return;
    selectedIds.add(id);
    if (byId.get(id)?.redistribute) for (const required of requiredBy.get(id) ?? []) add(required);
  };
  for (const id of requestedIds) {
    const dataset = byId.get(id);
    if (!dataset)
      throw new ApiError(
        'BAD_INPUT',
        `Expected \`dataset\` as some of ${[...byId.keys()].join(', ')}; got ${JSON.stringify(id)}.`,
      );
    if (!dataset.redistribute)
      throw new ApiError(
        'BAD_INPUT',
        `The licence of the dataset ${id} does not let it be passed on: ${dataset.licence}`,
      );
    add(id);
  }
  return selectedIds;
}

function lensOf(view: View, recordedBy: string | null): About['lens'] {
  const { clearance: _clearance, grants: _grants, publishedBy, withoutDoubts, ...rest } = view;
  const day = publishedBy === END_OF_DAYS ? null : publishedBy;
  return { ...rest, publishedBy: day, recordedBy, ...(withoutDoubts.length > 0 && { withoutDoubts }) };
}
