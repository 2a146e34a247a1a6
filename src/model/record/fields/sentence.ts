import type { Field } from './field.js';

/** The sentence of a field, and what holds where it is left out: `leftOut` says when that is. */
export function sentenceOf({ about, default: value }: Field, leftOut: string): string {
  return value === undefined || Array.isArray(value) ? about : `${about} ${leftOut}: ${String(value)}.`;
}
