/** Why a change of the graph is refused, field by field. Thrown by the work of a change, which undoes all of it. */

/** The way into an input or a record: names of fields, and places in lists. */
export type Path = readonly (string | number)[];

/** What can be the matter, and what each means. */
export const REFUSALS = {
  BAD_INPUT: 'The value does not have the shape that it must have.',
  INVARIANT: 'The record would break a rule of the model.',
  NOT_FOUND: 'There is nothing under that id.',
  TAKEN: 'There is something under that id already.',
  CONFLICT: 'The record has changed since you saw it.',
  RETRACTED: 'The record was taken back.',
  UNCHANGED: 'Nothing would change.',
  IN_USE: 'Other records rest on it.',
  UNSUPPORTED: 'Records of this kind cannot be changed so.',
  DECIDED: 'Somebody has decided otherwise before.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface UserError {
  /** The way to the field of the input. */
  readonly field: readonly string[];
  readonly code: RefusalCode;
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
}

/** Undoes a change and says why. */
export class Refusal extends Error {
  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors.map(({ message }) => message).join('\n'));
  }
}

/** What there is to say beside the message. */
interface Details {
  readonly expected?: string;
  readonly got?: unknown;
}

export function userError(code: RefusalCode, field: Path, message: string, { expected, got }: Details = {}): UserError {
  return {
    field: field.map(String),
    code,
    message,
    expected: expected ?? null,
    got: got === undefined ? null : shown(got),
  };
}

export function refusal(code: RefusalCode, field: Path, message: string, details: Details = {}): Refusal {
  return new Refusal([userError(code, field, message, details)]);
}

/** Longest value that an error repeats, in characters. */
const SHOWN = 80;

export const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, SHOWN);
