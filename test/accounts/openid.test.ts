import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { AuthenticationError } from '../../src/accounts/authentication-error.js';
import { isWebToken, OpenIdIssuer } from '../../src/accounts/openid.js';
import type { OpenIdSettings } from '../../src/config.js';

/** Tokens of an issuer of OpenID Connect, which is a real server of this test. */

const AUDIENCE = 'accountability-graph';
interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

let server: Server;
let issuer = '';
let published: JWK[] = [];
let requests = 0;
let isDown = false;

async function newKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

let key: SigningKey;
beforeAll(async () => {
  key = await newKey('first');
  published = [key.jwk];
  server = createServer((request, response) => {
    requests += 1;
    if (isDown) return response.writeHead(500).end('down');
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: published },
    };
    const document = documents[request.url ?? ''];
    return response
      .writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(document));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => void server.close(done)));

const settings = (more: Partial<OpenIdSettings> = {}): OpenIdSettings => ({
  ...{ issuer, audience: AUDIENCE, roleClaim: 'role', datasetsClaim: undefined },
  ...more,
});
const now = () => Math.floor(Date.now() / 1000);

function token(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}, signer = key.privateKey) {
  const all = { iss: issuer, aud: AUDIENCE, sub: 'mira', exp: now() + 60, role: 'EDITOR', ...claims };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new SignJWT(present).setProtectedHeader({ alg: 'RS256', kid: 'first', ...header }).sign(signer);
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The status and the message of a refusal. */
const refusalOf = (text: string, verifier = new OpenIdIssuer(settings())): Promise<string> =>
  verifier.senderOf(text).then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof AuthenticationError) return `${error.statusCode} ${error.message}`;
      throw error;
    },
  );

describe('a token of the issuer', () => {
  test('gives the sender its role, and its subject as the name in the journal', async () => {
    expect(await new OpenIdIssuer(settings()).senderOf(await token())).toEqual({
      kind: 'OPENID',
      role: 'EDITOR',
      datasets: null,
      actor: 'openid:mira',
    });
  });

  test.each([
    ['role', { role: 'partner' }, 'PARTNER'],
    ['role', { role: ['uma_authorization', 'READER', 'ADMIN'] }, 'ADMIN'],
    ['role', { role: 'openid EDITOR' }, 'EDITOR'],
    ['realm_access.roles', { realm_access: { roles: ['EDITOR', 'PARTNER'] } }, 'EDITOR'],
    ['https://example.org/roles', { 'https://example.org/roles': ['READER'] }, 'READER'],
  ])('has its role in the claim %s: %j', async (roleClaim, claims, role) => {
    const verifier = new OpenIdIssuer(settings({ roleClaim }));
    expect((await verifier.senderOf(await token({ role: undefined, ...claims }))).role).toBe(role);
  });

  test.each([
    [{ datasets: ['one', 'two'] }, ['one', 'two']],
    [{ datasets: 'one two' }, ['one', 'two']],
    [{}, []],
    [{ datasets: { one: true } }, []],
  ])('is limited to the datasets of its claim, and to none without it: %j', async (claims, datasets) => {
    const verifier = new OpenIdIssuer(settings({ datasetsClaim: 'datasets' }));
    expect((await verifier.senderOf(await token(claims))).datasets).toEqual(datasets);
  });

  test('may be a few seconds early or late', async () => {
    for (const claims of [{ exp: now() - 2 }, { nbf: now() + 2 }])
      expect(await refusalOf(await token(claims))).toBe('accepted');
  });

  test('is verified with keys that are read once, and anew after a rotation', async () => {
    const verifier = new OpenIdIssuer(settings(), 0);
    const before = requests;
    for (let count = 0; count < 5; count += 1) expect(await refusalOf(await token(), verifier)).toBe('accepted');
    expect(requests - before).toBe(2);
    const second = await newKey('second');
    published = [second.jwk, key.jwk];
    expect(await refusalOf(await token({}, { kid: 'second' }, second.privateKey), verifier)).toBe('accepted');
    published = [key.jwk];
    const later = new OpenIdIssuer(settings());
    expect(await refusalOf(await token({}, { kid: 'second' }, second.privateKey), later)).toMatch(/^401 .*not publish/);
  });
});

