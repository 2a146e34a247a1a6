import type { ExportRecord } from '../export/export.rules.js';

/** A change of what a client holds. */
export type RecordChange = {
  readonly id: string;
  readonly kind: string;
  /** What it said before must be dropped wherever it is kept, in archives of earlier states too. */
  readonly isRedacted?: boolean;
} & (
  | { readonly op: 'ADD' | 'MOD'; readonly record: ExportRecord }
  /** A tombstone without content: what the record was may be why it is gone. It names the record that it was merged into. */
  | { readonly op: 'DEL'; readonly mergedInto?: string }
);

/** Some changes by id. */
export interface Changes {
  readonly changes: readonly RecordChange[];
  /** The id behind which there are more; null at the end. */
  readonly after: string | null;
}
