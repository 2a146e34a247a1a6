/** What a change of records did. */
export interface WriteResult {
  /** The record that was asked for, or that was taken back. */
  readonly id: string;
  /** Whether it is new. */
  readonly created: boolean;
  /** All that was taken back. */
  readonly retracted: readonly string[];
}
