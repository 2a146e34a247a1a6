import type { Clearance } from '../../src/model/lens.js';
import { ask } from './graph.js';

/** Answers with and without what is hidden, side by side. */

/** What was answered, by what was asked. */
export type Answers = Map<string, string>;

/** Answers with their errors and the statements that they took. */
export async function graphqlAnswers(clearance: Clearance, sources: readonly string[]): Promise<Answers> {
  const found: Answers = new Map();
  for (const source of sources) {
    const { data, errors, statements } = await ask(source, {}, clearance);
    found.set(source, JSON.stringify([data, errors, [...statements].sort()], undefined, 1));
  }
  return found;
}

/** Where two sets of answers differ: what was asked, and the first line that differs. */
export function differences(before: Answers, after: Answers): string[] {
  return [...before].flatMap(([key, text]) => {
    const [lines, others] = [text.split('\n'), (after.get(key) ?? '').split('\n')];
    const at = lines.findIndex((line, index) => line !== others[index]);
    return at < 0 && lines.length === others.length
      ? []
      : [`${key.slice(0, 300)} … ${lines[at]?.slice(0, 300)} | ${others[at]?.slice(0, 300)}`];
  });
}

/** Answers that hold a word. */
export const naming = (answers: Answers, word: string) =>
  [...answers].flatMap(([key, text]) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [`${key.slice(0, 200)} … ${text.slice(Math.max(0, at - 100), at + 20)}`];
  });
