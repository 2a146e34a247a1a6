import { type Graph, Reader } from '../../graph/graph.js';
import { type ReadingRights, type View, viewOf } from '../../model/lens.js';
import { publishedThrough } from '../../writing/change/clock.js';
import { audienceOf } from '../export/cursor.rules.js';
import { datasetsAt } from '../export/export.loader.js';
import { select } from '../export/selection.js';

/** How often the clock of the graph is read while anybody listens; milliseconds. Other processes move it too. */
export const LOOK_EVERY_MS = 1_000;

/** The cursor of all that a reader may see and take along. */
export async function cursorAt(reader: Reader, view: View): Promise<string | null> {
  return select(await datasetsAt(reader, view), undefined, view).cursor;
}

/** Gets the cursor of the feed, and the instant of the graph at which it was read. */
type Listener = (cursor: string, through: string) => void;

/** Listeners who may see the same, and the state that they have. */
interface Audience extends ReadingRights {
  readonly listeners: Set<Listener>;
  /** The instant of the clock that their cursor was read at. */
  through: string | undefined;
  cursor: string | undefined;
}

/**
 * Tells listeners the state of the feed: one reading of the clock for all listeners of a process, and none without
 * listeners.
 */
export class Watch {
  private readonly audiences = new Map<string, Audience>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly graph: Graph,
    private readonly everyMs: number,
  ) {}

  /** Tells a listener the cursor at each look, moved or not, until the function that this gives is called. */
  listen({ clearance, grants }: ReadingRights, listener: Listener): () => void {
    const key = audienceOf({ clearance, grants });
    const audience = this.audiences.get(key) ?? {
      clearance,
      grants,
      listeners: new Set(),
      through: undefined,
      cursor: undefined,
    };
    this.audiences.set(key, audience);
    audience.listeners.add(listener);
    this.timer ??= setInterval(() => void this.look(), this.everyMs).unref();
    return () => {
      audience.listeners.delete(listener);
      if (audience.listeners.size === 0) this.audiences.delete(key);
      if (this.audiences.size === 0) this.rest();
    };
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const through = await publishedThrough(this.graph);
      for (const audience of this.audiences.values()) await this.send(audience, through);
    } catch {
      // The graph does not answer. The next reading may find it again; no listener has missed anything.
    } finally {
      this.looking = false;
    }
  }

  private async send(audience: Audience, through: string): Promise<void> {
    if (audience.through !== through) {
      const cursor = await cursorAt(new Reader(this.graph), viewOf(audience.clearance, {}, through, audience.grants));
      Object.assign(audience, { through, cursor });
    }
    if (audience.cursor === undefined) return;
    for (const listener of audience.listeners) listener(audience.cursor, through);
  }
}
