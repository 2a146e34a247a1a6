import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { OpenIdSettings } from '../config.js';
import { valueText } from '../model/errors.js';
import { ROLES, type Role, type Sender } from '../model/permissions.rules.js';
import { AuthenticationError } from './authentication-error.js';

/** Tokens of an issuer of OpenID Connect: JSON Web Tokens that are signed with a key which the issuer publishes. */

/** Asymmetric ones alone: who can verify a token with one of the others can make one. */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');
/** Of access tokens and of identity tokens; RFC 9068. */
const TYPES: readonly unknown[] = [undefined, 'JWT', 'at+jwt', 'application/at+jwt'];
/** How far the clocks of the issuer and of this machine may be apart; seconds. */
const TOLERANCE_S = 5;
/** How long the issuer may take to answer, and how long its silence is remembered; milliseconds. */
const PATIENCE_MS = 2_000;
const SILENCE_MS = 1_000;
/** How long no key is looked for again after one that the issuer did not have; milliseconds. */
const COOLDOWN_MS = 10_000;

/** Whether a text has the shape of such a token: three parts with dots between them. */
export const isWebToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);

export class OpenIdIssuer {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(
    private readonly settings: OpenIdSettings,
    private readonly cooldownMs = COOLDOWN_MS,
  ) {}

  /** Who shows a token. Throws an `AuthenticationError` where it is not good, or where the issuer does not answer. */
  async senderOf(text: string): Promise<Sender> {
    refuseHeader(text);
    const payload = await this.verified(text);
    const { sub = '' } = payload;
    if (!/^[ -~]{1,255}$/.test(sub)) throw unauthenticated('got one whose claim `sub` is no printable ASCII text');
    return { kind: 'OPENID', role: this.roleIn(payload), datasets: this.datasetsIn(payload), actor: `openid:${sub}` };
  }

  private async verified(text: string): Promise<JWTPayload> {
    const { issuer, audience } = this.settings;
    const keys = await this.found();
    try {
      const { payload } = await jwtVerify(text, keys, {
        ...{ issuer, audience, algorithms: ALGORITHMS },
        ...{ clockTolerance: TOLERANCE_S, requiredClaims: ['exp', 'sub'] },
      });
      return payload;
    } catch (error) {
      const fault = faultOf(error);
      throw fault === undefined ? unavailable() : unauthenticated(fault);
    }
  }

  /** Where the keys are, once that was found. They stay while the issuer is silent: anybody can send a token that makes us ask. */
  private async found(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover();
    try {
      return await this.keys;
    } catch {
      this.forgetLater();
      throw unavailable();
    }
  }

  /** The keys of the issuer, at the address that it publishes. They are read anew when a token names another. */
  private async discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.settings;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const document = response.ok ? ((await response.json()) as { issuer?: unknown; jwks_uri?: unknown }) : {};
    if (document.issuer !== issuer) throw new Error('The issuer publishes another name, or none.');
    const address = new URL(String(document.jwks_uri));
    if (address.protocol !== 'https:' && new URL(issuer).protocol === 'https:')
      throw new Error('The issuer publishes its keys without TLS.');
    return createRemoteJWKSet(address, { timeoutDuration: PATIENCE_MS, cooldownDuration: this.cooldownMs });
  }

  private forgetLater(): void {
    const { keys } = this;
    setTimeout(() => {
      if (this.keys === keys) this.keys = undefined;
    }, SILENCE_MS).unref();
  }

  private roleIn(payload: JWTPayload): Role {
    const { roleClaim } = this.settings;
    const values = textsIn(payload, roleClaim).map((value) => value.toUpperCase());
    const role = (Object.keys(ROLES) as Role[]).findLast((one) => values.includes(one));
    if (role) return role;
    throw new AuthenticationError(
      'FORBIDDEN',
      `Expected a token whose claim \`${roleClaim}\` has one of ${Object.keys(ROLES).join(', ')}; got one without.`,
    );
  }

  private datasetsIn(payload: JWTPayload): readonly string[] | null {
    const { datasetsClaim } = this.settings;
    return datasetsClaim === undefined ? null : textsIn(payload, datasetsClaim);
  }
}

/** The texts of a claim: of a list, or of a text with spaces between them. */
function textsIn(payload: JWTPayload, claim: string): string[] {
  const value = Object.hasOwn(payload, claim) ? payload[claim] : claim.split('.').reduce(memberOf, payload as unknown);
  const list = typeof value === 'string' ? value.split(' ') : value;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string' && one !== '') : [];
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Refuses by its header alone a token for which nobody needs to ask the issuer. */
function refuseHeader(text: string): void {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(text);
  } catch {
    throw unauthenticated('got one whose header cannot be read');
  }
  const { alg, typ } = header;
  if (!ALGORITHMS.includes(String(alg)))
    throw unauthenticated(`expected a signature by one of ${ALGORITHMS.join(', ')}; got ${shortText(alg)}`);
  if (!TYPES.includes(typ)) throw unauthenticated(`expected the type JWT or at+jwt; got ${shortText(typ)}`);
}

const shortText = (value: unknown) => JSON.stringify(valueText(value));

/** What is wrong with a token; undefined where it is not the token. */
function faultOf(error: unknown): string | undefined {
  if (error instanceof errors.JWTExpired) return 'got one that has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return CLAIM_FAULTS[error.claim] ?? `got one without a good claim \`${error.claim}\``;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'got one with a wrong signature';
  if (error instanceof errors.JWKSNoMatchingKey) return 'got one with a key that the issuer does not publish';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'got one that does not say which key of the issuer';
  const isOfIssuer = error instanceof errors.JWKSInvalid || error instanceof errors.JWKSTimeout;
  const isOfToken = error instanceof errors.JOSEError && error.code !== errors.JOSEError.code && !isOfIssuer;
  return isOfToken ? 'got one that cannot be verified' : undefined;
}

const unavailable = () =>
  new AuthenticationError(
    'ISSUER_UNAVAILABLE',
    'The issuer of the token does not answer, so the token cannot be verified. API keys are not concerned.',
  );

const CLAIM_FAULTS: Readonly<Record<string, string>> = {
  iss: 'got one of another issuer',
  aud: 'got one for another audience',
  nbf: 'got one that is not valid yet',
};

const unauthenticated = (got: string) =>
  new AuthenticationError(
    'UNAUTHENTICATED',
    `Expected \`authorization: Bearer\` with a token of the issuer of this server; ${got}.`,
  );
