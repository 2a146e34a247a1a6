import type { ExportRecord } from '../export/export.rules.js';

/** A change of what a client holds. */
export type RecordChange =
  | { readonly op: 'ADD' | 'MOD'; readonly id: string; readonly kind: string; readonly record: ExportRecord }
  /** A tombstone: what it was may be what made it go. */
  | { readonly op: 'DEL'; readonly id: string; readonly kind: string };

/** Some changes by id, and how far it was looked. */
export interface Changes {
  readonly changes: readonly RecordChange[];
  /** All up to this id has been looked at; null where that is all that there is. */
  readonly after: string | null;
}
