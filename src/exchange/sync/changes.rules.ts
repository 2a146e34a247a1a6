import type { ExportRecord } from '../export/export.rules.js';

/** A change of what a client holds. */
export type RecordChange =
  | { readonly op: 'ADD' | 'MOD'; readonly id: string; readonly kind: string; readonly record: ExportRecord }
  /** A tombstone without content: what the record was may be why it is gone. It names the record that it was merged into. */
  | { readonly op: 'DEL'; readonly id: string; readonly kind: string; readonly mergedInto?: string };

/** Some changes by id. */
export interface Changes {
  readonly changes: readonly RecordChange[];
  /** The id behind which there are more; null at the end. */
  readonly after: string | null;
}
