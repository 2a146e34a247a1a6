import { type FieldPath, Refusal } from '../../model/errors.js';
import { TEXT } from '../../model/record/fields/field.js';
import { shapeErrors } from '../../model/record/shape-errors.js';

/** The reason of a change, which stands in the journal; throws a `Refusal` where there is none. */
export function reasonOf({ reason }: { readonly reason: string }, at: FieldPath): string {
  const parsed = TEXT.safeParse(reason);
  if (parsed.success) return parsed.data;
  throw new Refusal(shapeErrors(parsed.error, reason, () => [...at, 'reason']));
}

/** Where the field of a single input begins. */
export const INPUT: FieldPath = ['input'];
