import { readFile, stat } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ACCESS_LEVELS, type AccessLevel } from '../../model/access.rules.js';
import { ConfigError } from '../../model/errors.js';
import { addressFault } from './public-address.js';
import { keyOf } from './signature.js';

/** The file in which an operator writes down who is told of changes. No message of this file repeats a secret. */

export interface WebhookConfig {
  readonly name: string;
  readonly address: URL;
  readonly keys: readonly Buffer[];
  /** Whose feed it follows: it tells of what a reader of this level may see. */
  readonly access: AccessLevel;
  /** Whether it leads to this machine, and nowhere else. */
  readonly loopback: boolean;
}

/** Each of them may have one request on its way, so this is also how many there are at once. */
const MOST_WEBHOOKS = 50;

const secret = z.string().transform((text, { addIssue }) => {
  const key = keyOf(text);
  if (!key) addIssue('expected whsec_ and the Base64 of 24 to 64 random bytes; got something else, which is not shown');
  return key ?? Buffer.alloc(0);
});

const WEBHOOK = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'expected a name of small letters, digits and hyphens'),
    address: z.string().transform((text, { addIssue }) => {
      if (!URL.canParse(text)) addIssue('expected an address such as https://partner.example/hook');
      return URL.canParse(text) ? new URL(text) : new URL('https://missing.invalid');
    }),
    secrets: z.array(secret).min(1, 'expected one secret, or two').max(2, 'expected one secret, or two'),
    access: z.enum(ACCESS_LEVELS, `expected one of ${ACCESS_LEVELS.join(', ')}`).default('PUBLIC'),
    loopback: z.boolean().default(false),
  })
  .superRefine(({ address, loopback }, context) => {
    const fault = addressFault(address, loopback);
    if (fault) context.addIssue({ code: 'custom', path: ['address'], message: fault });
  })
  .transform(({ secrets, ...rest }): WebhookConfig => ({ ...rest, keys: secrets }));

const FILE = z.strictObject({
  webhooks: z.array(WEBHOOK).max(MOST_WEBHOOKS, `expected ${MOST_WEBHOOKS} webhooks at most`),
});

/** What webhooks share that each must have of its own. */
function sharedFaults(webhooks: readonly WebhookConfig[]): string[] {
  const names = webhooks.map(({ name }) => name);
  const keys = webhooks.flatMap((webhook) => webhook.keys.map((key) => key.toString('hex')));
  const areOwn = (values: readonly string[]) => new Set(values).size === values.length;
  return [
    ...(areOwn(names) ? [] : ['expected a name of its own for each webhook']),
    ...(areOwn(keys) ? [] : ['expected secrets of its own for each webhook, each of them once']),
  ];
}

/** Reads the webhooks of a file; none without one. Throws a `ConfigError` that names what does not fit, and where. */
export async function readWebhooks(path: string | undefined): Promise<WebhookConfig[]> {
  if (path === undefined) return [];
  const refuse = (faults: readonly string[]): never => {
    throw new ConfigError(`The webhooks in ${path} do not fit:\n  ${faults.join('\n  ')}`);
  };
  const { mode } = await stat(path).catch((error) => refuse([`expected a file that can be read; got ${error.code}`]));
  if ((mode & OTHERS) !== 0)
    refuse([`expected a file that only its owner and group can read, as it holds secrets; use: chmod 600 ${path}`]);
  const read = FILE.safeParse(yamlOf(await readFile(path, 'utf8'), refuse));
  const faults = read.success ? sharedFaults(read.data.webhooks) : read.error.issues.map(faultText);
  return read.success && faults.length === 0 ? read.data.webhooks : refuse(faults);
}

const faultText = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.') || 'the file'}: ${message}`;

/** Rights of everybody else. */
const OTHERS = 0o007;

/** The errors of the parser quote the file, so only their code and place are shown. */
function yamlOf(text: string, refuse: (faults: readonly string[]) => never): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  if (document.errors.length > 0)
    refuse(document.errors.map(({ code, pos }) => `line ${lineAt(pos[0])}: expected YAML; got ${code}`));
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return refuse(['expected YAML without aliases']);
  }
}
