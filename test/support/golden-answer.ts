import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';
import { sameAsFile, WRITING } from './golden-file.js';
import { type Answered, goldenText, withoutContentHashes } from './golden-text.js';

/**
 * Golden answers: `cq-01.txt` is the answer as text, to be reviewed. `hashes/cq-01.txt` holds the hash of its JSON byte
 * for byte, and each content hash in it under its path, so that nothing escapes. `npm run golden` writes them anew.
 */

export const GOLDEN = join(PROJECT, 'test', 'questions', 'golden');

/** The JSON of every answer under its hash, so that an answer with another hash can be compared with the accepted one. */
const ANSWERS = join(PROJECT, 'dist', 'golden');

/** Holds all that was asked and answered against the golden text and the hashes of that name. */
export function sameAsGolden(name: string, question: string, answers: readonly Answered[]): void {
  const text = goldenText(question, answers);
  const json = JSON.stringify(withoutContentHashes(answers), null, 2);
  const hash = createHash('sha256').update(json).digest('hex');
  mkdirSync(ANSWERS, { recursive: true });
  writeFileSync(answerPath(name, hash), json);
  const contents = contentHashes(answers, `${name}.json`);
  sameAsFile(join(GOLDEN, `${name}.txt`), text);
  const hashes = join(GOLDEN, 'hashes', `${name}.txt`);
  const acceptedHash = WRITING ? hash : (/^\S+ (\S+)/.exec(readFileSync(hashes, 'utf8'))?.[1] ?? '');
  if (hash !== acceptedHash) throw new Error(whatTheTextLeavesOut(name, acceptedHash, hash));
  sameAsFile(hashes, [`${name}.json ${hash}`, ...contents.sort(), ''].join('\n'));
}

const answerPath = (name: string, hash: string): string => join(ANSWERS, `${name}-${hash.slice(0, 16)}.json`);

/** Each content hash in a value, after its path. */
function contentHashes(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'contentHash' ? [`${path}/${key} ${inner}`] : contentHashes(inner, `${path}/${key}`),
  );
}

/** The message for an answer whose text is as before and whose JSON is not. */
function whatTheTextLeavesOut(name: string, acceptedHash: string, hash: string): string {
  const [accepted, actual] = [answerPath(name, acceptedHash), answerPath(name, hash)];
  const places = `accepted: ${relative(PROJECT, accepted)}, actual: ${relative(PROJECT, actual)}`;
  if (!existsSync(accepted))
    return `The JSON of ${name} differs where the text says nothing (${places}). The accepted JSON is not there: run this test on the last commit that passes, which keeps it, and then here again.`;
  const [before, after] = [accepted, actual].map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const paths = differences(before, after, name);
  return `The JSON of ${name} differs where the text says nothing (${places}): ${paths.join('; ') || 'the order of keys'}`;
}

/** The paths at which two values differ, each with both sides. */
export function differences(before: unknown, after: unknown, path: string): string[] {
  const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
  if (old === now) return [];
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return [`${path}: ${old} is now ${now}`];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(before[key], after[key], `${path}/${key}`));
}

const isContainer = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';
