import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { keyStateAt, type StoredKey } from '../accounts/api-key.rules.js';
import { ApiKeys, type IssuedKey } from '../accounts/api-keys.js';
import { CommandError } from '../model/errors.js';
import { ROLES } from '../model/permissions.rules.js';
import { note, readArguments, runTool, say } from './run-command.js';
import { withGraph } from './with-graph.js';

const USAGE = `npm run keys -- issue NAME --role ${Object.keys(ROLES).join('|')} --reason TEXT [--datasets ID,ID] [--days N] [--actor NAME]
npm run keys -- rotate NAME --reason TEXT [--days N] [--overlap-hours N] [--actor NAME]
npm run keys -- revoke NAME --reason TEXT [--actor NAME]
npm run keys -- list`;

type Job = (keys: ApiKeys) => Promise<void>;

const one = { type: 'string' } as const;

function requested(): Job {
  const { values, positionals } = parseArgs({
    options: { role: one, reason: one, datasets: one, days: one, 'overlap-hours': one, actor: one },
    allowPositionals: true,
  });
  const [command, name, ...more] = positionals;
  if (more.length > 0) throw new CommandError(`Expected one key; got ${JSON.stringify(more[0])} too.`);
  if (command === 'list' && name === undefined) return list;
  if (!['issue', 'rotate', 'revoke'].includes(command ?? ''))
    throw new CommandError(`Expected issue, rotate, revoke or list; got ${JSON.stringify(command ?? '')}.`);
  if (name === undefined) throw new CommandError('Expected the name of a key.');
  const { reason, role, datasets, actor = userInfo().username } = values;
  if (reason === undefined) throw new CommandError('Expected --reason: the key keeps it.');
  const days = countOf(values.days, 'days');
  if (command === 'revoke') return async (keys) => say(lineOf(await keys.revoke({ key: name, actor, reason })));
  if (command === 'rotate') {
    const overlapHours = countOf(values['overlap-hours'], 'overlap-hours');
    return async (keys) => show(await keys.rotate({ key: name, days, overlapHours, actor, reason }));
  }
  if (role === undefined) throw new CommandError(`Expected --role, one of ${Object.keys(ROLES).join(', ')}.`);
  const datasetIds = datasets?.split(',').map((id) => id.trim());
  return async (keys) => show(await keys.issue({ name, role, datasets: datasetIds, days, actor, reason }));
}

function countOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new CommandError(`Expected --${option} as a whole number; got ${text}.`);
}

/** `npm run keys`: issues, lists, rotates and revokes the keys of the API, beside one that runs or not. */
runTool(async () => {
  const job = readArguments(USAGE, requested);
  await withGraph(({ graph }) => job(new ApiKeys(graph)), { announce: note });
});

/** The key alone goes to standard output. */
function show({ stored, key }: IssuedKey): void {
  note(lineOf(stored));
  if (stored.formerUntil !== null) note(`The former secret is good until ${stored.formerUntil}.`);
  note('This is the key. It is shown this once; send it as `authorization: Bearer KEY`.');
  say(key);
}

async function list(keys: ApiKeys): Promise<void> {
  const all = await keys.list();
  for (const key of all) say(lineOf(key));
  if (all.length === 0) note('No key was issued yet.');
}

function lineOf(key: StoredKey): string {
  const { id, name, role, datasets, expiresAt, usedOn } = key;
  const state = keyStateAt(key, new Date().toISOString());
  const where = datasets === null ? 'all datasets' : datasets.join(',');
  return `${id}  ${state}  ${role}  ${name}  ${where}  until ${expiresAt}  last used ${usedOn ?? 'never'}`;
}
