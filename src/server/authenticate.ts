import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ExplainedError } from '../model/errors.js';
import { type Arrival, strangenessOf } from './this-machine.js';

/**
 * Who sends a request. A sender who shows, straight from this machine, the token that the server printed at its start is
 * an editor. A sender who shows nothing is a public reader. Anybody else is refused.
 */

/** What the journal calls an editor who gives no name. */
export const LOCAL_EDITOR = 'local editor';
/** Longest name of an editor, in characters. */
const MAX_NAME = 80;

/** Why a request is refused, for its sender. */
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

const STATUS = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_REQUEST: 400 } as const;

/** Who may be an editor. */
export interface EditorAccess {
  /** The token that an editor must show; without it nobody may write. */
  readonly writeToken?: string | undefined;
  /** Origins, beside those of this machine, whose pages may show the token. */
  readonly corsOrigins: readonly string[];
}

export type Sender = { readonly kind: 'PUBLIC' } | { readonly kind: 'EDITOR'; readonly actor: string };

/** Throws `AuthenticationError` where the request shows something that is not the token, or shows it from elsewhere. */
export function senderOf(
  request: Arrival & { readonly headers: IncomingHttpHeaders },
  { writeToken, corsOrigins }: EditorAccess,
): Sender {
  const { authorization, 'x-actor': actor } = request.headers;
  if (authorization === undefined) return { kind: 'PUBLIC' };
  if (writeToken === undefined)
    throw new AuthenticationError(
      'UNAUTHENTICATED',
      'Expected no `authorization` header: on this server nobody may write, and reading needs no token.',
    );
  const strangeness = strangenessOf(request, corsOrigins);
  if (strangeness !== undefined)
    throw new AuthenticationError(
      'FORBIDDEN',
      `Expected a request straight from the machine that the server runs on, to a name of its loopback; got ${strangeness}. The token is valid for no other. Reading needs none.`,
    );
  if (!same(tokenIn(authorization), writeToken))
    throw new AuthenticationError(
      'UNAUTHENTICATED',
      'Expected `authorization: Bearer` with the token that the server printed at its start; got another. Reading needs none.',
    );
  return { kind: 'EDITOR', actor: actorOf(actor) };
}

/** The token of an `authorization` header; its scheme is written in any case, with any spaces around the token. */
function tokenIn(authorization: string): string {
  const [scheme = '', ...tokens] = authorization.trim().split(/[ \t]+/);
  const [token] = tokens;
  if (scheme.toLowerCase() === 'bearer' && token !== undefined && tokens.length === 1 && TOKEN.test(token))
    return token;
  throw new AuthenticationError(
    'UNAUTHENTICATED',
    `Expected \`authorization: Bearer TOKEN\`; got ${malformed(scheme, tokens)}. Reading needs no token: leave the header out.`,
  );
}

/** RFC 6750: the characters of a bearer token. */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

/** What is wrong, without what could be a secret. */
function malformed(scheme: string, tokens: readonly string[]): string {
  if (scheme === '') return 'an empty header';
  if (scheme.toLowerCase() !== 'bearer')
    return tokens.length > 0 ? 'another scheme than Bearer' : 'no scheme before it';
  if (tokens.length === 0) return 'no token';
  return tokens.length > 1 ? `${tokens.length} words after Bearer` : 'a token with characters that no token has';
}

/** Takes the same time for all texts of one length. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function actorOf(header: string | string[] | undefined): string {
  if (header === undefined) return LOCAL_EDITOR;
  const name = String(header).trim();
  if (/^[ -~]+$/.test(name) && name.length <= MAX_NAME) return name;
  throw new AuthenticationError(
    'BAD_REQUEST',
    `Expected \`x-actor\` to be a name of 1 to ${MAX_NAME} printable ASCII characters; got ${name.length} characters.`,
  );
}
