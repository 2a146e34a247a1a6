/** What a change of records did. */
export interface WriteResult {
  /** The record that was created or retracted. */
  readonly id: string;
  /** Whether it is new. */
  readonly created: boolean;
  /** Everything that was retracted. */
  readonly retracted: readonly string[];
  /** Where the change takes something otherwise than its input says, in sentences. */
  readonly warnings?: readonly string[];
}
