import { LONGEST_PROSE, LONGEST_TEXT } from '../../../model/record/fields/field.js';

/** Texts that are longer than a field holds. */

/** A text as far as a field holds it, and what goes on elsewhere; nothing goes on where it fits. */
interface HeldText {
  readonly start: string;
  readonly rest?: string;
}

export function heldText(text: string, longest = LONGEST_TEXT): HeldText {
  if (text.length <= longest) return { start: text };
  return { start: `${text.slice(0, longest - 1)}…`, rest: `…${text.slice(longest - 1)}` };
}

/** A text of many sentences; one that no field holds says where it is cut, and how long it was. */
export function heldProse(text: string): string {
  if (text.length <= LONGEST_PROSE) return text;
  const end = `… (cut; ${text.length} characters in all)`;
  return `${text.slice(0, LONGEST_PROSE - end.length)}${end}`;
}

/** The sentence of a note that says how the text of a column goes on; none where a field holds all of it. */
export function continuation(column: string, text: string, longest = LONGEST_TEXT): string[] {
  const { rest } = heldText(text, longest);
  return rest === undefined ? [] : [`${column} goes on: ${rest}`];
}
