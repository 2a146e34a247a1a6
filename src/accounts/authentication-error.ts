import { ExplainedError } from '../model/errors.js';

const STATUS = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_REQUEST: 400, ISSUER_UNAVAILABLE: 503 } as const;

/** Why a request is refused, for its sender. Its words hold nothing that could be a secret. */
export class AuthenticationError extends ExplainedError {
  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
  ) {
    super(message);
  }

  get statusCode(): number {
    return STATUS[this.code];
  }
}
