/** Stable error codes of the API, each with the HTTP status of a request that fails as a whole with it. */
export const FAULTS = {
  BAD_INPUT: { status: 400, meaning: 'An argument does not fit; the message says what was expected and what arrived.' },
  BAD_CURSOR: { status: 400, meaning: 'A cursor of another list or order, or none of ours.' },
  QUERY_TOO_DEEP: { status: 400, meaning: 'The operation nests deeper than allowed.' },
  QUERY_TOO_EXPENSIVE: { status: 400, meaning: 'The operation costs more than allowed.' },
  TIMEOUT: { status: 504, meaning: 'The graph took longer than the time limit.' },
  GRAPH_UNAVAILABLE: { status: 503, meaning: 'The graph does not answer.' },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'Our fault; the log has the details under the given reference.' },
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
