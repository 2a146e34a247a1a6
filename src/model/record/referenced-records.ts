import type { DraftNode } from './draft.js';

/** A record that a draft refers to but does not hold, with just what the invariants ask of it. */
export interface ReferencedRecord extends Pick<DraftNode, 'id' | 'labels' | 'properties'> {
  /** The lowest rank of access that sees it. */
  readonly level: number;
}

/** The records that a draft is held against beside itself, by id. */
export interface ReferencedRecords {
  get(id: string): ReferencedRecord | undefined;
}
