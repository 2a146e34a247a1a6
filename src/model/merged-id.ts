import type { View } from './lens.js';

/** An id that has been merged into another, and when. */
interface Formerly {
  readonly id: string;
  readonly until: string;
}

/** A person or unit as a question reached it: by its own id, or by ids that were merged into it. */
export interface MergedInto {
  readonly id: string;
  readonly view: View;
  readonly formerly?: readonly Formerly[];
}

/** The id of what a question reached, as it was at the instant of a view. */
export const idUnder = ({ id, formerly = [] }: MergedInto, view: View): string =>
  formerly.find(({ until }) => until > view.recordedBy)?.id ?? id;

/** Whether an id may be of a person or unit: nothing else is merged. */
export const canBeMerged = (id: string): boolean => /^(person|unit|org)-/.test(id);
