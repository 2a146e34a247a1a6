/** What an import changes of a dataset that the graph holds already, one statement after the other, for a person to read. */

export const DIFFERENCE_CHANGES = ['CHANGED', 'TAKEN_BACK', 'ADDED', 'SOURCES_CHANGED'] as const;
export type DifferenceChange = (typeof DIFFERENCE_CHANGES)[number];

/** A statement that is added, takes the place of another, or is taken back. */
export interface EditionDifference {
  readonly change: DifferenceChange;
  /** The label of the statement: Posting, Name … */
  readonly kind: string;
  /** Whom or what it is about. */
  readonly subjectId: string;
  readonly subject: string;
  /** Whom or what else it names, such as the unit of a posting. */
  readonly object: string;
  /** What it said and what it says; of a changed one only where they differ. */
  readonly before: string;
  readonly after: string;
}

/** How many differences of each change are kept at hand; the complete report has all. */
const MOST_STORED = 20;

/** Counts differences, and keeps the first of each change. */
export class DifferenceSample {
  readonly counts: Record<DifferenceChange, number> = {
    ADDED: 0,
    CHANGED: 0,
    TAKEN_BACK: 0,
    SOURCES_CHANGED: 0,
  };
  private readonly first: EditionDifference[] = [];

  add(difference: EditionDifference): void {
    this.counts[difference.change] += 1;
    if (this.counts[difference.change] <= MOST_STORED) this.first.push(difference);
  }

  /** As many as a person reads at once: changes first, since they say most. */
  get examples(): EditionDifference[] {
    return DIFFERENCE_CHANGES.flatMap((change) => this.first.filter((one) => one.change === change)).slice(
      0,
      MOST_STORED,
    );
  }
}
