/** Stable error codes of the API, and what each means. */
export const FAULTS = {
  BAD_INPUT: 'An argument does not fit; the message says what was expected and what arrived.',
  BAD_CURSOR: 'A cursor of another list or order, or none of ours.',
  QUERY_TOO_DEEP: 'The operation nests deeper than allowed.',
  QUERY_TOO_EXPENSIVE: 'The operation costs more than allowed.',
  NOT_FOUND: 'There is nothing under that id that the reader may see.',
  FORBIDDEN: 'Writing needs the token that the server printed at its start, from the machine that it runs on.',
  BUSY: 'The graph takes no change while a large one is being written.',
  CONFLICT: 'What was to be changed has changed in between.',
  TIMEOUT: 'The graph took longer than the time limit.',
  GRAPH_UNAVAILABLE: 'The graph does not answer.',
  INTERNAL_SERVER_ERROR: 'Our fault; the log has the details under the given reference.',
} as const;

export type FaultCode = keyof typeof FAULTS;

/** An error that a client may read: a stable code and a sentence with what was expected, what arrived and where. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
  }
}