describe('a token is refused', () => {
  test.each([
    ['that has expired', { exp: () => now() - 60 }, 'got one that has expired'],
    ['that is not valid yet', { nbf: () => now() + 60 }, 'got one that is not valid yet'],
    ['for another audience', { aud: () => 'another' }, 'got one for another audience'],
    ['of another issuer', { iss: () => 'https://issuer.example' }, 'got one of another issuer'],
    ['without an end', { exp: () => undefined }, 'got one without a good claim `exp`'],
    ['without a subject', { sub: () => undefined }, 'got one without a good claim `sub`'],
    ['with a subject of two lines', { sub: () => 'a\nb' }, 'no printable ASCII text'],
  ])('%s', async (_what, claims, message) => {
    const present = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, value()]));
    expect(await refusalOf(await token(present))).toMatch(new RegExp(`^401 .*${message}`));
  });

  test('without a role of ours, with 403', async () => {
    expect(await refusalOf(await token({ role: 'superuser' }))).toMatch(/^403 Expected a token whose claim `role` has/);
  });

  test('signed with another key under the name of ours', async () => {
    const foreign = await newKey('first');
    expect(await refusalOf(await token({}, {}, foreign.privateKey))).toMatch(/^401 .*got one with a wrong signature/);
  });

  test('signed with a key that it brings itself', async () => {
    const foreign = await newKey('mine');
    const jwk = await exportJWK(foreign.publicKey);
    for (const header of [
      { kid: 'mine', jwk },
      { kid: 'mine', jku: 'https://evil.example/keys' },
    ])
      expect(await refusalOf(await token({}, header, foreign.privateKey))).toMatch(/^401 .*does not publish/);
  });

  test('without a signature, or with our public key for a secret, before anybody is asked', async () => {
    const before = requests;
    const claims = encoded({ iss: issuer, aud: AUDIENCE, sub: 'mira', exp: now() + 60, role: 'ADMIN' });
    for (const alg of ['none', 'None', 'NONE', '', undefined])
      expect(await refusalOf(`${encoded({ alg, kid: 'first' })}.${claims}.`)).toMatch(
        /^401 .*expected a signature by one of RS256/,
      );
    const pem = new TextEncoder().encode(await exportSPKI(key.publicKey));
    const confused = await new SignJWT({ sub: 'mira', role: 'ADMIN' })
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setExpirationTime('1m')
      .sign(pem);
    expect(await refusalOf(confused)).toMatch(/^401 .*got "HS256"/);
    expect(requests).toBe(before);
  });

  test('whose content was changed, or is none', async () => {
    const [header, claims, signature] = (await token()).split('.');
    const raised = encoded({ ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()), role: 'ADMIN' });
    expect(await refusalOf(`${header}.${raised}.${signature}`)).toMatch(/^401 .*wrong signature/);
    for (const text of ['a.b.c', '..', `${header}..${signature}`, `${header}.${claims}.`, 'e30.e30.e30'])
      expect(await refusalOf(text)).toMatch(/^401 /);
  });

  test('of a type that says something else', async () => {
    expect(await refusalOf(await token({}, { typ: 'logout+jwt' }))).toMatch(/^401 .*expected the type JWT or at\+jwt/);
    expect(await refusalOf(await token({}, { typ: 'at+jwt' }))).toBe('accepted');
  });
});

test('an issuer that does not answer is a 503 for its tokens, and is asked again later', async () => {
  const verifier = new OpenIdIssuer(settings());
  isDown = true;
  expect(await refusalOf(await token(), verifier)).toMatch(/^503 The issuer of the token does not answer/);
  const before = requests;
  expect(await refusalOf(await token(), verifier)).toMatch(/^503/);
  expect(requests).toBe(before);
  isDown = false;
  await new Promise((done) => setTimeout(done, 1_100));
  expect(await refusalOf(await token(), verifier)).toBe('accepted');
});

test('an issuer that calls itself otherwise is not believed', async () => {
  const verifier = new OpenIdIssuer(settings({ issuer: `${issuer}/` }));
  expect(await refusalOf(await token({ iss: `${issuer}/` }), verifier)).toMatch(/^503/);
});

test('a web token is told from an API key and from the token of the start by its form', async () => {
  expect([await token(), 'e30.e30.'].map(isWebToken)).toEqual([true, true]);
  expect([`agk_${'0'.repeat(16)}_${'0'.repeat(64)}`, 'abc-DEF_123', 'a.b'].map(isWebToken)).toEqual([
    false,
    false,
    false,
  ]);
});
