import type { IncomingHttpHeaders } from 'node:http';
import type { ApiKeys } from '../accounts/api-keys.js';
import { AuthenticationError } from '../accounts/authentication-error.js';
import { isWebToken, type OpenIdIssuer } from '../accounts/openid.js';
import { holdsKey, PREFIX, sameText } from '../accounts/secret.js';
import { ANYBODY, type Sender } from '../model/permissions.rules.js';
import { type Arrival, strangenessOf } from './this-machine.js';

/**
 * Who sends a request. A sender shows an API key, a token of the issuer of OpenID Connect, or, straight from this machine,
 * the token that the server printed at its start. A sender who shows nothing is anybody. Who shows anything else is
 * refused, and never taken for anybody.
 */

/** What the journal calls an editor who gives no name. */
export const LOCAL_EDITOR = 'local editor';
/** Longest name of an editor, in characters. */
const MAX_NAME = 80;

/** How a sender is recognised. */
export interface EditorAccess {
  /** The token of the start; without it there is none. */
  readonly writeToken?: string | undefined;
  /** Until when the token of the start is good; milliseconds since 1970. Without it, as long as the process lives. */
  readonly writeTokenUntil?: number | undefined;
  /** Origins, beside those of this machine, whose pages may show the token. */
  readonly corsOrigins: readonly string[];
  readonly apiKeys?: ApiKeys | undefined;
  readonly openIdIssuer?: OpenIdIssuer | undefined;
}

type SentRequest = Arrival & { readonly headers: IncomingHttpHeaders };

/** Throws `AuthenticationError` where the request shows something that is not good, or shows the token of the start from elsewhere. */
export async function senderOf(request: SentRequest, access: EditorAccess): Promise<Sender> {
  const { rawHeaders, url = '' } = request;
  const { authorization, 'x-actor': actor } = request.headers;
  if (holdsKey(url))
    throw new AuthenticationError(
      'BAD_REQUEST',
      'Expected an API key in the header `authorization` alone; got one in the address, where proxies and logs keep it. Rotate it.',
    );
  const count = rawHeaders.filter((name, index) => index % 2 === 0 && /^authorization$/i.test(name)).length;
  if (count > 1) throw unauthenticated(`one header \`authorization\`; got ${count}`);
  if (authorization === undefined) return ANYBODY;
  const token = tokenIn(authorization);
  if (access.apiKeys && token.startsWith(PREFIX)) {
    refuseActor(actor);
    return access.apiKeys.senderOf(token);
  }
  if (isWebToken(token)) {
    refuseActor(actor);
    if (access.openIdIssuer) return access.openIdIssuer.senderOf(token);
    throw unauthenticated('an API key; got a JSON Web Token, and this server knows no issuer of those');
  }
  return startSender(request, token, access);
}

/** The sender of the token of the start. */
function startSender(request: SentRequest, token: string, access: EditorAccess): Sender {
  const { writeToken, writeTokenUntil = Number.POSITIVE_INFINITY, corsOrigins, apiKeys } = access;
  if (writeToken === undefined)
    throw unauthenticated(
      apiKeys
        ? '`authorization: Bearer` with an API key; got another token'
        : 'no `authorization` header: this server knows nobody',
    );
  const strangeness = strangenessOf(request, corsOrigins);
  if (strangeness !== undefined)
    throw new AuthenticationError(
      'FORBIDDEN',
      `Expected an API key, or a request straight from the machine that the server runs on, to a name of its loopback; got ${strangeness}. The token of the start is valid for no other.`,
    );
  if (!sameText(token, writeToken))
    throw unauthenticated(
      '`authorization: Bearer` with the token that the server printed at its start, or with an API key; got another',
    );
  if (Date.now() >= writeTokenUntil)
    throw unauthenticated(
      `an API key; got the token of the start, which was good until ${new Date(writeTokenUntil).toISOString()}. Issue a key: npm run keys -- issue NAME --role ROLE --reason TEXT`,
    );
  return { kind: 'START_TOKEN', role: 'ADMIN', datasets: null, actor: actorOf(request.headers['x-actor']) };
}

/** The token of an `authorization` header; its scheme is written in any case, with any spaces around the token. */
function tokenIn(authorization: string): string {
  const [scheme = '', ...tokens] = authorization.trim().split(/[ \t]+/);
  const [token] = tokens;
  if (scheme.toLowerCase() === 'bearer' && token !== undefined && tokens.length === 1 && TOKEN.test(token))
    return token;
  throw unauthenticated(`\`authorization: Bearer TOKEN\`; got ${malformed(scheme, tokens)}`);
}

const unauthenticated = (expectedAndGot: string) =>
  new AuthenticationError('UNAUTHENTICATED', `Expected ${expectedAndGot}.`);

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

/** Who shows a key or a token of an issuer has a name already. */
function refuseActor(header: string | string[] | undefined): void {
  if (header === undefined) return;
  throw new AuthenticationError(
    'BAD_REQUEST',
    'Expected no `x-actor` beside an API key or a token of an issuer, since the journal names those; got one.',
  );
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
