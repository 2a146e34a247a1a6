/** The errors of the product: which of them a person or a client reads, and what each says. */

/** An error that was written for a person, who reads its message as it is. Any other error is a fault of ours, and its stack goes into the log. */
export abstract class ExplainedError extends Error {}

/** What stops the start: the environment, or a graph that does not answer as the environment says. */
export class ConfigError extends ExplainedError {}

/** Why a command-line program cannot do what was asked. */
export class CommandError extends ExplainedError {}

/** Stable error codes of the API, and what each means. */
export const API_ERRORS = {
  BAD_INPUT: 'An argument does not fit; the message says what was expected and what was received.',
  BAD_CURSOR: 'A cursor of another list or order, or not a cursor of this API.',
  QUERY_TOO_DEEP: 'The operation nests deeper than allowed.',
  QUERY_TOO_EXPENSIVE: 'The operation costs more than allowed.',
  TOO_MANY_OPERATIONS: 'Operations of the client wait for their turn, as many or as long as they may.',
  RATE_LIMITED: 'The client has asked for more than it may in a minute.',
  NOT_FOUND: 'There is nothing under that id that the reader may see.',
  FORBIDDEN: 'The sender lacks the permission that this needs, or has it not for the dataset.',
  BUSY: 'The graph takes no change while a large one is being written.',
  DOCUMENT_TOO_LARGE: 'The document takes more memory than one may.',
  UPLOADS_FULL: 'The files that were sent take as much room as they may.',
  CONFLICT: 'The record has changed since it was read.',
  TIMEOUT: 'The graph took longer than the time limit.',
  GRAPH_UNAVAILABLE: 'The graph does not answer.',
  STORAGE_FULL: 'The disk of the server is full.',
  ABORTED: 'The client closed its connection before the answer was complete.',
  INTERNAL_SERVER_ERROR: 'Our fault; the log has the details under the given reference.',
} as const;

export type ApiErrorCode = keyof typeof API_ERRORS;

/** An error that a client may read: a stable code and a sentence with what was expected, what arrived and where. */
export class ApiError extends ExplainedError {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The path into an input or a record: names of fields, and positions in lists. */
export type FieldPath = readonly (string | number)[];

/** The kinds of errors, each with its meaning. */
export const REFUSALS = {
  BAD_INPUT: 'The value does not have the required form.',
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

export interface FieldError {
  /** The way to the field of the input. */
  readonly field: readonly string[];
  readonly code: RefusalCode;
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
}

/**
 * Why a change of the graph is refused, field by field. The work of a change throws it, which undoes the whole change.
 */
export class Refusal extends ExplainedError {
  constructor(readonly userErrors: readonly FieldError[]) {
    super(userErrors.map(({ message }) => message).join('\n'));
  }
}

/** Details beside the message. */
interface Details {
  readonly expected?: string;
  readonly got?: unknown;
}

export function userError(
  code: RefusalCode,
  field: FieldPath,
  message: string,
  { expected, got }: Details = {},
): FieldError {
  return {
    field: field.map(String),
    code,
    message,
    expected: expected ?? null,
    got: got === undefined ? null : valueText(got),
  };
}

export function refusal(code: RefusalCode, field: FieldPath, message: string, details: Details = {}): Refusal {
  return new Refusal([userError(code, field, message, details)]);
}

/** Longest value that an error repeats, in characters. */
const LONGEST_VALUE = 80;

export const valueText = (value: unknown): string =>
  (typeof value === 'string' ? value : jsonText(value)).slice(0, LONGEST_VALUE);

/** A value as JSON. Reading JSON has no end of depth, and writing it has. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    return 'a value that nests too deep to show';
  }
}

/** The same, with quotation marks around a text. */
export const quotedValue = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(valueText(value)) : valueText(value);
