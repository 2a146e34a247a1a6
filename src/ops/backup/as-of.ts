import type { NodeProperties } from './backup-lines.js';

/** Rewinds nodes and links to an instant: what was retracted, restored or moved later had not been then. */

interface Node {
  readonly labels: readonly string[];
  readonly properties: NodeProperties;
}

interface Absence {
  readonly from: string;
  readonly until: string | undefined;
}

/** A record that was recorded by then. */
export function recordAsOf({ labels, properties }: Node, at: string): Node {
  const { linkedAt = [], supersededKey: _later, standing: _workedOut, ...rest } = standingAsOf(properties, at);
  const moved = (linkedAt as string[]).filter((instant) => instant <= at);
  const marks: Record<string, boolean> = { Restored: rest.away !== undefined, Relinked: moved.length > 0 };
  return {
    labels: labels.filter((label) => marks[label] ?? true),
    properties: { ...rest, ...(moved.length > 0 && { linkedAt: moved }) },
  };
}

/** The properties of a record or a link that was there by then. Where it stood, it had no reason for a retraction. */
export function standingAsOf({ retractedAt, retraction, away, ...rest }: NodeProperties, at: string): NodeProperties {
  const all = absencesOf(away as string[] | undefined, retractedAt as string | undefined);
  const startedAbsences = all.filter(({ from }) => from <= at);
  const open = startedAbsences.find(({ until }) => until === undefined || until > at);
  const ended = startedAbsences
    .filter((absence) => absence !== open)
    .flatMap(({ from, until }) => [from, until as string]);
  return {
    ...rest,
    ...(ended.length > 0 && { away: ended }),
    ...(open && { retractedAt: open.from }),
    ...(open && retraction !== undefined && { retraction }),
  };
}

/** `away` holds pairs of instants: when it was taken back, and when it was restored. */
function absencesOf(away: readonly string[] = [], retractedAt: string | undefined): Absence[] {
  const ended = away.flatMap((instant, index) => (index % 2 === 0 ? [{ from: instant, until: away[index + 1] }] : []));
  return retractedAt === undefined ? ended : [...ended, { from: retractedAt, until: undefined }];
}

/** An import whose undoing was not published by then. */
export function importAsOf({ labels, properties }: Node, at: string): Node {
  if (!(String(properties.undoneAt ?? '') > at)) return { labels, properties };
  const { undoneAt, undoneBy, ...rest } = properties;
  return { labels, properties: { ...rest, state: 'DONE' } };
}
