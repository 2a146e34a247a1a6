import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readWebhooks } from '../../../src/exchange/webhooks/webhooks-file.js';
import { ConfigError } from '../../../src/model/errors.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { newSecret } from './receiver.js';

const [A, B] = [newSecret(), newSecret()];

function fileWith(text: string, mode = 0o600): string {
  const path = join(temporaryFolder(), 'webhooks.yaml');
  writeFileSync(path, text, { mode });
  chmodSync(path, mode);
  return path;
}

/** What the refusal of a file says under its first line. */
async function faultsOf(path: string): Promise<string[]> {
  const error = await readWebhooks(path).then(
    () => new Error('The file was taken.'),
    (error: Error) => error,
  );
  expect(error).toBeInstanceOf(ConfigError);
  const [first, ...rest] = error.message.split('\n  ');
  expect(first).toBe(`The webhooks in ${path} do not fit:`);
  return rest;
}

const listOf = (...webhooks: object[]) => fileWith(JSON.stringify({ webhooks }));
const WHOLE = { name: 'partner', address: 'https://partner.example/hook', secrets: [A] };

test('without a file there is no webhook', async () => {
  expect(await readWebhooks(undefined)).toEqual([]);
});

test('a file gives webhooks, for public readers unless it says otherwise', async () => {
  const path = fileWith(`
webhooks:
  - name: partner-a
    address: https://partner.example/hook?key=1
    secrets: [${A}]
  - name: mirror
    address: http://127.0.0.1:8080/hook
    loopback: true
    access: CONFIDENTIAL
    secrets:
      - ${B}
      - ${newSecret()}
`);
  const [first, second, ...rest] = await readWebhooks(path);
  expect(first).toEqual({
    name: 'partner-a',
    address: new URL('https://partner.example/hook?key=1'),
    keys: [Buffer.from(A.slice('whsec_'.length), 'base64')],
    access: 'PUBLIC',
    loopback: false,
  });
  expect([second?.access, second?.loopback, second?.keys.length, rest.length]).toEqual(['CONFIDENTIAL', true, 2, 0]);
});

test.each<readonly [string, object | undefined, readonly (string | RegExp)[]]>([
  ['a name with a path in it', { ...WHOLE, name: '../x' }, [/^webhooks\.0\.name: expected a name/]],
  ['no address', { ...WHOLE, address: 'partner' }, [/^webhooks\.0\.address: expected an address such as/]],
  ['http', { ...WHOLE, address: 'http://partner.example' }, ['webhooks.0.address: expected https://']],
  ['a password', { ...WHOLE, address: 'https://u:hunter2@p.example' }, [/expected no user name or password in it$/]],
  [
    'an address of this machine',
    { ...WHOLE, address: 'https://127.1' },
    [/address: expected a host with .*; got 127\.0\.0\.1$/],
  ],
  [
    'an address elsewhere as of this machine',
    { ...WHOLE, loopback: true, address: 'http://8.8.8.8' },
    [/got 8\.8\.8\.8$/],
  ],
  ['no secret', { ...WHOLE, secrets: [] }, ['webhooks.0.secrets: expected one secret, or two']],
  ['three secrets', { ...WHOLE, secrets: [A, B, newSecret()] }, ['webhooks.0.secrets: expected one secret, or two']],
  [
    'a level of access that there is not',
    { ...WHOLE, access: 'ALL' },
    [/access: expected one of PUBLIC, PARTNER, CONFIDENTIAL$/],
  ],
  ['an unknown key', { ...WHOLE, secret: A }, [/Unrecognized key: "secret"$/]],
])('a file with %s is refused, and the refusal says where', async (_what, webhook, expected) => {
  const faults = await faultsOf(listOf(webhook ?? {}));
  expect(faults).toEqual(expected.map((fault) => expect.stringMatching(fault)));
});

test.each([
  ['without its prefix', A.slice('whsec_'.length)],
  ['with the prefix of another kind', A.replace('whsec_', 'whsk_')],
  ['that is too short', `whsec_${Buffer.alloc(23, 7).toString('base64')}`],
  ['that is too long', `whsec_${Buffer.alloc(65, 7).toString('base64')}`],
  ['that is no Base64', `whsec_${'hunter2-'.repeat(6)}`],
])('a secret %s is refused, and not shown', async (_what, secret) => {
  const [faults = '', ...rest] = await faultsOf(listOf({ ...WHOLE, secrets: [secret] }));
  expect(faults).toMatch(/^webhooks\.0\.secrets\.0: expected whsec_ and the Base64 of 24 to 64 random bytes/);
  expect(rest).toEqual([]);
  expect(faults).not.toContain(secret.slice(8, 20));
});

test('two webhooks share neither a name nor a secret', async () => {
  expect(await faultsOf(listOf(WHOLE, { ...WHOLE, secrets: [B] }))).toEqual([
    'expected a name of its own for each webhook',
  ]);
  expect(await faultsOf(listOf(WHOLE, { ...WHOLE, name: 'other' }))).toEqual([
    'expected secrets of its own for each webhook, each of them once',
  ]);
});

test('a file that others may read is refused, as is one that is not there', async () => {
  const path = fileWith(`webhooks: []`, 0o644);
  expect(await faultsOf(path)).toEqual([
    `expected a file that only its owner and group can read, as it holds secrets; use: chmod 600 ${path}`,
  ]);
  expect(await faultsOf(join(temporaryFolder(), 'missing.yaml'))).toEqual([
    'expected a file that can be read; got ENOENT',
  ]);
});

test.each([
  ['no YAML', `webhooks: [\n  - ${A}`],
  ['an alias', `webhooks: &${A.slice(0, 20)} []\nother: *${A.slice(0, 20)}`],
  ['an alias to nothing', `webhooks: *${A.slice(0, 20)}`],
  ['a list alone', `- ${A}`],
  ['nothing', ''],
])('a file with %s is refused without showing what is in it', async (_what, text) => {
  const faults = (await faultsOf(fileWith(text))).join('\n');
  expect(faults).toMatch(/expected/);
  expect(faults).not.toContain(A.slice(0, 12));
});
